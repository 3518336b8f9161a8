/** How well words alone tell that a speaker has finished, and an interruption from an assent: on phrases written down by hand. */
import {
  type CorpusPart,
  corpusParts,
  endingPhrases,
  saidAcross,
} from '../src-main/conversation/turn-taking/corpus/corpus.ts';
import { endingOf } from '../src-main/conversation/turn-taking/ending/ending.ts';
import { interjectionOf } from '../src-main/conversation/turn-taking/interjections.ts';
import { type Language, languages } from '../src-main/domain/language.ts';
import type { Bench, Row } from './bench.ts';

const bench: Bench = {
  name: 'ending',
  baseline: 'what a person wrote down of each phrase; the rules were written with the part dev alone',
  run: async () =>
    corpusParts.flatMap(part =>
      languages.flatMap(language => [...endingRows(language, part), ...acrossRows(language, part)]),
    ),
};
export default bench;

function endingRows(language: Language, part: CorpusPart): readonly Row[] {
  const judged = endingPhrases(language, part).map(({ text, complete }) => ({
    complete,
    said: endingOf(text, language).complete,
  }));
  const right = judged.filter(({ complete, said }) => complete && said).length;
  const name = `${language}, ${part}: finished`;
  return [
    share(`${name}, precision`, right, judged.filter(({ said }) => said).length),
    share(`${name}, recall`, right, judged.filter(({ complete }) => complete).length),
    { what: `${language}, ${part}: phrases`, value: judged.length, unit: '' },
  ];
}

function acrossRows(language: Language, part: CorpusPart): readonly Row[] {
  return (['backchannel', 'stop', 'words'] as const).map(kind => {
    const wanted = saidAcross(language, part).filter(phrase => phrase.kind === kind);
    const right = wanted.filter(({ text }) => interjectionOf(text) === kind).length;
    return share(`${language}, ${part}: said across an answer, ${kind}`, right, wanted.length);
  });
}

const share = (what: string, part: number, whole: number): Row => ({
  what,
  value: (part / whole) * 100,
  unit: '%',
});
