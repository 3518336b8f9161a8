/** A collection of vectors in the database: several for each item, of one model or more, found by cosine. */
import { JarvisError } from '../../domain/errors.ts';
import { partsOfItem, SignIndex } from './sign-index.ts';
import type { Statements } from './statements.ts';
import { loadVectorFunctions } from './vector-functions.ts';
import { asBytes, fromInt8, signsOf, toInt8 } from './vector-numbers.ts';

/** Dimensions that each may have at most; a shorter vector is as one with zeros behind, which change no cosine. */
const maxDimensions = { conversations: 384, knowledge: 768, emotions: 128 } as const;
export type CollectionName = keyof typeof maxDimensions;

/** Vectors of an item beyond the first 32 are left out. */
export const maxVectorsOfItem = partsOfItem;
/** `id` of a vector: `model * modelStep + item * 32 + part`; below 2^53. */
const modelStep = 2 ** 38;
/** So many are compared exactly for each that is wanted, and at least so many. */
const exactFor = { each: 3, least: 150 };

interface ModelRow {
  readonly rowid: number;
  readonly name: string;
  readonly dimensions: number;
  readonly items: number;
  readonly sum: Buffer;
  readonly version: number;
}

export interface NearItem {
  readonly item: number;
  /** Cosine of the nearest of its vectors. */
  readonly score: number;
}

/** A version is never given twice: one of a transaction that was rolled back is nobody's. */
let lastVersion = Math.floor(Math.random() * 2 ** 50);

export class VectorCollection {
  readonly #db: Statements;
  readonly #name: CollectionName;
  readonly #signs = new Map<number, { readonly version: number; readonly index: SignIndex }>();

  constructor(db: Statements, name: CollectionName) {
    this.#db = db;
    this.#name = name;
  }

  /**
   * In a transaction: takes the place of what the model made of this item. `isFound` false keeps the vectors without
   * finding the item by them. Throws `model.embedding-dimensions` where they do not fit.
   */
  put(modelName: string, item: number, vectors: readonly Float32Array[], isFound = true): void {
    const dimensions = vectors[0]?.length ?? 0;
    const model = this.#model(modelName) ?? this.#addModel(modelName, dimensions);
    for (const vector of vectors) this.#requireFit(model, vector);
    this.#removeFrom(model, [item]);
    const current = this.#model(modelName) ?? model;
    const base = baseOf(current, item);
    const blocks = new Set<number>();
    const index = isFound ? this.#indexToChange(current) : undefined;
    for (const [part, vector] of vectors.slice(0, maxVectorsOfItem).entries()) {
      const numbers = toInt8(vector);
      this.#db.run(`INSERT INTO ${this.#name} (id, vector) VALUES (?, ?)`, base + part, asBytes(numbers));
      if (index !== undefined) blocks.add(index.add(item * partsOfItem + part, signsOf(numbers)));
    }
    const first = vectors[0];
    if (first !== undefined)
      this.#changed(current, index, blocks, [{ vector: fromInt8(asBytes(toInt8(first))), by: 1 }]);
  }

  /** In a transaction: of all models. Returns how many vectors went. */
  remove(items: readonly number[]): number {
    return this.#models().reduce((count, model) => count + this.#removeFrom(model, items), 0);
  }

  /** In a transaction: items are found by their vectors, or no longer; the vectors stay. */
  setFound(items: readonly number[], isFound: boolean): void {
    for (const model of this.#models()) {
      const index = this.#indexToChange(model);
      const blocks = new Set(index.remove(new Set(items)));
      for (const item of isFound ? items : []) {
        for (const { id, vector } of this.#vectorsOf(model, item)) {
          blocks.add(index.add(id - model.rowid * modelStep, signsOf(new Int8Array(vector))));
        }
      }
      this.#changed(model, index, blocks, []);
    }
  }

