/** The budget holds for whatever is remembered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { threadMs } from '../../../test/thread-time.ts';
import { cutAtSentence, fitBudget } from './fit-budget.ts';
import { recallBlock } from './recall-block.ts';

const estimate = (text: string): number => Math.ceil(new TextEncoder().encode(text).byteLength / 3) + 8;
const memory = (text: string) => ({ text, speaker: 'user', atMs: 1.7e12, kind: 'episode' as const });
const render = (memories: readonly ReturnType<typeof memory>[]) =>
  recallBlock(memories, { language: 'fr', zone: 'Europe/Paris' });

describe('the budget', () => {
  it('is never exceeded, whatever the memories and the budget', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 900 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 1200 }),
        (texts, tokens) => {
          const fitted = fitBudget(texts.map(memory), { tokens, estimate, render });
          const block = render(fitted.memories);
          expect(fitted.tokens).toBe(block === '' ? 0 : estimate(block));
          expect(fitted.tokens).toBeLessThanOrEqual(tokens);
          expect(fitted.memories.length + fitted.leftOut).toBe(texts.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps the order, cuts what is too long, and fills up with what still fits', () => {
    const long = 'Anna est allergique aux noix. '.repeat(100);
    const fitted = fitBudget([memory('Premier.'), memory(long), memory('Dernier.')], {
      tokens: 300,
      estimate,
      render,
    });
    expect(fitted.memories[0]?.text).toBe('Premier.');
    expect(fitted.memories[1]?.text).toMatch(/^Anna est allergique aux noix\. .*noix\. …$/s);
    expect(fitted.tokens).toBeGreaterThan(200);
  });

  it('takes all where there is room, unchanged', () => {
    const texts = ['Un.', 'Deux.', 'Trois.'];
    expect(fitBudget(texts.map(memory), { estimate, render }).memories.map(({ text }) => text)).toEqual(
      texts,
    );
  });

  it('reads no more of ten megabytes than the budget could hold', () => {
    const started = threadMs();
    const fitted = fitBudget([memory('mot '.repeat(2_500_000))], { estimate, render });
    expect(fitted.tokens).toBeLessThanOrEqual(1000);
    expect(fitted.memories).toHaveLength(1);
    expect(threadMs() - started).toBeLessThan(1000);
  });
});

describe('a cut', () => {
  it('stands behind a sentence, else behind a word', () => {
    expect(cutAtSentence('One two three. Four five six seven.', 20)).toBe('One two three. …');
    expect(cutAtSentence('onetwothree fourfivesix seveneight', 28)).toBe('onetwothree fourfivesix…');
    expect(cutAtSentence('short', 20)).toBe('short');
  });
});
