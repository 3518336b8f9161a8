/** The phrasings that intent recognition is measured on: read, checked and compared with what was understood. */
import { readFileSync } from 'node:fs';
import type { SlotValue, Understanding } from '../../domain/intent.ts';
import type { Language } from '../../domain/language.ts';

/** Rules may be written from `dev`; `kept-aside` only measures them. */
export type CorpusSet = 'dev' | 'kept-aside';
export const corpusSets: readonly CorpusSet[] = ['dev', 'kept-aside'];

export interface Phrasing {
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
  /** `none`: no built-in skill may answer. */
  readonly intent: string;
  /** Only those slots that a person would not argue about. */
  readonly slots?: Readonly<Record<string, SlotValue>>;
  /** Local time of the sentence, in Europe/Paris; absent: any. */
  readonly now?: string;
}

export const corpusZone = 'Europe/Paris';
export const defaultNow = '2026-11-21T10:00';

export function readCorpus(set: CorpusSet): readonly Phrasing[] {
  const lines = readFileSync(new URL(`./${set}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as Phrasing);
}

export interface Score {
  readonly shouldTrigger: number;
  readonly mustNotTrigger: number;
  readonly triggered: number;
  readonly rightIntents: number;
  /** Right intents / triggered. */
  readonly precision: number;
  /** Right intents / should trigger. */
  readonly recall: number;
  /** Right slots / expected slots, over phrasings whose intent was right. */
  readonly slotAccuracy: number;
  readonly expectedSlots: number;
}

export interface Reading {
  readonly phrasing: Phrasing;
  readonly understood: Understanding;
}

export function scoreReadings(readings: readonly Reading[]): Score {
  const should = readings.filter(({ phrasing }) => phrasing.intent !== 'none');
  const triggered = readings.filter(({ understood }) => understood.intent !== 'none');
  const right = should.filter(({ phrasing, understood }) => understood.intent === phrasing.intent);
  const slots = right.flatMap(reading => expectedSlots(reading).map(([, isRight]) => isRight));
  return {
    shouldTrigger: should.length,
    mustNotTrigger: readings.length - should.length,
    triggered: triggered.length,
    rightIntents: right.length,
    precision: ratio(right.length, triggered.length),
    recall: ratio(right.length, should.length),
    slotAccuracy: ratio(slots.filter(Boolean).length, slots.length),
    expectedSlots: slots.length,
  };
}

/** Each expected slot of a phrasing and whether it was understood so. */
export function expectedSlots({ phrasing, understood }: Reading): readonly (readonly [string, boolean])[] {
  return Object.entries(phrasing.slots ?? {}).map(([name, value]) => [
    name,
    sameSlot(value, understood.slots[name]),
  ]);
}

function sameSlot(expected: SlotValue, actual: SlotValue | undefined): boolean {
  if (typeof expected === 'number') {
    // Conversions are expected to four decimals.
    return (
      typeof actual === 'number' && Math.abs(actual - expected) <= Math.max(1e-9, Math.abs(expected) * 1e-4)
    );
  }
  if (typeof expected === 'string') return typeof actual === 'string' && plain(actual) === plain(expected);
  if (!Array.isArray(actual) || !Array.isArray(expected)) return false;
  return (
    actual.length === expected.length && expected.every((item, i) => plain(item) === plain(String(actual[i])))
  );
}

/** Case, diacritics, outer punctuation and a leading article or linking word make no difference to a slot. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’]/g, "'")
    .replace(/^[\s.,;:!?"]+|[\s.,;:!?"]+$/g, '')
    .replace(
      /^(?:(?:de la|de l'|du|des|de|d'|le|la|les|l'|un|une|que|qu'|the|an|a|some|to|that)(?:\s+|(?<=')))+/,
      '',
    )
    .replace(/\s+/g, ' ');
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