  /** Best first. Empty for a model that made none, and for a vector of other dimensions or of zeros. */
  nearest(modelName: string, query: Float32Array, limit: number): readonly NearItem[] {
    const model = this.#model(modelName);
    if (model === undefined || model.dimensions !== query.length || query.every(value => value === 0))
      return [];
    const items = this.#index(model).nearest(query, Math.max(exactFor.least, exactFor.each * limit));
    loadVectorFunctions(this.#db.database);
    const base = model.rowid * modelStep;
    return this.#db.all<NearItem>(
      `SELECT c.value AS item, 1 - min(vec_distance_cosine(vec_int8(v.vector), vec_int8(?))) AS score
       FROM json_each(?) c CROSS JOIN ${this.#name} v
       ON v.id BETWEEN ? + c.value * ${partsOfItem} AND ? + c.value * ${partsOfItem} + ${partsOfItem - 1}
       GROUP BY c.value HAVING score IS NOT NULL ORDER BY score DESC LIMIT ?`,
      asBytes(toInt8(query)),
      JSON.stringify(items),
      base,
      base,
      limit,
    );
  }

  /** Of one item, in their order; undefined where the model made none. */
  get(modelName: string, item: number): readonly Float32Array[] | undefined {
    const model = this.#model(modelName);
    if (model === undefined) return undefined;
    const vectors = this.#vectorsOf(model, item).map(({ vector }) => fromInt8(vector));
    return vectors.length === 0 ? undefined : vectors;
  }

  /** The first vectors of all items, added up and divided; undefined where there are none. */
  mean(modelName: string): Float32Array | undefined {
    const model = this.#model(modelName);
    if (model === undefined || model.items === 0) return undefined;
    return Float32Array.from(sumOf(model), value => value / model.items);
  }

  models(): readonly { readonly name: string; readonly dimensions: number; readonly items: number }[] {
    return this.#models().map(({ name, dimensions, items }) => ({ name, dimensions, items }));
  }

  /** In a transaction: forgets all that this model made. */
  removeModel(modelName: string): void {
    const model = this.#model(modelName);
    if (model === undefined) return;
    const [from, to] = [model.rowid * modelStep, (model.rowid + 1) * modelStep];
    this.#db.run(`DELETE FROM ${this.#name} WHERE id >= ? AND id < ?`, from, to);
    this.#db.run('DELETE FROM vector_signs WHERE model = ?', model.rowid);
    this.#db.run('DELETE FROM vector_model WHERE rowid = ?', model.rowid);
    this.#signs.delete(model.rowid);
  }

  /** The condition that the model has a vector of the item in column `item`. */
  hasVectors(modelName: string, item: string): string {
    const model = this.#model(modelName);
    if (model === undefined) return 'FALSE';
    return `EXISTS (SELECT 1 FROM ${this.#name} WHERE id = ${model.rowid * modelStep} + ${item} * ${partsOfItem})`;
  }

