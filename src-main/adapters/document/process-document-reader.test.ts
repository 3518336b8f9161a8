/** Documents read in their own process: what is hostile ends there, and the next one is read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentBlock } from '../../domain/knowledge.ts';
import { systemClock } from '../../host/system-clock.ts';
import type { DocumentReader, DocumentSource } from '../../ports/document-reader.ts';
import { createProcessDocumentReader } from './process-document-reader.ts';

let folder: string;
let reader: DocumentReader;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-reader-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => reader.close());

const never = new AbortController().signal;
async function read(source: DocumentSource, known?: Uint8Array) {
  const blocks: DocumentBlock[] = [];
  const about = await reader.read(source, {
    onBlocks: batch => void blocks.push(...batch),
    signal: never,
    ...(known && { known }),
  });
  return { ...about, texts: blocks.map(({ text }) => text) };
}
const content = (text: string, name = 'a.txt'): DocumentSource => ({ name, bytes: Buffer.from(text) });
/** Elements within elements: the parser takes a quarter of a minute. */
const slow = content('<div>'.repeat(300_000), 'slow.html');

describe('the document process', () => {
  it('reads a file by its path, or content by its name', async () => {
    reader = createProcessDocumentReader({ clock: systemClock });
    const path = join(folder, 'a.md');
    writeFileSync(path, '# Titre\n\nTexte.');
    const read1 = await read({ path });
    expect(read1).toMatchObject({ title: 'Titre', texts: ['Titre', 'Texte.'] });
    expect((await read(content('# Titre\n\nTexte.', 'b.md'))).sha256).toEqual(read1.sha256);
    // What is known already is not read again.
    expect((await read({ path }, read1.sha256)).texts).toEqual([]);
  });

  it('says what is wrong with a file: gone, a folder, too large', async () => {
    reader = createProcessDocumentReader({ clock: systemClock });
    const large = join(folder, 'large.txt');
    writeFileSync(large, 'x');
    truncateSync(large, 100 * 1024 * 1024);
    for (const [path, code] of [
      [join(folder, 'gone.txt'), 'input.file-unreadable'],
      [folder, 'knowledge.unsupported'],
      [large, 'knowledge.too-large'],
    ] as const) {
      await expect(read({ path })).rejects.toMatchObject({ code });
    }
  });

  it('gives up what takes too long, and reads the next one', async () => {
    reader = createProcessDocumentReader({ clock: systemClock, readAtMostMs: 1500 });
    await expect(read(slow)).rejects.toMatchObject({ code: 'knowledge.gave-up' });
    expect((await read(content('next'))).texts).toEqual(['next']);
  });

  it('stops at once when it is told to', async () => {
    reader = createProcessDocumentReader({ clock: systemClock });
    const stopper = new AbortController();
    const reading = reader.read(slow, { onBlocks: () => undefined, signal: stopper.signal });
    setTimeout(() => stopper.abort(), 300);
    const startedMs = performance.now();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - startedMs).toBeLessThan(5000);
    expect((await read(content('next'))).texts).toEqual(['next']);
  });

  it('ends by itself when it holds too much memory, even while a library works without a pause', () => {
    reader = createProcessDocumentReader({ clock: systemClock });
    const watchdog = new URL('../../../native/document-process/watchdog.ts', import.meta.url).href;
    const program = `
      const { watchMemory } = await import(${JSON.stringify(watchdog)});
      watchMemory(300 * 1024 * 1024);
      await new Promise(resolve => setTimeout(resolve, 300));
      const held = [];
      for (let at = 0; at < 4000; at += 1) held.push(Buffer.alloc(1024 * 1024, at));
      process.exit(7);`;
    const { signal, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
    expect({ signal, status }).toEqual({ signal: 'SIGKILL', status: null });
  });
});
