/** A JSON Schema in the words that the engine's grammar knows, or a refusal: what it does not know it would skip in silence. */
import type { Llama } from 'node-llama-cpp';

type GrammarSchema = Parameters<Llama['createGrammarForJsonSchema']>[0];
type Schema = Readonly<Record<string, unknown>>;

const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);
const inexpressible = ['allOf', 'not', 'if', 'pattern', 'patternProperties', 'contains', 'uniqueItems'];
const depthLimit = 64;

/**
 * Bounds of numbers stay unenforced, and every property named is written: whoever reads the answer checks it anyway.
 * @throws Error that names the keyword no grammar can be made of.
 */
export function grammarSchema(schema: Schema): GrammarSchema {
  return convert(schema, schema.$defs, 0) as GrammarSchema;
}

function convert(schema: unknown, defs: unknown, depth: number): Schema {
  if (!isSchema(schema)) throw new Error('schema');
  if (depth > depthLimit) throw new Error('depth');
  const unknown = inexpressible.find(keyword => keyword in schema);
  if (unknown) throw new Error(unknown);
  const next = (inner: unknown): Schema => convert(inner, defs, depth + 1);
  const each = (inner: unknown): Schema =>
    Object.fromEntries(
      Object.entries(isSchema(inner) ? inner : {}).map(([key, value]) => [key, next(value)]),
    );
  checkKind(schema, defs);
  const {
    anyOf,
    oneOf = anyOf,
    properties,
    items,
    prefixItems,
    additionalProperties,
    $defs,
    ...rest
  } = schema;
  return {
    ...rest,
    ...(Array.isArray(oneOf) ? { oneOf: oneOf.map(next) } : {}),
    ...(properties === undefined ? {} : { properties: each(properties) }),
    ...(items === undefined ? {} : { items: next(items) }),
    ...(Array.isArray(prefixItems) ? { prefixItems: prefixItems.map(next) } : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: next(additionalProperties) } : {}),
    ...(additionalProperties === true ? { additionalProperties } : {}),
    ...($defs === undefined ? {} : { $defs: each($defs) }),
  };
}

/** Each part must say what it is in one of the ways that the grammar understands. */
function checkKind(schema: Schema, defs: unknown): void {
  const { type, $ref } = schema;
  if (typeof $ref === 'string') {
    const name = /^#\/\$defs\/(.+)$/.exec($ref)?.[1];
    if (name === undefined || !isSchema(defs) || !Object.hasOwn(defs, name)) throw new Error(`$ref ${$ref}`);
    return;
  }
  if (['enum', 'oneOf', 'anyOf'].some(keyword => Array.isArray(schema[keyword])) || 'const' in schema) return;
  const named = Array.isArray(type) ? type : [type];
  const unknown = named.find(name => !types.has(String(name)));
  if (named.length === 0 || unknown !== undefined || type === undefined)
    throw new Error(`type ${String(type)}`);
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
