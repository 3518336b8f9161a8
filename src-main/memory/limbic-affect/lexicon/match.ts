/** Finds the words and expressions of the lexicon in an utterance; the longer expression wins over its parts. */
import type { Token } from '../reading/tokens.ts';
import type { Entry } from './entry.ts';
import type { Lexicon, TreeNode } from './expression-tree.ts';

export interface Match {
  readonly entry: Entry;
  /** Places of the words that are part of the expression, without those between. */
  readonly places: readonly number[];
}

interface Search {
  readonly keys: readonly (readonly string[])[];
  readonly tokens: readonly Token[];
  /** Words that may stand inside any expression: "fed REALLY up". */
  readonly isSkippable: (word: string) => boolean;
  readonly found: Match[];
}

const mostSkips = 2;

export function findMatches(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isSkippable: (word: string) => boolean,
): readonly Match[] {
  const search: Search = {
    keys: tokens.map(token => lexicon.keysOf(token.word)),
    tokens,
    isSkippable,
    found: [],
  };
  for (let start = 0; start < tokens.length; start++) follow(search, lexicon.root, start, [], 0);
  return withoutOverlaps(search.found, tokens.length);
}

function follow(search: Search, node: TreeNode, at: number, places: readonly number[], skips: number): void {
  if (node.entry !== undefined && places.length > 0) search.found.push({ entry: node.entry, places });
  const token = search.tokens[at];
  if (token === undefined || node.next.size === 0) return;
  const first = places[0];
  if (first !== undefined && search.tokens[first]?.sentence !== token.sentence) return;
  for (const key of search.keys[at] ?? []) {
    const next = node.next.get(key);
    if (next !== undefined) follow(search, next, at + 1, [...places, at], skips);
  }
  if (places.length === 0) return;
  const any = node.next.get('*');
  if (any !== undefined) follow(search, any, at + 1, places, skips);
  if (skips < mostSkips && search.isSkippable(token.word)) follow(search, node, at + 1, places, skips + 1);
}

/** More words first, then the surer reading. */
function withoutOverlaps(found: readonly Match[], length: number): readonly Match[] {
  const taken = new Uint8Array(length);
  const kept: Match[] = [];
  const ranked = found
    .map((match, order) => ({ match, order }))
    .sort((a, b) => b.match.places.length - a.match.places.length || a.order - b.order);
  for (const { match } of ranked) {
    if (match.places.some(place => taken[place] === 1)) continue;
    for (const place of match.places) taken[place] = 1;
    kept.push(match);
  }
  return kept.sort((a, b) => (a.places[0] ?? 0) - (b.places[0] ?? 0));
}
