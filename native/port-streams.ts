/** Bytes in order over a line that carries whole messages and knows no back-pressure, as between processes of Electron. */
import { Readable, Writable } from 'node:stream';

type PortMessage =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** So many bytes were taken by their reader. */
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'end' };

export interface MessageLine {
  post(message: PortMessage): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Bytes that may be on their way or unread before the writer waits. */
const windowBytes = 1024 * 1024;

const isMessage = (value: unknown): value is PortMessage =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** One end of the line; the other end has the same. Both streams end when the other side ends its own, or `close` is called. */
export function portStreams(line: MessageLine): { input: Readable; output: Writable; close: () => void } {
  const arrived: Uint8Array[] = [];
  let [wanted, ended] = [false, false];
  let [unread, resume]: [number, (() => void) | undefined] = [0, undefined];

  const give = (): void => {
    while (wanted) {
      const bytes = arrived.shift();
      if (bytes === undefined) {
        if (ended) input.push(null);
        return;
      }
      wanted = input.push(bytes);
      line.post({ kind: 'taken', count: bytes.byteLength });
    }
  };
  const input = new Readable({
    highWaterMark: 64 * 1024,
    read() {
      wanted = true;
      give();
    },
  });
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      // A copy: a small piece of a pooled buffer would be sent with the whole pool.
      line.post({ kind: 'bytes', bytes: new Uint8Array(chunk) });
      unread += chunk.byteLength;
      if (unread <= windowBytes) done();
      else resume = done;
    },
    final(done) {
      line.post({ kind: 'end' });
      done();
    },
  });
  const taken = (count: number): void => {
    unread -= count;
    if (unread > windowBytes || resume === undefined) return;
    const go = resume;
    resume = undefined;
    go();
  };
  const close = (): void => {
    ended = true;
    give();
    output.destroy();
  };
  line.onMessage(message => {
    if (!isMessage(message)) return;
    if (message.kind === 'taken') taken(message.count);
    else if (message.kind === 'bytes') arrived.push(message.bytes);
    else ended = true;
    give();
  });
  return { input, output, close };
}
