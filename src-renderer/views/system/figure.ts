/** A measure as text: milliseconds while they are few, seconds after that; tokens by the second. */
import type { History, Language } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';

export type MeasureName = History['series'][number]['measure'];

export function figure(
  measure: MeasureName,
  value: number | undefined,
  language: Language,
  t: Words,
): string {
  if (value === undefined) return t('system.none');
  if (measure === 'errors') return rounded(value, language);
  if (measure === 'tokens_per_second') return t('system.perSecond', { count: rounded(value, language) });
  return value < 1
    ? t('milliseconds', { count: rounded(1000 * value, language) })
    : t('seconds', { count: rounded(value, language) });
}

/** Beside an axis, where the unit of a rate would not fit and need not be said again and again. */
export const axisText = (measure: MeasureName, value: number, language: Language, t: Words): string =>
  measure === 'tokens_per_second' ? rounded(value, language) : figure(measure, value, language, t);

/** What the eye compares: two digits, or whole numbers. */
const rounded = (value: number, language: Language): string =>
  value.toLocaleString(language, { maximumFractionDigits: value < 10 ? 1 : 0 });
