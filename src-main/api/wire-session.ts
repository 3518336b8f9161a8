/** The core's half of every wire: hello, commands and their answers, events with resumption, sound frames. */
import {
  type ClientMessage,
  type CommandName,
  type CoreMessage,
  clientMessage,
  commands,
  isCommandName,
  maxImportLength,
  protocolVersion,
} from '../../src-preload/contract.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { JarvisError, reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { orderedBy } from '../ports/orderer.ts';
import type { EventLog, LoggedEvent } from './event-log.ts';
import type { CommandContext, Handlers } from './handlers-type.ts';
import { ResultCache } from './result-cache.ts';
import { createSoundWireServer, type SoundWireServer } from './sound-wire.ts';

/** Watches and never steers. */
export interface WireObserver {
  /** `error` is what the handler threw; absent when the command succeeded. */
  commandEnded?(name: CommandName, durationMs: number, error?: unknown): void;
  /** A message that was refused before it reached a handler. */
  messageRefused?(error: JarvisError): void;
  /** A client that read too slowly was cut; it may come back and resume. */
  slowClientCut?(): void;
}

export interface WireServerOptions {
  readonly handlers: Handlers;
  readonly log: EventLog;
  /** The language failures are told in. */
  readonly language: () => Language;
  /** Milliseconds that never go back. */
  readonly monotonicMs: () => number;
  /** Binary messages of a client that has said hello. */
  readonly onFrame?: (clientId: string, bytes: Uint8Array) => void;
  /** The last wire of this client is gone; it may come back. */
  readonly onClientGone?: (clientId: string) => void;
  readonly observer?: WireObserver;
  readonly results?: ResultCache;
}

export interface WireServer {
  /** Answers on this wire until it closes. */
  serveWire(wire: Wire): void;
  /** Takes the microphone's frames of a client that has said hello on a wire of its own. */
  serveSound: SoundWireServer['serve'];
  /** How many clients are connected and have said hello. */
  clientCount(): number;
  /** Closes every wire. */
  close(): void;
}

/** The longest message: an import in JSON, whose escapes can take more room than its text. */
const maxMessageLength = 2 * maxImportLength;
const maxFrameBytes = 1024 * 1024;
const maxRunningCommands = 500;
/** Bytes of events that may wait for a slow client before it is cut. */
const maxEventBacklogBytes = 8 * 1024 * 1024;

interface Client {
  readonly wire: Wire;
  readonly session: Session;
}

export function createWireServer(options: WireServerOptions): WireServer {
  const clients = new Map<string, Client>();
  const wires = new Set<Wire>();
  const results = options.results ?? new ResultCache();
  options.log.onForget(() => results.forget());
  const sound = createSoundWireServer({
    isKnown: clientId => clients.has(clientId),
    onFrame: (clientId, bytes) => options.onFrame?.(clientId, bytes),
    onRefused: () => options.observer?.messageRefused?.(invalidMessage('no sound')),
  });
  return {
    serveWire: wire => {
      wires.add(wire);
      const session = new Session(wire, options, clients, results);
      wire.onText = text => session.receiveText(text);
      wire.onBytes = bytes => session.receiveBytes(bytes);
      wire.onClose = () => {
        wires.delete(wire);
        session.end();
      };
    },
    serveSound: (wire, from) => sound.serve(wire, from),
    clientCount: () => clients.size,
    close: () => {
      for (const wire of wires) wire.close();
    },
  };
}

/** One wire from its opening to its close. */
class Session {
  #clientId: string | undefined;
  #stopEvents: (() => void) | undefined;
  #running = 0;
  /** Bytes that wait for good reason (a large answer, a resumed backlog) and do not make the client slow. */
  #allowedBytes = 0;
  readonly #wire: Wire;
  readonly #options: WireServerOptions;
  readonly #clients: Map<string, Client>;
  readonly #results: ResultCache;

  constructor(wire: Wire, options: WireServerOptions, clients: Map<string, Client>, results: ResultCache) {
    this.#wire = wire;
    this.#options = options;
    this.#clients = clients;
    this.#results = results;
  }

  receiveText(text: string): void {
    let id: string | null = null;
    try {
      const raw = parseText(text);
      id = idOf(raw);
      this.#receive(parseMessage(raw));
    } catch (error) {
      this.#refuse(id, error);
    }
  }

