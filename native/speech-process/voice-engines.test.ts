/** A folder's files say which engine speaks from it; the engine is told of all of them. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets } from '../../test/test-assets.ts';
import { findVoice } from './voice-engines.ts';

const root = mkdtempSync(join(tmpdir(), 'voice-engines-'));
afterAll(() => rmSync(root, { recursive: true }));

describe.runIf(haveAssets('models/tts/piper-format-fr', 'models/tts/espeak-ng-data'))('findVoice', () => {
  it('knows a Piper voice', async () => {
    const { engine, manners, model } = await findVoice(assetPath('models/tts/piper-format-fr'));
    expect([engine, manners.fr]).toEqual(['piper', { speaker: 0 }]);
    expect(model.vits?.dataDir).toBe(assetPath('models/tts/espeak-ng-data'));
  });

  it('knows Kokoro by its voices, made here of names alone, and has a speaker for each language', async () => {
    for (const name of ['model.int8.onnx', 'voices.bin', 'lexicon-us-en.txt', 'lexicon-gb-en.txt'])
      writeFileSync(join(root, name), 'sample_rate 24000');
    writeFileSync(join(root, 'tokens.txt'), 'a 0\nb 1\n');
    cpSync(assetPath('models/tts/espeak-ng-data'), join(root, 'espeak-ng-data'), { recursive: true });
    const { engine, manners, model } = await findVoice(root);
    expect(engine).toBe('kokoro');
    expect(manners).toEqual({ en: { speaker: 3, language: 'en-us' }, fr: { speaker: 30, language: 'fr' } });
    // With neither a list of words nor a language the engine ends the process.
    expect(model.kokoro).toMatchObject({
      model: join(root, 'model.int8.onnx'),
      voices: join(root, 'voices.bin'),
      lang: 'en-us',
    });
  });
});
