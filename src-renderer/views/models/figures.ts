/** Sizes and times of models as text. */

import type { Language } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { number, size } from '../format.ts';

export function sizeText(bytes: number, language: Language, t: Words): string {
  if (bytes < 1e6) return t('kilobytes', { count: number(Math.ceil(bytes / 1e3), language) });
  const { unit, text } = size(bytes, language);
  return unit === 'GB' ? t('gigabytes', { count: text }) : t('megabytes', { count: text });
}

export function timeText(seconds: number, t: Words): string {
  if (seconds < 60) return t('seconds', { count: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? t('minutes', { count: minutes })
    : t('hours', { count: Math.floor(minutes / 60), minutes: minutes % 60 });
}
