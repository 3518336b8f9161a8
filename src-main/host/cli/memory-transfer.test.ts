/** Memories are written to a file wholly or not at all. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { canRunShortOfRoom, runShortOfRoom } from '../../../test/fixtures/short-of-room.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-transfer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Takes out memories of so many bytes where files may have 100 KiB; what it says, with the status or the code. */
const takeOut = (bytes: number, out: string): Promise<string> =>
  runShortOfRoom(
    100,
    `const { takeOut } = await import(${JSON.stringify(new URL('memory-transfer.ts', import.meta.url).href)});
     const piece = { fileName: 'm.jsonl', mediaType: '', text: 'x'.repeat(${bytes}), isLast: true };
     const access = { open: async () => ({ call: async () => piece }) };
     await takeOut(['--out', ${JSON.stringify(out)}], { access, terminal: { remark: () => undefined }, language: 'en' })
       .then(status => console.log(status), error => console.log(error.code));`,
  );

it.runIf(canRunShortOfRoom)(
  'a disk that runs full at its end leaves the file that was there, and nothing half',
  async () => {
    const out = join(folder, 'memories.jsonl');
    writeFileSync(out, 'from before');
    expect((await takeOut(120_000, out)).trim()).toBe('host.file-unwritable');
    expect(readFileSync(out, 'utf8')).toBe('from before');
    expect(readdirSync(folder)).toEqual(['memories.jsonl']);
    expect((await takeOut(90_000, out)).trim()).toBe('0');
    expect(readFileSync(out, 'utf8')).toHaveLength(90_000);
  },
);
