/** The windows' lines to the core: message ports that only our own page, in the frame on top, may open. */
import { type IpcMain, type IpcMainEvent, ipcMain, type MessagePortMain } from 'electron';
import { isLineMessage, type LineMessage, lineRequest } from '../../src-preload/port-line.ts';
import type { Wire } from '../../src-preload/wire.ts';
import type { WireServer } from '../api/wire-session.ts';
import { isOwnAddress } from './electron-guard.ts';

const ignore = () => undefined;

export interface LineServer extends Pick<WireServer, 'serveWire' | 'serveSound'> {
  /** Calls it once lines can be served; absent: they can from the beginning. */
  whenServed?(action: () => void): void;
}

/** A message of a foreign page, or of a frame inside ours, is none; nor is one of a frame that has just gone. */
function isOurs(event: IpcMainEvent): boolean {
  try {
    const { senderFrame } = event;
    return senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url);
  } catch {
    // Electron throws when a frame that is gone is asked for its address.
    return false;
  }
}

/** `refused` counts what was not let in. @returns takes the handler off again. */
export function serveLines(
  { serveWire, serveSound, whenServed = action => action() }: LineServer,
  refused: (why: 'frame' | 'shape') => void,
  ipc: IpcMain = ipcMain,
): () => void {
  const refuse = (event: IpcMainEvent, why: 'frame' | 'shape'): void => {
    for (const port of event.ports) port.close();
    refused(why);
  };
  const open = (event: IpcMainEvent, asked: unknown): void => {
    const [port] = event.ports;
    const request = lineRequest.safeParse(asked);
    const hasOnePort = event.ports.length === 1;
    if (!isOurs(event)) refuse(event, 'frame');
    else if (!request.success || port === undefined || !hasOnePort) refuse(event, 'shape');
    else {
      let isGone = false;
      port.once('close', () => {
        isGone = true;
      });
      whenServed(() => {
        if (isGone) return;
        if (request.data.kind === 'wire') serveWire(wireOver(port));
        else serveSound(soundWireOver(port), request.data);
        // What was sent on it so far has waited.
        port.start();
      });
    }
  };
  ipc.on('line.open', open);
  return () => ipc.off('line.open', open);
}

/** Frames and receipts, as bytes alone. */
function soundWireOver(port: MessagePortMain): Wire {
  const wire: Wire = {
    sendText: ignore,
    sendBytes: bytes => port.postMessage(new Uint8Array(bytes)),
    bufferedBytes: () => 0,
    close: () => port.close(),
    onText: ignore,
    onBytes: ignore,
    onClose: ignore,
  };
  port.on('message', ({ data }: { data: unknown }) => {
    if (data instanceof Uint8Array) wire.onBytes(data);
    else wire.onText('');
  });
  port.on('close', () => wire.onClose());
  return wire;
}

/** Bytes and texts are copied, never transferred: what is transferred to a port of Electron is lost. */
function wireOver(port: MessagePortMain): Wire {
  let unread = 0;
  const send = (message: LineMessage, size: number): void => {
    unread += size;
    port.postMessage(message);
  };
  const wire: Wire = {
    sendText: text => send({ text }, text.length),
    sendBytes: bytes => send({ bytes: new Uint8Array(bytes) }, bytes.byteLength),
    bufferedBytes: () => unread,
    close: () => port.close(),
    onText: ignore,
    onBytes: ignore,
    onClose: ignore,
  };
  port.on('message', ({ data }: { data: unknown }) => {
    if (!isLineMessage(data)) return;
    if ('taken' in data) unread = Math.max(0, unread - data.taken);
    else if ('text' in data) wire.onText(data.text);
    else wire.onBytes(data.bytes);
  });
  port.on('close', () => wire.onClose());
  return wire;
}
