/** A map of which each change is a new one, without copying all that stays: what changed lies in a thin layer over it. */

/** Values that differ from those below are copied at each change: few of them, as few answers grow at once. */
const mostChanged = 8;

export class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #below: ReadonlyMap<Key, Value>;
  /** Only keys that are below as well, so that their order is told once. */
  readonly #changed: ReadonlyMap<Key, Value>;

  private constructor(below: ReadonlyMap<Key, Value>, changed: ReadonlyMap<Key, Value>) {
    this.#below = below;
    this.#changed = changed;
  }

  /** The same map with another value for `key`, in the place that it has; at the end where it is new. */
  static with<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
    const [below, known] = map instanceof LayeredMap ? map.#layers() : [map, new Map<Key, Value>()];
    if (!below.has(key) || (known.size >= mostChanged && !known.has(key)))
      return new Map(map).set(key, value);
    return new LayeredMap(below, new Map(known).set(key, value));
  }

  #layers(): readonly [ReadonlyMap<Key, Value>, ReadonlyMap<Key, Value>] {
    return [this.#below, this.#changed];
  }

  get size(): number {
    return this.#below.size;
  }

  get(key: Key): Value | undefined {
    return this.#changed.has(key) ? this.#changed.get(key) : this.#below.get(key);
  }

  has(key: Key): boolean {
    return this.#below.has(key);
  }

  forEach(action: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) action(value, key, this);
  }

  keys(): MapIterator<Key> {
    return this.#below.keys();
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.#below)
      yield [key, this.#changed.has(key) ? (this.#changed.get(key) as Value) : value];
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }
}
