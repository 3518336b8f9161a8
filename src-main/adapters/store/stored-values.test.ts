/** Ids and texts come back exactly from their bytes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difficultTexts } from '../../ports/conformance/memory-store.ts';
import { decodeId, encodeId } from './stored-id.ts';
import { decodeText, encodeQuickText, encodeText } from './stored-text.ts';

/** Any sequence of UTF-16 units, whole characters or not. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7f0, max: 0xe010 })), {
    maxLength: 400,
  })
  .map(units => String.fromCharCode(...units));

describe('stored text', () => {
  test('any text comes back', () => {
    fc.assert(
      fc.property(
        anyText,
        text => decodeText(encodeText(text)) === text && decodeText(encodeQuickText(text)) === text,
      ),
    );
  });

  test('any repeated text comes back', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 200 }), (text, times) => {
        const long = text.repeat(times);
        return decodeText(encodeText(long)) === long;
      }),
    );
  });

  test.each(difficultTexts)('%s comes back', (_name, text) => {
    expect(decodeText(encodeText(text)) === text).toBe(true);
  });

  test('everyday sentences take less than two thirds of their bytes', () => {
    const text =
      'Bonjour, est-ce que vous pouvez me dire comment faire une bonne pâte à crêpes pour demain matin ? Could you please also tell me how long it takes?';
    expect(encodeText(text).length).toBeLessThan(Buffer.byteLength(text) * 0.66);
  });

  test('bytes of an encoding from the future are refused, not misread', () => {
    expect(() => decodeText(Buffer.of(9, 1, 2))).toThrow(RangeError);
  });
});

describe('stored id', () => {
  test('any id comes back, and different ids are different bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uuid(), anyText), fc.oneof(fc.uuid(), anyText), (one, other) => {
        const [first, second] = [encodeId(one), encodeId(other)];
        expect(decodeId(first)).toBe(one);
        expect(first.equals(second)).toBe(one === other);
      }),
    );
  });

  test.each(['1234567', '12345678', '', 'ABCDEF00-0000-7000-8000-000000000001'])('%j comes back', id => {
    expect(decodeId(encodeId(id))).toBe(id);
  });

  test('a UUID takes 16 bytes', () => {
    expect(encodeId('01900000-0000-7000-8000-00000000abcd')).toHaveLength(16);
  });
});
