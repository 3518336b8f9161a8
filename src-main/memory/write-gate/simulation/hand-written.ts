/** Everyday sentences with what should become of them, written by hand; the second half was written before any rule was run. */
import { readFileSync } from 'node:fs';
import type { Labelled } from './measure.ts';

export const halves = ['dev', 'kept-aside'] as const;
export type Half = (typeof halves)[number];

/** The day on which they are said: a Saturday. */
export const handWrittenNow = '2026-11-21T10:00';
export const handWrittenZone = 'Europe/Paris';

export function readHandWritten(half: Half): readonly Labelled[] {
  const lines = readFileSync(new URL(`./hand-written-${half}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as Labelled);
}
