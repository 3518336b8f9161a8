/** A voice as the Piper project publishes it becomes one that sherpa-onnx reads, and says the same. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPiperFiles } from '../../../native/speech-process/model-folders.ts';
import { assetPath, haveAssets } from '../../../test/test-assets.ts';
import { preparePiper } from './prepare-piper.ts';

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

  it('is refused when its configuration is none', async () => {
    copyFileSync(join(assetPath(voice), 'tokens.txt'), join(folder, 'a.onnx.json'));
    await expect(preparePiper(folder, join(folder, 'a.onnx.json'), undefined)).rejects.toMatchObject({
      code: 'model.download-damaged',
    });
  });
});
