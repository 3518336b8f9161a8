/** A collection of vectors in the database: several for each item, of one model or more, found by cosine. */
import { JarvisError } from '../../domain/errors.ts';
import type { Statements } from './statements.ts';
import { loadVectorFunctions } from './vector-functions.ts';
import { type NearItem, partsOfItem, VectorIndex } from './vector-index.ts';
import {
  addModel,
  type CollectionName,
  changeModel,
  findModel,
  firstId,
  type ModelRow,
  maxDimensions,
  modelsOf,
  nextVersion,
  removeModelRow,
  sumOf,
} from './vector-models.ts';
import { asInt8, fromInt8, packInt8, unpackInt8 } from './vector-numbers.ts';

/** So many rows are read into memory before others have their turn: about 3 ms. */
const rowsOfStep = 2000;
/** A model that changes while it is read is begun anew so often; else it is left for the next time. */
const attempts = 3;
const everyPart = JSON.stringify(Array.from({ length: partsOfItem }, (_, part) => part));

interface VectorRow {
  readonly id: number;
  readonly is_found: number;
  readonly vectors: Buffer;
}

export class VectorCollection {
  readonly #db: Statements;
  readonly #name: CollectionName;
  /** By the number of the model; each is of one version. */
  readonly #indexes = new Map<number, { readonly version: number; readonly index: VectorIndex }>();

  /** Models that were to be quick: they become so again by themselves. */
  readonly #prepared = new Set<string>();
  #preparing: Promise<void> | undefined;

  constructor(db: Statements, name: CollectionName) {
    this.#db = db;
    this.#name = name;
  }

