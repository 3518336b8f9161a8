/** Parts the words of a reminder into the moment and the thing. */

import { isoMinute } from '../../domain/local-time.ts';
import { resolveMoment } from '../calendar.ts';
import type { Built, Match } from '../grammar.ts';
import { findWhen, joinParts, readWhen } from '../when.ts';
import { tidy, withoutArticle } from './slots.ts';

const questionWords = {
  fr: /^(?:pourquoi|comment|qui|quoi|quels?|quelles?|quand|ou|combien|ce qu[ei]?|si|s il|lequel|laquelle|a quelle?|en quelle?|de quoi|de quel|d ou|de qui|qu est ce|qu a|dans quel|sur quoi|le nom|son nom|sa |les? regles?|c est|de ce que|de la|du )(?: |$)/,
  en: /^(?:who|what|how|why|where|when|which|whose|if|whether|of)(?: |$)/,
};
const connective = {
  fr: /^(?:de |d |a |que |qu |qu il faut |que je dois |que je doive |qu on doit |pour |avec |intitulee? |appelee? |disant |: )+/,
  en: /^(?:to |that |about |for |of |saying |called |named |titled |with |: )+/,
};
const recurring = {
  fr: /(?:^| )(?:tous les|toutes les|chaque|quotidiennement|une fois par)(?: |$)/,
  en: /(?:^| )(?:every|each|daily|weekly|monthly|weekdays)(?: |$)/,
};
const danglers = {
  fr: /(?: |^)(?:de|d|du|des|a|au|pour|et|le|la|les|que)$/,
  en: /(?: |^)(?:to|for|of|the|a|at|on|and|about|from)$/,
};

const looseEnd = { fr: /\s+(?:de|du|des|d['’]|à|a|au|pour|le)$/i, en: /\s+(?:of|for|at|on|from|the)$/i };

interface Options {
  /** What is said when the words name nothing. */
  readonly what?: string;
  /** An early hour is meant as said. */
  readonly waking?: boolean;
  /** Without a moment this is no reminder. */
  readonly needsWhen?: boolean;
  /** Words for the thing without "to": only with a moment. */
  readonly strict?: boolean;
}

/** Splits the words of slot `rest` into the moment and the thing. */
export function remind(match: Match, options: Options = {}): Built | undefined {
  const { language } = match;
  const rest = match.norm('rest');
  const ahead = match.norm('when') === '' ? undefined : readWhen(match.norm('when'), language);
  if (match.norm('when') !== '' && !ahead) return undefined;
  if (questionWords[language].test(rest)) return undefined;
  if (recurring[language].test(rest)) return repeated(match, rest);
  const found = ahead ? [] : findWhen(rest, language);
  const parts = ahead ?? (found.length > 0 ? joinParts(found) : undefined);
  const said = thing(match, rest, found);
  // "la réunion de jeudi à 10 heures": with an hour it is that moment, without one a thing of that day.
  if (said.dangling && parts?.hour === undefined) return undefined;
  if (!parts)
    return options.needsWhen || (options.strict && !said.connected) || !said.connected
      ? undefined
      : plain(said.what, options);
  const moment = resolveMoment(parts, match, language, options.waking ?? false);
  if (!moment) return undefined;
  const what = (said.dangling ? said.what.replace(looseEnd[language], '') : said.what) || options.what;
  const slots = { when: isoMinute(moment.civil), ...(what ? { what } : {}) };
  return { intent: 'reminder.set', slots, details: { dueAtMs: moment.utcMs } };
}

const plain = (what: string, options: Options): Built | undefined =>
  what === '' && options.what === undefined
    ? undefined
    : { intent: 'reminder.set', slots: { what: what || (options.what ?? '') } };

const repeated = (match: Match, rest: string): Built | undefined =>
  rest === ''
    ? undefined
    : {
        intent: 'reminder.set',
        slots: { what: tidy(match.words('rest')) },
        details: { problem: 'recurring' },
      };

interface Said {
  readonly what: string;
  /** A word such as "to" or "de" led to it. */
  readonly connected: boolean;
  /** A preposition was left without its word: the moment was part of the thing ("the meeting of tomorrow"). */
  readonly dangling: boolean;
}

function thing(match: Match, rest: string, found: readonly { start: number; end: number }[]): Said {
  const first = found[0];
  const last = found.at(-1);
  const from = first && first.start === 0 ? first.end : 0;
  const to = last && last.end === rest.length && last.start > 0 ? last.start : rest.length;
  const middle = rest.slice(from, to);
  const lead = middle.length - middle.replace(/^[,:| ]+/, '').length;
  const words = middle.slice(lead).replace(/[,:| ]+$/, '');
  const link = connective[match.language].exec(words)?.[0] ?? '';
  const core = words.slice(link.length);
  const dangling =
    danglers[match.language].test(core) || (questionWords[match.language].test(words) && words !== '');
  if (core === '') return { what: '', connected: false, dangling: words !== '' && link.trim() !== words };
  const start = match.at('rest') + from + lead + link.length;
  const inside = found.length === 1 && first && first.start > from && first.end < to ? first : undefined;
  const bareNoun = /^(?:pour|for|about)\b/.test(link)
    ? (words: string) => withoutArticle(words, match.language)
    : (words: string) => words;
  if (!inside)
    return {
      what: bareNoun(tidy(match.sentence.words(start, start + core.length))),
      connected: link !== '',
      dangling,
    };
  const before = match.sentence.words(start, match.at('rest') + inside.start);
  const after = match.sentence.words(match.at('rest') + inside.end, start + core.length);
  return { what: tidy(`${tidy(before)} ${tidy(after)}`), connected: link !== '', dangling };
}

/** "I have to leave at five, remind me at four": the thing stands before, the moment behind. */
export function remindOfClause(match: Match): Built | undefined {
  const parts = readWhen(match.norm('when'), match.language);
  const moment = parts && resolveMoment(parts, match, match.language, false);
  if (!moment) return undefined;
  const slots = { when: isoMinute(moment.civil), what: tidy(match.words('clause')) };
  return { intent: 'reminder.set', slots, details: { dueAtMs: moment.utcMs } };
}
