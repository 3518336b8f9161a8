/** Marks which words are stated: not what is asked, ordered, supposed, told of a story, joked or put into another's mouth. */
import type { Language } from '../../domain/language.ts';
import { type Cast, type Entity, entityAt } from './entities.ts';
import { ordersToForget } from './forget-orders.ts';
import {
  asking,
  dictating,
  instructing,
  joking,
  opensQuestion,
  ordering,
  remembering,
  requesting,
  subordinate,
  supposing,
  telling,
} from './frame-words.ts';
import { clauseStart, inSituQuestion, isInverted, lastClause } from './question-shapes.ts';
import { endsSentence, isPunctuation, tokenAt, type Words } from './tokens.ts';

export type Frame = 'stated' | 'question' | 'command' | 'supposed' | 'told' | 'joke' | 'instruction';

export interface Frames {
  /** One for each token. */
  readonly of: readonly Frame[];
  /** Whose words they are where they are another's. */
  readonly speakers: readonly (Entity | undefined)[];
  /** They were asked to be remembered. */
  readonly isAskedToRemember: boolean;
}

/** Each word of `words` in its frame. */
export function framesOf(words: Words, cast: Cast): Frames {
  const of: Frame[] = new Array(words.tokens.length).fill('stated');
  const speakers: (Entity | undefined)[] = new Array(words.tokens.length).fill(undefined);
  const sheet: Sheet = { words, of, speakers, cast };
  let isAskedToRemember = false;
  let isStory = false;
  for (const [from, to] of sentencesOf(words)) {
    const line = words.line.slice(words.offsets[from], words.offsets[to] ?? words.line.length);
    if (isStory) mark(sheet, from, to, 'supposed');
    const asked = isForgetting(words, from, to) ? null : remembering[words.language].exec(line);
    const start = asked ? tokenAt(words, (words.offsets[from] ?? 0) + asked[0].length) : from;
    if (asked) isAskedToRemember = true;
    markSentence(sheet, start, to, asked !== null);
    isStory ||=
      /^(?:imagine|imaginons|imaginez|suppose|supposons|pretend|faisons comme|let us pretend|let 's pretend|once upon|il etait une fois|in my dream|i dreamed|i dreamt|je ai reve) /.test(
        line,
      );
  }
  markDictation(sheet);
  markJokes(sheet);
  return { of, speakers, isAskedToRemember };
}

/** As it was said: the line holds no negation. */
const isForgetting = ({ text, tokens, language }: Words, from: number, to: number): boolean =>
  ordersToForget(text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? text.length), language);

interface Sheet {
  readonly words: Words;
  readonly of: Frame[];
  readonly speakers: (Entity | undefined)[];
  readonly cast: Cast;
}

function mark({ of }: Sheet, from: number, to: number, frame: Frame): void {
  for (let i = Math.max(from, 0); i < to; i++) of[i] = frame;
}

/** From token to token, cut at full stops, question marks and line ends; ":" cuts too, "dit :" does not. */
export function sentencesOf(words: Words): readonly (readonly [number, number])[] {
  const list: [number, number][] = [];
  let from = 0;
  for (let i = 0; i < words.tokens.length; i++) {
    const token = words.tokens[i];
    const next = words.tokens[i + 1];
    const isLine = token && next && words.text.slice(token.end, next.start).includes('\n');
    if (!endsSentence(token?.w ?? '') && !isLine) continue;
    list.push([from, i + 1]);
    from = i + 1;
  }
  if (from < words.tokens.length) list.push([from, words.tokens.length]);
  return list;
}

