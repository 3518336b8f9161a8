/** A page may ask for its line before the core stands. */
import { expect, test } from 'vitest';
import { createWirePair } from '../../../src-preload/memory-wire.ts';
import { LateLines } from './late-lines.ts';

test('lines wait for the core in their order, and those that come later wait no more', () => {
  const lines = new LateLines();
  const served: string[] = [];
  const ask = (name: string): void =>
    lines.whenServed(() => {
      served.push(`${name} asked`);
      lines.serveWire(createWirePair()[0]);
    });
  ask('first');
  ask('second');
  expect(served).toEqual([]);
  lines.serve({ serveWire: () => served.push('wire'), serveSound: () => served.push('sound') });
  expect(served).toEqual(['first asked', 'wire', 'second asked', 'wire']);
  ask('third');
  lines.serveSound(createWirePair()[0], { clientId: 'c', line: 'l' });
  expect(served.slice(4)).toEqual(['third asked', 'wire', 'sound']);
});
