/** What one verb tells besides: place and day of a birth, and as what somebody works there. */
import { captureAt } from '../capture.ts';
import { surface } from '../name-span.ts';
import type { Draft } from './draft.ts';
import type { Clause } from './values.ts';

/** "Born in Dakar on 3 June 1991" tells place and day, in either order. */
export function otherOfBirth(
  clause: Clause,
  base: Omit<Draft, 'relation' | 'value'>,
  relation: string,
  at: number,
): readonly Draft[] {
  const { words, dates, end } = clause;
  if (relation === 'born_in') {
    const date = dates.find(({ from, to, isHabit }) => !isHabit && from >= at && from <= at + 2 && to <= end);
    if (!date) return [];
    let from = date.from;
    while (from < date.to - 1 && /^(?:on|the|le|in|en)$/.test(words.tokens[from]?.w ?? '')) from++;
    const value = surface(words, from, date.to);
    return [{ ...base, relation: /^\d{4}$/.test(value) ? 'birth_year' : 'birthday', value, to: date.to }];
  }
  if (relation !== 'birthday' && relation !== 'birth_year') return [];
  if (!/^(?:in|a|au|en|near)$/.test(words.tokens[at]?.w ?? '') || !words.tokens[at + 1]?.isCapital) return [];
  const place = captureAt(words, at + 1, 'place', { until: end });
  return place?.values[0] ? [{ ...base, relation: 'born_in', value: place.values[0], to: place.to }] : [];
}

/** "For the council as a planner", "à la mairie comme urbaniste", "a nurse at St Mary's", "infirmière à Brest": where, and as what. */
export function otherOfWork(
  clause: Clause,
  base: Omit<Draft, 'relation' | 'value'>,
  relation: string,
  at: number,
): readonly Draft[] {
  const [word = '', next = ''] = [0, 1].map(step => clause.words.tokens[at + step]?.w);
  const asWhat =
    /^(?:works_at|works_in)$/.test(relation) && /^(?:as|comme)$/.test(word) && !isLike.test(next);
  if (asWhat) return second('job', clause, base, at + 1);
  const town = relation === 'job' && /^(?:in|near|a)$/.test(word) && clause.words.tokens[at + 1]?.isCapital;
  if (town) return second('works_in', clause, base, at + 1, 'place');
  const where = relation === 'job' && /^(?:at|chez)$/.test(word) && !isNoEmployer.test(next);
  return where && !isMoment(clause, at + 1) ? second('works_at', clause, base, at + 1) : [];
}

const isLike = /^(?:if|si|though|soon|always|usual|ca|tout|un fou|crazy)$/;
const isNoEmployer =
  /^(?:home|heart|night|least|last|first|once|all|present|moi|toi|nous|vous|lui|elle|eux)$/;
const isMoment = ({ words }: Clause, at: number): boolean =>
  /^(?:the|this) (?:moment|same|end|beginning|start|time|age)$/.test(
    `${words.tokens[at]?.w} ${words.tokens[at + 1]?.w}`,
  );

function second(
  relation: string,
  { words, end }: Clause,
  base: Omit<Draft, 'relation' | 'value'>,
  at: number,
  shape: 'np' | 'place' = 'np',
): readonly Draft[] {
  const found = captureAt(words, at, shape, { until: end });
  return found?.values[0] ? [{ ...base, relation, value: found.values[0], to: found.to }] : [];
}
