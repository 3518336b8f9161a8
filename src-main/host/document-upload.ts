/** Documents that were dropped on a window: a browser tells no path, so that their text is kept without one. */
import type { UploadHandler } from '../api/web-upload.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Knowledge } from '../memory/knowledge/knowledge.ts';

/** As the document process takes it. */
const maxBytes = 64 * 1024 * 1024;

export function documentUpload(knowledge: () => Pick<Knowledge, 'addContent'>): UploadHandler {
  return async (name, body, signal) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of body) {
      signal.throwIfAborted();
      size += piece.length;
      if (size > maxBytes) throw new JarvisError('knowledge.too-large');
      pieces.push(piece);
    }
    return knowledge().addContent(name, Buffer.concat(pieces), signal);
  };
}
