/** The adapter for OpenAI-compatible servers passes the port's suite, against a server whose answers are scripted. */
import { conformanceSubject } from '../../../test/fixtures/model-servers/conformance-server.ts';
import { describeLanguageModel } from '../../ports/conformance/language-model.ts';
import { OpenAiCompatibleLanguageModel } from './openai-compatible.ts';

describeLanguageModel('OpenAI-compatible', () =>
  conformanceSubject(
    'openai',
    address => new OpenAiCompatibleLanguageModel({ backendId: 'openai', label: 'Server', address }),
  ),
);
