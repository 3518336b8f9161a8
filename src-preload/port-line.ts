/** A wire over a message port: what passes on it, and the page's end of it. */
import * as z from 'zod/mini';
import type { Wire } from './wire.ts';

const word = z.string().check(z.minLength(1), z.maxLength(64));

/** What a page may ask of the shell: a line of the given kind, whose port comes with the message. */
export const lineRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wire') }),
  z.strictObject({ kind: z.literal('sound'), clientId: word, line: word }),
]);
export type LineRequest = z.output<typeof lineRequest>;

/** `taken`: so many characters or bytes were read; a port itself cannot tell how slow its reader is. */
export type LineMessage =
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  | { readonly taken: number };

/** One of the three, and nothing beside it: what is read of a message was looked at. */
export function isLineMessage(value: unknown): value is LineMessage {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const { text, bytes, taken } = value as Record<string, unknown>;
  return typeof text === 'string' || bytes instanceof Uint8Array || isCount(taken);
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const ignore = () => undefined;

/** The page's end. The port closes when the page goes; that the core has gone is told by the port's own `close`. */
export function wireOverPort(port: MessagePort): Wire {
  const wire: Wire = {
    sendText: text => port.postMessage({ text } satisfies LineMessage),
    sendBytes: bytes => port.postMessage({ bytes: new Uint8Array(bytes) } satisfies LineMessage),
    bufferedBytes: () => 0,
    close: () => {
      port.close();
      wire.onClose();
    },
    onText: ignore,
    onBytes: ignore,
    onClose: ignore,
  };
  const took = (taken: number): void => port.postMessage({ taken } satisfies LineMessage);
  port.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isLineMessage(data) || 'taken' in data) return;
    if ('text' in data) {
      wire.onText(data.text);
      took(data.text.length);
    } else {
      wire.onBytes(data.bytes);
      took(data.bytes.byteLength);
    }
  });
  port.addEventListener('close', () => wire.onClose());
  port.start();
  return wire;
}
