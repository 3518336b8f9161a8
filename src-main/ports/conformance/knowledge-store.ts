/** What every index of documents does; each adapter of the port must pass it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../domain/id.ts';
import { indexTerms } from '../../domain/index-terms.ts';
import type { EmbeddedPassage, KnowledgeStore, SeenFile } from '../knowledge-store.ts';

export interface KnowledgeStage {
  readonly store: KnowledgeStore;
  /** The same index after a new start. */
  reopen(): Promise<KnowledgeStore>;
  remove(): Promise<void>;
}

const model = 'test-3';
const file = (path: string, change: Partial<SeenFile> = {}): SeenFile => ({
  ...{ path, name: path.slice(path.lastIndexOf('/') + 1), bytes: 10, modifiedMs: 1 },
  ...change,
});
const passage = (text: string, vector: readonly number[] = [1, 0, 0]): EmbeddedPassage => ({
  passage: { text, start: 0, end: text.length, page: 1, headings: ['Titre'] },
  vectors: [Float32Array.from(vector)],
});
const sha256 = new Uint8Array(32).fill(7);

export function describeKnowledgeStore(name: string, open: () => Promise<KnowledgeStage>): void {
  describe(`knowledge store: ${name}`, () => {
    let stage: KnowledgeStage;
    let store: KnowledgeStore;
    beforeEach(async () => {
      stage = await open();
      store = stage.store;
    });
    afterEach(() => stage.remove());

    const addFolder = async (path = '/d') =>
      store.addSource({ id: newId(), kind: 'folder', path, addedAtMs: 5 });
    const read = async (id: string, ...passages: readonly EmbeddedPassage[]): Promise<void> => {
      const arriving = store.arrive(id);
      for (const one of passages) await arriving.add([one], model);
      await arriving.complete({ sha256, title: 'T', pages: 1, atMs: 9 });
    };
    const next = async (): Promise<string> => {
      const waiting = await store.nextWaiting();
      if (waiting === undefined) throw new Error('nothing waits');
      return waiting.id;
    };
    const find = async (words: string): Promise<readonly string[]> => {
      const found = await store.byWords(indexTerms(words), 10);
      return (await store.passages(found.map(({ key }) => key))).map(({ text }) => text);
    };
    const near = async (vector: readonly number[]): Promise<readonly string[]> => {
      const found = await store.byMeaning(model, Float32Array.from(vector), 10);
      return (await store.passages(found.map(({ key }) => key))).map(({ text }) => text);
    };

    it('has files wait until they are read, and finds their passages from then on', async () => {
      const source = await addFolder();
      expect(await store.setFiles(source.id, [file('/d/b.txt'), file('/d/a.txt')])).toBe(true);
      expect(await store.counts()).toEqual({ waiting: 2, indexed: 0, failed: 0, passages: 0 });
      await read(await next(), passage('le chat dort', [1, 0, 0]), passage('le chien court', [0, 1, 0]));
      expect(await find('chien')).toEqual(['le chien court']);
      expect(await near([0, 1, 0.1])).toEqual(['le chien court', 'le chat dort']);
      const [first, second] = await store.documents({ limit: 10 });
      expect(first).toMatchObject({ name: 'a.txt', state: 'waiting', passages: 0 });
      expect(second).toMatchObject({
        ...{ name: 'b.txt', path: '/d/b.txt', state: 'indexed', bytes: 10 },
        ...{ title: 'T', pages: 1, passages: 2, indexedAtMs: 9, sourceId: source.id },
      });
      expect(await store.documents({ limit: 1, after: first?.id ?? '' })).toEqual([second]);
    });

    it('gives a passage with all that cites it, and those around it', async () => {
      const source = await addFolder();
      await store.setFiles(source.id, [file('/d/a.txt')]);
      await read(await next(), passage('un'), passage('deux'), passage('trois'));
      const [found] = await store.byWords(indexTerms('deux'), 1);
      const [{ key: _key, ...cited } = { key: 0, id: '', documentId: '' }] = await store.passages([
        found?.key ?? 0,
      ]);
      expect(cited).toMatchObject({
        ...{ text: 'deux', start: 0, end: 4, page: 1, headings: ['Titre'], ordinal: 1 },
        ...{ documentName: 'a.txt', documentTitle: 'T', path: '/d/a.txt', indexedAtMs: 9 },
      });
      expect(await store.passage(cited.id)).toEqual(cited);
      const around = await store.around(cited.documentId, 0, 2);
      expect(around.map(({ text }) => text)).toEqual(['un', 'deux', 'trois']);
    });

    it('leaves files of the same size and time alone, has changed ones wait, and loses those that are gone', async () => {
      const source = await addFolder();
      const both = [file('/d/a.txt'), file('/d/b.txt')];
      await store.setFiles(source.id, both);
      await read(await next(), passage('ancien'));
      await read(await next(), passage('autre'));
      expect(await store.setFiles(source.id, both)).toBe(false);
      expect(await store.setFiles(source.id, [file('/d/a.txt', { modifiedMs: 2 })])).toBe(true);
      // What was read before is found until it is read again.
      expect(await find('ancien')).toEqual(['ancien']);
      expect(await find('autre')).toEqual([]);
      const waiting = await store.nextWaiting();
      expect(waiting?.sha256).toEqual(Buffer.from(sha256));
      await read(await next(), passage('nouveau'));
      expect([await find('ancien'), await find('nouveau')]).toEqual([[], ['nouveau']]);
      await store.settle();
      expect(await near([1, 0, 0])).toEqual(['nouveau']);
      expect(await store.counts()).toMatchObject({ indexed: 1, passages: 1 });
    });

    it('shows nothing of a document that did not come whole, also after a new start', async () => {
      const source = await addFolder();
      await store.setFiles(source.id, [file('/d/a.txt')]);
      const id = await next();
      await store.arrive(id).add([passage('un début')], model);
      expect([await find('début'), await near([1, 0, 0])]).toEqual([[], []]);
      store = await stage.reopen();
      await store.settle();
      expect(await next()).toBe(id);
      await read(id, passage('tout'));
      expect([await find('début'), await find('tout')]).toEqual([[], ['tout']]);
      expect(await store.frequencies(indexTerms('début'))).toMatchObject({ passages: 1 });
      expect([...(await store.frequencies(indexTerms('début'))).holding.values()]).toEqual([0]);
    });

    it('names what failed, and forgets what was read of it', async () => {
      const source = await addFolder();
      await store.setFiles(source.id, [file('/d/a.txt')]);
      await read(await next(), passage('ancien'));
      await store.setFiles(source.id, [file('/d/a.txt', { bytes: 11 })]);
      const id = await next();
      await store.arrive(id).add([passage('moitié')], model);
      await store.failed(id, 'knowledge.damaged');
      expect([await find('ancien'), await find('moitié')]).toEqual([[], []]);
      expect((await store.document(id))?.code).toBe('knowledge.damaged');
      expect(await store.counts()).toEqual({ waiting: 0, indexed: 0, failed: 1, passages: 0 });
      expect(await store.nextWaiting()).toBeUndefined();
    });

    it('takes the same path once, and a source away with all that came from it', async () => {
      const source = await addFolder();
      expect(await addFolder()).toEqual(source);
      await store.setFiles(source.id, [file('/d/a.txt')]);
      await read(await next(), passage('le secret'));
      const uploaded = await store.addSource({ id: newId(), kind: 'uploaded', path: 'u.txt', addedAtMs: 6 });
      const id = await store.addUploaded(uploaded.id, { name: 'u.txt', bytes: 3 });
      expect(await store.nextWaiting()).toBeUndefined();
      await read(id, passage('apporté'));
      await store.removeSource(source.id);
      expect([await find('secret'), await find('apporté')]).toEqual([[], ['apporté']]);
      await store.settle();
      expect(await near([1, 0, 0])).toEqual(['apporté']);
      expect(await store.sources()).toEqual([uploaded]);
      await expect(store.removeSource(source.id)).rejects.toMatchObject({ code: 'input.not-found' });
    });

    it('has documents of another model read again', async () => {
      const source = await addFolder();
      await store.setFiles(source.id, [file('/d/a.txt')]);
      await read(await next(), passage('un'));
      expect(await store.keepModel(model)).toBe(0);
      expect(await store.keepModel('another')).toBe(1);
      expect((await store.nextWaiting())?.sha256).toBeUndefined();
    });

    it('takes words whatever they are', async () => {
      const source = await addFolder();
      await store.setFiles(source.id, [file('/d/a.txt')]);
      await read(await next(), passage('"NEAR" AND * OR (x) \ud800 œuf'));
      for (const words of ['"', 'NEAR(', 'x*', 'oeuf', '\ud800'])
        await expect(store.byWords([...indexTerms(words), words], 5)).resolves.toBeDefined();
      expect(await find('œuf')).toHaveLength(1);
    });
  });
}