function markSentence(sheet: Sheet, from: number, to: number, isRemembered: boolean): void {
  const { words } = sheet;
  const base = words.offsets[from] ?? words.line.length;
  const line = words.line.slice(base, words.offsets[to] ?? words.line.length);
  const at = (match: RegExpExecArray): number =>
    tokenAt(words, base + match.index + (match[0].startsWith(' ') ? 1 : 0));
  const isAsked = words.tokens[to - 1]?.w === '?' || words.tokens[to]?.w === '?';
  if (first(telling, words, line)) mark(sheet, from, to, 'told');
  const instruction = first(instructing, words, line);
  if (instruction && (isRemembered || at(instruction) === from || !isAsked)) {
    mark(sheet, isRemembered ? from : at(instruction), to, 'instruction');
    if (isRemembered) return;
  }
  const question = first(asking, words, line);
  const request = first(requesting, words, line);
  const inSitu = words.language === 'fr' ? inSituQuestion(words, from, to) : undefined;
  const order = ordering[words.language].test(line) && !isRemembered;
  const begins = [
    isQuestion(question, line, isAsked, words) && question
      ? ([clauseStart(words, at(question), from), 'question'] as const)
      : undefined,
    request && !isRemembered ? ([at(request), 'command'] as const) : undefined,
    order ? ([from, 'command'] as const) : undefined,
    isAsked && !question ? ([lastClause(words, from, to), 'question'] as const) : undefined,
    opensQuestion[words.language].test(line) ? ([from, 'question'] as const) : undefined,
    isInverted(words, from, to),
    inSitu,
  ].filter(found => found !== undefined);
  const earliest = begins.sort((a, b) => a[0] - b[0])[0];
  if (earliest) markOpen(sheet, earliest[0], to, earliest[1], line, base);
  const supposed = first(supposing, words, line);
  if (supposed) markSupposed(sheet, at(supposed), from, to);
  markReported(sheet, from, to);
}

const first = (
  table: Readonly<Record<Language, RegExp>>,
  { language }: Words,
  line: string,
): RegExpExecArray | null => {
  const pattern = table[language];
  pattern.lastIndex = 0;
  return pattern.exec(line);
};

/** A question word within a statement ("quand j'étais petit", "I know what I want") asks nothing. */
function isQuestion(
  question: RegExpExecArray | null,
  line: string,
  isAsked: boolean,
  { language }: Words,
): boolean {
  if (!question) return false;
  if (isAsked) return true;
  const before = line.slice(0, question.index).trim().split(' ').at(-1) ?? '';
  // "When I was a child we lived in Kenya" tells.
  if (/^(?:when|quand) (?:i|we|my|she|he|they|je|on|nous|ma|mon|mes|il|elle) /.test(line)) return false;
  if (
    question.index > 0 &&
    /^(?:know|knows|remember|see|understand|sais|sait|comprends|that|que|wonder|love|like|tell|of|about|me|day|time|reason|way|place|moment)$/.test(
      before,
    )
  )
    return false;
  if (
    language === 'en' &&
    /^ ?(?:when|who|which|where|how) /.test(question[0]) &&
    question.index > 0 &&
    !/^(?:,|\.|:|so|and|but|-)$/.test(before)
  )
    return false;
  return true;
}

/** A question or an order goes to the end, but "because I am vegetarian" and "who is allergic to nuts" are stated in it. */
function markOpen(sheet: Sheet, from: number, to: number, frame: Frame, line: string, base: number): void {
  const { words } = sheet;
  mark(sheet, from, to, frame);
  const reason = subordinate[words.language];
  reason.lastIndex = Math.max(0, (words.offsets[from] ?? 0) - base);
  const match = reason.exec(line);
  if (match) mark(sheet, tokenAt(words, base + match.index + match[0].length), to, 'stated');
  // Behind "can you book a table, …" the person may go on to tell; behind a mere question only where it is not marked as one.
  const isFree = frame === 'command' || words.tokens[to - 1]?.w !== '?';
  for (let i = from + 1; i < to; i++) {
    const isStart = words.tokens[i - 1]?.w === ',' && isFree && restates(words, i);
    if (isStart) {
      mark(sheet, i, to, 'stated');
      break;
    }
  }
}

const restates = (words: Words, at: number): boolean => {
  const two = words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 24);
  return /^(?:i (?:am|have|live|like|love|hate|do|work|can)|my \S+ (?:is|has|'s|likes|lives|hates|loves)|she is|he is|we (?:are|have|live)|je (?:suis|ai|habite|aime|adore|deteste|mange|travaille|bois)|ma \S+ (?:est|a|aime)|mon \S+ (?:est|a|aime)|elle est|il est|on (?:est|a|habite)|nous (?:sommes|avons)) /.test(
    two,
  );
};

