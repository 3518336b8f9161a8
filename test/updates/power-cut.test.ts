/** The power fails at 100 moments of an update: afterwards there is one program that works, and every word that was said. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openStage, type Stage } from './power-cut-stage.ts';

const atOnce = 2;
const mostStarts = 5;
const limitMs = 15 * 60_000;

let newer: Stage;
let broken: Stage;
let words: string;

beforeAll(async () => {
  [newer, broken] = await Promise.all([openStage('2.0.0'), openStage('3.0.0')]);
  const desk = newer.copy('first');
  const { said, complaint } = await desk.start();
  words = said.find(line => line.startsWith('ready'))?.split(' ')[2] ?? '';
  expect(words, complaint).toMatch(/^[0-9a-f]{64}$/);
}, limitMs);
afterAll(async () => {
  await newer.close();
  await broken.close();
});

interface Phase {
  readonly what: string;
  readonly stage: Stage;
  readonly template: string;
  readonly args: readonly string[];
  readonly cuts: number;
  /** The version that works in the end. */
  readonly end: string;
}

/** How many moments the phase has where nothing cuts it. */
async function momentsOf({ stage, template, args, end }: Phase): Promise<number> {
  const desk = stage.copy(template);
  const ended = await desk.start(args);
  const moments = Number(ended.said.find(line => line.startsWith('moments'))?.split(' ')[1]);
  expect(moments, `${end} ${ended.said} ${ended.complaint}`).toBeGreaterThan(10);
  desk.remove();
  return moments;
}

/** Starts what lies there until `end` is ready; every start on the way must find a whole program and every word. */
async function settle(desk: Desk, args: readonly string[], end: string): Promise<string> {
  const path: string[] = [];
  for (let start = 0; start < mostStarts; start += 1) {
    const version = desk.version();
    if (version === undefined) return `${path.join(' ')} HALF A PROGRAM`;
    const { said, complaint } = await desk.start(args);
    const [word, ready, digest] = said.find(line => /^(?:ready|went)/.test(line))?.split(' ') ?? [];
    if (word === 'ready' && digest !== words) return `${path.join(' ')} WORDS LOST`;
    path.push(word === 'ready' ? `${ready}` : word === 'went' ? 'back' : `FAILED ${complaint}`);
    if (word === 'ready' && ready === end) return path.join(' ');
  }
  return `${path.join(' ')} NEVER`;
}

async function cutEverywhere(phase: Phase): Promise<void> {
  const { what, stage, template, args, cuts, end } = phase;
  const moments = await momentsOf(phase);
  const wanted = Array.from({ length: cuts }, (_, at) => 1 + Math.floor((at * moments) / cuts));
  const outcomes = new Map<string, number>();
  const faults: string[] = [];
  let killed = 0;
  const work = async (): Promise<void> => {
    for (let at = wanted.shift(); at !== undefined; at = wanted.shift()) {
      const desk = stage.copy(template);
      const ended = await desk.start(args, { atMoment: at });
      if (ended.isKilled) killed += 1;
      const between = desk.version() ?? 'half';
      const path = await settle(desk, args, end);
      const outcome = `killed with ${between} in place, then ${path}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (between === 'half' || /[A-Z]/.test(path))
        faults.push(`moment ${at}: ${outcome} ${ended.complaint}`);
      desk.remove();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const table = [...outcomes].map(([outcome, count]) => `    ${String(count).padStart(3)} × ${outcome}`);
  console.info(`  ${what}: ${killed} kills over ${moments} moments\n${table.join('\n')}`);
  expect(faults).toEqual([]);
  // Some runs have a few moments less than the one that was counted.
  expect(killed).toBeGreaterThanOrEqual(Math.floor(cuts * 0.9));
}

it(
  'while it is looked for, brought, checked and put in place',
  async () => {
    await cutEverywhere({
      ...{ what: 'update', stage: newer, template: 'first', args: ['--update'], cuts: 62, end: '2.0.0' },
    });
  },
  limitMs,
);

it(
  'while the new one starts for the first time, with its copy and its upgrade of the data',
  async () => {
    const desk = newer.copy('first');
    expect((await desk.start(['--update'])).said).toContain('installed');
    newer.keep(desk, 'installed');
    await cutEverywhere({
      ...{ what: 'first start', stage: newer, template: 'installed', args: [], cuts: 28, end: '2.0.0' },
    });
  },
  limitMs,
);

it(
  'while a version that never came to be ready is given up',
  async () => {
    const desk = broken.copy('first');
    expect((await desk.start(['--update'])).said).toContain('installed');
    writeNewerSettings(desk);
    expect((await desk.start()).said).toEqual([]);
    expect((await desk.start()).said).toEqual([]);
    expect(desk.version()).toBe('3.0.0');
    broken.keep(desk, 'failed-twice');
    const { said } = await desk.start();
    expect(said).toContain('went back');
    expect(desk.version()).toBe('1.0.0');
    expect(await settle(desk, [], '1.0.0')).toBe('1.0.0');
    expect(readFileSync(join(desk.folder, 'data', 'settings.json'), 'utf8')).toContain('"logLevel": "warn"');
    await cutEverywhere({
      ...{ what: 'going back', stage: broken, template: 'failed-twice', args: [], cuts: 20, end: '1.0.0' },
    });
  },
  limitMs,
);

/** What a newer program may write, and an older one refuse. */
function writeNewerSettings(desk: Desk): void {
  const path = join(desk.folder, 'data', 'settings.json');
  writeFileSync(path, '{ "somethingNew": true }\n');
}
