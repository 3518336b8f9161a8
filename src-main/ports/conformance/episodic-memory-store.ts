/** What every store of episodes must do, whatever it is made of. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fold } from '../../domain/fold.ts';
import { type Episode, neutralAffect } from '../../domain/memory.ts';
import type { EpisodeKey, EpisodeVectors, EpisodicMemoryStore } from '../episodic-memory-store.ts';

export interface EpisodicMemorySubject {
  readonly store: EpisodicMemoryStore;
  /** Closes and opens it again: what was acknowledged is there. */
  reopen(): Promise<EpisodicMemoryStore>;
  remove(): Promise<void>;
}

const model = 'test-4';
const startMs = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** A direction in the plane of two of the four numbers. */
const vectorAt = (degrees: number): Float32Array => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.from([Math.cos(angle), Math.sin(angle), 0, 0]);
};

export const vectorsAt = (degrees: number, ...parts: number[]): EpisodeVectors => ({
  model,
  whole: vectorAt(degrees),
  parts: parts.map(vectorAt),
});

export function episodeOf(
  id: string,
  text: string,
  rest: Partial<Omit<Episode, 'id' | 'text'>> & { readonly conversationId?: string } = {},
): Episode {
  const { conversationId = 'conversation', ...others } = rest;
  return {
    id,
    text,
    place: { conversationId },
    provenance: 'user',
    speaker: 'user',
    atMs: startMs,
    language: 'fr',
    affect: neutralAffect,
    salience: 0.5,
    entities: [],
    ...others,
  };
}

