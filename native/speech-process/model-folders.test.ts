/** A folder is looked into before an engine opens it: what is missing or wrong is named, and nothing dies of it. */
import { copyFileSync, cpSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets } from '../../test/test-assets.ts';
import { findPiperFiles, findRecognizer } from './model-folders.ts';

const available = haveAssets(
  'models/stt/whisper-format-tiny-overfit',
  'models/tts',
  'models/vad/silero_vad.onnx',
);
const whisper = assetPath('models/stt/whisper-format-tiny-overfit');
const piper = assetPath('models/tts/piper-format-fr');
const root = mkdtempSync(join(tmpdir(), 'model-folders-'));
afterAll(() => rmSync(root, { recursive: true }));

let copies = 0;
/** A copy of a model's folder, changed. */
function copyOf(folder: string, change: (dir: string) => void): string {
  const dir = join(root, `copy ${copies++}`);
  cpSync(folder, dir, { recursive: true });
  change(dir);
  return dir;
}
const naming = (file: string) => ({
  code: 'speech.model-incomplete',
  params: { detail: expect.stringContaining(file) },
});

describe.runIf(available)('a Whisper folder', () => {
  const encoder = 'tiny-overfit-encoder.int8.onnx';

  it('is found by the ends of its names, int8 preferred', async () => {
    const dir = copyOf(whisper, to => copyFileSync(join(to, encoder), join(to, 'a-encoder.onnx')));
    expect(await findRecognizer(dir)).toMatchObject({
      row: { engine: 'whisper' },
      files: {
        encoder: join(dir, encoder),
        decoder: join(dir, 'tiny-overfit-decoder.int8.onnx'),
        tokens: join(dir, 'tiny-overfit-tokens.txt'),
      },
    });
  });

  it.each<[string, string, (dir: string) => void]>([
    ['without encoder', '*encoder*.onnx', dir => rmSync(join(dir, encoder))],
    ['without decoder', '*decoder*.onnx', dir => rmSync(join(dir, 'tiny-overfit-decoder.int8.onnx'))],
    ['without tokens', '*tokens.txt', dir => rmSync(join(dir, 'tiny-overfit-tokens.txt'))],
    ['with an empty encoder', '*encoder*.onnx', dir => truncateSync(join(dir, encoder))],
    ['with half an encoder', 'encoder (n_mels?)', dir => truncateSync(join(dir, encoder), 400_000)],
    [
      'with another model as encoder',
      'encoder (n_mels?)',
      dir => copyFileSync(assetPath('models/vad/silero_vad.onnx'), join(dir, encoder)),
    ],
    [
      'with other text as tokens',
      'tiny-overfit-tokens.txt',
      dir => writeFileSync(join(dir, 'tiny-overfit-tokens.txt'), 'hello world'),
    ],
  ])('%s is refused, naming it', async (_what, file, change) => {
    await expect(findRecognizer(copyOf(whisper, change))).rejects.toMatchObject(naming(file));
  });
});

/** A folder with files of these names; ONNX files end in the given metadata, as true ones do. */
function folderWith(names: readonly string[], metadata: string): string {
  const dir = mkdtempSync(join(root, 'made-'));
  for (const name of names)
    writeFileSync(join(dir, name), name.endsWith('.txt') ? '<blk> 0\n\u2581a 1\n' : `onnx ${metadata}`);
  return dir;
}

describe('folders of other engines, made of names and metadata alone', () => {
  const transducer = ['encoder.int8.onnx', 'decoder.int8.onnx', 'joiner.int8.onnx', 'tokens.txt'];
  const moonshine = [
    'preprocess.onnx',
    'encode.int8.onnx',
    'uncached_decode.int8.onnx',
    'cached_decode.int8.onnx',
  ];

  it.each([
    ['parakeet', transducer, 'model_type EncDecHybridRNNTCTCBPEModel'],
    ['zipformer', transducer, 'model_type zipformer2 decode_chunk_len 32'],
    ['moonshine', [...moonshine, 'tokens.txt'], ''],
  ])('%s is told by its files', async (engine, names, metadata) => {
    const dir = folderWith(names, metadata);
    const { row, files } = await findRecognizer(dir);
    expect(row.engine).toBe(engine);
    expect(new Set(Object.values(files)).size).toBe(names.length);
    const told = Object.values(row.model(files, '')).flatMap(part =>
      typeof part === 'object' ? Object.values(part) : [],
    );
    expect([...told, files.tokens].sort()).toEqual(names.map(name => join(dir, name)).sort());
  });

  it('names what the likeliest engine misses', async () => {
    await expect(findRecognizer(folderWith(moonshine, ''))).rejects.toMatchObject(naming('tokens.txt'));
    await expect(findRecognizer(folderWith(transducer.slice(1), ''))).rejects.toMatchObject(
      naming('encoder'),
    );
  });
});

describe.runIf(available)('a Piper folder', () => {
  it('takes espeak-ng’s data in it, beside it, or of the system', async () => {
    expect((await findPiperFiles(piper)).espeakDataDir).toBe(assetPath('models/tts/espeak-ng-data'));
    const alone = copyOf(piper, () => undefined);
    const data = assetPath('models/tts/espeak-ng-data');
    expect((await findPiperFiles(alone, [join(root, 'absent'), data])).espeakDataDir).toBe(data);
    await expect(findPiperFiles(alone, [join(root, 'absent')])).rejects.toMatchObject(
      naming('espeak-ng-data'),
    );
    cpSync(data, join(alone, 'espeak-ng-data'), { recursive: true });
    expect((await findPiperFiles(alone, [])).espeakDataDir).toBe(join(alone, 'espeak-ng-data'));
  });

  it('with other text as tokens is refused: the engine would never return', async () => {
    const dir = copyOf(piper, to => writeFileSync(join(to, 'tokens.txt'), 'x'));
    await expect(findPiperFiles(dir)).rejects.toMatchObject(naming('tokens.txt'));
  });
});
