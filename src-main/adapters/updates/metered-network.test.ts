/** What systems answer about their network, and what is made of it. */
import { expect, it } from 'vitest';
import { isNetworkMetered } from './metered-network.ts';

const answers = (answer: string) => async () => answer;

it.each([
  ['u 1\n', true],
  ['u 2\n', false],
  ['u 3\n', true],
  ['u 4\n', false],
  ['u 0\n', undefined],
  ['nonsense', undefined],
] as const)('NetworkManager says %j', async (answer, is) => {
  expect(await isNetworkMetered('linux', answers(answer))).toBe(is);
});

it.each([
  ['Unrestricted\r\n', false],
  ['Fixed\r\n', true],
  ['Variable\r\n', true],
  ['Unknown\r\n', undefined],
  ['', undefined],
] as const)('Windows says %j', async (answer, is) => {
  expect(await isNetworkMetered('win32', answers(answer))).toBe(is);
});

it('a system that does not tell is none that forbids', async () => {
  const fails = () => Promise.reject(new Error('no such program'));
  expect(await isNetworkMetered('linux', fails)).toBeUndefined();
  expect(await isNetworkMetered('darwin', answers('u 1'))).toBeUndefined();
});
