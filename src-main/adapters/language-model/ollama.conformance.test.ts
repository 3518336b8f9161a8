/** The Ollama adapter passes the port's suite, against a server of the same protocol whose answers are scripted. */

import {
  type AskedChat,
  defaultAnswer,
  type ScriptedAnswer,
} from '../../../test/fixtures/model-servers/scripted-answer.ts';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';
import { deadAddress } from '../../../test/fixtures/model-servers/tcp-fixture.ts';
import { describeLanguageModel } from '../../ports/conformance/language-model.ts';
import { OllamaLanguageModel } from './ollama.ts';

const tool = { name: 'get_time', description: 'The time in a city', parameters: { type: 'object' } };

const answer = (asked: AskedChat): ScriptedAnswer =>
  asked.toolNames.includes(tool.name)
    ? { text: '', toolCalls: [{ name: tool.name, arguments: { city: 'Lyon' } }] }
    : // Unlimited answers are slow, so that one which is not stopped is still seen long after.
      { ...defaultAnswer(asked), ...(asked.maxTokens === undefined && { tokensPerSecond: 100 }) };

describeLanguageModel('Ollama', async () => {
  const server = await ScriptedServer.start({ protocol: 'ollama', answer });
  const settings = { backendId: 'ollama', label: 'Ollama' };
  return {
    adapter: new OllamaLanguageModel({ ...settings, address: server.address }),
    model: 'storyteller:latest',
    smallContextTokens: 256,
    unreachable: new OllamaLanguageModel({ ...settings, address: await deadAddress() }),
    toolCall: { model: 'storyteller:latest', prompt: 'What time is it in Lyon?', tool },
    generating: () => server.generating,
    stop: () => server.close(),
  };
});
