/** Pictures in the bodies of requests, as each kind of server takes them. */
import { expect, test } from 'vitest';
import type { GenerateRequest } from '../../ports/language-model.ts';
import { ollamaChatBody } from './ollama-request.ts';
import { openAiChatBody } from './openai-request.ts';

const request: GenerateRequest = {
  model: 'm',
  messages: [
    { role: 'system', content: 'be kind' },
    {
      role: 'user',
      content: 'what is this?',
      images: [{ mediaType: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8, 0xff) }],
    },
  ],
};

test('Ollama takes them in base64 beside the words', () => {
  expect(ollamaChatBody(request, { canThink: false }).messages).toEqual([
    { role: 'system', content: 'be kind' },
    { role: 'user', content: 'what is this?', images: ['/9j/'] },
  ]);
});

test('others take them as parts of the content; words alone stay plain text', () => {
  expect(openAiChatBody(request).messages).toEqual([
    { role: 'system', content: 'be kind' },
    {
      role: 'user',
      content: [
        { type: 'text', text: 'what is this?' },
        { type: 'image_url', image_url: { url: 'data:image/jpeg;base64,/9j/' } },
      ],
    },
  ]);
});
