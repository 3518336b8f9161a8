/** Keeps memories out of a recall: topics that the person excluded, private mode, and what the prompt holds already. */
import { fold } from '../../domain/fold.ts';
import type { RecalledMemory } from '../../domain/memory.ts';

export interface Inhibition {
  /** Words or names ("Julien", "mon divorce"): a memory with all words of one of them stays out. */
  readonly excludedTopics?: readonly string[];
  /** Nothing is recalled at all. */
  readonly isPrivate?: boolean;
  /** Messages that the prompt repeats anyway. */
  readonly promptMessageIds?: ReadonlySet<string>;
  /** Instead of the ids: the newest turns of this conversation since that moment stand in the prompt. */
  readonly conversation?: { readonly id: string; readonly sinceMs: number };
}

type Inhibited = Pick<RecalledMemory, 'text' | 'speaker' | 'atMs' | 'place'>;

/** Those that may be recalled, in their order. */
export function inhibit<T extends Inhibited>(memories: readonly T[], by: Inhibition): readonly T[] {
  if (by.isPrivate) return [];
  const topics = compileTopics(by.excludedTopics ?? []);
  return memories.filter(memory => !isInPrompt(memory, by) && !topics(`${memory.speaker} ${memory.text}`));
}

function isInPrompt({ place, atMs }: Inhibited, { promptMessageIds, conversation }: Inhibition): boolean {
  if (!place) return false;
  if (place.messageId !== undefined && promptMessageIds?.has(place.messageId)) return true;
  return (
    conversation !== undefined && place.conversationId === conversation.id && atMs >= conversation.sinceMs
  );
}

/** Whether a text speaks of one of the topics; accents, plurals, feminines and possessives fold away. */
export function compileTopics(topics: readonly string[]): (text: string) => boolean {
  const wanted = topics.map(topic => stems(topic)).filter(words => words.length > 0);
  if (wanted.length === 0) return () => false;
  return text => {
    const there = new Set(stems(text));
    return wanted.some(words => words.every(word => there.has(word)));
  };
}

const stems = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !articles.has(word)).map(stem);

/** They stand before a topic without being it. */
const articles = new Set(
  'le la les l un une des du de d mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs the a an my your his her our their of s'.split(
    ' ',
  ),
);

/** One form for singular and plural, masculine and feminine, in both languages; never shorter than three letters. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?:eaux|eau)$/, 'eau')
    .replace(/aux$/, 'al')
    .replace(/(?<=(?:ch|sh|ss|x|z))es$/, '')
    .replace(/(?<=[^s])[sx]$/, '');
  const plain =
    singular.length > 4 ? singular.replace(/(?:euse|eur|eux|rice)$/, 'eu').replace(/ee$/, 'e') : singular;
  const bare = plain.length > 4 ? plain.replace(/e$/, '') : plain;
  return bare.length > 4 ? bare.replace(/([lnt])\1$/, '$1') : bare;
}
