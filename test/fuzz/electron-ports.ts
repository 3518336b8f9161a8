/** Ports and messages shaped as Electron's main process gives them, over channels that really clone what passes. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** The main process's end. */
class MainPort extends EventEmitter {
  readonly #inner: MessagePort;
  isStarted = false;
  isClosed = false;

  constructor(inner: MessagePort) {
    super();
    this.#inner = inner;
    inner.on('close', () => this.emit('close'));
  }

  /** Until then, what was sent waits. */
  start(): void {
    this.isStarted = true;
    this.#inner.on('message', (data: unknown) => this.emit('message', { data, ports: [] }));
  }

  postMessage(data: unknown): void {
    this.#inner.postMessage(data);
  }

  close(): void {
    this.isClosed = true;
    this.#inner.close();
  }
}

export interface PortPair {
  readonly main: MainPort;
  /** The page's end: raw, so that a page can send whatever a port carries. */
  readonly page: MessagePort;
}

export function portPair(): PortPair {
  const { port1, port2 } = new MessageChannel();
  return { main: new MainPort(port1), page: port2 };
}

/** A frame as the main process sees it. */
export interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}

export const ownFrame: Frame = { url: 'app://jarvis/', parent: null };

/** As Electron does when a frame is gone by the time that it is asked. */
const gone = (): never => {
  throw new Error('Render frame was disposed before WebFrameMain could be accessed');
};

/** What sends a message and is not our own page on top; each as the event that Electron would give. */
export const foreignSenders: Readonly<Record<string, object>> = {
  'no frame': { senderFrame: null },
  'another site': { senderFrame: { url: 'https://example.org/', parent: null } },
  'a name that begins as ours': { senderFrame: { url: 'app://jarvis.example.org/', parent: null } },
  'a longer name': { senderFrame: { url: 'app://jarvisx/', parent: null } },
  'ours as somebody’s name': { senderFrame: { url: 'app://jarvis@example.org/', parent: null } },
  'another scheme': { senderFrame: { url: 'file:///app://jarvis/', parent: null } },
  'a frame inside our page': { senderFrame: { url: 'app://jarvis/', parent: ownFrame } },
  'our page inside another': {
    senderFrame: { url: 'app://jarvis/', parent: { url: 'https://example.org/', parent: null } },
  },
  'an empty page': { senderFrame: { url: 'about:blank', parent: null } },
  'a page of data': { senderFrame: { url: 'data:text/html,app://jarvis/', parent: null } },
  'a page without an address': { senderFrame: { url: '', parent: null } },
  'a frame that is gone': {
    senderFrame: {
      get url() {
        return gone();
      },
      get parent() {
        return gone();
      },
    },
  },
  'a sender that is gone': {
    get senderFrame() {
      return gone();
    },
  },
};

/** `sender` says who; `ports` come with the message. */
export const messageOf = (sender: object, ports: readonly unknown[]): object =>
  Object.create(sender, { ports: { value: ports } });
