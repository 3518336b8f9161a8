/** Makes small GGUF files for tests, and adds metadata to a real one. */

export type FixtureValue = string | number | boolean | readonly string[];
export interface FixtureTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  readonly offset: number;
}

const alignment = 32;

/** `dataBytes` of zeros follow the head, aligned. */
export function makeGguf(content: {
  metadata?: Readonly<Record<string, FixtureValue>>;
  tensors?: readonly FixtureTensor[];
  dataBytes?: number;
  version?: number;
}): Buffer {
  const metadata = content.metadata ?? { 'general.architecture': 'llama', 'llama.context_length': 512 };
  const tensors = content.tensors ?? [{ name: 'a', shape: [4, 2], type: 0, offset: 0 }];
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(content.version ?? 3),
    u64(tensors.length),
    u64(Object.keys(metadata).length),
    ...Object.entries(metadata).map(([key, value]) => entry(key, value)),
    ...tensors.map(tensor =>
      Buffer.concat([
        text(tensor.name),
        u32(tensor.shape.length),
        ...tensor.shape.map(u64),
        u32(tensor.type),
        u64(tensor.offset),
      ]),
    ),
  ]);
  return Buffer.concat([head, padding(head.length), Buffer.alloc(content.dataBytes ?? 32)]);
}

/** `gguf` with `added` in front of its own metadata; `headBytes` is where its head ends, before the padding. */
export function withMetadata(
  gguf: Buffer,
  headBytes: number,
  added: Readonly<Record<string, FixtureValue>>,
): Buffer {
  const entries = Object.entries(added).map(([key, value]) => entry(key, value));
  const head = Buffer.concat([gguf.subarray(0, 24), ...entries, gguf.subarray(24, headBytes)]);
  head.writeBigUInt64LE(head.readBigUInt64LE(16) + BigInt(entries.length), 16);
  return Buffer.concat([head, padding(head.length), gguf.subarray(headBytes + padding(headBytes).length)]);
}

const padding = (length: number): Buffer => Buffer.alloc((alignment - (length % alignment)) % alignment);

function entry(key: string, value: FixtureValue): Buffer {
  if (typeof value === 'string') return Buffer.concat([text(key), u32(8), text(value)]);
  if (typeof value === 'boolean') return Buffer.concat([text(key), u32(7), Buffer.of(value ? 1 : 0)]);
  if (typeof value === 'number') return Buffer.concat([text(key), u32(4), u32(value)]);
  return Buffer.concat([text(key), u32(9), u32(8), u64(value.length), ...value.map(text)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
