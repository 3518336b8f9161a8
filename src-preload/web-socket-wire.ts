/** A wire over a WebSocket, in a browser or in Node. */
import { JarvisError, reportError } from '../src-main/domain/errors.ts';
import type { Language } from '../src-main/domain/language.ts';
import { ClientError } from './connect.ts';
import type { Wire } from './wire.ts';

/** What is used of a WebSocket: the browser's, Node's own and the `ws` package's all have it. */
export interface SocketLike {
  binaryType: string;
  readonly bufferedAmount: number;
  readonly readyState: number;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

const open = 1;
const ignore = () => undefined;

/**
 * Opens a wire. `makeSocket` makes the socket, e.g. `() => new WebSocket(url)`. Rejects with an Error when the
 * server cannot be reached, and with ClientError `wire.unauthorized` when `isRefused` says that it lets us in no
 * more: a browser does not tell why a WebSocket failed, so it must be asked another way.
 */
export async function openWebSocketWire(
  makeSocket: () => SocketLike,
  { isRefused, language }: { isRefused?: () => Promise<boolean>; language?: () => Language } = {},
): Promise<Wire> {
  try {
    return await openSocket(makeSocket());
  } catch (error) {
    if (isRefused === undefined || !(await isRefused())) throw error;
    throw new ClientError(reportError(new JarvisError('wire.unauthorized', {}, error), language?.() ?? 'en'));
  }
}

function openSocket(socket: SocketLike): Promise<Wire> {
  return new Promise((resolve, reject) => {
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => resolve(wireOver(socket));
    socket.onerror = () => reject(new Error('the WebSocket could not be opened'));
    socket.onclose = () => reject(new Error('the WebSocket was closed before it was open'));
  });
}

function wireOver(socket: SocketLike): Wire {
  const wire: Wire = {
    sendText: text => {
      if (socket.readyState === open) socket.send(text);
    },
    sendBytes: bytes => {
      // A view on shared memory cannot be sent; a copy of a frame is a few hundred bytes.
      if (socket.readyState === open) socket.send(new Uint8Array(bytes));
    },
    bufferedBytes: () => socket.bufferedAmount,
    close: () => socket.close(),
    onText: ignore,
    onBytes: ignore,
    onClose: ignore,
  };
  socket.onmessage = ({ data }: { data: unknown }) => {
    if (typeof data === 'string') wire.onText(data);
    else if (data instanceof ArrayBuffer) wire.onBytes(new Uint8Array(data));
  };
  // An error is always followed by a close, which is what matters to the other layers.
  socket.onerror = ignore;
  socket.onclose = () => wire.onClose();
  return wire;
}
