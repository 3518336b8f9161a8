/** Times, sizes and countdowns as text. */
import type { Language } from '../store/contract-types.ts';
import { figuresAs, locale, timesAs } from './made-formats.ts';

export const clockTime = timesAs({ hour: '2-digit', minute: '2-digit' });

export const fullTime = timesAs({ dateStyle: 'long', timeStyle: 'short' });

const dayOfThisYear = timesAs({ day: 'numeric', month: 'short' });
const dayOfAnotherYear = timesAs({ day: 'numeric', month: 'short', year: 'numeric' });

/** The time for today, else the day. */
export function shortTime(ms: number, nowMs: number, language: Language): string {
  const day = new Date(ms);
  if (day.toDateString() === new Date(nowMs).toDateString()) return clockTime(ms, language);
  const isThisYear = day.getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayOfThisYear : dayOfAnotherYear)(ms, language);
}

export const number = figuresAs({});

/** Thousandths of a second as a figure without its unit; a true minus before the zero. */
export const milliseconds = (ms: number, language: Language): string =>
  number(Math.round(ms), language).replace('-', '−');

const tenths = figuresAs({ maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** Seconds as a figure without its unit, with one digit after the point. */
export const seconds = (ms: number, language: Language): string => tenths(ms / 1000, language);

/** How near a memory is, with two digits after the point. */
export const score = figuresAs({ maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** `4:05`, `1:00:00`; never below zero. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** Of a document: in thousands of bytes. */
export const fileSize = (bytes: number, language: Language): string =>
  new Intl.NumberFormat(locale[language], { style: 'unit', unit: 'kilobyte' }).format(
    Math.ceil(bytes / 1000),
  );

/** Bytes in the unit that reads best, one digit after the point for gigabytes. */
export function size(
  bytes: number,
  language: Language,
): { readonly unit: 'MB' | 'GB'; readonly text: string } {
  const giga = bytes / 1e9;
  if (giga < 1) return { unit: 'MB', text: number(Math.max(1, Math.round(bytes / 1e6)), language) };
  return { unit: 'GB', text: giga.toLocaleString(locale[language], { maximumFractionDigits: 1 }) };
}
