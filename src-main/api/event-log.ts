/** The one ordered log of events of a run: numbers them, keeps the newest, and tells whoever listens. */
import { type EventData, type EventName, events, type Sent } from '../../src-preload/contract.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';

export interface LoggedEvent {
  /** 1 for the first event of a run, then without a gap. */
  readonly sequence: number;
  /** The event as it travels: a `coreMessage` of kind `event` in JSON, made once for all clients. */
  readonly text: string;
}

export interface EventLogOptions {
  /** How many events are kept for clients that come back. */
  readonly maxEvents?: number;
  /** How many UTF-16 units of them. */
  readonly maxLength?: number;
  /** Check every event against the contract; for tests and development. */
  readonly validate?: boolean;
}

export class EventLog {
  /** Names this run; sequence numbers of another run mean nothing here. */
  readonly epoch = newId();
  #sequence = 0;
  /** Events `#first` to `#sequence`; the array holds `#start` forgotten places at its front. */
  #kept: (LoggedEvent | undefined)[] = [];
  #start = 0;
  #length = 0;
  readonly #listeners = new Set<(event: LoggedEvent) => void>();
  readonly #forgetting = new Set<() => void>();
  readonly #maxEvents: number;
  readonly #maxLength: number;
  readonly #validate: boolean;

  constructor(options: EventLogOptions = {}) {
    this.#maxEvents = options.maxEvents ?? 20_000;
    this.#maxLength = options.maxLength ?? 8 * 1024 * 1024;
    this.#validate = options.validate ?? false;
  }

  /** The number of the newest event; 0 before the first. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Appends an event and tells every listener before it returns. Throws `wire.invalid-message` when validating. */
  publish<N extends EventName>(name: N, data: Sent<EventData<N>>): number {
    if (this.#validate && !events[name].safeParse(data).success) {
      throw new JarvisError('wire.invalid-message', { detail: name });
    }
    const sequence = ++this.#sequence;
    const event = { sequence, text: JSON.stringify({ kind: 'event', sequence, name, data }) };
    this.#kept.push(event);
    this.#length += event.text.length;
    this.#forgetOldest();
    for (const listener of [...this.#listeners]) listener(event);
    return sequence;
  }

  /** Events after number `sequence`, oldest first; undefined when some are no longer kept or it never was reached. */
  since(sequence: number): readonly LoggedEvent[] | undefined {
    const count = this.#sequence - sequence;
    const kept = this.#kept.length - this.#start;
    if (count < 0 || count > kept) return undefined;
    return this.#kept.slice(this.#kept.length - count) as LoggedEvent[];
  }

  /** Keeps nothing of what was: whoever comes back has to take a new picture. Those who listen go on. */
  forget(): void {
    this.#kept = [];
    this.#start = 0;
    this.#length = 0;
    for (const listener of [...this.#forgetting]) listener();
  }

  /** Called by `forget`: whoever keeps what clients were told has to forget it too. */
  onForget(listener: () => void): void {
    this.#forgetting.add(listener);
  }

  /** `listener` must not throw. The returned function ends it. */
  subscribe(listener: (event: LoggedEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #forgetOldest(): void {
    const tooMany = () => this.#kept.length - this.#start > this.#maxEvents || this.#length > this.#maxLength;
    while (this.#start < this.#kept.length && tooMany()) {
      this.#length -= this.#kept[this.#start]?.text.length ?? 0;
      this.#kept[this.#start++] = undefined;
    }
    // Moving the array at each event would cost its whole length; once it is half empty the cost is shared.
    if (this.#start > 1024 && this.#start * 2 > this.#kept.length) {
      this.#kept = this.#kept.slice(this.#start);
      this.#start = 0;
    }
  }
}
