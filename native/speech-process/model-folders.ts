/** Finds the files of a speech model in its folder, and says which are missing: the engines end the process without them. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RequestFailure } from '../frames.ts';
import { hasOnnxMetadata, isTokenTable } from './model-file-check.ts';

export interface WhisperFiles {
  readonly encoder: string;
  readonly decoder: string;
  readonly tokens: string;
}

export interface PiperFiles {
  readonly model: string;
  readonly tokens: string;
  readonly espeakDataDir: string;
}

/** Where Linux distributions put espeak-ng's data. */
const systemEspeakDataDirs: readonly string[] = [
  '/usr/share/espeak-ng-data',
  '/usr/lib/x86_64-linux-gnu/espeak-ng-data',
  '/usr/lib/aarch64-linux-gnu/espeak-ng-data',
  '/opt/homebrew/share/espeak-ng-data',
  '/usr/local/share/espeak-ng-data',
  'C:\\Program Files\\eSpeak NG\\espeak-ng-data',
];

/**
 * Any Whisper folder for sherpa-onnx; quantised (int8) files are preferred where both are there.
 * Throws `speech.model-incomplete`, naming what is missing.
 */
export async function findWhisperFiles(dir: string): Promise<WhisperFiles> {
  const names = await listFiles(dir);
  const files = {
    encoder: await required(dir, preferInt8(names.filter(isOnnx('encoder'))), '*encoder*.onnx'),
    decoder: await required(dir, preferInt8(names.filter(isOnnx('decoder'))), '*decoder*.onnx'),
    tokens: await required(
      dir,
      names.find(name => name.endsWith('tokens.txt')),
      '*tokens.txt',
    ),
  };
  await requireMetadata(files.encoder, 'n_mels');
  await requireTokens(files.tokens);
  return files;
}

/** A Piper-format voice for sherpa-onnx and the espeak-ng data it needs. Throws `speech.model-incomplete`. */
export async function findPiperFiles(
  dir: string,
  systemDataDirs: readonly string[] = systemEspeakDataDirs,
): Promise<PiperFiles> {
  const names = await listFiles(dir);
  const model = await required(dir, preferInt8(names.filter(name => name.endsWith('.onnx'))), '*.onnx');
  const tokens = await required(
    dir,
    names.find(name => name === 'tokens.txt'),
    'tokens.txt',
  );
  await requireMetadata(model, 'sample_rate');
  await requireTokens(tokens);
  const beside = [join(dir, 'espeak-ng-data'), join(dirname(dir), 'espeak-ng-data')];
  for (const espeakDataDir of [...beside, ...systemDataDirs]) {
    if (await hasBytes(join(espeakDataDir, 'phontab'))) return { model, tokens, espeakDataDir };
  }
  throw incomplete(dir, 'espeak-ng-data');
}

async function listFiles(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).sort();
  } catch (error) {
    throw new RequestFailure('speech.model-incomplete', { detail: dir }, error);
  }
}

const isOnnx = (part: string) => (name: string) => name.endsWith('.onnx') && name.includes(part);

const preferInt8 = (names: readonly string[]): string | undefined =>
  names.find(name => name.includes('int8')) ?? names[0];

async function required(dir: string, name: string | undefined, what: string): Promise<string> {
  if (name === undefined || !(await hasBytes(join(dir, name)))) throw incomplete(dir, what);
  return join(dir, name);
}

async function hasBytes(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new RequestFailure('speech.model-incomplete', { detail: path }, error);
  }
}

async function requireMetadata(path: string, key: string): Promise<void> {
  if (!(await hasOnnxMetadata(path, key))) throw incomplete(dirname(path), `${basename(path)} (${key}?)`);
}

async function requireTokens(path: string): Promise<void> {
  if (!(await isTokenTable(path))) throw incomplete(dirname(path), basename(path));
}

const incomplete = (dir: string, what: string) =>
  new RequestFailure('speech.model-incomplete', { detail: `${basename(dir)}: ${what}` });
