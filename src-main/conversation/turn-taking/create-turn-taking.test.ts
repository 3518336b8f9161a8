/** What holds for every course of a conversation, whatever is heard, said and answered. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTurnTaking } from './create-turn-taking.ts';
import type { TurnTakingAction } from './turn-taking.ts';

const event = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('speech' as const), windows: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('silence' as const), windows: fc.integer({ min: 1, max: 60 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('words' as const),
      text: fc.constantFrom('', 'stop', 'mm-hm', 'What time is it?', 'rappelle-moi de', 'non pas ça du tout'),
      late: fc.integer({ min: 0, max: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('started' as const, 'ended' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('finish' as const, 'reset' as const) }) },
);
const modes = fc.constantFrom('hold' as const, 'turn' as const, 'always' as const, 'hotword' as const);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function perform(mode: 'hold' | 'turn' | 'always' | 'hotword', events: readonly Event[]) {
  const taking = createTurnTaking({ profileLanguages: ['fr', 'en'], mode, bargeIn: true });
  const log: (TurnTakingAction | { kind: 'reset' } | { kind: 'heard'; text: string })[] = [];
  const ids: number[] = [];
  let atMs = 0;
  let isPlaying = false;
  const take = (actions: readonly TurnTakingAction[]): void => {
    for (const action of actions) {
      log.push(action);
      if (action.kind === 'recognise') ids.push(action.id);
      if (action.kind === 'output' && action.order === 'stop') isPlaying = false;
    }
  };
  const sound = (windows: number, probability: number, levelDb: number): void => {
    for (let i = 0; i < windows; i += 1) {
      atMs += 32;
      const output = isPlaying ? { outputDb: -30 } : {};
      take(taking.push({ kind: 'activity', atMs, probability, levelDb, ...output }));
    }
  };
  for (const one of events) {
    if (one.kind === 'speech') sound(one.windows, 0.95, -20);
    else if (one.kind === 'silence') sound(one.windows, 0.02, -65);
    else if (one.kind === 'words') {
      const id = ids[ids.length - 1 - one.late];
      if (id === undefined) continue;
      log.push({ kind: 'heard', text: one.text });
      take(taking.push({ kind: 'transcript', id, text: one.text }));
    } else if (one.kind === 'finish') take(taking.finish(atMs));
    else if (one.kind === 'reset') {
      taking.reset(atMs);
      log.push({ kind: 'reset' });
    } else {
      isPlaying = one.kind === 'started';
      if (isPlaying) log.push({ kind: 'reset' });
      take(taking.push({ kind: 'output', atMs, state: one.kind }));
    }
  }
  return log;
}

const courses = fc.tuple(modes, fc.array(event, { minLength: 1, maxLength: 40 }));

test('no turn ends without words that were heard', () => {
  fc.assert(
    fc.property(courses, ([mode, events]) => {
      const log = perform(mode, events);
      log.forEach((entry, at) => {
        if (entry.kind !== 'turn-ended') return;
        expect(entry.text.trim()).not.toBe('');
        expect(log.slice(0, at).some(before => before.kind === 'heard' && before.text === entry.text)).toBe(
          true,
        );
        expect(entry.toMs).toBeGreaterThanOrEqual(entry.fromMs);
      });
    }),
    { numRuns: 200 },
  );
});

test('a prepared answer is given, replaced or thrown away before speech begins anew', () => {
  fc.assert(
    fc.property(courses, ([mode, events]) => {
      let isPrepared = false;
      for (const { kind } of perform(mode, events)) {
        if (kind === 'speech-started') expect(isPrepared).toBe(false);
        if (kind === 'prepare') isPrepared = true;
        if (kind === 'revise' || kind === 'turn-ended' || kind === 'nothing-said' || kind === 'reset')
          isPrepared = false;
      }
    }),
    { numRuns: 200 },
  );
});

test('the voice is paused, resumed and stopped in an order that a loudspeaker can follow', () => {
  const follows: Readonly<Record<string, readonly string[]>> = {
    resume: ['duck', 'stop'],
    duck: ['pause', 'resume', 'stop'],
    pause: ['resume', 'stop'],
    stop: ['duck', 'stop'],
  };
  fc.assert(
    fc.property(courses, ([mode, events]) => {
      let last = 'resume';
      for (const entry of perform(mode, events)) {
        if (entry.kind === 'reset') last = 'resume';
        if (entry.kind !== 'output') continue;
        expect(follows[last]).toContain(entry.order);
        last = entry.order;
      }
    }),
    { numRuns: 200 },
  );
});

test('sound to be recognised is never empty, older than a minute, or from before what was forgotten', () => {
  fc.assert(
    fc.property(courses, ([mode, events]) => {
      for (const entry of perform(mode, events)) {
        if (entry.kind !== 'recognise') continue;
        expect(entry.toMs).toBeGreaterThan(entry.fromMs);
        expect(entry.toMs - entry.fromMs).toBeLessThanOrEqual(60_000);
      }
    }),
    { numRuns: 200 },
  );
});
