/**
 * Says by itself whether a value fits a schema, reading only what the schema declares and none of its parser, so that it
 * can be held against the parser. Also says what a parser may let through of a value.
 */

/** What a schema of the contract says of itself. */
export interface Declared {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly items?: readonly Schema[];
  readonly options?: readonly Schema[];
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
}
interface Check {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
  readonly format?: string;
  readonly fn?: (value: never) => unknown;
}
export interface Schema {
  readonly _zod: { readonly def: object };
}

export const declared = (schema: Schema): Declared => schema._zod.def as Declared;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that count: `__proto__` is never taken over. */
const keysOf = (value: object): string[] => Object.keys(value).filter(key => key !== '__proto__');

const accepting: Readonly<Record<string, (def: Declared, value: unknown) => boolean>> = {
  unknown: () => true,
  never: () => false,
  boolean: (_def, value) => typeof value === 'boolean',
  null: (_def, value) => value === null,
  string: (_def, value) => typeof value === 'string',
  number: ({ format }, value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (format !== 'safeint' || Number.isSafeInteger(value)),
  literal: ({ values = [] }, value) => values.includes(value),
  enum: ({ entries = {} }, value) => Object.values(entries).includes(value as string),
  nullable: ({ innerType }, value) => value === null || fits(innerType, value),
  optional: ({ innerType }, value) => fits(innerType, value),
  readonly: ({ innerType }, value) => fits(innerType, value),
  array: ({ element }, value) => Array.isArray(value) && value.every(one => fits(element, one)),
  tuple: ({ items = [] }, value) =>
    Array.isArray(value) && value.length === items.length && items.every((item, at) => fits(item, value[at])),
  union: ({ options = [] }, value) => options.some(option => fits(option, value)),
  object: fitsObject,
  record: ({ keyType, valueType }, value) =>
    isRecord(value) && keysOf(value).every(key => fits(keyType, key) && fits(valueType, value[key])),
};

function fitsObject({ shape = {}, catchall }: Declared, value: unknown): boolean {
  if (!isRecord(value)) return false;
  const isStrict = catchall !== undefined && declared(catchall).type === 'never';
  if (isStrict && Object.keys(value).some(key => !Object.hasOwn(shape, key))) return false;
  return Object.entries(shape).every(([key, schema]) =>
    Object.hasOwn(value, key) ? fits(schema, value[key]) : declared(schema).type === 'optional',
  );
}

/** The library counts characters of Unicode, not UTF-16 units. */
const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : [...String(value)].length);

function passes({ check, ...rest }: Check, value: unknown): boolean {
  const length = sizeOf(value);
  if (check === 'min_length') return length >= (rest.minimum ?? 0);
  if (check === 'max_length') return length <= (rest.maximum ?? 0);
  if (check === 'greater_than')
    return rest.inclusive ? Number(value) >= Number(rest.value) : Number(value) > Number(rest.value);
  if (check === 'less_than')
    return rest.inclusive ? Number(value) <= Number(rest.value) : Number(value) < Number(rest.value);
  if (check === 'string_format' && rest.pattern) return new RegExp(rest.pattern).test(value as string);
  if (check === 'custom' && rest.fn) return Boolean(rest.fn(value as never));
  throw new Error(`the oracle does not know the check ${check}`);
}

/** Throws on a kind of schema that it does not know, so that none goes unjudged. */
export function fits(schema: Schema | undefined, value: unknown): boolean {
  if (schema === undefined) throw new Error('a part of a schema is missing');
  const def = declared(schema);
  const accept = accepting[def.type];
  if (accept === undefined) throw new Error(`the oracle does not know the schema ${def.type}`);
  return accept(def, value) && (def.checks ?? []).every(({ _zod }) => passes(_zod.def, value));
}

/** Where a value holds what the schema does not name: such things may be sent, and must not reach a handler. */
export function surplusOf(schema: Schema | undefined, value: unknown, path = ''): readonly string[] {
  if (schema === undefined) return [];
  const def = declared(schema);
  if (isRecord(value) && ![Object.prototype, null].includes(Object.getPrototypeOf(value)))
    return [`${path} (prototype)`];
  if (def.type === 'object' && isRecord(value))
    return Object.keys(value).flatMap(key =>
      Object.hasOwn(def.shape ?? {}, key)
        ? surplusOf(def.shape?.[key], value[key], `${path}.${key}`)
        : [`${path}.${key}`],
    );
  if (def.type === 'array' && Array.isArray(value))
    return value.flatMap((one, at) => surplusOf(def.element, one, `${path}.${at}`));
  if (def.type === 'union') {
    const every = (def.options ?? []).filter(option => fits(option, value));
    const all = every.map(option => surplusOf(option, value, path));
    return all.find(one => one.length === 0) ?? all[0] ?? [];
  }
  return def.innerType === undefined || value === null ? [] : surplusOf(def.innerType, value, path);
}
