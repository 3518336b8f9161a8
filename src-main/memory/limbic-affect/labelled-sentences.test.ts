/** The appraisal agrees with people on the sentences that no rule was written from, in each language. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../domain/language.ts';
import { emotions } from '../../domain/memory.ts';
import { readSentences } from './labelled-sentences.ts';
import { agreement, judgeAll } from './measure.ts';

const keptAside = readSentences('kept-aside');

describe.each(languages)('labelled sentences, %s', language => {
  const own = keptAside.filter(({ lang }) => lang === language);

  it('are at least 400, as many for each emotion, and none is in both sets', () => {
    expect(own.length).toBeGreaterThanOrEqual(400);
    for (const emotion of emotions)
      expect(own.filter(one => one.emotion === emotion)).toHaveLength(own.length / emotions.length);
    const dev = new Set(readSentences('dev').map(({ text }) => text));
    expect(own.filter(({ text }) => dev.has(text))).toEqual([]);
  });

  it('agree in emotion and in sign', () => {
    const measured = agreement(judgeAll(own));
    expect(measured.emotionAccuracy).toBeGreaterThanOrEqual(0.75);
    expect(measured.macroF1).toBeGreaterThanOrEqual(0.75);
    expect(measured.signAccuracy).toBeGreaterThanOrEqual(0.85);
    expect(measured.correlation).toBeGreaterThanOrEqual(0.8);
  });
});
