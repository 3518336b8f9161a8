/** Tells what kind of speech model a folder holds. */
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';

export type SpeechFolder =
  | { readonly what: 'recognizer'; readonly path: string }
  | { readonly what: 'voice'; readonly path: string; readonly language: Language };

/** A Whisper folder or a Piper-format voice. Throws `speech.model-incomplete` for anything else. */
export async function recognizeSpeechFolder(path: string): Promise<SpeechFolder> {
  const names = await readdir(path);
  const networks = names.filter(name => name.endsWith('.onnx'));
  const has = (part: string) => networks.some(name => name.includes(part));
  if (has('encoder') && has('decoder')) return { what: 'recognizer', path };
  // Piper names its voices by language: fr_FR-siwis-medium.onnx.
  const language = networks.map(name => /^(fr|en)[_-]/.exec(name)?.[1]).find(found => found !== undefined);
  if (language === 'fr' || language === 'en') return { what: 'voice', path, language };
  throw new JarvisError('speech.model-incomplete', {
    detail: `${basename(path)}: *encoder*.onnx, fr_*.onnx, en_*.onnx`,
  });
}
