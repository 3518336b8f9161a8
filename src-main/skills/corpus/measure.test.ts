/** Intent recognition reaches its precision and recall, in each language, on phrasings its rules were not written from. */
import { describe, expect, it } from 'vitest';
import { languages } from '../../domain/language.ts';
import { corpusSets, scoreReadings } from './corpus.ts';
import { readSet } from './measure.ts';

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

describe.each(corpusSets)('on the set %s', set => {
  // Without being told the language, as for a first typed sentence; and told, as for a profile's own.
  describe.each([false, true])('with the language given: %s', withLanguage => {
    const readings = readSet(set, withLanguage);

    it.each(languages)('%s: precision at least 0.97, recall at least 0.9, slots at least 0.9', lang => {
      const score = scoreReadings(readings.filter(reading => reading.phrasing.lang === lang));
      console.info(
        `intents ${set} ${lang}: precision ${percent(score.precision)}, recall ${percent(score.recall)}, slots ${percent(score.slotAccuracy)}`,
      );
      expect(score.precision).toBeGreaterThanOrEqual(0.97);
      expect(score.recall).toBeGreaterThanOrEqual(0.9);
      expect(score.slotAccuracy).toBeGreaterThanOrEqual(0.9);
    });
  });
});
