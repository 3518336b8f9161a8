/** The one suite that every adapter of the memory-store port passes. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Message } from '../../domain/conversation.ts';
import { newId } from '../../domain/id.ts';
import { defaultPreferences } from '../../domain/settings.ts';
import { importParts } from '../import-parts.ts';
import type { ConversationExport, MemoryStore, NewUserMessage } from '../memory-store.ts';
import { testForksOf } from './memory-store-forks.ts';
import { testImportOf } from './memory-store-import.ts';
import { testTurnsOf } from './memory-store-turns.ts';

export interface MemoryStoreSubject {
  readonly store: MemoryStore;
  /** Closes it and opens the same data again. */
  readonly reopen: () => Promise<MemoryStore>;
  readonly remove: () => Promise<void>;
}

/** Texts that lesser stores change on the way. */
export const difficultTexts: readonly (readonly [name: string, text: string])[] = [
  ['empty', ''],
  ['only emoji', '👩‍👩‍👧‍👦🏳️‍🌈🇫🇷'],
  ['right to left', 'مرحبا يا عالم ‏שלום'],
  ['zero-width', 'a\u200bb\u200c\u200d\ufeffc'],
  ['NUL', 'before\0after\0'],
  ['lone surrogates', '\udc00x\ud800 \ud83d y\udfff'],
  ['private use and noncharacters', '\ue000\u{10fffd}\u{10ffff}\uffff'],
  ['line ends', '\r\n\r\n\u2028\u2029\v\f\n'],
  ['combining marks', 'e\u0301 é A\u030a Å ﬁ Œ'],
  ['a megabyte', 'Été à l’œuvre. '.repeat(70_000)],
];

