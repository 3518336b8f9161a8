/** How well the skills' sentences are recognised: precision and recall on the phrasings kept aside, as sums alone. */
import { languages } from '../src-main/domain/language.ts';
import { scoreReadings } from '../src-main/skills/corpus/corpus.ts';
import { readSet } from '../src-main/skills/corpus/measure.ts';
import type { Bench, Row } from './bench.ts';

const bench: Bench = {
  name: 'intent',
  baseline: 'what a person wrote down as the meaning of each phrasing',
  run: async () => {
    const readings = readSet('kept-aside', false);
    return languages.flatMap((language): Row[] => {
      const score = scoreReadings(readings.filter(({ phrasing }) => phrasing.lang === language));
      return [
        { what: `${language}: precision`, value: score.precision * 100, unit: '%' },
        { what: `${language}: recall`, value: score.recall * 100, unit: '%' },
        { what: `${language}: slots`, value: score.slotAccuracy * 100, unit: '%' },
        { what: `${language}: phrasings for a skill`, value: score.shouldTrigger, unit: '' },
        { what: `${language}: phrasings for none`, value: score.mustNotTrigger, unit: '' },
      ];
    });
  },
};
export default bench;
