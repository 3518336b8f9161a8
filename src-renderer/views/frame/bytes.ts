/** A number of bytes in the reader's language: "0 octet", "12 kB". */
import type { Language } from '../../store/contract-types.ts';

const units = [
  { unit: 'byte', of: 1, display: 'long' },
  { unit: 'kilobyte', of: 1e3, display: 'short' },
  { unit: 'megabyte', of: 1e6, display: 'short' },
  { unit: 'gigabyte', of: 1e9, display: 'short' },
] as const;

export function bytes(count: number, language: Language): string {
  const { unit, of, display } = units.findLast(one => count >= one.of) ?? units[0];
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: display,
    maximumFractionDigits: 1,
  }).format(count / of);
}
