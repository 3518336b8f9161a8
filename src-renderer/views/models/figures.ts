/** Sizes and times of models as text. */
import type { Dictionary } from '../../locales/dictionary.ts';
import type { Language } from '../../store/contract-types.ts';
import { number, size } from '../format.ts';

export function sizeText(bytes: number, language: Language, words: Dictionary): string {
  if (bytes < 1e6) return words.kilobytes(number(Math.ceil(bytes / 1e3), language));
  const { unit, text } = size(bytes, language);
  return unit === 'GB' ? words.gigabytes(text) : words.megabytes(text);
}

export function timeText(seconds: number, words: Dictionary): string {
  if (seconds < 60) return words.seconds(Math.max(1, Math.round(seconds)));
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
}
