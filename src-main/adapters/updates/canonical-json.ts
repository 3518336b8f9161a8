/** One way to write a JSON value, so that a signature holds whatever wrote or reformatted the file. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * Keys in the order of their UTF-16 units, no spaces, strings as JSON.stringify writes them; numbers are whole. Throws
 * RangeError for other numbers, whose form differs among languages.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is no whole number`);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as Readonly<Record<string, Json>>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
