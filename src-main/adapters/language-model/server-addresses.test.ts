/** Addresses as people write them. */
import { describe, expect, test } from 'vitest';
import { JarvisError } from '../../domain/errors.ts';
import { parseOllamaHost } from './ollama-address.ts';
import { parseServerAddress } from './openai-address.ts';
import { OpenAiCompatibleLanguageModel } from './openai-compatible.ts';

const codeOf = (action: () => unknown): string | undefined => {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof JarvisError ? error.code : String(error);
  }
};

test.each([
  [undefined, 'http://127.0.0.1:11434'],
  ['', 'http://127.0.0.1:11434'],
  ['  ', 'http://127.0.0.1:11434'],
  ['192.168.1.5', 'http://192.168.1.5:11434'],
  ['box.local', 'http://box.local:11434'],
  ['box.local:8000', 'http://box.local:8000'],
  ['box.local:80', 'http://box.local'],
  [':8000', 'http://127.0.0.1:8000'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:8000', 'http://127.0.0.1:8000'],
  ['http://0.0.0.0:8000', 'http://127.0.0.1:8000'],
  ['http://box', 'http://box'],
  ['https://box', 'https://box'],
  ['https://box:8443/ollama/', 'https://box:8443/ollama'],
  ['"127.0.0.1:11435"', 'http://127.0.0.1:11435'],
  ['::1', 'http://[::1]:11434'],
  ['[::1]', 'http://[::1]:11434'],
  ['[::]:8000', 'http://[::1]:8000'],
])('OLLAMA_HOST=%s is %s', (value, address) => {
  expect(parseOllamaHost(value)).toBe(address);
});

test.each(['ftp://box', 'http://', 'box:port', 'a b'])('OLLAMA_HOST=%s is refused', value => {
  expect(codeOf(() => parseOllamaHost(value))).toBe('input.invalid');
});

test.each([
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v1'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080/v1'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/v1'],
  ['http://127.0.0.1:8080/v1/', 'http://127.0.0.1:8080/v1'],
  ['https://host.example/v1/chat/completions', 'https://host.example/v1'],
  ['https://host.example/api/v3', 'https://host.example/api/v3'],
  ['https://host.example/openai/v1/models', 'https://host.example/openai/v1'],
  ['http://0.0.0.0:8080', 'http://127.0.0.1:8080/v1'],
])('a server at %s is %s', (value, address) => {
  expect(parseServerAddress(value)).toBe(address);
});

describe('a server address is refused', () => {
  const bad = ['', '   ', 'file:///etc/passwd', 'http://', 'http://name:word@host', 'javascript:alert(1)'];
  test.each(bad)('%s', value => {
    expect(codeOf(() => parseServerAddress(value))).toBe('input.invalid');
  });

  test.each(['two words', 'line\nbreak', 'clé'])('with the key %s, which no header can carry', key => {
    const settings = { backendId: 'b', label: 'B', address: 'http://host', key };
    expect(codeOf(() => new OpenAiCompatibleLanguageModel(settings))).toBe('input.invalid');
  });
});
