/** The worker's end of the sound wire: a WebSocket that comes back by itself while it is needed, or a port of the host. */
import { decodeSoundReceipt } from '../../src-preload/sound-frames.ts';

export interface SoundWire {
  /** False when there is no connection. */
  send(bytes: Uint8Array): boolean;
  /** Connects unless it is connected. */
  need(): void;
}

export interface SoundWireEvents {
  readonly onOpen: () => void;
  readonly onReceipt: (number: number) => void;
  /** Whether a lost connection is worth another try now. */
  readonly isNeeded: () => boolean;
}

const firstRetryMs = 50;
const longestRetryMs = 2_000;

export function portSoundWire(port: MessagePort, events: SoundWireEvents): SoundWire {
  port.onmessage = ({ data }: MessageEvent<Uint8Array>) => takeReceipt(data, events);
  let isTold = false;
  return {
    send(bytes) {
      // A copy, never a transfer: Electron's ports lose what is transferred.
      port.postMessage(bytes);
      return true;
    },
    need() {
      if (isTold) return;
      isTold = true;
      events.onOpen();
    },
  };
}

export function webSoundWire(
  url: string,
  events: SoundWireEvents,
  { makeSocket = (address: string) => new WebSocket(address), after = afterTimeout } = {},
): SoundWire {
  let socket: WebSocket | undefined;
  let isOpen = false;
  let retryMs = firstRetryMs;

  function connect(): void {
    const opening = makeSocket(url);
    socket = opening;
    opening.binaryType = 'arraybuffer';
    opening.onopen = () => {
      isOpen = true;
      events.onOpen();
    };
    opening.onmessage = ({ data }: MessageEvent<unknown>) => {
      // The core took sound: the way is good.
      retryMs = firstRetryMs;
      if (data instanceof ArrayBuffer) takeReceipt(new Uint8Array(data), events);
    };
    // An error is always followed by a close.
    opening.onclose = () => lose(opening);
  }

  function lose(closed: WebSocket): void {
    if (socket !== closed) return;
    isOpen = false;
    after(retryMs, () => {
      socket = undefined;
      if (events.isNeeded()) connect();
    });
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }

  return {
    send(bytes) {
      if (!isOpen || socket === undefined) return false;
      socket.send(new Uint8Array(bytes));
      return true;
    },
    need() {
      if (socket === undefined) connect();
    },
  };
}

function takeReceipt(bytes: Uint8Array, { onReceipt }: SoundWireEvents): void {
  const number = decodeSoundReceipt(bytes);
  if (number !== undefined) onReceipt(number);
}

function afterTimeout(delayMs: number, action: () => void): void {
  setTimeout(action, delayMs);
}