  #model(name: string): ModelRow | undefined {
    return this.#db.one<ModelRow>(
      'SELECT * FROM vector_model WHERE collection = ? AND name = ?',
      this.#name,
      name,
    );
  }

  #models(): readonly ModelRow[] {
    return this.#db.all<ModelRow>('SELECT * FROM vector_model WHERE collection = ?', this.#name);
  }

  #addModel(name: string, dimensions: number): ModelRow {
    const row = { name, dimensions, items: 0, sum: Buffer.alloc(8 * dimensions), version: ++lastVersion };
    if (dimensions === 0 || dimensions > maxDimensions[this.#name]) throw this.#misfit(row, dimensions);
    const { rowid } = this.#db.run(
      'INSERT INTO vector_model (collection, name, dimensions, items, sum, version) VALUES (?, ?, ?, 0, ?, ?)',
      this.#name,
      name,
      dimensions,
      row.sum,
      row.version,
    );
    return { ...row, rowid };
  }

  #requireFit(model: ModelRow, vector: Float32Array): void {
    if (vector.length !== model.dimensions || !vector.every(Number.isFinite)) {
      throw this.#misfit(model, vector.length);
    }
  }

  #misfit(model: Pick<ModelRow, 'name' | 'dimensions'>, found: number): JarvisError {
    const expected = Math.min(model.dimensions, maxDimensions[this.#name]);
    return new JarvisError('model.embedding-dimensions', { model: model.name, found, expected });
  }

  #vectorsOf(model: ModelRow, item: number): readonly { readonly id: number; readonly vector: Buffer }[] {
    const base = baseOf(model, item);
    return this.#db.all(
      `SELECT id, vector FROM ${this.#name} WHERE id BETWEEN ? AND ? ORDER BY id`,
      base,
      base + partsOfItem - 1,
    );
  }

  #removeFrom(model: ModelRow, items: readonly number[]): number {
    const there = items
      .map(item => ({ item, vectors: this.#vectorsOf(model, item) }))
      .filter(({ vectors }) => vectors.length > 0);
    if (there.length === 0) return 0;
    for (const { vectors } of there) {
      for (const { id } of vectors) this.#db.run(`DELETE FROM ${this.#name} WHERE id = ?`, id);
    }
    const index = this.#indexToChange(model);
    const blocks = index.remove(new Set(there.map(({ item }) => item)));
    const firsts = there.map(({ vectors }) => ({
      vector: fromInt8(vectors[0]?.vector ?? Buffer.alloc(0)),
      by: -1,
    }));
    this.#changed(model, index, blocks, firsts);
    return there.reduce((count, { vectors }) => count + vectors.length, 0);
  }

  /** Brings blocks, counts and the sum to the database, and says that the copy in memory is as new as they are. */
  #changed(
    model: ModelRow,
    index: SignIndex | undefined,
    blocks: ReadonlySet<number>,
    firsts: readonly { readonly vector: Float32Array; readonly by: number }[],
  ): void {
    for (const block of index === undefined ? [] : blocks) {
      this.#db.run(
        'INSERT OR REPLACE INTO vector_signs (model, block, slots) VALUES (?, ?, ?)',
        model.rowid,
        block,
        index?.block(block) ?? Buffer.alloc(0),
      );
    }
    const sum = sumOf(model);
    for (const { vector, by } of firsts) {
      for (let j = 0; j < sum.length; j += 1) sum[j] = (sum[j] as number) + by * (vector[j] ?? 0);
    }
    const items = model.items + firsts.reduce((count, { by }) => count + by, 0);
    const version = ++lastVersion;
    this.#db.run(
      'UPDATE vector_model SET items = ?, sum = ?, version = ? WHERE rowid = ?',
      items,
      items === 0 ? Buffer.alloc(8 * model.dimensions) : new Uint8Array(sum.buffer),
      version,
      model.rowid,
    );
    if (index !== undefined) this.#signs.set(model.rowid, { version, index });
  }

  /** Until `#changed` nobody relies on it: what is done to it may stay half done. */
  #indexToChange(model: ModelRow): SignIndex {
    const index = this.#index(model);
    this.#signs.delete(model.rowid);
    return index;
  }

  /** The copy in memory, read again where it is not that of the database: a transaction was rolled back. */
  #index(model: ModelRow): SignIndex {
    const known = this.#signs.get(model.rowid);
    if (known?.version === model.version) return known.index;
    const blocks = this.#db.all<{ slots: Buffer }>(
      'SELECT slots FROM vector_signs WHERE model = ? ORDER BY block',
      model.rowid,
    );
    const index = new SignIndex(
      model.dimensions,
      blocks.map(({ slots }) => slots),
    );
    this.#signs.set(model.rowid, { version: model.version, index });
    return index;
  }
}

const baseOf = (model: ModelRow, item: number): number => model.rowid * modelStep + item * partsOfItem;

const sumOf = (model: ModelRow): Float64Array => new Float64Array(new Uint8Array(model.sum).buffer);
