/** JSON of a settings file, with an error that names the file and the place. */
import { JarvisError } from '../../domain/errors.ts';

/** Throws `settings.invalid`. A byte order mark, as some editors write it, is left out. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new JarvisError('settings.invalid', { path, detail }, error);
  }
}
