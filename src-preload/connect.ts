/** A client's half of a wire: typed commands and events over a connection that heals itself. */

import type { ErrorCode } from '../src-main/domain/error-codes.ts';
import { type ErrorParams, type ErrorReport, JarvisError, reportError } from '../src-main/domain/errors.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Language } from '../src-main/domain/language.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type CoreMessage,
  commands,
  coreMessage,
  type EventData,
  type EventName,
  events,
  isEventName,
  protocolVersion,
} from './contract.ts';
import type { Wire } from './wire.ts';

/** What a command failed with, in the user's language. */
export class ClientError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(`${report.code}: ${report.message}`);
    this.name = 'ClientError';
    this.report = report;
  }
}

/** `connecting`: for the first time; `reconnecting`: after a break; `closed`: for good. */
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'closed';

export interface ConnectOptions {
  /** Stable for the life of this client, so that it finds its own answers after a break. */
  readonly clientId: string;
  /** Milliseconds to wait before attempt `attempt` (1 for the first one after a failure). */
  readonly backoff?: (attempt: number) => number;
  /** How long a command may wait for its answer; 120 s when absent. */
  readonly answerLimitMs?: number;
  /** Calls `action` once after `delayMs`; the returned function cancels it. */
  readonly after?: (delayMs: number, action: () => void) => () => void;
  /** The language of errors that arise on this side. */
  readonly language?: () => Language;
}

export interface Client {
  /**
   * Sends a command and waits for its answer, over a break of the wire too. Rejects with ClientError: the core's
   * own report, `wire.no-answer` after the limit, `wire.invalid-message`, or `wire.closed` after `close()`.
   */
  call<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    options?: { readonly limitMs?: number },
  ): Promise<CommandOutput<N>>;
  /** Handlers are called in the order of the events, each event once. The returned function ends it. */
  on<N extends EventName>(name: N, handler: (data: EventData<N>) => void): () => void;
  /** Called at once with the state it has now, then at each change; `error`: why it is closed for good. */
  onState(handler: (state: ConnectionState, error?: ClientError) => void): () => void;
  /** Events were lost over a break: take a new snapshot. */
  onResync(handler: () => void): () => void;
  /** Binary messages of the core: spoken sound. */
  onFrame(handler: (bytes: Uint8Array) => void): () => void;
  /** Sends captured sound; false when there is no connection: sound is not kept for later. */
  sendFrame(bytes: Uint8Array): boolean;
  bufferedBytes(): number;
  close(): void;
}

export type OpenWire = () => Promise<Wire>;

/** Connects, and again after every break until `close()`. `openWire` rejects with ClientError not retryable to give up. */
export function connect(openWire: OpenWire, options: ConnectOptions): Client {
  const connection = new Connection(openWire, options);
  connection.open();
  return connection;
}

interface Pending {
  readonly name: CommandName;
  readonly text: string;
  readonly resolve: (output: never) => void;
  readonly reject: (error: ClientError) => void;
  readonly stopTimer: () => void;
}

class Connection implements Client {
  #wire: Wire | undefined;
  #state: ConnectionState = 'connecting';
  #closedBy: ClientError | undefined;
  #attempt = 0;
  #stopRetry: (() => void) | undefined;
  #seen: { epoch: string; sequence: number } | undefined;
  readonly #pending = new Map<string, Pending>();
  readonly #eventHandlers = new Map<EventName, Set<(data: never) => void>>();
  readonly #stateHandlers = new Set<(state: ConnectionState, error?: ClientError) => void>();
  readonly #resyncHandlers = new Set<() => void>();
  readonly #frameHandlers = new Set<(bytes: Uint8Array) => void>();
  readonly #openWire: OpenWire;
  readonly #options: ConnectOptions;
  readonly #after: (delayMs: number, action: () => void) => () => void;

  constructor(openWire: OpenWire, options: ConnectOptions) {
    this.#openWire = openWire;
    this.#options = options;
    this.#after = options.after ?? afterTimeout;
  }

