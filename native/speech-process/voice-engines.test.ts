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
    const { engine, speaker, model } = await findVoice(assetPath('models/tts/piper-format-fr'), 'fr');
    expect([engine, speaker]).toEqual(['piper', 0]);
    expect(model.vits?.dataDir).toBe(assetPath('models/tts/espeak-ng-data'));
  });

  it('knows Kokoro by its voices, made here of names alone, and takes a speaker of the language', async () => {
    for (const name of ['model.int8.onnx', 'voices.bin', 'lexicon-us-en.txt', 'lexicon-gb-en.txt'])
      writeFileSync(join(root, name), 'sample_rate 24000');
    writeFileSync(join(root, 'tokens.txt'), 'a 0\nb 1\n');
    cpSync(assetPath('models/tts/espeak-ng-data'), join(root, 'espeak-ng-data'), { recursive: true });
    const english = await findVoice(root, 'en');
    expect([english.engine, english.speaker]).toEqual(['kokoro', 3]);
    expect(english.model.kokoro).toMatchObject({
      model: join(root, 'model.int8.onnx'),
      voices: join(root, 'voices.bin'),
      lexicon: join(root, 'lexicon-us-en.txt'),
      lang: 'en-us',
    });
    const french = await findVoice(root, 'fr');
    expect(french.speaker).toBe(30);
    expect(french.model.kokoro).toMatchObject({ lexicon: '', lang: 'fr' });
  });
});
