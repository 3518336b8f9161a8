/** Where a native program lies: beside the built core, or as source when the core itself runs from source. */
import { fileURLToPath } from 'node:url';

export type ProgramName =
  | 'speech-process'
  | 'language-process'
  | 'audio-file-process'
  | 'document-process'
  | 'embedding-process';

export function programPath(name: ProgramName): string {
  const fromSource = import.meta.url.endsWith('.ts');
  const place = fromSource ? `../../native/${name}/main.ts` : `../native/${name}.js`;
  return fileURLToPath(new URL(place, import.meta.url));
}
