/** What `jarvis memory` does for a person: finds, explains, corrects, takes out, brings in, and forgets. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCli } from './cli-fixture.ts';

// Each run of the command line is a process that opens a store of its own.
vi.setConfig({ testTimeout: 120_000 });

const id = (n: number) => `01a1ffac-0000-7000-8000-00000000000${n}`;
const atMs = Date.UTC(2026, 2, 2, 9, 30);
const fact = {
  ...{ id: id(3), subject: 'Anna', relation: 'allergic_to', value: 'noix', language: 'fr', confidence: 0.9 },
  ...{ timesSaid: 1, firstSaidMs: atMs, lastSaidMs: atMs, proposedBy: 'rules', sourceEpisodeIds: [id(1)] },
};
const episode = (n: number, text: string) => ({
  kind: 'episode',
  episode: {
    ...{ id: id(n), place: { conversationId: id(9) }, provenance: 'user', speaker: 'user', atMs: atMs + n },
    ...{ text, language: 'fr', salience: 0.5, entities: n === 1 ? ['anna'] : [] },
    affect: { valence: 0, arousal: 0.2, dominance: 0.5, emotion: 'neutral' },
  },
  recalls: 0,
  isConsolidated: true,
});
const memory = [
  { kind: 'header', format: 'jarvis-memory', version: 1 },
  episode(1, 'Ma sœur Anna est allergique aux noix.'),
  episode(2, 'Je range le vélo dans la cave.'),
  { kind: 'fact', fact, history: [{ atMs, change: { kind: 'learned', fact } }] },
  { kind: 'end', episodes: 2, facts: 1, summaries: 0 },
];

let folder: string;
let dataDir: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jarvis-memory-'));
  dataDir = join(folder, 'data');
  await writeFile(join(folder, 'memory.jsonl'), memory.map(line => `${JSON.stringify(line)}\n`).join(''));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (args: readonly string[], more: { input?: string; dataDir?: string } = {}) =>
  runCli(['memory', ...args], { dataDir, ...more });
const json = async (args: readonly string[]) => JSON.parse((await run([...args, '--json'])).stdout);

describe('jarvis memory', () => {
  it('takes in a memory, and says what it had already when it comes again', async () => {
    const file = join(folder, 'memory.jsonl');
    expect(await run(['import', file])).toEqual({
      ...{ status: 0, stderr: '', stdout: 'Taken in: memories 2, facts 1, summaries 0; known already 0.\n' },
    });
    expect((await run(['import', file, '--lang', 'fr'])).stdout).toBe(
      'Repris : souvenirs 0, faits 0, résumés 0 ; déjà connus 3.\n',
    );
    expect(await json(['stats'])).toMatchObject({ episodes: 2, facts: 1, summaries: 0 });
    expect((await run(['stats', '--lang', 'fr'])).stdout).toMatch(/^souvenirs +2$/m);
  });

  it('finds, with the day, the score and its parts', async () => {
    const { stdout } = await run(['search', 'Anna', 'noix']);
    expect(stdout).toMatch(/^Ma sœur Anna est allergique aux noix\.\n {2}2 Mar 2026, .* · \d\.\d\d/);
    const { memories } = await json(['search', 'Anna', '--limit', '1']);
    expect(memories).toMatchObject([
      { text: expect.stringContaining('Anna'), parts: { words: expect.any(Number) } },
    ]);
    const asked = await runCli(['inspect', 'recall'], {
      ...{ dataDir, input: '{"id":5,"text":"Pourquoi Anna ne mange-t-elle pas de noix ?","lang":"fr"}\n' },
    });
    const answer = JSON.parse(asked.stdout);
    expect(answer).toMatchObject({ id: 5, tokens: expect.any(Number), ms: expect.any(Number) });
    expect(answer.memories[0]).toMatchObject({ date: expect.stringMatching(/^2026-03-02T\d\d:\d\d$/) });
  });

  it('says what is known of somebody, why, and keeps the old value of what is corrected', async () => {
    expect((await run(['facts', 'Anna'])).stdout).toBe(`Anna: is allergic to noix  ${id(3)}\n`);
    expect((await run(['facts', 'Anna', '--lang', 'fr'])).stdout).toContain('Anna : est allergique à noix');
    expect((await run(['facts', 'Boris'])).stdout).toBe('Nothing like that is known.\n');
    expect((await run(['edit', id(3), 'noix', 'de', 'cajou'])).stdout).toBe(
      'Corrected: Anna: is allergic to noix de cajou\n',
    );
    const why = (await run(['why', id(3)])).stdout;
    expect(why).toContain('Anna: is allergic to noix de cajou\nWhere it comes from:\n');
    expect(why).toContain('Ma sœur Anna est allergique aux noix.');
    expect(why).toContain('Anna: is allergic to noix → Anna: is allergic to noix de cajou');
    expect(await run(['show', id(8)])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^input\.not-found/),
    });
  });

  it('is taken out and into another Jarvis, where it is the same to the byte', async () => {
    const other = join(folder, 'other');
    for (const format of ['jsonl', 'markdown']) {
      const file = join(folder, `out.${format}`);
      expect(await run(['export', '--format', format, '--out', file])).toMatchObject({
        ...{ status: 0, stdout: '', stderr: `Written: ${file}\n` },
      });
      expect((await stat(file)).mode & 0o077).toBe(0);
      await rm(other, { recursive: true, force: true });
      expect((await run(['import', file], { dataDir: other })).stdout).toContain('memories 2, facts 1');
      const again = await run(['export', '--format', format], { dataDir: other });
      expect(again.stdout).toBe(await readFile(file, 'utf8'));
    }
  });

  it('takes in what other programs kept, through the write gate', async () => {
    const other = join(folder, 'third');
    const input = '- I am allergic to peanuts\n- What time is it?\n';
    const { stdout } = await run(['import', '-'], { input, dataDir: other });
    expect(stdout).toMatch(/^Taken in: memories 1, .*\nLeft out: question 1\n$/);
  });

  it('refuses a file that is none, and keeps nothing of one that is cut', async () => {
    const bad = join(folder, 'bad.jsonl');
    await writeFile(
      bad,
      memory
        .slice(0, 3)
        .map(line => `${JSON.stringify(line)}\n`)
        .join(''),
    );
    const other = join(folder, 'fourth');
    expect(await run(['import', bad], { dataDir: other })).toMatchObject({
      ...{ status: 1, stdout: '', stderr: expect.stringMatching(/^memory\.import-malformed: .*cut short/) },
    });
    expect((await run(['stats', '--json'], { dataDir: other })).stdout).toContain('"episodes":0');
    expect(await run(['import', join(folder, 'missing')])).toMatchObject({
      stderr: expect.stringMatching(/^input\.file-unreadable/),
    });
    expect(await run(['export', '--out', join(folder, 'nowhere', 'x')])).toMatchObject({
      stderr: expect.stringMatching(/^host\.file-unwritable/),
    });
  });

  it('shows what would be forgotten, and forgets nothing until somebody says yes', async () => {
    const shown = await run(['forget', 'Anna']);
    expect(shown.status).toBe(1);
    expect(shown.stdout).toMatch(/forgotten for good: memories 1, messages 0, facts 1/);
    expect(shown.stdout).toContain('Ma sœur Anna est allergique aux noix.');
    expect(shown.stdout).toMatch(/Nothing was forgotten\. "--yes"/);
    expect(await json(['stats'])).toMatchObject({ episodes: 2, facts: 1 });

    const done = await run(['forget', 'Anna', '--yes']);
    expect(done).toMatchObject({ status: 0, stderr: '' });
    expect(done.stdout).toMatch(
      /^Forgotten: memories 1, messages 0, facts 1, .*\n[\s\S]*Receipt [0-9a-f-]{36}\n$/,
    );
    expect(await json(['stats'])).toMatchObject({ episodes: 1, facts: 0 });
    expect((await run(['export'])).stdout).not.toMatch(/Anna|anna|noix/);
    expect(await run(['forget', 'Anna', '--lang', 'fr'])).toMatchObject({
      ...{ status: 0, stdout: 'Rien de tel n’est gardé : rien à oublier.\n' },
    });
  });

  it('excludes a topic and lets it in again', async () => {
    expect((await run(['exclude'])).stdout).toBe('No topic is excluded.\n');
    expect((await run(['exclude', 'ma', 'santé'])).stdout).toBe('ma santé\n');
    expect(await json(['exclude'])).toEqual({ topics: ['ma santé'] });
    expect((await run(['include', 'ma', 'santé'])).stdout).toBe('No topic is excluded.\n');
  });

  it('is switched off in parts, and told how long to keep things', async () => {
    expect((await run(['settings', 'retention', '90'])).stdout).toMatch(/^retention {2}90 {4}days/m);
    expect((await run(['settings', 'affect', 'off', '--lang', 'fr'])).stdout).toMatch(
      /^affect +off +l’humeur/m,
    );
    expect(await json(['settings'])).toMatchObject({ recall: true, affect: false, retentionDays: 90 });
    expect(await json(['settings', 'retention', 'off'])).not.toHaveProperty('retentionDays');
  });

  it('tells whether private mode is on', async () => {
    expect((await run(['private', '--lang', 'fr'])).stdout).toBe('Le mode privé est inactif.\n');
    expect(await json(['private', 'on'])).toEqual({ on: true });
  });

  it('shows which model makes meanings, and refuses one that is not there, by name', async () => {
    expect(await json(['embedder'])).toMatchObject({ choice: 'built-in', model: 'jarvis-static-fr-en-1' });
    expect((await run(['embedder', '--lang', 'fr'])).stdout).toContain('en usage : jarvis-static-fr-en-1\n');
    const refused = await run(['embedder', 'use', 'onnx', join(folder, 'nowhere')]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('"nowhere"');
    expect((await run(['embedder', 'use', 'onnx'])).stderr).toContain('ollama MODEL');
    expect(await json(['embedder', 'use', 'built-in'])).toMatchObject({ choice: 'built-in' });
  });
});