  receiveBytes(bytes: Uint8Array): void {
    try {
      if (this.#clientId === undefined) throw invalidMessage('hello first');
      if (bytes.byteLength > maxFrameBytes) throw invalidMessage('frame too large');
      this.#options.onFrame?.(this.#clientId, bytes);
    } catch (error) {
      this.#refuse(null, error);
    }
  }

  end(): void {
    this.#stopEvents?.();
    this.#stopEvents = undefined;
    const clientId = this.#clientId;
    if (clientId === undefined || this.#clients.get(clientId)?.session !== this) return;
    this.#clients.delete(clientId);
    this.#options.onClientGone?.(clientId);
  }

  #receive(message: ClientMessage): void {
    if (message.kind === 'hello') this.#welcome(message);
    else this.#command(message);
  }

  #welcome(hello: Extract<ClientMessage, { kind: 'hello' }>): void {
    if (this.#clientId !== undefined) throw invalidMessage('hello twice');
    if (hello.protocol !== protocolVersion) {
      throw new JarvisError('wire.version', { found: hello.protocol, expected: protocolVersion });
    }
    this.#clientId = hello.clientId;
    const before = this.#clients.get(hello.clientId);
    this.#clients.set(hello.clientId, { wire: this.#wire, session: this });
    // The same client over a new wire: the old one is dead, only not noticed yet.
    before?.wire.close();
    this.#sendBacklog(hello.resume);
    this.#stopEvents = this.#options.log.subscribe(event => this.#sendEvent(event));
  }

  #sendBacklog(resume: { epoch: string; sequence: number } | undefined): void {
    const { log } = this.#options;
    const missed = resume?.epoch === log.epoch ? log.since(resume.sequence) : undefined;
    this.#send({
      kind: 'welcome',
      protocol: protocolVersion,
      epoch: log.epoch,
      sequence: log.sequence,
      resumed: missed !== undefined,
    });
    for (const event of missed ?? []) this.#wire.sendText(event.text);
    this.#allowedBytes = this.#wire.bufferedBytes();
  }

  #sendEvent(event: LoggedEvent): void {
    const buffered = this.#wire.bufferedBytes();
    this.#allowedBytes = Math.min(this.#allowedBytes, buffered);
    if (buffered - this.#allowedBytes > maxEventBacklogBytes) {
      this.#stopEvents?.();
      this.#options.observer?.slowClientCut?.();
      this.#wire.close();
      return;
    }
    this.#wire.sendText(event.text);
  }

  #command({ id, name, input }: Extract<ClientMessage, { kind: 'command' }>): void {
    const clientId = this.#clientId;
    if (clientId === undefined) throw invalidMessage('hello first');
    if (this.#running >= maxRunningCommands)
      throw new JarvisError('input.rate', { limit: maxRunningCommands });
    const answer = this.#results.once(clientId, id, name, () => this.#answer(clientId, id, name, input));
    if (answer === undefined) throw invalidMessage('an id was used for two commands');
    this.#running++;
    void answer.then(text => {
      this.#running--;
      this.#wire.sendText(text);
      this.#allowedBytes += text.length;
    });
  }

  /** The message that answers a command; never rejects. */
  async #answer(clientId: string, id: string, name: string, input: unknown): Promise<string> {
    const { language } = this.#options;
    try {
      if (!isCommandName(name)) throw new JarvisError('input.unknown-command', { name: name.slice(0, 64) });
      const output = await this.#run(name, input, this.#context(clientId, id));
      return encode({ kind: 'result', id, output });
    } catch (error) {
      return encode({ kind: 'failure', id, error: reportError(error, language()) });
    }
  }

  async #run<N extends CommandName>(name: N, raw: unknown, context: CommandContext): Promise<unknown> {
    const { handlers, monotonicMs, observer } = this.#options;
    const parsed = commands[name].input.safeParse(raw);
    if (!parsed.success) {
      const error = new JarvisError('input.invalid', { detail: `${name} ${whereInvalid(parsed.error)}` });
      observer?.messageRefused?.(error);
      throw error;
    }
    const startedMs = monotonicMs();
    try {
      // The schema of `name` made `data`, which the compiler cannot follow through the table.
      const work = () => handlers[name](parsed.data as Parameters<Handlers[N]>[0], context);
      const output = await orderedBy('you', work);
      observer?.commandEnded?.(name, monotonicMs() - startedMs);
      return output;
    } catch (error) {
      observer?.commandEnded?.(name, monotonicMs() - startedMs, error);
      throw error;
    }
  }

  #context(clientId: string, commandId: string): CommandContext {
    return {
      clientId,
      commandId,
      sendFrame: bytes => {
        const client = this.#clients.get(clientId);
        client?.wire.sendBytes(bytes);
        return client !== undefined;
      },
      bufferedBytes: () => this.#clients.get(clientId)?.wire.bufferedBytes() ?? 0,
    };
  }

  #refuse(id: string | null, error: unknown): void {
    if (error instanceof JarvisError) this.#options.observer?.messageRefused?.(error);
    this.#send({ kind: 'failure', id, error: reportError(error, this.#options.language()) });
  }

  #send(message: CoreMessage): void {
    this.#wire.sendText(encode(message));
  }
}

const encode = (message: CoreMessage): string => JSON.stringify(message);

const invalidMessage = (detail: string, cause?: unknown): JarvisError =>
  new JarvisError('wire.invalid-message', { detail }, cause);

function parseText(text: string): unknown {
  if (text.length > maxMessageLength) throw invalidMessage('too long');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidMessage('not JSON', error);
  }
}

function parseMessage(raw: unknown): ClientMessage {
  const parsed = clientMessage.safeParse(raw);
  if (!parsed.success) throw invalidMessage(whereInvalid(parsed.error), parsed.error);
  return parsed.data;
}

/** The id a broken message answers to, if it has a usable one. */
function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && raw.id.length > 0 && raw.id.length <= 64 ? raw.id : null;
}

/** Where the first fault is, without the value itself, which may hold the user's words. */
function whereInvalid(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string }[];
}): string {
  const [issue] = error.issues;
  const path = issue?.path.map(String).join('.').slice(0, 100);
  return `${path === undefined || path === '' ? '(message)' : path} ${issue?.code ?? 'invalid'}`;
}
