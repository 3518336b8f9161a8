/** The models whose vectors a collection holds: their dimensions, how many items they have, and the sum of these. */
import { JarvisError } from '../../domain/errors.ts';
import type { Statements } from './statements.ts';

/** Dimensions that each may have at most; a shorter vector is as one with zeros behind, which change no cosine. */
export const maxDimensions = { conversations: 384, knowledge: 768, emotions: 128 } as const;
export type CollectionName = keyof typeof maxDimensions;

/** The number of a row of vectors is that of its model times this, and that of its item. */
const modelStep = 2 ** 32;

export interface ModelRow {
  readonly rowid: number;
  readonly name: string;
  readonly dimensions: number;
  readonly items: number;
  /** Of the first vectors of all items, in double precision. */
  readonly sum: Buffer;
  /** Another one after each change. */
  readonly version: number;
}

export const firstId = ({ rowid }: Pick<ModelRow, 'rowid'>): number => rowid * modelStep;

export const sumOf = ({ sum }: ModelRow): Float64Array => new Float64Array(new Uint8Array(sum).buffer);

/** A version is never given twice: that of a transaction which was rolled back is nobody's. */
let lastVersion = Math.floor(Math.random() * 2 ** 50);

export const nextVersion = (): number => {
  lastVersion += 1;
  return lastVersion;
};

export const findModel = (db: Statements, collection: CollectionName, name: string): ModelRow | undefined =>
  db.one<ModelRow>('SELECT * FROM vector_model WHERE collection = ? AND name = ?', collection, name);

export const modelsOf = (db: Statements, collection: CollectionName): readonly ModelRow[] =>
  db.all<ModelRow>('SELECT * FROM vector_model WHERE collection = ?', collection);

/** In a transaction. Throws `model.embedding-dimensions`. */
export function addModel(
  db: Statements,
  collection: CollectionName,
  name: string,
  dimensions: number,
): ModelRow {
  const expected = maxDimensions[collection];
  if (dimensions === 0 || dimensions > expected) {
    throw new JarvisError('model.embedding-dimensions', { model: name, found: dimensions, expected });
  }
  const row = { name, dimensions, items: 0, sum: Buffer.alloc(8 * dimensions), version: nextVersion() };
  const { rowid } = db.run(
    'INSERT INTO vector_model (collection, name, dimensions, items, sum, version) VALUES (?, ?, ?, 0, ?, ?)',
    collection,
    name,
    dimensions,
    row.sum,
    row.version,
  );
  return { ...row, rowid };
}

/** In a transaction. A model without items keeps no trace of what they were. */
export function changeModel(
  db: Statements,
  { rowid, dimensions }: ModelRow,
  to: { readonly items: number; readonly sum: Float64Array; readonly version: number },
): void {
  const sum = to.items === 0 ? Buffer.alloc(8 * dimensions) : new Uint8Array(to.sum.buffer);
  db.run(
    'UPDATE vector_model SET items = ?, sum = ?, version = ? WHERE rowid = ?',
    to.items,
    sum,
    to.version,
    rowid,
  );
}

export const removeModelRow = (db: Statements, { rowid }: ModelRow): void => {
  db.run('DELETE FROM vector_model WHERE rowid = ?', rowid);
};
