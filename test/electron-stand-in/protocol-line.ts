/** A line to Chromium's DevTools protocol: one socket, many sessions. */
import { EventEmitter } from 'node:events';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type Command = keyof Protocol.CommandParameters;
export type EventName = keyof Protocol.Events;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class ProtocolLine {
  #next = 0;
  readonly #socket: WebSocket;
  readonly #events = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  readonly #waiting = new Map<number, Waiting>();

  static open(url: string): Promise<ProtocolLine> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      socket.addEventListener('open', () => resolve(new ProtocolLine(socket)));
      socket.addEventListener('error', () => reject(new Error(`no line to ${url}`)));
    });
  }

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
  }

  send<C extends Command>(
    method: C,
    params?: Protocol.CommandParameters[C],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[C]> {
    return new Promise((resolve, reject) => {
      const id = ++this.#next;
      const take = (result: unknown): void => resolve(result as Protocol.CommandReturnValues[C]);
      this.#waiting.set(id, { resolve: take, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params: params ?? {}, sessionId }));
    });
  }

  on<E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void, sessionId = ''): void {
    this.#events.on(`${sessionId}/${event}`, listener);
  }

  #receive({ id, sessionId = '', method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#events.emit(`${sessionId}/${method}`, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}

/** One target of the browser. */
export class TargetSession {
  readonly #line: ProtocolLine;
  readonly #id: string;

  constructor(line: ProtocolLine, id: string) {
    this.#line = line;
    this.#id = id;
  }

  send<C extends Command>(
    method: C,
    params?: Protocol.CommandParameters[C],
  ): Promise<Protocol.CommandReturnValues[C]> {
    return this.#line.send(method, params, this.#id);
  }

  on<E extends EventName>(event: E, listener: (params: Protocol.Events[E]) => void): void {
    this.#line.on(event, listener, this.#id);
  }
}
