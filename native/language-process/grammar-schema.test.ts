/** A schema the grammar cannot express is refused by name, never answered with something else. */
import { describe, expect, it } from 'vitest';
import { grammarSchema } from './grammar-schema.ts';

describe('a response schema', () => {
  it('keeps what the grammar knows, and says anyOf in its words', () => {
    const fact = {
      type: 'object',
      properties: { text: { type: 'string', maxLength: 9 } },
      required: ['text'],
    };
    expect(
      grammarSchema({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: {
          facts: { type: 'array', items: { $ref: '#/$defs/fact' } },
          mood: { anyOf: [{ enum: ['calm', 'glad'] }, { type: 'null' }] },
        },
        additionalProperties: false,
        $defs: { fact },
      }),
    ).toMatchObject({
      properties: {
        facts: { type: 'array', items: { $ref: '#/$defs/fact' } },
        mood: { oneOf: [{ enum: ['calm', 'glad'] }, { type: 'null' }] },
      },
      $defs: { fact },
    });
  });

  it.each([
    ['an unknown type', { type: 'text' }, 'type text'],
    ['no type', { description: 'anything' }, 'type undefined'],
    ['allOf', { type: 'object', properties: { a: { allOf: [] } } }, 'allOf'],
    ['a pattern', { type: 'array', items: { type: 'string', pattern: '^a' } }, 'pattern'],
    ['a reference that leads out', { $ref: 'https://example.org/schema' }, '$ref'],
    ['a reference to nothing', { $ref: '#/$defs/a', $defs: {} }, '$ref'],
    ['a list instead of a schema', { type: 'array', items: [{ type: 'string' }] }, 'schema'],
  ])('is refused for %s', (_what, schema, named) => {
    expect(() => grammarSchema(schema)).toThrow(named);
  });
});
