/** Two wires joined in memory: what goes in at one comes out at the other, later and in order. */
import type { Wire } from './wire.ts';

const ignore = () => undefined;

class MemoryWire implements Wire {
  onText: (text: string) => void = ignore;
  onBytes: (bytes: Uint8Array) => void = ignore;
  onClose: () => void = ignore;
  #other: MemoryWire | undefined;
  #closed = false;
  #bufferedBytes = 0;

  join(other: MemoryWire): void {
    this.#other = other;
  }

  sendText(text: string): void {
    this.#send(text.length, other => other.onText(text));
  }

  sendBytes(bytes: Uint8Array): void {
    // A copy, as a real wire makes: the sender may use its buffer again.
    const copy = bytes.slice();
    this.#send(copy.byteLength, other => other.onBytes(copy));
  }

  bufferedBytes(): number {
    return this.#bufferedBytes;
  }

  close(): void {
    this.#end();
    const other = this.#other;
    // What was sent before the close still arrives, as over a socket that is closed in order.
    if (other !== undefined) queueMicrotask(() => other.#end());
  }

  #send(size: number, deliver: (other: MemoryWire) => void): void {
    const other = this.#other;
    if (this.#closed || other === undefined) return;
    this.#bufferedBytes += size;
    queueMicrotask(() => {
      this.#bufferedBytes -= size;
      if (!other.#closed) deliver(other);
    });
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    queueMicrotask(() => this.onClose());
  }
}

/** A joined pair; closing either closes both. */
export function createWirePair(): [Wire, Wire] {
  const left = new MemoryWire();
  const right = new MemoryWire();
  left.join(right);
  right.join(left);
  return [left, right];
}