export function describeMemoryStore(name: string, open: () => Promise<MemoryStoreSubject>): void {
  describe(`memory store: ${name}`, () => {
    let subject: MemoryStoreSubject;
    let store: MemoryStore;
    let nowMs = 1_767_225_600_000;
    const tick = () => (nowMs += 1000);
    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.remove());

    const ask = (conversationId: string, text: string, more: Partial<NewUserMessage> = {}) =>
      store.appendUserMessage({
        id: newId(),
        turnId: newId(),
        conversationId,
        parent: 'head',
        text,
        origin: 'typed',
        createdAtMs: tick(),
        ...more,
      });
    const begin = (question: Message, turnId = question.turnId) =>
      store.beginAnswer({ id: newId(), turnId, parentId: question.id, createdAtMs: tick() });
    const answer = async (question: Message, text: string, turnId = question.turnId) => {
      const { id } = await begin(question, turnId);
      return store.finishAnswer(id, { text, status: 'complete' });
    };
    const textsOf = async (conversationId: string) =>
      (await store.openBranch(conversationId)).map(message => message.text);
    const queue = (conversationId: string, text: string) => {
      const turn = { turnId: newId(), conversationId, text, origin: 'typed' as const, queuedAtMs: tick() };
      return store.enqueueTurn(turn).then(() => turn);
    };
    const allExports = async (ids: readonly string[] | 'all' = 'all') => {
      const found: ConversationExport[] = [];
      for await (const one of store.exportConversations(ids)) found.push(one);
      return found;
    };
    const notFound = { code: 'input.not-found' };

    describe('turns', () => testTurnsOf(() => subject));

    describe('pins and forks', () => testForksOf(() => subject));

    describe('an import on its way', () => testImportOf(() => subject));

    describe('messages', () => {
      test.each(difficultTexts)('keeps %s exactly, also after it is opened again', async (_name, text) => {
        const id = newId();
        const question = await ask(id, text, { promptContext: text, language: 'fr' });
        await answer(question, text);
        store = await subject.reopen();
        const branch = await store.openBranch(id);
        expect(branch.map(message => message.text === text)).toEqual([true, true]);
        expect(branch[0]?.promptContext === text).toBe(true);
      });

      test('adds an answer that is whole already as if it had been begun and finished', async () => {
        const question = await ask(newId(), 'Quelle heure est-il ?');
        const whole = { id: newId(), turnId: question.turnId, parentId: question.id, createdAtMs: tick() };
        const end = {
          text: 'Midi pile.',
          status: 'complete',
          language: 'fr',
          answeredBy: { kind: 'skill', intent: 'time.now' },
        } as const;
        const added = await store.addAnswer(whole, end);
        expect(added).toMatchObject({ ...whole, ...end, role: 'assistant', siblingIds: [whole.id] });
        store = await subject.reopen();
        expect(await textsOf(question.conversationId)).toEqual(['Quelle heure est-il ?', 'Midi pile.']);
        expect((await store.search('pile', 5)).map(hit => hit.messageId)).toEqual([whole.id]);
      });

      test('keeps everything that is known of a question and its answer', async () => {
        const question = await ask(newId(), 'Quelle heure est-il ?', {
          origin: 'spoken',
          language: 'fr',
          promptContext: 'lundi',
        });
        const { id } = await begin(question);
        const end = {
          text: 'Midi.',
          status: 'failed',
          language: 'en',
          answeredBy: { kind: 'model', backendId: 'b', backendLabel: 'Ollama', model: 'm:1b' },
          usage: { promptTokens: 12, answerTokens: 3 },
          error: { stage: 'model', code: 'model.cut', message: 'm', hint: 'h', retryable: true },
          notices: ['history-trimmed', 'answer-cut'],
        } as const;
        const finished = await store.finishAnswer(id, end);
        store = await subject.reopen();
        expect(await store.getMessage(question.id)).toEqual({
          id: question.id,
          conversationId: question.conversationId,
          parentId: null,
          role: 'user',
          text: 'Quelle heure est-il ?',
          status: 'complete',
          createdAtMs: question.createdAtMs,
          turnId: question.turnId,
          origin: 'spoken',
          language: 'fr',
          promptContext: 'lundi',
        });
        const kept = await store.getMessage(id);
        expect(kept).toMatchObject({
          ...end,
          parentId: question.id,
          turnId: question.turnId,
          role: 'assistant',
        });
        expect(finished).toEqual({ ...kept, siblingIds: [id] });
      });

      test('any id of the contract is kept, whatever its form', async () => {
        for (const id of [
          'a',
          'sixteen-letters!',
          '0123456',
          'é\ud800',
          newId().toUpperCase(),
          'x'.repeat(64),
        ]) {
          const question = await ask(`c${id}`, 'x', { id, turnId: `t${id}` });
          expect([question.id, question.turnId, question.conversationId]).toEqual([id, `t${id}`, `c${id}`]);
          expect((await store.getMessage(id)).id).toBe(id);
        }
      });

      test('the same turn sent twice is one message', async () => {
        const id = newId();
        const turnId = newId();
        const first = await ask(id, 'Bonjour', { turnId });
        const second = await ask(id, 'Bonjour', { turnId });
        expect(second.id).toBe(first.id);
        expect(await textsOf(id)).toEqual(['Bonjour']);
        expect((await store.getConversation(id)).messageCount).toBe(1);
      });

      test('a growing answer is saved, ended once, and not written to afterwards', async () => {
        const question = await ask(newId(), 'Raconte');
        const { id, status, text } = await begin(question);
        expect([status, text]).toEqual(['streaming', '']);
        await store.saveAnswer(id, 'Il était');
        expect(await store.getMessage(id)).toMatchObject({ text: 'Il était', status: 'streaming' });
        await store.finishAnswer(id, { text: 'Il était une fois', status: 'stopped' });
        await expect(store.saveAnswer(id, 'late')).rejects.toMatchObject({ code: 'input.invalid' });
        expect(await store.getMessage(id)).toMatchObject({ text: 'Il était une fois', status: 'stopped' });
      });

      test('an ended answer opens again with its text and without its error', async () => {
        const question = await ask(newId(), 'Raconte');
        const { id } = await begin(question);
        const error = { stage: 'model', code: 'model.cut', message: '', hint: '', retryable: true } as const;
        await store.finishAnswer(id, { text: 'Il était', status: 'failed', error });
        const open = await store.reopenAnswer(id);
        expect(open).toMatchObject({ text: 'Il était', status: 'streaming' });
        expect(open.error).toBeUndefined();
        await store.finishAnswer(id, { text: 'Il était une fois', status: 'complete' });
        expect((await store.search('etait fois', 5)).map(hit => hit.messageId)).toEqual([id]);
      });

      test('what is added in the prompt can be set later', async () => {
        const question = await ask(newId(), 'x');
        await store.setPromptContext(question.id, 'mardi');
        expect((await store.getMessage(question.id)).promptContext).toBe('mardi');
      });

      test('unknown ids are named as not found', async () => {
        const question = await ask(newId(), 'x');
        const other = await ask(newId(), 'y');
        const missing = newId();
        for (const attempt of [
          store.getMessage(missing),
          store.getConversation(missing),
          store.openBranch(missing),
          store.openBranch(question.conversationId, { limit: 5, beforeId: missing }),
          store.openBranch(question.conversationId, { limit: 5, beforeId: other.id }),
          store.selectBranch(question.conversationId, other.id),
          store.renameConversation(missing, 't'),
          store.deleteConversation(missing, nowMs),
          store.restoreConversation(missing),
          store.beginAnswer({ id: newId(), turnId: newId(), parentId: missing, createdAtMs: nowMs }),
          store.saveAnswer(missing, ''),
          store.finishAnswer(missing, { text: '', status: 'complete' }),
          store.reopenAnswer(missing),
          store.setPromptContext(missing, ''),
          store.enqueueTurn({
            turnId: 't',
            conversationId: missing,
            text: '',
            origin: 'typed',
            queuedAtMs: 0,
          }),
          store.dequeueTurn(missing, { id: newId(), createdAtMs: nowMs }),
          ask(question.conversationId, 'x', { parent: { id: other.id } }),
          allExports([missing]),
        ]) {
          await expect(attempt).rejects.toMatchObject(notFound);
        }
        expect(await store.findTurn(missing)).toBeUndefined();
        expect(await store.cancelQueued(missing)).toBe(false);
      });
    });

    describe('branches', () => {
      test('an edited question stands beside the old one, and both can be chosen', async () => {
        const id = newId();
        const first = await ask(id, 'A');
        await answer(first, 'a');
        const second = await ask(id, 'B');
        const secondAnswer = await answer(second, 'b');
        const edited = await ask(id, 'B2', { parent: { id: second.parentId } });
        await answer(edited, 'b2');
        expect(await textsOf(id)).toEqual(['A', 'a', 'B2', 'b2']);
        const shown = (await store.openBranch(id))[2];
        expect(shown?.siblingIds).toEqual([second.id, edited.id]);
        await store.selectBranch(id, second.id);
        expect((await store.openBranch(id)).map(message => message.id).at(-1)).toBe(secondAnswer.id);
        store = await subject.reopen();
        expect(await textsOf(id)).toEqual(['A', 'a', 'B', 'b']);
        expect((await store.getConversation(id)).messageCount).toBe(6);
      });

      test('the very first message can be edited too', async () => {
        const id = newId();
        const first = await ask(id, 'A');
        const edited = await ask(id, 'A2', { parent: { id: null } });
        expect(edited.siblingIds).toEqual([first.id, edited.id]);
        expect(await textsOf(id)).toEqual(['A2']);
      });

      test('a regenerated answer has its own turn under the same words', async () => {
        const id = newId();
        const question = await ask(id, 'A');
        const old = await answer(question, 'one');
        const turnId = newId();
        const fresh = await answer(question, 'two', turnId);
        expect(fresh.siblingIds).toEqual([old.id, fresh.id]);
        expect(await store.findTurn(turnId)).toMatchObject({
          userMessage: { id: question.id },
          answer: { id: fresh.id, turnId },
        });
        expect(await store.findTurn(question.turnId)).toMatchObject({ answer: { id: old.id } });
      });

      test('a long branch is read in pieces, newest first', async () => {
        const id = newId();
        for (let number = 1; number <= 7; number += 1) await ask(id, String(number));
        const newest = await store.openBranch(id, { limit: 3 });
        expect(newest.map(message => message.text)).toEqual(['5', '6', '7']);
        const before = await store.openBranch(id, { limit: 3, beforeId: newest[0]?.id ?? '' });
        expect(before.map(message => message.text)).toEqual(['2', '3', '4']);
        const start = await store.openBranch(id, { limit: 3, beforeId: before[0]?.id ?? '' });
        expect(start.map(message => message.text)).toEqual(['1']);
        expect(await store.openBranch(id, { limit: 3, beforeId: start[0]?.id ?? '' })).toEqual([]);
      });
    });

    describe('conversations', () => {
      test('are listed newest first, page by page', async () => {
        const ids: string[] = [];
        for (let number = 0; number < 5; number += 1) {
          ids.push((await store.createConversation({ id: newId(), title: `t${number}`, createdAtMs: 5 })).id);
        }
        await ask(ids[0] ?? '', 'now the newest');
        const seen: string[] = [];
        let before: { updatedAtMs: number; id: string } | undefined;
        for (;;) {
          const page = await store.listConversations({ limit: 2, ...(before ? { before } : {}) });
          const last = page.at(-1);
          if (last === undefined) break;
          seen.push(...page.map(one => one.id));
          before = last;
        }
        expect(seen[0]).toBe(ids[0]);
        expect([...seen].sort()).toEqual([...ids].sort());
      });

      test('get a title from their first words, and another by hand', async () => {
        const id = newId();
        await ask(id, '  Quelle heure\nest-il ?');
        expect((await store.getConversation(id)).title).toBe('Quelle heure est-il ?');
        expect((await store.renameConversation(id, 'L’heure')).title).toBe('L’heure');
        const long = newId();
        await ask(long, 'mot '.repeat(100));
        expect((await store.getConversation(long)).title.length).toBeLessThanOrEqual(61);
      });

      test('deleted, are nowhere to be seen until restored', async () => {
        const id = newId();
        const question = await ask(id, 'hippopotame');
        await store.deleteConversation(id, tick());
        expect(await store.listConversations({ limit: 10 })).toEqual([]);
        expect(await store.search('hippopotame', 10)).toEqual([]);
        expect(await allExports()).toEqual([]);
        await expect(store.getConversation(id)).rejects.toMatchObject(notFound);
        await expect(store.openBranch(id)).rejects.toMatchObject(notFound);
        await expect(ask(id, 'more')).rejects.toMatchObject(notFound);
        expect(await store.restoreConversation(id)).toMatchObject({ id, messageCount: 1 });
        expect((await store.search('hippopotame', 10))[0]?.messageId).toBe(question.id);
      });

      test('are purged once deleted long enough', async () => {
        const [old, recent, kept] = [newId(), newId(), newId()];
        for (const id of [old, recent, kept]) await answer(await ask(id, `hippopotame ${id}`), 'oui');
        await store.deleteConversation(old, 1000);
        await store.deleteConversation(recent, 3000);
        expect(await store.purgeDeleted(2000)).toBe(1);
        await expect(store.restoreConversation(old)).rejects.toMatchObject(notFound);
        await store.restoreConversation(recent);
        expect(await store.search('hippopotame', 10)).toHaveLength(2);
        expect(await store.verify()).toEqual([]);
      });
    });

    describe('waiting turns', () => {
      test('come out in the order they went in', async () => {
        const id = newId();
        await answer(await ask(id, '0'), 'zero');
        const one = await queue(id, '1');
        const two = await queue(id, '2');
        await store.enqueueTurn(one);
        expect(await store.findTurn(two.turnId)).toEqual({ queued: two });
        store = await subject.reopen();
        expect(await store.listQueued(id)).toEqual([one, two]);
        const taken = await store.dequeueTurn(id, { id: newId(), createdAtMs: tick() });
        expect(taken).toMatchObject({ text: '1', turnId: one.turnId, role: 'user', status: 'complete' });
        expect(await store.cancelQueued(two.turnId)).toBe(true);
        expect(await store.dequeueTurn(id, { id: newId(), createdAtMs: tick() })).toBeUndefined();
        expect(await textsOf(id)).toEqual(['0', 'zero', '1']);
      });

      test('after a crash nothing that was accepted is missing, and all of it says how it stands', async () => {
        const id = newId();
        const question = await ask(id, 'Raconte');
        const growing = await begin(question);
        await store.saveAnswer(growing.id, 'Il était une hippopotame');
        await queue(id, 'Encore');
        await queue(id, 'Et puis');
        const silent = await ask(newId(), 'Personne ne répond');
        store = await subject.reopen();
        expect(await store.recover(tick())).toEqual({ interrupted: 1, unanswered: 3 });
        expect((await store.openBranch(id)).map(message => [message.text, message.status])).toEqual([
          ['Raconte', 'complete'],
          ['Il était une hippopotame', 'interrupted'],
          ['Encore', 'unanswered'],
          ['Et puis', 'unanswered'],
        ]);
        expect((await store.getMessage(silent.id)).status).toBe('unanswered');
        expect(await store.listQueued(id)).toEqual([]);
        expect((await store.search('hippopotame', 5)).map(hit => hit.messageId)).toEqual([growing.id]);
        expect(await store.recover(tick())).toEqual({ interrupted: 0, unanswered: 0 });
        await begin(silent);
        expect((await store.getMessage(silent.id)).status).toBe('complete');
      });
    });

    describe('search', () => {
      test.each([
        ['ETE', 'L’été à Évreux', ['été']],
        ['évreux', 'L’été à Évreux', ['Évreux']],
        ['l’été', "Un jour d'été, l'été", ['l', 'été']],
        ["l'ete", 'l’été', ['l', 'été']],
        ['coeur', 'Un cœur', ['cœur']],
        ['cœur', 'un coeur', ['coeur']],
        ['AEON', 'æon', ['æon']],
        ['hippo', 'Un hippopotame', ['hippopotame']],
        ['123', 'le 123 bis', ['123']],
        ['ete', 'e\u0301te\u0301', ['e\u0301te\u0301']],
        ['한국', '한국 말', ['한국']],
      ])('%s finds %j', async (query, text, words) => {
        await ask(newId(), text);
        await ask(newId(), 'something else');
        const hits = await store.search(query, 10);
        expect(hits).toHaveLength(1);
        const { snippet, marks } = hits[0] ?? { snippet: '', marks: [] };
        const marked = marks.map(([start, end]) => snippet.slice(start, end));
        for (const word of words) expect(marked).toContain(word);
      });

      test.each(['', '   ', '"', '*', '""*', "';--", '()', '^', '😀', '\0', '\ud800'])(
        '%j finds nothing and breaks nothing',
        async query => {
          await ask(newId(), 'Bonjour à tous');
          expect(await store.search(query, 10)).toEqual([]);
        },
      );

      test.each(['NEAR(a b)', 'bonjour AND', 'OR bonjour', 'NOT bonjour', 'text:bonjour', '"bonjour'])(
        '%j is words, no syntax',
        async query => {
          await ask(newId(), `x ${query} y`);
          expect(await store.search(query, 10)).toHaveLength(1);
        },
      );

      test('wants every word, the best message first, then the newest', async () => {
        const id = newId();
        const passing = await ask(id, `le chat dort ${'et le reste de la maison aussi '.repeat(20)}`);
        const best = await ask(id, 'chat, chat, chat dort');
        const older = await ask(id, 'un chat dort ici');
        const newer = await ask(id, 'un chat dort là');
        await ask(id, 'un chat');
        const found = (await store.search('chat dort', 10)).map(hit => hit.messageId);
        expect(found).toEqual([best.id, newer.id, older.id, passing.id]);
        expect(await store.search('chat dort', 2)).toHaveLength(2);
      });

      test('shows a line around the words, wherever they stand in a long text', async () => {
        await ask(newId(), `${'avant '.repeat(5000)}hippopotame 👩‍👩‍👧${' après'.repeat(5000)}`);
        const [hit] = await store.search('hippopotame', 5);
        expect(hit?.snippet.length).toBeLessThan(200);
        expect(hit?.snippet).toMatch(/^….*hippopotame.*…$/);
        const [mark] = hit?.marks ?? [];
        expect(hit?.snippet.slice(mark?.[0], mark?.[1])).toBe('hippopotame');
      });
    });

    describe('export and import', () => {
      const sample = async () => {
        const id = newId();
        const question = await ask(id, 'A\ud800', { language: 'fr', promptContext: 'ctx' });
        await answer(question, 'a');
        await answer(question, 'a2', newId());
        await ask(id, 'B', { parent: { id: null } });
        return id;
      };

      test('what is exported comes back the same in another store', async () => {
        const id = await sample();
        const before = await allExports([id]);
        await store.deleteConversation(id, 1);
        await store.purgeDeleted(2);
        expect(await store.importConversations(importParts(before))).toEqual({
          conversations: 1,
          messages: 4,
        });
        expect(await allExports()).toEqual(before);
        expect(await store.verify()).toEqual([]);
      });

      test('imported beside itself, everything gets new ids and keeps its shape', async () => {
        const id = await sample();
        const before = await allExports([id]);
        await store.importConversations(importParts(before));
        const all = await allExports();
        const copy = all.find(one => one.conversation.id !== id);
        expect(all).toHaveLength(2);
        const shape = (one: ConversationExport | undefined) =>
          one?.messages.map(message => [
            message.text,
            message.role,
            one.messages.findIndex(other => other.id === message.parentId),
            one.messages.findIndex(other => other.turnId === message.turnId),
          ]);
        expect(shape(copy)).toEqual(shape(before[0]));
        const ids = all.flatMap(one => one.messages.map(message => message.id));
        expect(new Set(ids).size).toBe(8);
        expect(await store.search('a2', 10)).toHaveLength(2);
      });

      test('all or nothing', async () => {
        const [one] = await allExports([await sample()]);
        if (one === undefined) throw new Error('nothing exported');
        const orphan = {
          ...one,
          messages: one.messages.map(message => ({ ...message, parentId: newId() })),
        };
        await expect(store.importConversations(importParts([one, orphan]))).rejects.toMatchObject({
          code: 'import.malformed',
        });
        expect(await allExports()).toHaveLength(1);
      });

      test('an answer that was growing is interrupted in the copy', async () => {
        const id = newId();
        await begin(await ask(id, 'A'));
        await store.importConversations(importParts(await allExports()));
        const copy = (await allExports()).find(one => one.conversation.id !== id);
        expect(copy?.messages[1]?.status).toBe('interrupted');
      });
    });

    test('preferences are the defaults until they are set', async () => {
      expect(await store.getPreferences()).toEqual(defaultPreferences);
      const chosen = { ...defaultPreferences, theme: 'dark', speechRate: 1.5, zone: 'Asia/Tokyo' } as const;
      await store.setPreferences(chosen);
      store = await subject.reopen();
      expect(await store.getPreferences()).toEqual(chosen);
    });

    test('a store in use verifies as sound', async () => {
      const id = newId();
      await begin(await ask(id, 'A'));
      await queue(id, 'B');
      await answer(await ask(newId(), 'C'), 'c');
      expect(await store.verify()).toEqual([]);
    });
  });
}