/** "If I had a dog, I would …": both halves; "…, if that helps" only the second. */
function markSupposed(sheet: Sheet, at: number, from: number, to: number): void {
  const { words } = sheet;
  const isPolite = /^(?:if|si) (?:that|it|you|ca|tu|vous|cela|jamais ca|jamais tu)/.test(
    words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 16),
  );
  if (isPolite) {
    mark(sheet, at, Math.min(to, nextComma(words, at, to)), 'supposed');
    return;
  }
  let start = at;
  while (
    start > from &&
    !isPunctuation(words.tokens[start - 1]?.w ?? ',') &&
    !/^(?:but|mais)$/.test(words.tokens[start - 1]?.w ?? '')
  )
    start--;
  // A condition after its consequence takes it along: "I would move if …"; a plain statement before it stands.
  mark(sheet, at - start <= 12 ? start : at, to, 'supposed');
}
function nextComma({ tokens }: Words, at: number, to: number): number {
  let i = at;
  while (i < to && tokens[i]?.w !== ',') i++;
  return i;
}

const saying = new Set(
  'says said told tells say claims claimed thinks thought explained announced wrote writes replied answered shouted swears insists texted dit disait repete affirme pretend raconte explique annonce ecrit croit pense jure repond repondu crie'.split(
    ' ',
  ),
); // prettier-ignore

/** "Paul says that he lives in Rome": what follows is his; the person's own "I said that" is not. */
function markReported(sheet: Sheet, from: number, to: number): void {
  const { words, speakers, of, cast } = sheet;
  for (let i = from + 1; i < to - 1; i++) {
    if (!saying.has(words.tokens[i]?.w ?? '') || of[i] === 'question') continue;
    const speaker = speakerBefore(words, i, from, cast);
    const isDenied = words.tokens[i]?.denied ?? words.tokens[i - 1]?.denied;
    if (isDenied) mark(sheet, i, to, 'supposed');
    if (!speaker || speaker.name === 'user') continue;
    let end = to;
    while (end < words.tokens.length && !endsSentence(words.tokens[end - 1]?.w ?? '.')) end++;
    for (let k = i + 1; k < end; k++) speakers[k] = speaker;
    return;
  }
}

const unknownSpeaker: Entity = { name: '', aliases: [], isNamed: false };
function speakerBefore(words: Words, verb: number, from: number, cast: Cast): Entity | undefined {
  for (let i = Math.max(from, verb - 7); i < verb; i++) {
    const found = entityAt(words, i, { ...cast, known: [...cast.known] });
    if (!found) continue;
    const between = words.line.slice(words.offsets[found.to], words.offsets[verb]);
    if (
      found.to === verb ||
      /^(?:(?:has|had|a|avait|me|te|nous|lui|just|always|toujours|have|vient de) )+$/.test(between)
    )
      return found.entity;
  }
  const before = words.tokens[verb - 1]?.w ?? '';
  return /^(?:i|je|j'|ai|on|we|nous|have)$/.test(before)
    ? undefined
    : /^(?:he|she|they|il|elle|a|ils|someone|me|everyone|man|woman|guy)$/.test(before)
      ? unknownSpeaker
      : undefined;
}

/** "Summarise this: I was born in Ohio …": all that follows is material. */
function markDictation(sheet: Sheet): void {
  if (dictating[sheet.words.language].test(sheet.words.line)) mark(sheet, 0, sheet.of.length, 'command');
}

/** What was said before "just kidding" is void; what is said after it holds. */
function markJokes(sheet: Sheet): void {
  const { words } = sheet;
  const pattern = joking[words.language];
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words.line); match; match = pattern.exec(words.line)) last = match;
  if (!last) return;
  const end = tokenAt(words, last.index + last[0].length);
  mark(sheet, 0, end, 'joke');
}
