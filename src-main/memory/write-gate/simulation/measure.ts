/** Compares what the gate said with what is true: precision and recall of facts, and of the decision to store. */
import { fold } from '../../../domain/fold.ts';
import type { Language } from '../../../domain/language.ts';
import type { GateVerdict, Provenance } from '../../../domain/memory.ts';

export interface ExpectedFact {
  readonly subject: string;
  readonly relation: string;
  readonly value: string;
  readonly supersedes?: string;
  /** Compared only where it is labelled, so that a wrong year counts as a wrong fact. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface Labelled {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  readonly context?: string | readonly string[];
  readonly provenance?: Provenance;
  readonly store: boolean;
  readonly facts: readonly ExpectedFact[];
}

export interface Tally {
  sentences: number;
  facts: number;
  expected: number;
  right: number;
  stored: number;
  shouldStore: number;
  rightlyStored: number;
}

export const emptyTally = (): Tally => ({
  sentences: 0,
  facts: 0,
  expected: 0,
  right: 0,
  stored: 0,
  shouldStore: 0,
  rightlyStored: 0,
});

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();

/** The same subject and relation, and the same value but for articles, case and accents; an older value and dates where they are told. */
export function isSame(said: ExpectedFact, truth: ExpectedFact): boolean {
  return (
    plain(said.subject) === plain(truth.subject) &&
    said.relation === truth.relation &&
    plain(said.value) === plain(truth.value) &&
    (truth.validFrom === undefined || said.validFrom === truth.validFrom) &&
    (truth.validTo === undefined || said.validTo === truth.validTo) &&
    (truth.supersedes === undefined || plain(said.supersedes ?? '') === plain(truth.supersedes))
  );
}

/** Adds one sentence to `tally`; returns what was missed and what was too much. */
export function compare(tally: Tally, row: Labelled, verdict: GateVerdict) {
  const missed = row.facts.filter(truth => !verdict.facts.some(said => isSame(said, truth)));
  const wrong = verdict.facts.filter(said => !row.facts.some(truth => isSame(said, truth)));
  tally.sentences++;
  tally.facts += verdict.facts.length;
  tally.expected += row.facts.length;
  tally.right += row.facts.length - missed.length;
  if (verdict.store) tally.stored++;
  if (row.store) tally.shouldStore++;
  if (row.store && verdict.store) tally.rightlyStored++;
  return { missed, wrong, isRightlyDecided: row.store === verdict.store };
}

const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);
export const figures = (tally: Tally) => ({
  factPrecision: share(tally.right, tally.facts),
  factRecall: share(tally.right, tally.expected),
  storePrecision: share(tally.rightlyStored, tally.stored),
  storeRecall: share(tally.rightlyStored, tally.shouldStore),
});
