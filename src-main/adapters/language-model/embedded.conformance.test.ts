/** llama.cpp in its own process passes the suite of the port, with a real model of a quarter of a million parameters. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, test } from 'vitest';
import { describeLanguageModel } from '../../ports/conformance/language-model.ts';
import { realClock } from '../process/test-clock.ts';
import { createLanguageProcess, EmbeddedLanguageModel } from './embedded.ts';

const stories = join(resolve(process.env.JARVIS_TEST_ASSETS ?? '../shared'), 'models/llm/stories260K.gguf');

if (existsSync(stories)) {
  const modelsDir = mkdtempSync(join(tmpdir(), 'jarvis-embedded-'));
  copyFileSync(stories, join(modelsDir, 'stories260K.gguf'));
  afterAll(() => rmSync(modelsDir, { recursive: true }));

  describeLanguageModel('llama.cpp', async () => {
    const process = createLanguageProcess({ clock: realClock });
    return {
      adapter: new EmbeddedLanguageModel({
        process,
        modelsDir,
        clock: realClock,
        totalMemoryBytes: 1e9,
        threads: 1,
        gpu: false,
      }),
      model: 'stories260K',
      smallContextTokens: 256,
      generating: async () => {
        const { result } = await process.request('status', null);
        return (result as { generating: number }).generating;
      },
      stop: () => process.stop(),
    };
  });
} else {
  test.skip(`the conformance of llama.cpp needs ${stories}`, () => {});
  console.warn(`SKIPPED: the conformance of llama.cpp, because ${stories} is missing`);
}
