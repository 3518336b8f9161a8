/** Finds the files of a speech model in its folder, and says which are missing: the engines end the process without them. */
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { RequestFailure } from '../frames.ts';
import { hasOnnxMetadata, isTokenTable } from './model-file-check.ts';
import { type EngineFiles, type RecognitionEngine, recognitionEngines } from './recognition-engines.ts';

export interface FoundRecognizer {
  readonly row: RecognitionEngine;
  readonly files: EngineFiles;
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
 * The recogniser in a folder; quantised (int8) files are preferred where both are there.
 * Throws `speech.model-incomplete`, naming what the likeliest engine misses.
 */
export async function findRecognizer(
  dir: string,
  rows: readonly RecognitionEngine[] = recognitionEngines,
): Promise<FoundRecognizer> {
  const names = await listFiles(dir);
  const missing = (row: RecognitionEngine) =>
    Object.values(row.files).filter(({ pattern }) => !names.some(name => pattern.test(name)));
  const whole = rows.filter(row => missing(row).length === 0);
  for (const row of whole) {
    const files = await filesOf(dir, names, row);
    if (await hasMetadata(files, row)) {
      await requireTokens(files.tokens ?? dir);
      return { row, files };
    }
  }
  throw incomplete(dir, whatIsWrong(whole, rows, missing));
}

/** Of the engine that misses least: the last one named is the plainest. */
function whatIsWrong(
  whole: readonly RecognitionEngine[],
  rows: readonly RecognitionEngine[],
  missing: (row: RecognitionEngine) => readonly { readonly called: string }[],
): string {
  const other = whole.at(-1);
  if (other)
    return Object.entries(other.metadata)
      .map(([role, key]) => `${role} (${key}?)`)
      .join(', ');
  const nearest = rows.reduce((best, row) => (missing(row).length <= missing(best).length ? row : best));
  return missing(nearest)[0]?.called ?? '*.onnx';
}

async function filesOf(dir: string, names: readonly string[], row: RecognitionEngine): Promise<EngineFiles> {
  const found = await Promise.all(
    Object.entries(row.files).map(async ([role, { pattern, called }]) => {
      const name = preferInt8(names.filter(each => pattern.test(each)));
      return [role, await required(dir, name, called)] as const;
    }),
  );
  return Object.fromEntries(found);
}

async function hasMetadata(files: EngineFiles, row: RecognitionEngine): Promise<boolean> {
  const found = await Promise.all(
    Object.entries(row.metadata).map(([role, key]) => hasOnnxMetadata(files[role] ?? '', key)),
  );
  return !found.includes(false);
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