  /**
   * In a transaction: takes the place of what the model made of this item. `isFound` false keeps the vectors without
   * finding the item by them; vectors beyond the first 32 are left out. Throws `model.embedding-dimensions` where they
   * do not fit.
   */
  put(modelName: string, item: number, vectors: readonly Float32Array[], isFound = true): void {
    const kept = vectors.slice(0, partsOfItem);
    const dimensions = kept[0]?.length ?? 0;
    const model =
      findModel(this.#db, this.#name, modelName) ?? addModel(this.#db, this.#name, modelName, dimensions);
    for (const vector of kept) requireFit(this.#name, model, vector);
    const packed = packInt8(kept);
    const before = this.#row(model, item);
    this.#db.run(
      `INSERT OR REPLACE INTO ${this.#name} (id, is_found, vectors) VALUES (?, ?, ?)`,
      firstId(model) + item,
      isFound ? 1 : 0,
      packed,
    );
    const sums = [
      { vectors: packed, by: 1 },
      ...(before === undefined ? [] : [{ vectors: before.vectors, by: -1 }]),
    ];
    this.#changed(model, sums, index => {
      if (before?.is_found === 1) index.remove(new Set([item]));
      if (isFound) index.add(item, asInt8(packed));
    });
  }

  /** In a transaction: of all models. Returns how many vectors went. */
  remove(items: readonly number[]): number {
    let count = 0;
    for (const model of modelsOf(this.#db, this.#name)) {
      const rows = this.#rows(model, items);
      for (const { id } of rows) this.#db.run(`DELETE FROM ${this.#name} WHERE id = ?`, id);
      const sums = rows.map(({ vectors }) => ({ vectors, by: -1 }));
      this.#changed(model, sums, index => index.remove(new Set(items)));
      count += rows.reduce((sum, { vectors }) => sum + vectors.length / model.dimensions, 0);
    }
    return count;
  }

  /** In a transaction: items are found by their vectors, or no longer; the vectors stay. */
  setFound(items: readonly number[], isFound: boolean): void {
    for (const model of modelsOf(this.#db, this.#name)) {
      const rows = this.#rows(model, items);
      for (const { id } of rows) {
        this.#db.run(`UPDATE ${this.#name} SET is_found = ? WHERE id = ?`, isFound ? 1 : 0, id);
      }
      this.#changed(model, [], index => {
        index.remove(new Set(items));
        if (isFound) for (const { id, vectors } of rows) index.add(id - firstId(model), asInt8(vectors));
      });
    }
  }

  /**
   * Best first. Empty for a model that made none, and for a vector of other dimensions or of zeros. Where `prepare` has
   * read the model, all its vectors are compared in memory; else by sqlite-vec, where they lie.
   */
  nearest(modelName: string, query: Float32Array, limit: number): readonly NearItem[] {
    const model = findModel(this.#db, this.#name, modelName);
    if (model === undefined || model.dimensions !== query.length || limit < 1) return [];
    if (query.every(value => value === 0) || !query.every(Number.isFinite)) return [];
    const known = this.#indexes.get(model.rowid);
    if (known?.version === model.version) return known.index.nearest(query, limit);
    if (this.#prepared.has(modelName)) this.#prepareAgain(modelName);
    return this.#scan(model, query, limit);
  }

  /** A transaction was rolled back: what is in memory is no longer that of the database. */
  #prepareAgain(modelName: string): void {
    this.prepare(modelName).catch(() => {
      // The question itself meets what is wrong with the database, and the next one tries again.
    });
  }

  #scan(model: ModelRow, query: Float32Array, limit: number): readonly NearItem[] {
    loadVectorFunctions(this.#db.database);
    const { dimensions } = model;
    return this.#db.all<NearItem>(
      `SELECT v.id - CAST(? AS INTEGER) AS item,
         1 - min(vec_distance_cosine(vec_int8(substr(v.vectors, 1 + p.value * ?, ?)), vec_int8(?))) AS score
       FROM ${this.#name} v JOIN json_each(?) p ON p.value * ? < length(v.vectors)
       WHERE v.id >= ? AND v.id < ? AND v.is_found = 1
       GROUP BY v.id HAVING score IS NOT NULL ORDER BY score DESC, item DESC LIMIT ?`,
      firstId(model),
      dimensions,
      dimensions,
      packInt8([query]),
      everyPart,
      dimensions,
      firstId(model),
      firstId({ rowid: model.rowid + 1 }),
      limit,
    );
  }

  /** Reads what `nearest` needs into memory, in short steps. */
  prepare(modelName: string): Promise<void> {
    this.#prepared.add(modelName);
    const running = this.#preparing ?? Promise.resolve();
    const next = running.then(() => this.#read(modelName));
    // One that fails must not keep the next ones from trying.
    this.#preparing = next.catch(() => undefined);
    return next;
  }

  async #read(modelName: string): Promise<void> {
    for (let attempt = 1; attempt <= attempts && this.#db.database.open; attempt += 1) {
      const model = findModel(this.#db, this.#name, modelName);
      if (model === undefined || this.#indexes.get(model.rowid)?.version === model.version) return;
      const index = new VectorIndex(model.dimensions);
      for (let from = 0; from !== -1; ) {
        from = this.#db.database.open ? this.#readStep(model, index, from) : -1;
        await new Promise<void>(resolve => setImmediate(resolve));
      }
      if (!this.#db.database.open) return;
      if (findModel(this.#db, this.#name, modelName)?.version === model.version) {
        this.#indexes.set(model.rowid, { version: model.version, index });
      }
    }
  }

  /** Lets go of what is in memory only to be quick. */
  rest(): void {
    this.#prepared.clear();
    this.#indexes.clear();
  }

  /** Of each item its vectors in their order; items for which the model made none are missing. */
  get(modelName: string, items: readonly number[]): ReadonlyMap<number, readonly Float32Array[]> {
    const model = findModel(this.#db, this.#name, modelName);
    if (model === undefined) return new Map();
    const known = this.#indexes.get(model.rowid);
    const found =
      known?.version === model.version
        ? known.index.getAll(items)
        : new Map<number, readonly Float32Array[]>();
    const base = firstId(model);
    // Those that are kept without being found lie on disk alone.
    const rows = this.#db.all<VectorRow>(
      `SELECT v.* FROM json_each(?) c CROSS JOIN ${this.#name} v ON v.id = CAST(? AS INTEGER) + c.value`,
      JSON.stringify(items.filter(item => !found.has(item))),
      base,
    );
    for (const { id, vectors } of rows) found.set(id - base, unpackInt8(vectors, model.dimensions));
    return found;
  }

  /** The first vectors of all items, added up and divided; undefined where there are none. */
  mean(modelName: string): Float32Array | undefined {
    const model = findModel(this.#db, this.#name, modelName);
    if (model === undefined || model.items === 0) return undefined;
    return Float32Array.from(sumOf(model), value => value / model.items);
  }

  models(): readonly { readonly name: string; readonly dimensions: number; readonly items: number }[] {
    return modelsOf(this.#db, this.#name).map(({ name, dimensions, items }) => ({ name, dimensions, items }));
  }

  /** In a transaction: forgets all that this model made. */
  removeModel(modelName: string): void {
    const model = findModel(this.#db, this.#name, modelName);
    if (model === undefined) return;
    const from = firstId(model);
    this.#db.run(
      `DELETE FROM ${this.#name} WHERE id >= ? AND id < ?`,
      from,
      firstId({ rowid: model.rowid + 1 }),
    );
    removeModelRow(this.#db, model);
    this.#indexes.delete(model.rowid);
  }

  /** The condition that the model has vectors of the item in column `item`. */
  hasVectors(modelName: string, item: string): string {
    const model = findModel(this.#db, this.#name, modelName);
    if (model === undefined) return 'FALSE';
    return `EXISTS (SELECT 1 FROM ${this.#name} WHERE id = ${firstId(model)} + ${item})`;
  }

  #row(model: ModelRow, item: number): VectorRow | undefined {
    return this.#db.one<VectorRow>(`SELECT * FROM ${this.#name} WHERE id = ?`, firstId(model) + item);
  }

  #rows(model: ModelRow, items: readonly number[]): readonly VectorRow[] {
    return [...new Set(items)].map(item => this.#row(model, item)).filter(row => row !== undefined);
  }

  /**
   * Brings the count, the sum and the copy in memory in step with the rows. While `apply` is at work nobody relies on the
   * copy: what it left half done is read again.
   */
  #changed(
    model: ModelRow,
    sums: readonly { readonly vectors: Uint8Array; readonly by: number }[],
    apply: (index: VectorIndex) => void,
  ): void {
    const sum = sumOf(model);
    for (const { vectors, by } of sums) {
      const first = fromInt8(asInt8(vectors).subarray(0, model.dimensions));
      for (let j = 0; j < sum.length; j += 1) sum[j] = (sum[j] as number) + by * (first[j] ?? 0);
    }
    const items = model.items + sums.reduce((count, { by }) => count + by, 0);
    const version = nextVersion();
    changeModel(this.#db, model, { items, sum, version });
    const known = this.#indexes.get(model.rowid);
    this.#indexes.delete(model.rowid);
    if (known?.version !== model.version) return;
    apply(known.index);
    this.#indexes.set(model.rowid, { version, index: known.index });
  }

  /** Returns the first item that was not read yet, or -1. */
  #readStep(model: ModelRow, index: VectorIndex, from: number): number {
    const base = firstId(model);
    const rows = this.#db.all<VectorRow>(
      `SELECT * FROM ${this.#name} WHERE id >= ? AND id < ? ORDER BY id LIMIT ${rowsOfStep}`,
      base + from,
      firstId({ rowid: model.rowid + 1 }),
    );
    for (const { id, is_found: isFound, vectors } of rows) {
      if (isFound === 1) index.add(id - base, asInt8(vectors));
    }
    const last = rows.at(-1);
    return rows.length < rowsOfStep || last === undefined ? -1 : last.id - base + 1;
  }
}

function requireFit(collection: CollectionName, model: ModelRow, vector: Float32Array): void {
  if (vector.length === model.dimensions && vector.every(Number.isFinite)) return;
  const expected = Math.min(model.dimensions, maxDimensions[collection]);
  throw new JarvisError('model.embedding-dimensions', { model: model.name, found: vector.length, expected });
}
