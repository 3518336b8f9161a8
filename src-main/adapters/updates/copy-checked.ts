/** Copies a package so that what lies there afterwards is what was announced, byte for byte, and on the disk. */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { JarvisError } from '../../domain/errors.ts';
import type { UpdateFile } from '../../domain/update.ts';

const pieceBytes = 1024 * 1024;

/** Throws `update.file-differs`; what was copied is then there, and of no use. */
export async function copyChecked(from: string, to: string, file: UpdateFile): Promise<void> {
  const input = await open(from, 'r');
  try {
    // A link that lies there would lead elsewhere, and a file there may be open in other hands.
    await rm(to, { force: true });
    const output = await open(to, 'wx', 0o600);
    try {
      const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
      const piece = Buffer.allocUnsafe(pieceBytes);
      let copied = 0;
      for (;;) {
        const { bytesRead } = await input.read(piece, 0, pieceBytes, copied);
        if (bytesRead === 0) break;
        const read = piece.subarray(0, bytesRead);
        sha256.update(read);
        sha512.update(read);
        await output.writeFile(read);
        copied += bytesRead;
      }
      const isSame = copied === file.bytes && sha256.digest('hex') === file.sha256;
      if (!isSame || sha512.digest('base64') !== file.sha512)
        throw new JarvisError('update.file-differs', { file: file.name });
      await output.sync();
    } finally {
      await output.close();
    }
  } finally {
    await input.close();
  }
}
