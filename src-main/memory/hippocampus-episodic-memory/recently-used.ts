/** Keeps the values that were used last, up to a number of them. */
export class RecentlyUsed<Key, Value> {
  readonly #values = new Map<Key, Value>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get(key: Key, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#values.set(key, made);
    // A map keeps the order of insertion: the oldest tenth goes at once, which costs less than one each time.
    if (this.#values.size > this.#size) {
      let left = Math.ceil(this.#size / 10);
      for (const old of this.#values.keys()) {
        if (left === 0) break;
        this.#values.delete(old);
        left -= 1;
      }
    }
    return made;
  }
}
