/** Random choices that a seed brings about again. */

export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1); Mulberry32, T. Ettinger 2017. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  of<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined && items.length === 0) throw new Error('nothing to choose from');
    return item as T;
  }

  /** Letters of several scripts, and now and then what strings should not hold. */
  text(length: number): string {
    const signs = [
      'a',
      'Z',
      '0',
      ' ',
      '-',
      'é',
      'ß',
      '日',
      '😀',
      '\u0000',
      '\n',
      '"',
      '\\',
      '\ud800',
      '\u202e',
    ];
    let text = '';
    while (text.length < length) text += this.of(this.chance(0.9) ? signs.slice(0, 8) : signs);
    return text.slice(0, length);
  }
}
