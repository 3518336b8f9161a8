/**
 * Binary messages. From the client: one captured frame. From the core: a piece of a spoken answer.
 *
 * Layout, little endian: u8 kind, u8 flags, u16 sample rate / 25, u32 sequence, then 16-bit mono samples.
 * Kind 1: captured frame; kind 2: spoken sound. Flag 1: the last piece of this turn's sound (samples may be none).
 */
export interface SoundFrame {
  readonly kind: 'captured' | 'spoken';
  readonly last: boolean;
  /** A multiple of 25, up to 192,000. */
  readonly sampleRateHz: number;
  readonly sequence: number;
  readonly samples: Int16Array;
}

const headerBytes = 8;
const maxSamples = 192_000;

export function encodeSoundFrame(frame: SoundFrame): Uint8Array {
  const bytes = new Uint8Array(headerBytes + frame.samples.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.kind === 'captured' ? 1 : 2);
  view.setUint8(1, frame.last ? 1 : 0);
  view.setUint16(2, Math.round(frame.sampleRateHz / 25), true);
  view.setUint32(4, frame.sequence, true);
  bytes.set(
    new Uint8Array(frame.samples.buffer, frame.samples.byteOffset, frame.samples.byteLength),
    headerBytes,
  );
  return bytes;
}

/** Undefined for bytes that are not a sound frame. The samples are a copy. */
export function decodeSoundFrame(bytes: Uint8Array): SoundFrame | undefined {
  const soundBytes = bytes.byteLength - headerBytes;
  if (soundBytes < 0 || soundBytes % 2 !== 0 || soundBytes / 2 > maxSamples) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint8(0);
  if (kind !== 1 && kind !== 2) return undefined;
  const samples = new Int16Array(soundBytes / 2);
  new Uint8Array(samples.buffer).set(bytes.subarray(headerBytes));
  return {
    kind: kind === 1 ? 'captured' : 'spoken',
    last: (view.getUint8(1) & 1) === 1,
    sampleRateHz: view.getUint16(2, true) * 25,
    sequence: view.getUint32(4, true),
    samples,
  };
}
