/** Prints how often times are read as a person reads them: `node measure.ts dev|kept-aside [--misses]`. */
import { languages } from '../../../../domain/language.ts';
import { agreement, type CorpusSet, ownReader, readPhrasings } from './corpus.ts';

const set = process.argv[2] as CorpusSet | undefined;
if (set !== 'dev' && set !== 'kept-aside')
  throw new RangeError('usage: node measure.ts dev|kept-aside [--misses]');
const withMisses = process.argv.includes('--misses');
if (withMisses && set === 'kept-aside')
  throw new RangeError(
    'The set kept aside shows no misses: it would no longer measure the rules written from them.',
  );
for (const language of languages) {
  const phrasings = readPhrasings(set).filter(({ lang }) => lang === language);
  const result = agreement(phrasings, ownReader, (phrasing, found) => {
    if (!withMisses) return;
    console.log(phrasing.id, phrasing.text, '|', phrasing.start, phrasing.end, '|', found?.start, found?.end);
  });
  console.log(language, JSON.stringify(result));
}