  call<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    { limitMs = this.#options.answerLimitMs ?? 120_000 }: { readonly limitMs?: number } = {},
  ): Promise<CommandOutput<N>> {
    const id = newId();
    const text = JSON.stringify({ kind: 'command', id, name, input });
    return new Promise<CommandOutput<N>>((resolve, reject) => {
      if (this.#state === 'closed') {
        reject(this.#closedBy ?? this.#error('wire.closed'));
        return;
      }
      const stopTimer = this.#after(limitMs, () => {
        this.#pending.delete(id);
        reject(this.#error('wire.no-answer', { seconds: Math.round(limitMs / 1000) }));
      });
      this.#pending.set(id, { name, text, resolve, reject, stopTimer });
      if (this.#state === 'open') this.#wire?.sendText(text);
    });
  }

  on<N extends EventName>(name: N, handler: (data: EventData<N>) => void): () => void {
    const handlers = this.#eventHandlers.get(name) ?? new Set();
    this.#eventHandlers.set(name, handlers);
    return addTo(handlers, handler);
  }

  onState(handler: (state: ConnectionState, error?: ClientError) => void): () => void {
    const remove = addTo(this.#stateHandlers, handler);
    handler(this.#state, this.#closedBy);
    return remove;
  }

  onResync(handler: () => void): () => void {
    return addTo(this.#resyncHandlers, handler);
  }

  onFrame(handler: (bytes: Uint8Array) => void): () => void {
    return addTo(this.#frameHandlers, handler);
  }

  sendFrame(bytes: Uint8Array): boolean {
    if (this.#state !== 'open' || this.#wire === undefined) return false;
    this.#wire.sendBytes(bytes);
    return true;
  }

  bufferedBytes(): number {
    return this.#wire?.bufferedBytes() ?? 0;
  }

  close(): void {
    this.#closeFor(this.#error('wire.closed'));
  }

  open(): void {
    this.#openWire().then(
      wire => this.#greet(wire),
      error => {
        if (error instanceof ClientError && !error.report.retryable) this.#closeFor(error);
        else this.#retry();
      },
    );
  }

  #greet(wire: Wire): void {
    if (this.#state === 'closed') {
      wire.close();
      return;
    }
    this.#wire = wire;
    wire.onText = text => this.#receive(wire, text);
    wire.onBytes = bytes => {
      if (wire === this.#wire) for (const handler of [...this.#frameHandlers]) handler(bytes);
    };
    wire.onClose = () => this.#lose(wire);
    const resume = this.#seen === undefined ? {} : { resume: this.#seen };
    const hello = { kind: 'hello', protocol: protocolVersion, clientId: this.#options.clientId, ...resume };
    wire.sendText(JSON.stringify(hello));
  }

  #lose(wire: Wire): void {
    if (wire !== this.#wire) return;
    this.#wire = undefined;
    if (this.#state !== 'closed') this.#retry();
  }

  #retry(): void {
    if (this.#state === 'closed') return;
    this.#setState(this.#seen === undefined ? 'connecting' : 'reconnecting');
    const delayMs = (this.#options.backoff ?? exponentialBackoff)(++this.#attempt);
    this.#stopRetry = this.#after(delayMs, () => this.open());
  }

  #receive(wire: Wire, text: string): void {
    if (wire !== this.#wire) return;
    const message = parse(text);
    if (message === undefined) this.#report(this.#error('wire.invalid-message', { detail: 'core' }));
    else if (message.kind === 'event') this.#receiveEvent(wire, message);
    else if (message.kind === 'welcome') this.#receiveWelcome(wire, message);
    else this.#receiveAnswer(message);
  }

  #receiveWelcome(wire: Wire, welcome: Extract<CoreMessage, { kind: 'welcome' }>): void {
    const isFirst = this.#seen === undefined;
    if (!welcome.resumed) this.#seen = { epoch: welcome.epoch, sequence: welcome.sequence };
    this.#attempt = 0;
    this.#setState('open');
    for (const { text } of this.#pending.values()) wire.sendText(text);
    if (!isFirst && !welcome.resumed) for (const handler of [...this.#resyncHandlers]) handler();
  }

  #receiveEvent(wire: Wire, { sequence, name, data }: Extract<CoreMessage, { kind: 'event' }>): void {
    const seen = this.#seen;
    if (seen === undefined || sequence <= seen.sequence) return;
    if (sequence > seen.sequence + 1) {
      // A gap: what is missing can be asked for again over a new wire.
      wire.close();
      this.#lose(wire);
      return;
    }
    this.#seen = { epoch: seen.epoch, sequence };
    const parsed = isEventName(name) ? events[name].safeParse(data) : undefined;
    if (isEventName(name) && parsed?.success === true) this.#emit(name, parsed.data as never);
    else this.#report(this.#error('wire.invalid-message', { detail: name }));
  }

  #receiveAnswer(message: Extract<CoreMessage, { kind: 'result' | 'failure' }>): void {
    const pending = message.id === null ? undefined : this.#pending.get(message.id);
    if (message.kind === 'failure' && message.id === null) {
      const error = new ClientError(message.error);
      // Refused at hello: another try would be refused as well.
      if (this.#state !== 'open' && !message.error.retryable) this.#closeFor(error);
      else this.#report(error);
    }
    if (message.id === null || pending === undefined) return;
    this.#pending.delete(message.id);
    pending.stopTimer();
    if (message.kind === 'failure') {
      pending.reject(new ClientError(message.error));
      return;
    }
    const output = commands[pending.name].output.safeParse(message.output);
    if (output.success) pending.resolve(output.data as never);
    else pending.reject(this.#error('wire.invalid-message', { detail: pending.name }));
  }

  #emit(name: EventName, data: never): void {
    for (const handler of [...(this.#eventHandlers.get(name) ?? [])]) handler(data);
  }

  /** A fault that belongs to no command is told as the core would tell its own. */
  #report(error: ClientError): void {
    this.#emit('app.failed', error.report as never);
  }

  #closeFor(error: ClientError): void {
    if (this.#state === 'closed') return;
    this.#closedBy = error;
    this.#stopRetry?.();
    const wire = this.#wire;
    this.#wire = undefined;
    this.#setState('closed');
    wire?.close();
    for (const pending of this.#pending.values()) {
      pending.stopTimer();
      pending.reject(error);
    }
    this.#pending.clear();
  }

  #setState(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const handler of [...this.#stateHandlers]) handler(state, this.#closedBy);
  }

  #error(code: ErrorCode, params?: ErrorParams): ClientError {
    return new ClientError(reportError(new JarvisError(code, params), this.#options.language?.() ?? 'en'));
  }
}

function parse(text: string): CoreMessage | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  const parsed = coreMessage.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

function addTo<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => set.delete(item);
}

/** 50 ms, doubled at each attempt up to 3 s, with jitter so that many windows do not come back at once. */
function exponentialBackoff(attempt: number): number {
  return Math.min(3000, 50 * 2 ** Math.min(attempt - 1, 10)) * (0.75 + Math.random() / 2);
}

function afterTimeout(delayMs: number, action: () => void): () => void {
  const timeout = setTimeout(action, delayMs);
  return () => clearTimeout(timeout);
}
