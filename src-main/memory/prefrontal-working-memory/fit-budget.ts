/** Packs memories in their order into a budget of tokens, and never over it. */

interface Packed {
  readonly text: string;
}

interface Budget<T> {
  /** Default 1,000. */
  readonly tokens?: number;
  /** Tokens of a text; longer text never takes fewer. The same that counts the prompt. */
  readonly estimate: (text: string) => number;
  /** What stands in the prompt for these memories, marks included; empty for none. */
  readonly render: (memories: readonly T[]) => string;
}

interface Fitted<T> {
  readonly memories: readonly T[];
  /** Of all that is rendered; at most the budget. */
  readonly tokens: number;
  /** How many had no place, whole or cut. */
  readonly leftOut: number;
}

export const defaultBudgetTokens = 1000;
/** A memory is cut only where this much of it can stay: less says nothing. */
const leastKeptCharacters = 40;
/** No tokenizer makes more of a character than this many tokens' worth of budget: longer text need not be looked at. */
const charactersPerToken = 8;

/** One that is too long is cut behind a sentence; those behind it that still fit are taken. */
export function fitBudget<T extends Packed>(memories: readonly T[], budget: Budget<T>): Fitted<T> {
  const limit = budget.tokens ?? defaultBudgetTokens;
  const kept: T[] = [];
  const fits = (more: T): boolean => budget.estimate(budget.render([...kept, more])) <= limit;
  let leftOut = 0;
  for (const memory of memories) {
    const placed = short(memory, limit) && fits(memory) ? memory : cutToFit(memory, limit, fits);
    if (placed) kept.push(placed);
    else leftOut++;
  }
  const rendered = kept.length === 0 ? '' : budget.render(kept);
  return { memories: kept, tokens: rendered === '' ? 0 : budget.estimate(rendered), leftOut };
}

const short = ({ text }: Packed, limit: number): boolean =>
  text.length <= Math.max(0, limit) * charactersPerToken;

/** The longest beginning that fits, found by halving, and then back to where a sentence or a word ends. */
function cutToFit<T extends Packed>(memory: T, limit: number, fits: (memory: T) => boolean): T | undefined {
  const whole = memory.text;
  let low = leastKeptCharacters;
  let high = Math.min(whole.length - 1, Math.max(0, limit) * charactersPerToken);
  if (high < low || !fits(cutAt(memory, low))) return undefined;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(cutAt(memory, middle))) low = middle;
    else high = middle - 1;
  }
  const tidy = { ...memory, text: cutAtSentence(whole, low) };
  return fits(tidy) ? tidy : cutAt(memory, low);
}

const cutAt = <T extends Packed>(memory: T, length: number): T => ({
  ...memory,
  text: `${memory.text.slice(0, length).toWellFormed().replace(/�$/, '').trimEnd()}…`,
});

/** At most `length` characters: up to the last sentence that ends in their second half, else up to the last word. */
export function cutAtSentence(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const sentences = [...head.matchAll(/[.!?…](?=\s|$)/gu)];
  const end = sentences.at(-1);
  if (end && end.index >= length / 2) return `${head.slice(0, end.index + 1)} …`;
  const space = head.lastIndexOf(' ');
  const cut = space >= length / 2 ? head.slice(0, space) : head.toWellFormed().replace(/�$/, '');
  return `${cut.trimEnd()}…`;
}
