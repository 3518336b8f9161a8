/** A packaged app's archive as a folder: Electron's file system looks into archives, Node's does not. */
import {
  chmodSync,
  copyFileSync,
  constants as fileConstants,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface ArchivedFile {
  readonly offset?: string;
  readonly size?: number;
  readonly executable?: boolean;
  /** It lies beside the archive, under the same path. */
  readonly unpacked?: boolean;
  readonly link?: string;
  readonly files?: Readonly<Record<string, ArchivedFile>>;
}

/** Two pickles stand before the files: how long the list is, then the list as JSON. */
const listStart = 16;

/** The list of what is in an archive, and where its files' bytes begin. */
export function readAsarList(bytes: Buffer): { readonly list: ArchivedFile; readonly dataStart: number } {
  const text = bytes.toString('utf8', listStart, listStart + bytes.readUInt32LE(12));
  return { list: JSON.parse(text), dataStart: 8 + bytes.readUInt32LE(4) };
}

/** @returns a folder of the same name that holds all of it, with what lies unpacked beside it; gone with this process. */
export function openAsar(archive: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-asar-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const bytes = readFileSync(archive);
  const { list, dataStart } = readAsarList(bytes);
  const outside = `${archive}.unpacked`;
  const place = (entry: ArchivedFile, path: string): void => {
    const to = join(folder, 'app.asar', path);
    if (entry.files !== undefined) {
      mkdirSync(to, { recursive: true });
      for (const [name, inner] of Object.entries(entry.files)) place(inner, join(path, name));
    } else if (entry.link !== undefined) symlinkSync(entry.link, to);
    else if (entry.unpacked === true) copyFileSync(join(outside, path), to, fileConstants.COPYFILE_FICLONE);
    else {
      const from = dataStart + Number(entry.offset);
      writeFileSync(to, bytes.subarray(from, from + (entry.size ?? 0)));
      if (entry.executable === true) chmodSync(to, 0o755);
    }
  };
  place(list, '');
  symlinkSync(outside, join(folder, 'app.asar.unpacked'));
  return join(folder, 'app.asar');
}
