/** How well times in questions about the past are read, on the phrasings kept aside, against chrono-node alone. */
import * as english from 'chrono-node/en';
import * as french from 'chrono-node/fr';
import { languages } from '../src-main/domain/language.ts';
import { civilOfIso, isoMinute } from '../src-main/domain/local-time.ts';
import {
  agreement,
  corpusNow,
  corpusZone,
  ownReader,
  readPhrasings,
  type TimeReader,
} from '../src-main/memory/prefrontal-working-memory/when/corpus/corpus.ts';
import { timeOf } from '../src-main/memory/prefrontal-working-memory/when/time-of.ts';
import type { Bench, Row } from './bench.ts';
import { p95 } from './statistics.ts';

const parsers = { en: english.casual, fr: french.casual };
/** What chrono finds: the day, month or year that it is sure of, from its first to its last minute. */
const chronoReader: TimeReader = (text, language) => {
  const [found] = parsers[language].parse(text, new Date(`${corpusNow}:00`), { forwardDate: false });
  if (!found) return undefined;
  const last = found.end ?? found.start;
  const [from, to] = [new Date(found.start.date()), new Date(last.date())];
  const whole = (at: Date, end: boolean): string => {
    const month = found.start.isCertain('day') || found.start.isCertain('weekday') ? 1 : 0;
    const utc = Date.UTC(at.getFullYear(), at.getMonth() + (end && !month ? 1 : 0), month ? at.getDate() : 1);
    return isoMinute(end ? utc + (month ? 86_400_000 : 0) - 60_000 : utc);
  };
  return { start: whole(from, false), end: whole(to, true) };
};

const bench: Bench = {
  name: 'when',
  baseline: 'chrono-node alone, its days and months made whole',
  run: async () => {
    const rows = languages.flatMap((language): Row[] => {
      const phrasings = readPhrasings('kept-aside').filter(({ lang }) => lang === language);
      const own = agreement(phrasings, ownReader);
      const other = agreement(phrasings, chronoReader);
      const percent = (count: number) => (count / phrasings.length) * 100;
      return [
        {
          what: `${language}: to the minute`,
          value: percent(own.exact),
          unit: '%',
          baseline: percent(other.exact),
        },
        {
          what: `${language}: same days`,
          value: percent(own.sameDays),
          unit: '%',
          baseline: percent(other.sameDays),
        },
        {
          what: `${language}: overlap of a half`,
          value: percent(own.overlapping),
          unit: '%',
          baseline: percent(other.overlapping),
        },
        {
          what: `${language}: times where there are none`,
          value: own.falseAlarms,
          unit: '',
          baseline: other.falseAlarms,
        },
        { what: `${language}: phrasings`, value: phrasings.length, unit: '' },
      ];
    });
    return [...rows, { what: 'time for a question p95', value: p95(timings()), unit: 'ms' }];
  },
};
export default bench;

function timings(): number[] {
  const all = [...readPhrasings('dev'), ...readPhrasings('kept-aside')];
  const nowMs = civilOfIso(corpusNow);
  return [...all, ...all].map(({ text, lang }) => {
    const started = performance.now();
    timeOf(text, { language: lang, nowMs, zone: corpusZone });
    return performance.now() - started;
  });
}
