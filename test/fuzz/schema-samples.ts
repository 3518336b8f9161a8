/** Values that fit a schema, and values that nearly do. */
import type { Random } from './random.ts';
import { type Declared, declared, fits, type Schema } from './schema-oracle.ts';

/** For strings that must look like something. */
const wellFormed = [
  '2026-11-22',
  '12.5 3',
  'Europe/Paris',
  'UTC',
  'a',
  'fr',
  '08:30',
  '22:00',
  'KeyJ',
  '0.2.0',
];
const numbers = [0, 1, 2, 5, 20, 0.5, 16_000, -1, 1_700_000_000_000];
const tries = 400;
/** What is longer costs time and shows no more. */
const longestText = 5000;

/** A value that fits; throws when none was found. */
export function sampleOf(schema: Schema | undefined, random: Random): unknown {
  if (schema === undefined) throw new Error('a part of a schema is missing');
  for (let attempt = 0; attempt < tries; attempt++) {
    const value = guess(declared(schema), random);
    if (fits(schema, value)) return value;
  }
  throw new Error(`no sample for ${JSON.stringify(declared(schema).type)}`);
}

function guess(def: Declared, random: Random): unknown {
  const { type, innerType, element, items = [], options = [] } = def;
  if (type === 'object') return guessObject(def, random);
  if (type === 'string') return guessString(def, random);
  if (type === 'number') return guessNumber(def, random);
  if (type === 'boolean') return random.chance(0.5);
  if (type === 'literal') return random.of(def.values ?? []);
  if (type === 'enum') return random.of(Object.values(def.entries ?? {}));
  if (type === 'nullable') return random.chance(0.3) ? null : sampleOf(innerType, random);
  if (type === 'array') return Array.from({ length: random.below(3) }, () => sampleOf(element, random));
  if (type === 'tuple') return items.map(item => sampleOf(item, random));
  if (type === 'union') return sampleOf(random.of(options), random);
  if (type === 'record') {
    const keys = Array.from({ length: random.below(4) }, () => sampleOf(def.keyType, random));
    return Object.fromEntries(keys.map(key => [key, sampleOf(def.valueType, random)]));
  }
  if (type === 'unknown') return random.of([null, 1, 'x', {}]);
  return sampleOf(innerType, random);
}

function guessObject({ shape = {} }: Declared, random: Random): object {
  const entries = Object.entries(shape).filter(
    ([, schema]) => declared(schema).type !== 'optional' || random.chance(0.5),
  );
  return Object.fromEntries(entries.map(([key, schema]) => [key, sampleOf(schema, random)]));
}

const limitOf = ({ checks = [] }: Declared, name: string, field: 'minimum' | 'maximum' | 'value') =>
  checks.find(({ _zod }) => _zod.def.check === name)?._zod.def[field];

function guessString(def: Declared, random: Random): string {
  if (def.checks?.some(({ _zod }) => ['string_format', 'custom'].includes(_zod.def.check)))
    return random.of(wellFormed);
  const shortest = limitOf(def, 'min_length', 'minimum') ?? 0;
  const longest = Math.min(limitOf(def, 'max_length', 'maximum') ?? 400, longestText);
  // The ends of what is allowed are where mistakes are made.
  const length = random.chance(0.1) ? random.of([shortest, longest]) : shortest + random.below(12);
  return random.text(Math.max(shortest, Math.min(length, longest)));
}

function guessNumber(def: Declared, random: Random): number {
  const least = limitOf(def, 'greater_than', 'value');
  const most = limitOf(def, 'less_than', 'value');
  const ends = [least, most].filter(end => end !== undefined);
  if (ends.length > 0 && random.chance(0.3)) return random.of(ends);
  return random.of(numbers);
}
