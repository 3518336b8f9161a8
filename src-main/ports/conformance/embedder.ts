/** What every embedder must do, whatever it is made of. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAbort } from '../../domain/errors.ts';
import type { Embedder } from '../embedder.ts';

export interface EmbedderSubject {
  readonly embedder: Embedder;
  /** After the suite. */
  remove(): Promise<void>;
}

const lengthOf = (vector: Float32Array | undefined): number => Math.hypot(...(vector ?? []));
export const cosineOf = (one: Float32Array | undefined, other: Float32Array | undefined): number =>
  (one ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);

export function describeEmbedder(name: string, open: () => Promise<EmbedderSubject>): void {
  describe(`embedder: ${name}`, () => {
    let subject: EmbedderSubject;
    let embedder: Embedder;
    beforeAll(async () => {
      subject = await open();
      embedder = subject.embedder;
    });
    afterAll(() => subject.remove());

    test('it names its model and says how many numbers it makes', () => {
      expect(embedder.model).not.toBe('');
      expect(embedder.dimensions).toBeGreaterThan(0);
    });

    test('each text gets one vector of length 1, in order, the same each time', async () => {
      const texts = [
        'The cat sleeps on the sofa.',
        'Trains to Paris leave at noon.',
        'The cat sleeps on the sofa.',
      ];
      const vectors = await embedder.embed(texts);
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(lengthOf(vector)).toBeCloseTo(1, 4);
      }
      expect(cosineOf(vectors[0], vectors[2])).toBeCloseTo(1, 4);
      expect(cosineOf(vectors[0], vectors[1])).toBeLessThan(0.9);
    });

    test('what is alike in meaning is nearer', async () => {
      const [question, answer, other] = await embedder.embed([
        'How old is your dog?',
        'My dog is three years old.',
        'The bank closes at five on Fridays.',
      ]);
      expect(cosineOf(question, answer)).toBeGreaterThan(cosineOf(question, other) + 0.2);
    });

    test('text without a word gives zeros and moves no other vector from its place', async () => {
      const [none, some, empty] = await embedder.embed(['?! …', 'A word.', '']);
      expect(lengthOf(none)).toBe(0);
      expect(lengthOf(some)).toBeCloseTo(1, 4);
      expect(lengthOf(empty)).toBe(0);
      expect(none).toHaveLength(embedder.dimensions);
    });

    test('no texts give no vectors', async () => {
      expect(await embedder.embed([])).toEqual([]);
    });

    test.each([
      ['a very long text', 'many words again and again '.repeat(40_000)],
      ['one long word', 'x'.repeat(50_000)],
      ['lone surrogates', 'a\ud800b word'],
      ['control characters', 'a\0b\u0007 word'],
      ['marks of the tokenizer', '[CLS] [SEP] </s> <unk> word'],
    ])('%s gives a vector', async (_what, text) => {
      const [vector] = await embedder.embed([text]);
      expect(lengthOf(vector)).toBeCloseTo(1, 4);
    });

    test('an aborted call ends as aborted, before it begins and in the middle', async () => {
      const gone = await embedder.embed(['a'], AbortSignal.abort()).catch((error: unknown) => error);
      expect(isAbort(gone)).toBe(true);
      const controller = new AbortController();
      const long = embedder.embed(
        Array<string>(20_000).fill('Some words to think about.'),
        controller.signal,
      );
      setTimeout(() => controller.abort(), 5);
      expect(isAbort(await long.catch((error: unknown) => error))).toBe(true);
      expect(await embedder.embed(['still there'])).toHaveLength(1);
    });

    test('calls side by side do not mix', async () => {
      const texts = Array.from({ length: 12 }, (_, at) => `Sentence number ${at} about trains.`);
      const together = await embedder.embed(texts);
      const apart = await Promise.all(texts.map(async text => (await embedder.embed([text]))[0]));
      for (const [at, vector] of apart.entries())
        expect(cosineOf(vector, together[at])).toBeGreaterThan(0.98);
    });
  });
}
