/** A real connection that comes and goes: the directory finds the server by itself and notices that it is gone. */
import { expect, test } from 'vitest';
import { ManualClock } from '../../../test/fixtures/manual-clock.ts';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';
import { ModelDirectory } from '../../conversation/model-directory.ts';
import { OllamaLanguageModel } from './ollama.ts';
import { ResilientLanguageModel } from './resilient-language-model.ts';

test('a server that starts later is found, answers, and is missed when it stops', async () => {
  const before = await ScriptedServer.start({ protocol: 'ollama' });
  const { port, address } = before;
  await before.close();
  const clock = new ManualClock();
  const ollama = new OllamaLanguageModel({ backendId: 'ollama', label: 'Ollama', address });
  const directory = new ModelDirectory({ clock, freeMemoryBytes: () => 16e9 });
  directory.addBackend(new ResilientLanguageModel(ollama, clock));
  const state = () => directory.snapshot().backends[0]?.state;
  directory.start();
  await expect.poll(state).toBe('absent');

  const server = await ScriptedServer.start({
    protocol: 'ollama',
    port,
    answer: () => ({ text: 'Here I am.' }),
  });
  await clock.advance(3000);
  await expect.poll(state).toBe('ready');
  const picked = directory.pick();
  // The other model of this server is for embeddings.
  expect(picked?.model).toBe('storyteller:latest');
  let text = '';
  const request = {
    model: picked?.model ?? '',
    messages: [{ role: 'user' as const, content: 'Are you there?' }],
  };
  for await (const event of picked?.backend.generate(request, new AbortController().signal) ?? [])
    if (event.kind === 'text') text += event.text;
  expect(text).toBe('Here I am.');

  await server.close();
  await directory.refresh();
  expect(state()).toBe('absent');
  expect(directory.pick()).toBeUndefined();
  await directory.close();
  expect(clock.pending).toBe(0);
});
