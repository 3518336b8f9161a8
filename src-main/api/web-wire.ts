/** The server's end of a WebSocket as a wire, with a watch for clients that are gone without a word. */
import { type RawData, WebSocket } from 'ws';
import type { Wire } from '../../src-preload/wire.ts';
import type { Clock } from '../ports/clock.ts';

/** How often a silent client is asked whether it is there; it is cut when it did not answer the last time. */
const pingEveryMs = 20_000;

const ignore = () => undefined;

/** `onFault` hears what is wrong with a socket; its close always follows. */
export function webWire(socket: WebSocket, clock: Clock, onFault: (error: Error) => void): Wire {
  const wire: Wire = {
    sendText: text => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    sendBytes: bytes => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
    },
    bufferedBytes: () => socket.bufferedAmount,
    close: () => closeSoon(socket, clock),
    onText: ignore,
    onBytes: ignore,
    onClose: ignore,
  };
  socket.on('message', (data, isBinary) => {
    if (isBinary) wire.onBytes(bytesOf(data));
    else wire.onText(bytesOf(data).toString('utf8'));
  });
  const stopWatch = watch(socket, clock);
  socket.on('error', onFault);
  socket.on('close', () => {
    stopWatch();
    wire.onClose();
  });
  return wire;
}

/** A client that reads nothing never answers a close; it is cut after a second. */
function closeSoon(socket: WebSocket, clock: Clock): void {
  socket.close(1001);
  const cancel = clock.after(1000, () => socket.terminate());
  socket.once('close', cancel);
}

function watch(socket: WebSocket, clock: Clock): () => void {
  let isThere = true;
  socket.on('pong', () => {
    isThere = true;
  });
  const ask = () => {
    if (!isThere) {
      socket.terminate();
      return;
    }
    isThere = false;
    socket.ping();
    cancel = clock.after(pingEveryMs, ask);
  };
  let cancel = clock.after(pingEveryMs, ask);
  return () => cancel();
}

/** The default binary type gives one Buffer. */
function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
