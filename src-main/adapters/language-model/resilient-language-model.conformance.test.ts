/** A model made resilient is still a language model: it passes the port's suite like the one inside it. */
import { ManualClock } from '../../../test/fixtures/manual-clock.ts';
import { conformanceSubject } from '../../../test/fixtures/model-servers/conformance-server.ts';
import { describeLanguageModel } from '../../ports/conformance/language-model.ts';
import { OllamaLanguageModel } from './ollama.ts';
import { ResilientLanguageModel } from './resilient-language-model.ts';

describeLanguageModel('Ollama, made resilient', () =>
  conformanceSubject('ollama', address => {
    const inner = new OllamaLanguageModel({ backendId: 'ollama', label: 'Ollama', address });
    // Time stands still: a pause before another try would never end.
    return new ResilientLanguageModel(inner, new ManualClock(), { retries: 0 });
  }),
);
