/** Pictures in the database, by the message that they went with. */
import { type ImageInfo, imageKinds, type SentImage } from '../../domain/image.ts';
import type { Statements } from './statements.ts';

/** In a transaction. Positions of `imageKinds` are what the database holds. */
export function addImages(db: Statements, message: number, images: readonly SentImage[]): void {
  for (const [position, { mediaType, bytes }] of images.entries()) {
    db.run(
      'INSERT INTO message_image (message, position, kind, length, bytes) VALUES (?, ?, ?, ?, ?)',
      message,
      position,
      imageKinds.indexOf(mediaType),
      bytes.length,
      bytes,
    );
  }
}

interface ImageRow {
  readonly kind: number;
  readonly bytes: Buffer;
}

const kindOf = (kind: number): SentImage['mediaType'] => {
  const found = imageKinds[kind];
  if (found === undefined) throw new RangeError(`no kind of picture ${kind}`);
  return found;
};

export const imagesOf = (db: Statements, message: number): readonly SentImage[] =>
  db
    .all<ImageRow>('SELECT kind, bytes FROM message_image WHERE message = ? ORDER BY position', message)
    .map(({ kind, bytes }) => ({ mediaType: kindOf(kind), bytes }));

export const copyImages = (db: Statements, from: number, to: number): void => {
  db.run(
    `INSERT INTO message_image (message, position, kind, length, bytes)
     SELECT ?, position, kind, length, bytes FROM message_image WHERE message = ?`,
    to,
    from,
  );
};

export const removeImages = (db: Statements, message: number): void => {
  db.run('DELETE FROM message_image WHERE message = ?', message);
};

/** Answered by the index alone; words of the person alone have any. */
export const imagesColumn = `
  CASE m.role WHEN 0 THEN (
    SELECT group_concat(i.kind || ':' || i.length, ',' ORDER BY i.position) FROM message_image i WHERE i.message = m.rowid
  ) END AS images`;

export const infoOf = (images: string): readonly ImageInfo[] =>
  images.split(',').map(image => {
    const [kind = 0, byteLength = 0] = image.split(':').map(Number);
    return { mediaType: kindOf(kind), byteLength };
  });
