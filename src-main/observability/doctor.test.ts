/** The doctor's report: the worst state wins, a hanging or throwing check is told, nothing waits for ever. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JarvisError } from '../domain/errors.ts';
import { freeDiskCheck } from './checks/free-disk.ts';
import { freeMemoryCheck } from './checks/free-memory.ts';
import { nodeVersionCheck } from './checks/node-version.ts';
import { type Finding, type NamedCheck, runDoctor } from './doctor.ts';

/** Time that stands still until told; `limits` are the delays asked for and not cancelled. */
function heldClock() {
  const waiting = new Map<symbol, () => void>();
  return {
    waiting,
    clock: {
      monotonicMs: () => 0,
      after: (_delayMs: number, action: () => void) => {
        const key = Symbol();
        waiting.set(key, action);
        return () => void waiting.delete(key);
      },
    },
    ring: () => {
      for (const action of [...waiting.values()]) action();
    },
  };
}
const check = (part: string, run: NamedCheck['run']): NamedCheck => ({ part, run });
const state = (of: Finding['state']) => async () => ({ state: of, meaning: of });

describe('the doctor', () => {
  it('keeps the order of the checks and takes the worst state', async () => {
    const { clock, waiting } = heldClock();
    const run = (...states: Finding['state'][]) =>
      runDoctor({ checks: states.map((of, i) => check(`part${i}`, state(of))), language: 'en', clock });
    const report = await run('fine', 'degraded', 'fine');
    expect(report.state).toBe('degraded');
    expect(report.checks.map(({ part }) => part)).toEqual(['part0', 'part1', 'part2']);
    expect((await run('degraded', 'broken')).state).toBe('broken');
    expect((await run('fine')).state).toBe('fine');
    expect(waiting.size).toBe(0);
  });

  it('tells what a check threw, in the language asked for', async () => {
    const { clock } = heldClock();
    const throwing = check('store', async () => {
      throw new JarvisError('store.locked');
    });
    const report = await runDoctor({
      checks: [
        throwing,
        check('odd', () => {
          throw 'no error';
        }),
      ],
      language: 'fr',
      clock,
    });
    expect(report.checks[0]).toMatchObject({
      state: 'broken',
      meaning: 'Les données sont utilisées par un autre Jarvis.',
      facts: { code: 'store.locked' },
    });
    expect(report.checks[0]?.mend).toContain('--data-dir');
    expect(report.checks[1]).toMatchObject({ state: 'broken', facts: { code: 'host.unexpected' } });
  });

  it('gives up on a check that hangs, and tells it to stop', async () => {
    const { clock, ring } = heldClock();
    let aborted = false;
    const hanging = check('model:ollama', signal => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      return new Promise(() => undefined);
    });
    const running = runDoctor({
      checks: [{ ...hanging, limitMs: 3000 }, check('node', state('fine'))],
      language: 'en',
      clock,
    });
    await new Promise(resolve => setImmediate(resolve));
    ring();
    const report = await running;
    expect(aborted).toBe(true);
    expect(report.checks[0]).toMatchObject({
      state: 'broken',
      meaning: 'The check gave no answer within 3 s.',
    });
    expect(report.checks[1]?.state).toBe('fine');
  });
});

describe('the checks of the machine', () => {
  const run = (of: NamedCheck) => of.run(new AbortController().signal);

  it.each([
    ['20.19.0', 'broken'],
    ['22.13.9', 'broken'],
    ['22.14.0', 'fine'],
    ['24.21.0', 'fine'],
  ])('node %s is %s', async (version, expected) => {
    expect(await run(nodeVersionCheck('en', version))).toMatchObject({ state: expected, facts: { version } });
  });

  it.each([
    [8000, 'fine'],
    [900, 'degraded'],
    [100, 'broken'],
  ])('%d MB of free memory are %s', async (mb, expected) => {
    const read = async () => ({ availableBytes: mb * 1024 * 1024, totalBytes: 16e9 });
    const found = await run(freeMemoryCheck('fr', read));
    expect(found).toMatchObject({ state: expected, facts: { availableMb: mb } });
    expect(found.meaning).toContain(`${mb} Mo`);
    expect(found.mend !== undefined).toBe(expected !== 'fine');
  });

  it.each([
    [50_000, 'fine'],
    [1500, 'degraded'],
    [100, 'broken'],
  ])('%d MB of free disk are %s', async (mb, expected) => {
    const found = await run(freeDiskCheck('en', tmpdir(), async () => mb * 1_000_000));
    expect(found).toMatchObject({ state: expected, facts: { freeMb: mb } });
  });

  it('reads the real figures of this machine, for a folder that is not there yet too', async () => {
    expect((await run(freeMemoryCheck('en'))).facts?.availableMb).toBeGreaterThan(0);
    const dir = await mkdtemp(join(tmpdir(), 'jarvis-disk-'));
    const found = await run(freeDiskCheck('en', join(dir, 'not', 'yet')));
    expect(found.facts?.freeMb).toBeGreaterThan(0);
    await rm(dir, { recursive: true });
  });
});
