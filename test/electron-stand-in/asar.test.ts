/** The stand-in reads an archive as it was written, with what lies beside it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { openAsar } from './asar.ts';

it('gives an archive as a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'asar-test-'));
  const list = JSON.stringify({
    files: {
      'a.txt': { offset: '0', size: 3 },
      inner: {
        files: {
          'run.sh': { offset: '3', size: 4, executable: true },
          'b.node': { size: 6, unpacked: true },
        },
      },
    },
  });
  const listBytes = Buffer.byteLength(list);
  const padded = listBytes + (4 - (listBytes % 4 || 4));
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(listBytes, 12);
  head.write(list, 16);
  const archive = join(folder, 'app.asar');
  writeFileSync(archive, Buffer.concat([head, Buffer.from('one#run')]));
  mkdirSync(join(folder, 'app.asar.unpacked/inner'), { recursive: true });
  writeFileSync(join(folder, 'app.asar.unpacked/inner/b.node'), 'binary');
  const opened = openAsar(archive);
  try {
    expect(readFileSync(join(opened, 'a.txt'), 'utf8')).toBe('one');
    expect(readFileSync(join(opened, 'inner/run.sh'), 'utf8')).toBe('#run');
    expect(statSync(join(opened, 'inner/run.sh')).mode & 0o100).toBe(0o100);
    expect(readFileSync(join(opened, 'inner/b.node'), 'utf8')).toBe('binary');
    expect(readFileSync(`${opened}.unpacked/inner/b.node`, 'utf8')).toBe('binary');
  } finally {
    rmSync(dirname(opened), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});
