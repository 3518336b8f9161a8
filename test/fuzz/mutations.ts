/** Values that were valid, changed at random places: another type, a key gone or too many, numbers and texts beyond all bounds. */
import type { Random } from './random.ts';

/** Written into the text of a message in place of what JSON cannot say of a value. */
export const beyondNumbers = '@@beyond@@';
const deep = (depth: number, inner: unknown = 1): unknown =>
  Array.from({ length: depth }).reduce<unknown>(
    (value, _, at) => (at % 2 === 0 ? [value] : { a: value }),
    inner,
  );

/** Own keys that would be prototypes, or be called, if somebody were careless. */
const treacherous = JSON.parse('{"__proto__":{"id":"x","limit":1,"on":true},"constructor":{"prototype":{}}}');
const callable = JSON.parse('{"toString":1,"valueOf":1,"then":1,"toJSON":1}');
const strange: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 53, -(2 ** 53), 2 ** 31, 2 ** 32, -0],
  ...['', 'x', '__proto__', 'constructor', '\u0000', '\ud800', '\udc00\ud800', '\ufeff', '1', 'true', 'null'],
  ...[
    '../../etc/passwd',
    'a'.repeat(65),
    'a'.repeat(501),
    'é'.repeat(5000),
    beyondNumbers,
    `-${beyondNumbers}`,
  ],
  ...[[], {}, [null], [[]], { length: 1 }, callable],
  treacherous,
  deep(40),
  deep(600),
  Array.from({ length: 1001 }, (_, at) => at),
];
/** A copy each time: it may be changed in its turn. */
const strangeValue = (random: Random): unknown => structuredClone(random.of(strange));
const extraKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '',
  'x',
  'kind',
];

type Holder = Record<string, unknown> | unknown[];

/** Every place of a value that holds others. */
function holdersOf(value: unknown): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersOf)];
}

/** A own key whatever it is called. */
const put = (holder: object, key: string, value: unknown): void =>
  void Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

function mutateOnce(value: unknown, random: Random): unknown {
  const holders = holdersOf(value);
  const holder = holders.length === 0 ? undefined : random.of(holders);
  const keys = holder === undefined ? [] : Object.keys(holder);
  const way = random.below(10);
  if (holder === undefined || way === 0) return strangeValue(random);
  if (way === 1) return [value];
  if (keys.length === 0 || way === 2) put(holder, random.of(extraKeys), strangeValue(random));
  else if (way === 3) delete (holder as Record<string, unknown>)[random.of(keys)];
  else if (way === 4 && keys.length > 1)
    put(holder, random.of(keys), (holder as Record<string, unknown>)[random.of(keys)]);
  else put(holder, random.of(keys), strangeValue(random));
  return value;
}

/** A changed copy; the value itself is left as it is. */
export function mutate(value: unknown, random: Random): unknown {
  let changed: unknown = structuredClone(value);
  for (let count = 1 + random.below(3); count > 0; count--) changed = mutateOnce(changed, random);
  return changed;
}

/** As text, with numbers that only JSON's text can say. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value).replaceAll(`"${beyondNumbers}"`, '1e999').replaceAll(`"-${beyondNumbers}"`, '-1e999');

const junk = [
  '',
  ',',
  '}',
  '{',
  '"',
  '\u0000',
  '\ufeff',
  '[',
  '1',
  'null',
  '\\u0000',
  '\ud800',
  '"__proto__":1,',
];

/** The text itself cut, or with something else in it. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.of(junk) + text.slice(at + random.below(5));
}

/** What JSON has no word for, which a port carries all the same. */
export function unspeakable(random: Random, text: string): unknown {
  const circle: Record<string, unknown> = { text };
  circle.self = circle;
  return random.of<() => unknown>([
    () => text,
    () => new Map([['text', text]]),
    () => new Set([text]),
    () => new Date(),
    () => 1n,
    () => undefined,
    () => null,
    () => new ArrayBuffer(8),
    () => new Uint8Array(3),
    () => new Float64Array(2),
    () => new DataView(new ArrayBuffer(4)),
    () => /x/,
    () => new Error('x'),
    () => circle,
    () => [text],
    () => ({}),
    () => ({ text: new String(text) }),
    () => ({ text: [text] }),
    () => ({ text: new Map() }),
    () => ({ text: 1n }),
    () => ({ text, taken: 1n }),
    () => ({ text, taken: Number.NaN }),
    () => ({ text, bytes: new Uint8Array(1) }),
    () => ({ taken: 1n }),
    () => ({ taken: Number.NaN }),
    () => ({ taken: Number.POSITIVE_INFINITY }),
    () => ({ taken: -(2 ** 53) }),
    () => ({ taken: '1' }),
    () => ({ taken: 2 ** 60 }),
    () => ({ taken: { valueOf: 1 } }),
    () => ({ bytes: new ArrayBuffer(4) }),
    () => ({ bytes: new Uint16Array(4) }),
    () => ({ bytes: [1, 2] }),
    () => ({ bytes: new Map() }),
    () => deep(300),
    () => Object.assign(Object.create(null), { text: null }),
  ])();
}
