/** The figures that the gate must not fall below, on what was kept aside from its rules; and that the talk is the same each time. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../../domain/language.ts';
import { parseLocalTime } from '../../../domain/local-time.ts';
import { judge } from '../judge.ts';
import { handWrittenNow, handWrittenZone, readHandWritten } from './hand-written.ts';
import { growthOf, judgeTurn, keptTwice } from './keeping.ts';
import { compare, emptyTally, figures, isSame } from './measure.ts';
import { simulate } from './simulate.ts';

const seed = 20_261_121;

describe('a hundred days of talk', () => {
  const turns = simulate({ half: 'kept-aside', seed });

  it('are at least 3,000 turns, the same from the same seed', () => {
    expect(turns.length).toBeGreaterThanOrEqual(3000);
    expect(simulate({ half: 'kept-aside', seed })).toEqual(turns);
    expect(simulate({ half: 'kept-aside', seed: 1 })).not.toEqual(turns);
  });

  it.each(languages)('%s: facts with a precision of 95 % and a recall of 85 %', language => {
    const tally = emptyTally();
    for (const turn of turns.filter(({ lang }) => lang === language)) compare(tally, turn, judgeTurn(turn));
    const { factPrecision, factRecall } = figures(tally);
    expect(factPrecision).toBeGreaterThanOrEqual(0.95);
    expect(factRecall).toBeGreaterThanOrEqual(0.85);
  });

  it('hold nothing that others said', () => {
    expect(keptTwice(simulate({ half: 'kept-aside', seed, days: 20 })).fromOthers).toBe(0);
  });

  it('keep fewer new episodes than there is more chatter', () => {
    const { turns: more, episodes } = growthOf('dev', seed);
    expect(episodes).toBeLessThan(1 + (more - 1) / 4);
  });
});

describe('sentences written by hand', () => {
  const nowMs = parseLocalTime(handWrittenNow, handWrittenZone) ?? 0;

  it.each(languages)('%s: at least 300, the kept-aside ones with 95 % and 85 %', language => {
    const tally = emptyTally();
    const kept = readHandWritten('kept-aside').filter(({ lang }) => lang === language);
    const dev = readHandWritten('dev').filter(({ lang }) => lang === language);
    expect(kept.length + dev.length).toBeGreaterThanOrEqual(300);
    for (const row of kept) {
      const { text, provenance = 'user', context } = row;
      compare(
        tally,
        row,
        judge({ text, language, provenance, nowMs, zone: handWrittenZone, ...(context && { context }) }),
      );
    }
    const { factPrecision, factRecall, storePrecision, storeRecall } = figures(tally);
    expect(factPrecision).toBeGreaterThanOrEqual(0.95);
    expect(factRecall).toBeGreaterThanOrEqual(0.85);
    expect(storePrecision).toBeGreaterThanOrEqual(0.95);
    expect(storeRecall).toBeGreaterThanOrEqual(0.95);
  });
});

it('a fact of another subject, relation or value is not the same', () => {
  const truth = { subject: 'Anna', relation: 'allergic_to', value: 'noix' };
  expect(isSame({ ...truth, value: 'Noix' }, truth)).toBe(true);
  expect(isSame({ ...truth, subject: 'user' }, truth)).toBe(false);
  expect(isSame({ ...truth, relation: 'likes' }, truth)).toBe(false);
  expect(isSame({ ...truth, value: 'lait' }, truth)).toBe(false);
  expect(isSame(truth, { ...truth, supersedes: 'lait' })).toBe(false);
});
