/** What comes back: "every Tuesday I swim", "le dimanche on mange chez mes parents", "I usually get up at six". */
import { captureAt } from '../capture.ts';
import type { Entity } from '../entities.ts';
import { surface } from '../name-span.ts';
import { isPunctuation } from '../tokens.ts';
import type { Reading } from './draft.ts';
import type { Clause } from './values.ts';

const noVerb =
  /^(?:am|is|are|'s|was|were|suis|est|sommes|sont|etais|etait|and|et|who|qui|,|de|of|will|would|might|had|i|je|we|on|he|she|il|elle|they|ils|elles|le|la|les|lui|not|pas)$/;

/** `head`: the verb. Undefined where nothing of the clause comes back, or where its day is but a date. */
export function readHabit(clause: Clause, head: number, subject: Entity, at: number): Reading | undefined {
  const { words, dates, end } = clause;
  const verb = words.tokens[head];
  if (
    !verb ||
    isPunctuation(verb.w) ||
    noVerb.test(verb.w) ||
    verb.denied ||
    (/(?:ed|ais|ait)$/.test(verb.w) && !/^(?:fais|fait|vais|sais|sait|need|feed|plait)$/.test(verb.w))
  )
    return undefined;
  const after = dates.find(({ from, isHabit }) => isHabit && from > head && from < end);
  const before = dates.find(
    ({ to, isHabit }) => isHabit && (to === at || (to === at - 1 && words.tokens[at - 1]?.w === ',')),
  );
  const when = after ?? before;
  if (!when) return undefined;
  const start = /^(?:me|se|nous)$/.test(verb.w) ? head + 1 : head;
  const what = captureAt(words, start, 'verb', { until: after ? after.from : end });
  if (!what?.values[0]) return undefined;
  const lead =
    /^(?:on|le|les|the|a|de|du)$/.test(words.tokens[when.from - 1]?.w ?? '') && !after
      ? when.from - 1
      : when.from;
  const value =
    after && after.from - what.to <= 1
      ? surface(words, start, after.to)
      : `${what.values[0]} ${surface(words, lead, when.to)}`;
  return {
    drafts: [{ subject, relation: 'habit', value, confidence: 0.85, at, to: Math.max(what.to, when.to) }],
    to: Math.max(what.to, after?.to ?? 0),
  };
}
