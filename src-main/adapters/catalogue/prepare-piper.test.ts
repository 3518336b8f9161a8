/** A voice as the Piper project publishes it becomes one that sherpa-onnx reads, and says the same. */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPiperFiles } from '../../../native/speech-process/model-folders.ts';
import { loadPiperVoice } from '../../../native/speech-process/piper-voice.ts';
import { assetPath, haveAssets } from '../../../test/test-assets.ts';
import { preparePiper } from './prepare-piper.ts';

/** How long a sentence lasts; the engine varies it a little. */
async function secondsOf(dir: string): Promise<number> {
  const loaded = await loadPiperVoice(dir, 'fr');
  let seconds = 0;
  const never = new AbortController().signal;
  await loaded.say(
    { text: 'Il est midi et quart, bonne journée.', language: 'fr', rate: 1 },
    ({ samples, sampleRateHz }) => {
      seconds += samples.length / sampleRateHz;
    },
    never,
  );
  return seconds;
}

const voice = 'models/tts/piper-format-fr';
const network = 'fr_FR-fixture-x_low.onnx';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-piper-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!haveAssets(voice))('a Piper voice', () => {
  it('gets the tokens that the converted voice has, and metadata that the engine looks for', async () => {
    for (const name of [network, `${network}.json`])
      copyFileSync(join(assetPath(voice), name), join(folder, name));
    const before = readFileSync(join(folder, network));
    await preparePiper(folder, join(folder, `${network}.json`), join(folder, network));
    const lines = (path: string) => new Set(readFileSync(path, 'utf8').split('\n'));
    expect(lines(join(folder, 'tokens.txt'))).toEqual(lines(join(assetPath(voice), 'tokens.txt')));
    const after = readFileSync(join(folder, network));
    expect(after.subarray(0, before.length).equals(before)).toBe(true);
    const added = after.subarray(before.length).toString('latin1');
    for (const part of ['sample_rate', '22050', 'n_speakers', 'has_espeak', 'piper', 'French'])
      expect(added).toContain(part);
    const files = await findPiperFiles(folder, [assetPath('models/tts/espeak-ng-data')]);
    expect(files.model).toBe(join(folder, network));
  });

  it('speaks in the engine as long as the voice that was converted by its own tools', async () => {
    const converted = readFileSync(join(assetPath(voice), network));
    // The metadata stand at the end; without them it is the file that the Piper project publishes.
    const bare = converted.subarray(0, converted.indexOf('model_type') - 4);
    expect(bare.length).toBeLessThan(converted.length - 100);
    const own = join(folder, 'voice');
    mkdirSync(own);
    writeFileSync(join(own, network), bare);
    copyFileSync(join(assetPath(voice), `${network}.json`), join(own, `${network}.json`));
    cpSync(assetPath('models/tts/espeak-ng-data'), join(folder, 'espeak-ng-data'), { recursive: true });
    await expect(loadPiperVoice(own, 'fr')).rejects.toMatchObject({ code: 'speech.model-incomplete' });
    await preparePiper(own, join(own, `${network}.json`), join(own, network));
    const [ours, theirs] = [await secondsOf(own), await secondsOf(assetPath(voice))];
    expect(ours).toBeGreaterThan(0.8);
    expect(Math.abs(ours - theirs)).toBeLessThan(0.2 * theirs);
  });

  it('is refused when its configuration is none', async () => {
    copyFileSync(join(assetPath(voice), 'tokens.txt'), join(folder, 'a.onnx.json'));
    await expect(preparePiper(folder, join(folder, 'a.onnx.json'), undefined)).rejects.toMatchObject({
      code: 'model.download-damaged',
    });
  });
});
