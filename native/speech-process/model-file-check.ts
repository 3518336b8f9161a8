/** Looks into model files before an engine does: at a wrong one the engines end the process, or never return. */
import { open, readFile } from 'node:fs/promises';

/** Metadata stand at the end of an ONNX file, after the graph, in the order in which its fields are numbered. */
const lookedAtBytes = 1024 * 1024;

/** Whether the model carries this metadata key; reads 1 MB of each end at most. */
export async function hasOnnxMetadata(path: string, key: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, lookedAtBytes));
    for (const position of [size - buffer.length, 0]) {
      await file.read(buffer, 0, buffer.length, position);
      if (buffer.includes(key)) return true;
    }
    return false;
  } finally {
    await file.close();
  }
}

/** Whether every line is a symbol, which may be a space, and its number. */
export async function isTokenTable(path: string): Promise<boolean> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).filter(line => line !== '');
  return lines.length > 1 && lines.every(line => /\s\d+$/.test(line));
}
