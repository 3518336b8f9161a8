/** For tests: a client whose answers and events are given by hand, and surroundings whose time stands still. */
import { defaultPreferences } from '../../src-main/domain/settings.ts';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventData,
  EventName,
} from '../../src-preload/contract.ts';
import type { Conversation, ErrorReport, Message, Profile } from './contract-types.ts';
import type { ConnectionState, CoreClient } from './core-client.ts';
import type { Surroundings } from './surroundings.ts';
import { createWindowStore } from './window-store.ts';

type Answer = (input: never) => unknown;

export class FakeCore implements CoreClient {
  readonly calls: { readonly name: CommandName; readonly input: unknown }[] = [];
  readonly #answers = new Map<CommandName, Answer>();
  readonly #handlers = new Map<EventName, Set<(data: never) => void>>();
  readonly #resync = new Set<() => void>();
  #tellState: (state: ConnectionState) => void = () => undefined;

  /** What `name` is answered with from now on; a throw refuses it. */
  answer<N extends CommandName>(
    name: N,
    answer: (input: CommandInput<N>) => CommandOutput<N> | Promise<CommandOutput<N>>,
  ): void {
    this.#answers.set(name, answer);
  }

  async call<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    this.calls.push({ name, input });
    const answer = this.#answers.get(name);
    if (answer === undefined) throw new Error(`the test gave no answer to ${name}`);
    return (await answer(input as never)) as CommandOutput<N>;
  }

  on<N extends EventName>(name: N, handler: (data: EventData<N>) => void): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  onState(handler: (state: ConnectionState) => void): () => void {
    this.#tellState = handler;
    handler('open');
    return () => undefined;
  }

  onResync(handler: () => void): () => void {
    this.#resync.add(handler);
    return () => this.#resync.delete(handler);
  }

  emit<N extends EventName>(name: N, data: EventData<N>): void {
    for (const handler of this.#handlers.get(name) ?? []) handler(data as never);
  }

  setState(state: ConnectionState): void {
    this.#tellState(state);
  }

  loseEvents(): void {
    for (const handler of this.#resync) handler();
  }

  count(name: CommandName): number {
    return this.calls.filter(call => call.name === name).length;
  }
}

export class FakeSurroundings implements Surroundings {
  readonly kept = new Map<string, string>();
  readonly downloads: string[] = [];
  readonly #frames: (() => void)[] = [];
  #timers: { readonly atMs: number; readonly action: () => void }[] = [];
  #now = 0;
  #lastId = 0;
  uploadModel: Surroundings['uploadModel'] = () => ({ done: Promise.resolve(), cancel: () => undefined });

  uploadAudio: Surroundings['uploadAudio'] = ({ name }) => ({
    done: Promise.resolve({ name, text: 'words' }),
    cancel: () => undefined,
  });

  uploadDocument: Surroundings['uploadDocument'] = () => ({
    done: Promise.resolve(),
    cancel: () => undefined,
  });

  readImage: Surroundings['readImage'] = async () => ({ mediaType: 'image/png', base64: 'iVBORw0KGgo=' });

  nowMs = (): number => this.#now;
  newId = (): string => `made-${++this.#lastId}`;
  beforeFrame = (action: () => void): void => void this.#frames.push(action);
  after = (delayMs: number, action: () => void): (() => void) => {
    const timer = { atMs: this.#now + delayMs, action };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(one => one !== timer);
    };
  };
  recall = (key: string): string | undefined => this.kept.get(key);
  keep = (key: string, value: string | undefined): void => {
    if (value === undefined) this.kept.delete(key);
    else this.kept.set(key, value);
  };
  keptKeys = (): readonly string[] => [...this.kept.keys()];
  browserLanguage = (): 'fr' | 'en' => 'en';
  download = ({ fileName }: { fileName: string }): void => void this.downloads.push(fileName);

  get framesAsked(): number {
    return this.#frames.length;
  }

  drawFrame(): void {
    for (const action of this.#frames.splice(0)) action();
  }

  /** Lets time pass, and what was waiting happen, promises included. */
  async pass(ms: number): Promise<void> {
    this.#now += ms;
    const due = this.#timers.filter(timer => timer.atMs <= this.#now);
    this.#timers = this.#timers.filter(timer => timer.atMs > this.#now);
    for (const timer of due) timer.action();
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export const profile: Profile = { id: 'p1', name: 'Léa', language: 'fr', createdAtMs: 0 };

export const conversation = (id: string, updatedAtMs = 0): Conversation => ({
  id,
  title: `Title of ${id}`,
  createdAtMs: 0,
  updatedAtMs,
  messageCount: 0,
});

export const message = (id: string, parentId: string | null, change: Partial<Message> = {}): Message => ({
  id,
  conversationId: 'c1',
  parentId,
  role: 'user',
  text: `text of ${id}`,
  status: 'complete',
  createdAtMs: 0,
  turnId: `turn-${id}`,
  siblingIds: [id],
  ...change,
});

export const refusal = (code: string): Error & { report: ErrorReport } =>
  Object.assign(new Error(code), {
    report: { stage: 'input', code, message: `message of ${code}`, hint: 'hint', retryable: true } as const,
  });

/** A window after its first picture: one profile, conversation `c1` with the given messages open. */
export async function openWindow(messages: readonly Message[] = []) {
  const core = new FakeCore();
  const around = new FakeSurroundings();
  core.answer('app.snapshot', () => ({
    version: '1',
    profile,
    profiles: [profile],
    preferences: defaultPreferences,
    conversations: [conversation('c1')],
    running: [],
    models: { backends: [] },
    organizer: { of: 'organizer', revision: 0, timers: [], notes: [], lists: [], facts: [] },
    speech: { canListen: false, voices: { fr: '', en: '' } },
    memory: { isPrivate: false },
    welcome: false,
    warnings: [],
  }));
  core.answer('conversation.open', () => ({
    conversation: conversation('c1'),
    messages: [...messages],
    hasEarlier: false,
    queued: [],
  }));
  around.kept.set('jarvis.open.p1', 'c1');
  const { store, actions } = createWindowStore(core, around);
  await actions.start();
  const texts = (): readonly string[] =>
    store.getState().open.order.map(id => store.getState().open.messages.get(id)?.text ?? '?');
  return { core, around, store, actions, texts };
}
