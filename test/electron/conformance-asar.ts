/** Packs a folder into an archive as Electron reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers of a pickle are of four bytes, and what it holds ends on a fourth. */
const whole = (size: number): number => Math.ceil(size / 4) * 4;

/** Of a folder without folders in it. @returns the bytes of the archive */
export function packAsar(folder: string): Buffer {
  const files: Record<string, { size: number; offset: string }> = {};
  const bodies: Buffer[] = [];
  let offset = 0;
  for (const name of readdirSync(folder)) {
    const body = readFileSync(join(folder, name));
    files[name] = { size: body.length, offset: String(offset) };
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.from(JSON.stringify({ files }));
  const head = Buffer.alloc(16 + whole(list.length));
  for (const [at, value] of [4, whole(list.length) + 8, whole(list.length) + 4, list.length].entries())
    head.writeUInt32LE(value, at * 4);
  list.copy(head, 16);
  return Buffer.concat([head, ...bodies]);
}
