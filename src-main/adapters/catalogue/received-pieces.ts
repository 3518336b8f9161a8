/** What a response brought so far, piece by piece: also the last of it when the connection breaks right after. */
import type { Readable } from 'node:stream';

/** So much may wait for the disk before the sender is slowed down. */
const waitingBytes = 4 * 1024 * 1024;

/** A stream's own iterator drops what it holds when the stream fails; here the fault comes after the last piece. */
export class ReceivedPieces {
  private readonly stream: Readable;
  private readonly pieces: Buffer[] = [];
  private heldBytes = 0;
  private end: { readonly error?: Error } | undefined;
  private wake = (): void => undefined;

  constructor(stream: Readable) {
    this.stream = stream;
    stream.on('data', (piece: Buffer) => {
      this.pieces.push(piece);
      this.heldBytes += piece.length;
      if (this.heldBytes > waitingBytes) stream.pause();
      this.wake();
    });
    stream.once('end', () => this.finish({}));
    stream.once('error', error => this.finish({ error }));
    stream.once('close', () => this.finish({ error: new Error('closed before its end') }));
  }

  /** Undefined at the end; throws what broke the stream. One call at a time. */
  async next(): Promise<Buffer | undefined> {
    while (this.pieces.length === 0 && this.end === undefined) {
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    const piece = this.pieces.shift();
    if (piece === undefined) {
      if (this.end?.error) throw this.end.error;
      return undefined;
    }
    this.heldBytes -= piece.length;
    if (this.heldBytes <= waitingBytes) this.stream.resume();
    return piece;
  }

  private finish(end: { readonly error?: Error }): void {
    this.end ??= end;
    this.wake();
  }
}
