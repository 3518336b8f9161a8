/** The Ollama adapter passes the port's suite, against a server of the same protocol whose answers are scripted. */
import { conformanceSubject } from '../../../test/fixtures/model-servers/conformance-server.ts';
import { describeLanguageModel } from '../../ports/conformance/language-model.ts';
import { OllamaLanguageModel } from './ollama.ts';

describeLanguageModel('Ollama', () =>
  conformanceSubject(
    'ollama',
    address => new OllamaLanguageModel({ backendId: 'ollama', label: 'Ollama', address }),
  ),
);
