/** A profile session in a folder of its own, for tests: a model that says back what it was asked, and what windows are told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../adapters/store/connect.ts';
import { decodeText } from '../adapters/store/stored-text.ts';
import type { Publish } from '../api/services.ts';
import type { Message } from '../domain/conversation.ts';
import { newId } from '../domain/id.ts';
import { createObserver } from '../observability/observer.ts';
import type { ChatMessage, LanguageModel } from '../ports/language-model.ts';
import { openProfileSession, type ProfileSession } from './profile-session.ts';
import { systemClock } from './system-clock.ts';

const key = new Uint8Array(32).fill(3);
const patienceMs = 60_000;
const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

export class SessionFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'jarvis-session-'));
  readonly told: { readonly name: string; readonly data: unknown }[] = [];
  readonly logged: string[] = [];
  /** Of every request that the model got. */
  readonly prompts: (readonly ChatMessage[])[] = [];
  forgotten = 0;
  session!: ProfileSession;

  async open({ hasModel = true } = {}): Promise<ProfileSession> {
    const publish: Publish = (name, data) => this.told.push({ name, data });
    this.session = await openProfileSession({
      ...this.#place(),
      profile: { id: 'p1', name: 'Ada', language: 'fr', createdAtMs: 0 },
      clock: systemClock,
      publish,
      observer: createObserver().observer,
      log: { write: (_level, event) => this.logged.push(event), close: async () => undefined },
      candidates: () => (hasModel ? [{ backend: this.#model(), model: 'm', contextTokens: 4096 }] : []),
      firstLook: async () => undefined,
      forgetEvents: () => this.forgotten++,
    });
    await this.session.start();
    return this.session;
  }

  async ask(text: string, conversationId = 'c1', edits?: string): Promise<Message> {
    const turnId = newId();
    await this.session.turns.ask({
      ...{ turnId, conversationId, text, origin: 'typed' },
      ...(edits !== undefined && { edits }),
    });
    let answer: Message | undefined;
    await this.until(() => {
      const ended = this.told.find(
        ({ name, data }) => name === 'turn.ended' && (data as { turnId: string }).turnId === turnId,
      );
      answer = (ended?.data as { message: Message } | undefined)?.message;
      return answer !== undefined;
    });
    if (answer === undefined) throw new Error('no answer');
    return answer;
  }

  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    const untilMs = Date.now() + patienceMs;
    while (!(await condition())) {
      if (Date.now() > untilMs) throw new Error('it did not happen');
      await pause(5);
    }
  }

  /** Once all that was said so far has reached memory. */
  async perceived(words: string): Promise<void> {
    await this.until(async () => (await this.known(words)).length > 0);
  }

  /** The sentences that a search finds and that hold these words. */
  async known(words: string): Promise<readonly string[]> {
    const { memories } = await this.session.brain.recall({
      ...{ text: words, language: 'fr', nowMs: systemClock.nowMs(), zone: 'Europe/Paris' },
      purpose: 'search',
    });
    return memories.map(({ text }) => text).filter(text => text.includes(words));
  }

  /** In clear, what the encrypted file holds: every value of every table, read as bytes and as stored text. */
  decrypted(): string {
    const { path } = this.#place();
    const database = connect(path, key, { readonly: true });
    try {
      const tables = database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        .all() as { name: string }[];
      return tables
        .flatMap(({ name }) => database.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][])
        .flat()
        .map(inClear)
        .join('\n')
        .toLowerCase();
    } finally {
      database.close();
    }
  }

  async remove(): Promise<void> {
    await this.session.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #place() {
    return { path: join(this.folder, 'jarvis.db'), backupsDir: join(this.folder, 'backups'), key };
  }

  #model(): LanguageModel {
    const { prompts } = this;
    return {
      backendId: 'm',
      kind: 'ollama',
      label: 'M',
      address: 'http://127.0.0.1',
      listModels: async () => [],
      describeModel: async name => ({ name, capabilities: ['chat'] }),
      generate: async function* ({ messages }) {
        prompts.push(messages);
        const asked = messages.findLast(({ role }) => role === 'user')?.content ?? '';
        yield { kind: 'text', text: `Echo: ${asked.split('\n')[0]}` };
        yield { kind: 'finished', reason: 'stop' };
      },
      close: async () => undefined,
    };
  }
}

function inClear(value: unknown): string {
  if (!(value instanceof Uint8Array)) return String(value);
  const bytes = Buffer.from(value);
  try {
    return `${bytes.toString('utf8')} ${decodeText(bytes)}`;
  } catch (error) {
    // No stored text: an id, a vector, a page of the index.
    return `${bytes.toString('utf8')} ${error instanceof Error ? '' : String(error)}`;
  }
}
