/** What `jarvis knowledge` does for a person: reads, lists, finds, shows and removes documents. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makePdf } from '../../../native/document-process/document-fixture.ts';
import { runCli } from './cli-fixture.ts';

// Each run of the command line is a process that opens a store of its own.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
let dataDir: string;
const documents = (): string => join(folder, 'documents');
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jarvis-knowledge-'));
  dataDir = join(folder, 'data');
  await mkdir(documents());
  await writeFile(
    join(documents(), 'lease.pdf'),
    makePdf([[{ text: 'The rent is 750 euros.' }], [{ text: 'The notice period is three months.' }]]),
  );
  await writeFile(join(documents(), 'boiler.md'), '# Boiler\n\nKeep the pressure between 1 and 2 bar.');
  await writeFile(join(documents(), 'broken.pdf'), '%PDF-1.4 nothing');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (args: readonly string[], more: { env?: Record<string, string> } = {}) =>
  runCli(args, { dataDir, ...more });
const knowledge = (...args: string[]) => run(['knowledge', ...args]);

describe('jarvis knowledge', () => {
  it('reads a folder, and names what it cannot read', async () => {
    const { status, stdout } = await knowledge('add', documents());
    expect(stdout).toBe(
      `Added: ${documents()}\n  ${join(documents(), 'broken.pdf')}  not read  knowledge.damaged: This document is damaged.\nDocuments read: 2, passages: 3, not read: 1.\n`,
    );
    expect(status).toBe(1);
  });

  it('lists what it has read', async () => {
    const { stdout } = await knowledge('list');
    expect(stdout).toMatch(/boiler\.md {2}read {2}/);
    expect(JSON.parse((await knowledge('list', '--json')).stdout).documents).toHaveLength(3);
  });

  it('finds passages and shows one in its document', async () => {
    const { passages } = JSON.parse((await knowledge('search', '--json', 'notice period')).stdout);
    expect(passages[0]).toMatchObject({ documentName: 'lease.pdf', page: 2 });
    const { stdout } = await knowledge('show', passages[0].id);
    expect(stdout).toContain(
      'lease.pdf, page 2\nThe rent is 750 euros.\nThe notice period is three months.\n',
    );
    expect((await knowledge('search', 'notice period')).stdout).toContain(
      'The notice period is three months.\n',
    );
  });

  it('has a question answered word for word without a language model', async () => {
    const { stdout } = await run(['ask', 'What do my documents say about the notice period?']);
    expect(stdout.trim()).toBe('According to lease.pdf, page 2: “The notice period is three months.”');
  });

  it('removes a folder, and says what is wrong with an order', async () => {
    expect(await knowledge('remove', documents())).toMatchObject({
      status: 0,
      stdout: 'Removed; nothing of it is left.\n',
    });
    expect((await knowledge('list', '--lang', 'fr')).stdout).toBe('Aucun document.\n');
    expect((await knowledge('add', join(folder, 'nowhere'))).stderr).toContain('knowledge.no-such-path');
    expect((await knowledge('sort')).stderr).toContain('knowledge sort (add, remove, list');
  });
});
