/** Marks on the answer the word that is being heard, without drawing the answer again. */
import type { SpokenPosition } from '../../src-preload/sound-frames.ts';
import type { SpokenWords } from './spoken-words.ts';
import { type Place, WordPlaces } from './word-places.ts';

const markName = 'spoken-word';
const aheadName = 'still-to-say';

export interface DrawnAnswer {
  readonly element: Element;
  /** Its Markdown. */
  readonly text: string;
}

/** A word that is being heard, and where it stands in the answer's text, in UTF-16 units. */
export interface SaidWord {
  readonly turnId: string;
  readonly from: number;
  readonly to: number;
}

export interface WordMark {
  /** Follows the sound until there is none. */
  follow(): void;
  clear(): void;
}

export function createWordMark(options: {
  readonly words: SpokenWords;
  /** What is heard now; undefined in a silence. */
  readonly position: () => SpokenPosition | undefined;
  readonly isPlaying: () => boolean;
  /** The answer of a turn, where it is drawn. */
  readonly answerOf: (turnId: string) => DrawnAnswer | undefined;
  /** The word that is heard from now on; undefined: none any more. */
  readonly onWord?: (word: SaidWord | undefined) => void;
}): WordMark {
  let frame: number | undefined;
  let marked = '';
  let told = '';
  let places: { readonly turnId: string; readonly found: WordPlaces } | undefined;

  function draw(): void {
    frame = undefined;
    const position = options.position();
    if (position) mark(position);
    if (options.isPlaying()) frame = requestAnimationFrame(draw);
    else clear();
  }

  function mark(position: SpokenPosition): void {
    const index = options.words.indexAt(position);
    const name = `${position.turnId} ${index}`;
    if (index < 0) return;
    if (name !== told) tell(name, position.turnId, index);
    if (name === marked) return;
    const answer = options.answerOf(position.turnId);
    if (answer === undefined) return;
    marked = name;
    if (places?.turnId !== position.turnId) places = { turnId: position.turnId, found: new WordPlaces() };
    const drawn = answer.element.textContent;
    const place = places.found.find(drawn, answer.text, options.words.of(position.turnId), index);
    if (place) highlight(answer.element, place);
  }

  function tell(name: string, turnId: string, index: number): void {
    told = name;
    const word = options.words.of(turnId)[index];
    if (word !== undefined) options.onWord?.({ turnId, from: word.from, to: word.to });
  }

  function clear(): void {
    marked = '';
    if (told !== '') options.onWord?.(undefined);
    told = '';
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    for (const name of [markName, aheadName]) registry()?.delete(name);
  }

  return {
    follow() {
      frame ??= requestAnimationFrame(draw);
    },
    clear,
  };
}

/** Browsers without it show no mark; nothing else depends on it. */
const registry = (): HighlightRegistry | undefined => (CSS as { highlights?: HighlightRegistry }).highlights;

function highlight(element: Element, { from, to }: Place): void {
  const range = new Range();
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let begin = 0;
  let isSet = false;
  while (texts.nextNode()) {
    const length = texts.currentNode.nodeValue?.length ?? 0;
    if (!isSet && from < begin + length) {
      range.setStart(texts.currentNode, from - begin);
      isSet = true;
    }
    if (isSet && to <= begin + length) {
      range.setEnd(texts.currentNode, to - begin);
      registry()?.set(markName, new Highlight(range));
      registry()?.set(aheadName, new Highlight(restOf(element, range)));
      return;
    }
    begin += length;
  }
}

/** What is still to be said. */
function restOf(element: Element, said: Range): Range {
  const rest = new Range();
  rest.selectNodeContents(element);
  rest.setStart(said.endContainer, said.endOffset);
  return rest;
}