const wordsOf = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** `open` gives an empty store. */
export function describeEpisodicMemoryStore(name: string, open: () => Promise<EpisodicMemorySubject>): void {
  describe(`episodic memory store: ${name}`, () => {
    let subject: EpisodicMemorySubject;
    let store: EpisodicMemoryStore;
    beforeEach(async () => {
      subject = await open();
      store = subject.store;
    });
    afterEach(() => subject.remove());

    const idsOf = async (keys: readonly EpisodeKey[]): Promise<readonly string[]> =>
      (await store.read(keys)).map(({ id }) => id);
    const byWords = async (question: string, limit = 10): Promise<readonly string[]> =>
      idsOf((await store.findByWords(wordsOf(question), limit)).map(({ key }) => key));
    const byMeaning = async (degrees: number, limit = 10): Promise<readonly string[]> =>
      idsOf((await store.findByMeaning(vectorAt(degrees), model, limit)).map(({ key }) => key));
    const addSentences = async (texts: readonly string[]): Promise<void> =>
      store.addAll(
        texts.map((text, at) => ({
          episode: episodeOf(`e${at}`, text, { atMs: startMs + at * dayMs }),
          vectors: vectorsAt(at * 10),
        })),
      );

    describe('keeping', () => {
      test('an episode comes back as it was, after opening again too', async () => {
        const episode = episodeOf(
          '01900000-0000-7000-8000-000000000001',
          'Ma sœur Anna 🥜\ud800 a dit « non ».',
          {
            conversationId: '01900000-0000-7000-8000-00000000000c',
            provenance: 'user',
            speaker: 'Zoé',
            atMs: startMs + 0.5,
            language: 'en',
            affect: { valence: -0.123456789, arousal: 0.9, dominance: 0.1, emotion: 'fear' },
            salience: 1 / 3,
            entities: ['anna', 'noix'],
          },
        );
        const placed: Episode = {
          ...episode,
          place: { ...episode.place, messageId: 'm', turnId: 't', answerId: 'a', origin: 'spoken' },
        };
        const key = await store.add(placed, vectorsAt(30, 10, 50));
        for (const next of [async () => store, subject.reopen]) {
          const opened = await next();
          const [record] = await opened.page(0, 10);
          expect(record).toEqual({
            key,
            episode: placed,
            recalls: 0,
            isConsolidated: false,
            isHidden: false,
          });
          const stored = await opened.byId(placed.id);
          expect(stored).toMatchObject({ key, text: placed.text, place: placed.place, ordinal: 1 });
        }
      });

      test('the same id again changes nothing', async () => {
        const key = await store.add(episodeOf('e', 'pain'), vectorsAt(0));
        expect(await store.add(episodeOf('e', 'brioche'), vectorsAt(90))).toBe(key);
        expect(await store.count()).toBe(1);
        expect((await store.byId('e'))?.text).toBe('pain');
        expect(await byWords('brioche')).toEqual([]);
      });

      test('many at once are all there or none', async () => {
        const good = { episode: episodeOf('a', 'pain'), vectors: vectorsAt(0) };
        const bad = {
          episode: episodeOf('b', 'brioche'),
          vectors: { model, whole: new Float32Array(7), parts: [] },
        };
        await store.add(episodeOf('first', 'café'), vectorsAt(20));
        await expect(store.addAll([good, bad])).rejects.toMatchObject({ code: 'model.embedding-dimensions' });
        expect(await store.count()).toBe(1);
        expect(await byWords('pain brioche')).toEqual([]);
        expect(await byMeaning(0)).toEqual(['first']);
        await store.addAll([good]);
        expect(await byMeaning(0)).toEqual(['a', 'first']);
      });

      test('a record that comes back keeps its past', async () => {
        const vectors = vectorsAt(0);
        await store.addAll([
          { episode: episodeOf('a', 'pain'), vectors, recalls: 3, lastRecalledMs: 5, isConsolidated: true },
        ]);
        expect(await store.unconsolidated(10)).toEqual([]);
        expect(await store.countUnconsolidated(10)).toBe(0);
        await addSentences(['un', 'deux', 'trois']);
        expect(await store.countUnconsolidated(10)).toBe(3);
        expect(await store.countUnconsolidated(2)).toBe(2);
        expect((await store.page(0, 1))[0]).toMatchObject({
          recalls: 3,
          lastRecalledMs: 5,
          isConsolidated: true,
        });
      });

      test('a key is never given twice', async () => {
        const key = await store.add(episodeOf('a', 'pain'), vectorsAt(0));
        await store.remove(['a']);
        expect(await store.add(episodeOf('b', 'pain'), vectorsAt(0))).toBeGreaterThan(key);
      });

      test('pages follow each other to the end', async () => {
        await addSentences(['un', 'deux', 'trois']);
        const first = await store.page(0, 2);
        const second = await store.page(first.at(-1)?.key ?? 0, 2);
        expect([...first, ...second].map(({ episode }) => episode.text)).toEqual(['un', 'deux', 'trois']);
      });
    });

    describe('words', () => {
      test('the rarest word decides, forms of a word are one, accents and case do not matter', async () => {
        await addSentences([
          'Ma sœur est allergique aux noix.',
          'Ma voiture est au garage.',
          'Ma mère est à Lyon.',
          'My sister has allergies.',
          'Les chats de ma voisine.',
        ]);
        expect((await byWords('qui est allergiques ?'))[0]).toBe('e0');
        expect((await byWords('MERE'))[0]).toBe('e2');
        expect(await byWords('Soeur')).toEqual(['e0']);
        expect(await byWords('chat')).toEqual(['e4']);
        expect(await byWords('inconnu')).toEqual([]);
        expect(await byWords('')).toEqual([]);
      });

      test('an episode with more of the words, or shorter, stands before', async () => {
        await addSentences([
          'un train pour Nantes',
          'un train',
          'un train pour Nantes et puis beaucoup d’autres choses qui ne comptent pas',
        ]);
        expect(await byWords('train Nantes')).toEqual(['e0', 'e2', 'e1']);
        expect(await byWords('train Nantes', 1)).toEqual(['e0']);
      });

      test('words that look like orders of an index are words', async () => {
        await addSentences(['NOT a OR b', 'near "quote" * ^ -']);
        expect(await byWords('NOT')).toEqual(['e0']);
        expect(await byWords('near AND quote')).toEqual(['e1']);
      });

      test('all words at once, newest first, with none left out', async () => {
        await addSentences(['Anna aime le thé', 'Anna a un chat', 'un chat pour Anna', 'le chat']);
        expect(await idsOf(await store.findByAllWords(['anna', 'chat'], 10))).toEqual(['e2', 'e1']);
        expect(await store.findByAllWords(['anna', 'chien'], 10)).toEqual([]);
        expect(await store.findByAllWords([], 10)).toEqual([]);
      });

      test('statistics count episodes, not repetitions', async () => {
        await addSentences(['chat chat chat', 'un chat', 'un chien']);
        const { episodes, meanWords, frequencies } = await store.statistics(['chat', 'chien', 'loup']);
        expect({ episodes, meanWords }).toEqual({ episodes: 3, meanWords: 7 / 3 });
        expect(Object.fromEntries(frequencies)).toEqual({ chat: 2, chien: 1, loup: 0 });
      });
    });

    describe('meaning', () => {
      test('the nearest come first, with their cosine', async () => {
        await addSentences(['a', 'b', 'c', 'd']);
        expect(await byMeaning(21)).toEqual(['e2', 'e3', 'e1', 'e0']);
        const [nearest] = await store.findByMeaning(vectorAt(20), model, 1);
        expect(nearest?.score).toBeCloseTo(1, 2);
        const [, , , farthest] = await store.findByMeaning(vectorAt(80), model, 4);
        expect(farthest?.score).toBeCloseTo(Math.cos((80 * Math.PI) / 180), 2);
      });

      test('one near sentence is enough', async () => {
        await store.add(episodeOf('long', 'a. b. c.'), vectorsAt(0, 5, 90, 10));
        await store.add(episodeOf('short', 'd'), vectorsAt(60));
        expect(await byMeaning(88)).toEqual(['long', 'short']);
      });

      test('another model’s vectors are not compared, and none are made up for it', async () => {
        await addSentences(['a', 'b']);
        expect(await store.findByMeaning(vectorAt(0), 'other', 5)).toEqual([]);
        expect(await store.findByMeaning(new Float32Array(4), model, 5)).toEqual([]);
        expect(await store.findByMeaning(new Float32Array(8).fill(1), model, 5)).toEqual([]);
        const { key } = (await store.page(0, 1))[0] ?? { key: 0 };
        expect(await store.vectors([key], 'other')).toEqual([undefined]);
      });

      test('vectors come back in the order asked for, their middle too', async () => {
        await store.add(episodeOf('a', 'a'), vectorsAt(0, 10, 20));
        await store.add(episodeOf('b', 'b'), vectorsAt(90));
        const keys = (await store.page(0, 2)).map(({ key }) => key).reverse();
        const [second, first] = await store.vectors(keys, model);
        expect(second?.parts).toEqual([]);
        expect(first?.parts).toHaveLength(2);
        expect(first?.parts[1]?.[0]).toBeCloseTo(Math.cos(Math.PI / 9), 2);
        const middle = await store.meanVector(model);
        expect([...(middle ?? [])].map(value => Math.round(value * 100) / 100)).toEqual([0.5, 0.5, 0, 0]);
        expect(await store.meanVector('other')).toBeUndefined();
      });

      test('vectors that do not fit are refused, and nothing is kept', async () => {
        await store.add(episodeOf('a', 'a'), vectorsAt(0));
        const wrong = [new Float32Array(3), new Float32Array(4).fill(Number.NaN)];
        for (const whole of wrong) {
          await expect(store.add(episodeOf('b', 'b'), { model, whole, parts: [] })).rejects.toMatchObject({
            code: 'model.embedding-dimensions',
          });
        }
        const huge = { model: 'huge', whole: new Float32Array(5000).fill(1), parts: [] };
        await expect(store.add(episodeOf('b', 'b'), huge)).rejects.toMatchObject({
          code: 'model.embedding-dimensions',
        });
        expect(await store.count()).toBe(1);
        expect(await store.models()).toEqual([{ model, dimensions: 4, episodes: 1 }]);
      });

      test('what could not be embedded is kept, found by its words, and waits for its vectors', async () => {
        const key = await store.add(episodeOf('a', 'walnut'), {
          model,
          whole: new Float32Array(0),
          parts: [],
        });
        expect((await store.findByWords(['walnut'], 9)).map(found => found.key)).toEqual([key]);
        expect((await store.withoutVectors(model, 9)).map(({ id }) => id)).toEqual(['a']);
        await store.setVectors([{ key, vectors: vectorsAt(0) }]);
        expect(await byMeaning(0)).toEqual(['a']);
        expect(await store.remove(['a'])).toEqual({ episodes: 1, vectors: 1 });
      });

      test('text without meaning is kept, and found by no meaning', async () => {
        await store.add(episodeOf('a', '?!'), { model, whole: new Float32Array(4), parts: [] });
        expect(await byMeaning(0)).toEqual([]);
        expect(await store.count()).toBe(1);
      });

      test('feelings find their like', async () => {
        const joy = { valence: 0.9, arousal: 0.7, dominance: 0.6, emotion: 'joy' } as const;
        const fear = { valence: -0.8, arousal: 0.8, dominance: 0.1, emotion: 'fear' } as const;
        await store.add(episodeOf('happy', 'a', { affect: joy }), vectorsAt(0));
        await store.add(episodeOf('afraid', 'b', { affect: fear }), vectorsAt(0));
        const like = { valence: -0.5, arousal: 0.9, dominance: 0.2, emotion: 'fear' } as const;
        expect(await idsOf((await store.findByAffect(like, 2)).map(({ key }) => key))).toEqual([
          'afraid',
          'happy',
        ]);
      });
    });

    describe('another model', () => {
      const other = 'test-other';
      const turned = (degrees: number): EpisodeVectors => ({ ...vectorsAt(degrees), model: other });

      test('is worked off oldest first, both answer meanwhile, the old one goes at the end', async () => {
        await addSentences(['a', 'b', 'c']);
        const waiting = await store.withoutVectors(other, 2);
        expect(waiting.map(({ text }) => text)).toEqual(['a', 'b']);
        await store.setVectors(waiting.map(({ key }, at) => ({ key, vectors: turned(90 * at) })));
        expect((await store.withoutVectors(other, 9)).map(({ text }) => text)).toEqual(['c']);
        expect(await byMeaning(20)).toHaveLength(3);
        expect(await store.findByMeaning(vectorAt(90), other, 9)).toHaveLength(2);
        store = await subject.reopen();
        expect((await store.withoutVectors(other, 9)).map(({ text }) => text)).toEqual(['c']);
        await store.removeModel(model);
        expect(await byMeaning(20)).toEqual([]);
        expect(await store.findByMeaning(vectorAt(90), other, 9)).toHaveLength(2);
        expect(await store.models()).toEqual([{ model: other, dimensions: 4, episodes: 2 }]);
      });

      test('vectors set again take the place of the old ones', async () => {
        const key = await store.add(episodeOf('a', 'a'), vectorsAt(0, 10, 20));
        await store.setVectors([{ key, vectors: vectorsAt(90) }]);
        expect((await store.vectors([key], model))[0]?.parts).toEqual([]);
        const [found, ...more] = await store.findByMeaning(vectorAt(0), model, 5);
        expect(found?.score).toBeCloseTo(0, 2);
        expect(more).toEqual([]);
      });

      test('an episode that was removed meanwhile gets none', async () => {
        const key = await store.add(episodeOf('a', 'a'), vectorsAt(0));
        await store.remove(['a']);
        await store.setVectors([{ key, vectors: turned(0) }]);
        expect(await store.findByMeaning(vectorAt(0), other, 5)).toEqual([]);
      });
    });

    describe('time, names and neighbours', () => {
      test('both ends of a time belong to it, newest first', async () => {
        await addSentences(['a', 'b', 'c', 'd']);
        const interval = { startMs: startMs + dayMs, endMs: startMs + 2 * dayMs };
        expect(await idsOf(await store.findByTime(interval, 9))).toEqual(['e2', 'e1']);
        expect(await idsOf(await store.findByTime(interval, 1))).toEqual(['e2']);
      });

      test('names: most of them first, then newest', async () => {
        const named = [['anna'], ['anna', 'lyon'], ['anna'], ['paul']];
        for (const [at, entities] of named.entries()) {
          await store.add(episodeOf(`e${at}`, 'x', { entities }), vectorsAt(at));
        }
        expect(await idsOf(await store.findByEntities(['lyon', 'anna', 'anna'], 9))).toEqual([
          'e1',
          'e2',
          'e0',
        ]);
        expect(await store.findByEntities(['zoé'], 9)).toEqual([]);
      });

      test('neighbours are of the same conversation, each once, without those asked for', async () => {
        for (const [at, conversationId] of ['x', 'y', 'x', 'x', 'y', 'x'].entries()) {
          await store.add(episodeOf(`e${at}`, 'x', { conversationId }), vectorsAt(at));
        }
        const keyOf = async (id: string): Promise<EpisodeKey> => (await store.byId(id))?.key ?? 0;
        const around = async (reach: number, ...ids: string[]): Promise<readonly string[]> =>
          (await store.neighbours(await Promise.all(ids.map(keyOf)), reach)).map(({ id }) => id);
        expect(await around(1, 'e2')).toEqual(['e0', 'e3']);
        expect(await around(1, 'e0', 'e3')).toEqual(['e2', 'e5']);
        expect(await around(9, 'e1')).toEqual(['e4']);
        expect(await around(0, 'e1')).toEqual([]);
      });

      test('keys tell the same, and which are shown, without anything being read', async () => {
        const keys: EpisodeKey[] = [];
        for (const [at, conversationId] of ['x', 'y', 'x', 'x'].entries())
          keys.push(await store.add(episodeOf(`e${at}`, 'x', { conversationId }), vectorsAt(at)));
        const [first = 0, other = 0, third = 0, last = 0] = keys;
        expect(await store.neighbourKeys([first], 2)).toEqual([third, last]);
        expect(await store.shown([last, 99, first, other])).toEqual([last, first, other]);
        await store.setHidden({ ids: ['e3'] }, true);
        expect(await store.neighbourKeys([first], 2)).toEqual([third]);
        expect(await store.shown([last, first])).toEqual([first]);
        await store.setHidden({ ids: ['e3'] }, false);
        await store.remove(['e0']);
        expect(await store.neighbourKeys([third], 9)).toEqual([last]);
        expect(await store.shown(keys)).toEqual([other, third, last]);
      });
    });

    describe('strength', () => {
      test('recalls are counted, and when; a clock set back does not make the last one earlier', async () => {
        const key = await store.add(episodeOf('a', 'a'), vectorsAt(0));
        await store.strengthen([key], 2000);
        await store.strengthen([key, key + 99], 1000);
        expect(await store.byId('a')).toMatchObject({ recalls: 2, lastRecalledMs: 2000 });
      });

      test('what is compressed leaves recall, not the truth', async () => {
        await addSentences(['un chat', 'un chien']);
        await store.setCompressed(['e0'], true);
        expect(await byWords('chat un')).toEqual(['e1']);
        expect(await byMeaning(0)).toEqual(['e1']);
        expect((await store.byId('e0'))?.text).toBe('un chat');
        expect(await store.count()).toBe(2);
        await store.setCompressed(['e0'], false);
        expect(await byWords('chat')).toEqual(['e0']);
        expect(await byMeaning(0)).toEqual(['e0', 'e1']);
      });
    });

    describe('hiding', () => {
      const traces = async (): Promise<unknown> => ({
        words: await byWords('chat'),
        all: await store.findByAllWords(['chat'], 9),
        meaning: await byMeaning(0),
        affect: await store.findByAffect({ ...neutralAffect }, 9),
        time: await store.findByTime({ startMs: 0, endMs: 1e15 }, 9),
        names: await store.findByEntities(['anna'], 9),
        read: await store.read([1]),
        unconsolidated: await store.unconsolidated(9),
        unconsolidatedCount: await store.countUnconsolidated(9),
        shown: await store.shown([1]),
        count: await store.count(),
        statistics: (await store.statistics(['chat'])).frequencies.get('chat'),
        byId: await store.byId('a'),
      });

      test('no way of recall finds a hidden conversation; it comes back whole, once', async () => {
        await store.add(episodeOf('a', 'un chat', { entities: ['anna'] }), vectorsAt(0, 10));
        const before = await traces();
        await store.setHidden({ conversationId: 'conversation' }, true);
        await store.setHidden({ conversationId: 'conversation' }, true);
        store = await subject.reopen();
        expect(await traces()).toEqual({
          words: [],
          all: [],
          meaning: [],
          affect: [],
          time: [],
          names: [],
          read: [],
          unconsolidated: [],
          unconsolidatedCount: 0,
          shown: [],
          count: 0,
          statistics: 0,
          byId: undefined,
        });
        expect((await store.page(0, 9))[0]).toMatchObject({ isHidden: true });
        await store.setHidden({ conversationId: 'conversation' }, false);
        expect(await traces()).toEqual(before);
      });

      test('words that were edited stay hidden when their conversation comes back', async () => {
        await addSentences(['un chat', 'un chien']);
        await store.setHidden({ ids: ['e0', 'unknown'] }, true);
        await store.setHidden({ conversationId: 'conversation' }, true);
        await store.setHidden({ conversationId: 'conversation' }, false);
        expect(await byWords('un chat')).toEqual(['e1']);
      });

      test('vectors that are made while it is hidden are there when it comes back', async () => {
        await addSentences(['un chat', 'un chien']);
        await store.setHidden({ ids: ['e0'] }, true);
        const [first] = await store.page(0, 1);
        await store.setVectors([{ key: first?.key ?? 0, vectors: vectorsAt(180) }]);
        expect(await byMeaning(180)).toEqual(['e1']);
        await store.setHidden({ ids: ['e0'] }, false);
        expect(await byMeaning(180)).toEqual(['e0', 'e1']);
      });
    });

    describe('removing', () => {
      test('nothing finds it any more, hidden or not, and the others are as before', async () => {
        await addSentences(['un chat noir', 'un chien noir', 'un oiseau']);
        await store.setHidden({ ids: ['e1'] }, true);
        expect(await store.remove(['e0', 'e1', 'e0', 'unknown'])).toEqual({ episodes: 2, vectors: 2 });
        for (const next of [async () => store, subject.reopen]) {
          store = await next();
          expect(await byWords('un chat chien noir oiseau')).toEqual(['e2']);
          expect(await byMeaning(0)).toEqual(['e2']);
          expect((await store.page(0, 9)).map(({ episode }) => episode.id)).toEqual(['e2']);
          expect(await store.count()).toBe(1);
          expect((await store.statistics(['noir', 'un'])).frequencies.get('noir')).toBe(0);
          expect((await store.statistics(['un'])).meanWords).toBe(2);
          expect(await store.models()).toEqual([{ model, dimensions: 4, episodes: 1 }]);
        }
      });

      test('the same words may be said again', async () => {
        await addSentences(['un chat noir']);
        await store.remove(['e0']);
        await addSentences(['un chat noir']);
        expect(await byWords('chat')).toEqual(['e0']);
        expect(await byMeaning(0)).toEqual(['e0']);
      });
    });

    describe('bad input', () => {
      test('ten megabytes are kept whole and found by their beginning', async () => {
        const text = `perroquet ${'un mot puis un autre '.repeat(500_000)}`;
        await store.add(episodeOf('a', text), vectorsAt(0));
        expect(await byWords('perroquet')).toEqual(['a']);
        expect((await store.byId('a'))?.text === text).toBe(true);
      });

      test.each([
        ['nothing', ''],
        ['one long word', 'x'.repeat(100_000)],
        ['lone surrogates', '\ud800\udfff mot \udc00'],
        ['control characters', 'a\0b\u0001 mot'],
        ['many alphabets', 'привет мир 你好 مرحبا ﬁn ǅ ß İ ı 𝒳 mot'],
        ['quotes', `"'; DROP TABLE episode; -- mot`],
      ])('%s comes back', async (_what, text) => {
        await store.add(episodeOf('a', text), vectorsAt(0));
        expect((await store.byId('a'))?.text === text).toBe(true);
        expect((await byWords('mot')).length).toBe(text.includes('mot') ? 1 : 0);
        await store.remove(['a']);
        expect(await store.count()).toBe(0);
      });

      test('a clock that leaps is no obstacle', async () => {
        for (const [at, atMs] of [8.64e15, -8.64e15, 0].entries()) {
          await store.add(episodeOf(`e${at}`, 'x', { atMs }), vectorsAt(at));
        }
        expect(await idsOf(await store.findByTime({ startMs: -8.64e15, endMs: 0 }, 9))).toEqual(['e2', 'e1']);
      });
    });
  });
}
