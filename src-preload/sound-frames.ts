/**
 * Binary messages. From the client: captured frames. From the core: a piece of a spoken answer.
 *
 * Layout of a frame, little endian: u8 kind, u8 flags, u16 sample rate / 25, u32 sequence, then, with flag 2, u32
 * milliseconds, u8 length and as many ASCII bytes of a turn's id, then 16-bit mono samples.
 * Kind 1: captured frame; kind 2: spoken sound. Flag 1: the last piece of this turn's sound (samples may be none).
 */
export interface SoundFrame {
  readonly kind: 'captured' | 'spoken';
  readonly last: boolean;
  /** A multiple of 25, up to 192,000. */
  readonly sampleRateHz: number;
  readonly sequence: number;
  readonly samples: Int16Array;
  /**
   * Of a captured frame: what the loudspeaker played when it ended. Of spoken sound: where it begins. `ms` is counted in
   * the sound of the turn's answer. Absent: nothing was played, or it is not known.
   */
  readonly at?: SpokenPosition;
}

export interface SpokenPosition {
  readonly turnId: string;
  readonly ms: number;
}

const headerBytes = 8;
const positionBytes = 5;
const maxSamples = 192_000;
const maxIdLength = 64;
const [lastFlag, positionFlag] = [1, 2];

export function encodeSoundFrame(frame: SoundFrame): Uint8Array {
  const position = frame.at === undefined ? new Uint8Array(0) : encodePosition(frame.at);
  const bytes = new Uint8Array(headerBytes + position.length + frame.samples.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, frame.kind === 'captured' ? 1 : 2);
  view.setUint8(1, (frame.last ? lastFlag : 0) | (frame.at ? positionFlag : 0));
  view.setUint16(2, Math.round(frame.sampleRateHz / 25), true);
  view.setUint32(4, frame.sequence, true);
  bytes.set(position, headerBytes);
  bytes.set(bytesOf(frame.samples), headerBytes + position.length);
  return bytes;
}

/** Undefined for bytes that are not a sound frame. The samples are a copy. */
export function decodeSoundFrame(bytes: Uint8Array): SoundFrame | undefined {
  if (bytes.byteLength < headerBytes) return undefined;
  const view = viewOf(bytes);
  const [kind, flags] = [view.getUint8(0), view.getUint8(1)];
  if ((kind !== 1 && kind !== 2) || flags > (lastFlag | positionFlag)) return undefined;
  const hasPosition = (flags & positionFlag) !== 0;
  const position = hasPosition ? decodePosition(bytes.subarray(headerBytes)) : undefined;
  if (hasPosition && position === undefined) return undefined;
  const sound = bytes.subarray(headerBytes + (position?.length ?? 0));
  if (sound.length % 2 !== 0 || sound.length / 2 > maxSamples) return undefined;
  const samples = new Int16Array(sound.length / 2);
  bytesOf(samples).set(sound);
  return {
    kind: kind === 1 ? 'captured' : 'spoken',
    last: (flags & lastFlag) !== 0,
    sampleRateHz: view.getUint16(2, true) * 25,
    sequence: view.getUint32(4, true),
    samples,
    ...(position && { at: position.at }),
  };
}

/** Several frames in one numbered message, so that a waiting microphone wakes the core less often: u32 number, then u16 length and frame. */
export interface SoundBatch {
  /** One more for each batch of a sound wire; the core answers it with these four bytes alone. */
  readonly number: number;
  readonly frames: readonly Uint8Array[];
}

export function encodeSoundBatch({ number, frames }: SoundBatch): Uint8Array {
  const length = frames.reduce((sum, frame) => sum + 2 + frame.length, 4);
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  view.setUint32(0, number, true);
  let at = 4;
  for (const frame of frames) {
    view.setUint16(at, frame.length, true);
    bytes.set(frame, at + 2);
    at += 2 + frame.length;
  }
  return bytes;
}

/** Undefined for bytes that are not a batch of at least one frame. The frames are views, not yet decoded themselves. */
export function decodeSoundBatch(bytes: Uint8Array): SoundBatch | undefined {
  if (bytes.byteLength < 4) return undefined;
  const view = viewOf(bytes);
  const frames: Uint8Array[] = [];
  let at = 4;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + view.getUint16(at, true);
    if (end > bytes.length) return undefined;
    frames.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && frames.length > 0 ? { number: view.getUint32(0, true), frames } : undefined;
}

/** What the core answers a batch with, once its frames were taken. */
export function encodeSoundReceipt(number: number): Uint8Array {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, number, true);
  return bytes;
}

export function decodeSoundReceipt(bytes: Uint8Array): number | undefined {
  return bytes.byteLength === 4 ? viewOf(bytes).getUint32(0, true) : undefined;
}

function encodePosition({ turnId, ms }: SpokenPosition): Uint8Array {
  const id = new TextEncoder().encode(turnId.slice(0, maxIdLength));
  const bytes = new Uint8Array(positionBytes + id.length);
  viewOf(bytes).setUint32(0, Math.max(0, Math.round(ms)), true);
  bytes[4] = id.length;
  bytes.set(id, positionBytes);
  return bytes;
}

function decodePosition(bytes: Uint8Array): { length: number; at: SpokenPosition } | undefined {
  const idLength = bytes[4] ?? 0;
  const length = positionBytes + idLength;
  if (idLength === 0 || idLength > maxIdLength || length > bytes.length) return undefined;
  const id = bytes.subarray(positionBytes, length);
  if (id.some(byte => byte < 0x21 || byte > 0x7e)) return undefined;
  const at = { turnId: new TextDecoder().decode(id), ms: viewOf(bytes).getUint32(0, true) };
  return { length, at };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const bytesOf = (samples: Int16Array): Uint8Array =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
