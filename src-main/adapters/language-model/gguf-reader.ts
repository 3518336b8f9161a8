/** Reads the head of a GGUF file little by little, never more than one window at a time, within hard bounds. */
import { JarvisError } from '../../domain/errors.ts';

/** A file, or bytes in a test. `read` fills `into` from `position` on and gives how many bytes it got. */
export interface ByteSource {
  readonly size: number;
  read(into: Uint8Array, position: number): Promise<number>;
}

const windowBytes = 256 * 1024;
/** The largest heads in use, with 260,000 tokens and their merges, take some 15 MB. */
const maxHeadBytes = 128 * 1024 * 1024;
const maxStringBytes = 1024 * 1024;
/** Sizes of the value types 0 to 12; 8 (string) and 9 (array) have none. */
const scalarBytes: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];
const stringType = 8;
const arrayType = 9;
const maxArrayLength = 8_000_000;

export type GgufValue = string | number | undefined;

export class GgufReader {
  position = 0;
  readonly fileName: string;
  private readonly source: ByteSource;
  private readonly window = new Uint8Array(windowBytes);
  private readonly view = new DataView(this.window.buffer);
  private windowStart = 0;
  private windowEnd = 0;

  constructor(source: ByteSource, fileName: string) {
    this.source = source;
    this.fileName = fileName;
  }

  malformed(cause: string): JarvisError {
    return new JarvisError('model.not-gguf', { file: this.fileName }, new Error(cause));
  }

  /** `expected`: bytes the whole file must have at least. */
  truncated(expected: number): JarvisError {
    return new JarvisError('model.gguf-truncated', {
      file: this.fileName,
      found: this.source.size,
      expected,
    });
  }

  async u32(): Promise<number> {
    const at = await this.take(4);
    return this.view.getUint32(at, true);
  }

  /** A count or an offset; larger than what a number holds exactly is no honest one. */
  async u64(): Promise<number> {
    const at = await this.take(8);
    const value = this.view.getBigUint64(at, true);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw this.malformed('a count over 2^53');
    return Number(value);
  }

  async string(): Promise<string> {
    const length = await this.u64();
    if (length > maxStringBytes) throw this.malformed(`a text of ${length} bytes`);
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      const part = Math.min(length - filled, windowBytes);
      const at = await this.take(part);
      bytes.set(this.window.subarray(at, at + part), filled);
      filled += part;
    }
    return new TextDecoder().decode(bytes);
  }

  /** A metadata value: text and numbers as they are, arrays and 64-bit numbers that are not exact as undefined. */
  async value(): Promise<GgufValue> {
    const type = await this.u32();
    if (type === stringType) return this.string();
    if (type === arrayType) return this.skipArray();
    const size = scalarBytes[type];
    if (size === undefined) throw this.malformed(`a value of type ${type}`);
    const at = await this.take(size);
    return this.scalar(type, at);
  }

  private scalar(type: number, at: number): number | undefined {
    const { view } = this;
    switch (type) {
      case 0:
      case 7:
        return view.getUint8(at);
      case 1:
        return view.getInt8(at);
      case 2:
        return view.getUint16(at, true);
      case 3:
        return view.getInt16(at, true);
      case 4:
        return view.getUint32(at, true);
      case 5:
        return view.getInt32(at, true);
      case 6:
        return view.getFloat32(at, true);
      case 12:
        return view.getFloat64(at, true);
      default: {
        const value = Number(type === 10 ? view.getBigUint64(at, true) : view.getBigInt64(at, true));
        return Number.isSafeInteger(value) ? value : undefined;
      }
    }
  }

  private async skipArray(): Promise<undefined> {
    const type = await this.u32();
    const length = await this.u64();
    if (length > maxArrayLength) throw this.malformed(`an array of ${length} values`);
    const size = scalarBytes[type];
    if (size !== undefined) this.skip(length * size);
    else if (type === stringType) for (let index = 0; index < length; index += 1) this.skip(await this.u64());
    else throw this.malformed(`an array of type ${type}`);
  }

  private skip(count: number): void {
    const end = this.position + count;
    if (end > maxHeadBytes) throw this.malformed('an endless head');
    if (end > this.source.size) throw this.truncated(end);
    this.position = end;
  }

  /** Moves past `count` bytes and gives where in the window they lie. */
  private async take(count: number): Promise<number> {
    const start = this.position;
    this.skip(count);
    if (start < this.windowStart || start + count > this.windowEnd) await this.fill(start, count);
    return start - this.windowStart;
  }

  private async fill(start: number, count: number): Promise<void> {
    this.windowStart = start;
    this.windowEnd = start;
    while (this.windowEnd < start + count) {
      const got = await this.source.read(this.window.subarray(this.windowEnd - start), this.windowEnd);
      // The file became shorter since its size was asked.
      if (got === 0) throw this.truncated(start + count);
      this.windowEnd += got;
    }
  }
}
