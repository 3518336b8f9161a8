/** Where sqlite-vec has no program for a machine, its stand-in gives the same cosines. */
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { defineCosine, loadVectorFunctions } from './vector-functions.ts';
import { packInt8 } from './vector-numbers.ts';

test('both agree on vectors that are near, far, opposite and the same', () => {
  const [library, own] = [new Database(':memory:'), new Database(':memory:')];
  loadVectorFunctions(library);
  // A second time changes nothing.
  loadVectorFunctions(library);
  defineCosine(own);
  const vectors = [
    [1, 0, 0, 0],
    [0.9, 0.1, -0.2, 0],
    [-1, 0, 0, 0],
    [0.1, 0.5, 0.5, -0.7],
  ].map(numbers => packInt8([Float32Array.from(numbers)]));
  const distance = (database: Database.Database, one: Uint8Array, other: Uint8Array): number =>
    Number(database.prepare('SELECT vec_distance_cosine(vec_int8(?), vec_int8(?))').pluck().get(one, other));
  for (const one of vectors) {
    for (const other of vectors) {
      expect(distance(own, one, other)).toBeCloseTo(distance(library, one, other), 5);
    }
  }
  library.close();
  own.close();
});
