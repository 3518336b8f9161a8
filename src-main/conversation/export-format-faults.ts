/** What is wrong with a file that is no export, in words. */
import { JarvisError } from '../domain/errors.ts';
import type { Bilingual } from '../domain/language.ts';

export const malformed = (detail: Bilingual, cause?: unknown): JarvisError =>
  new JarvisError('import.malformed', { detail }, cause);

/** Names the first place that is not as it should be; what stands there is not repeated. */
export function wrongShape(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[] }[];
}): Bilingual {
  const place = error.issues[0]?.path.map(String).join('.') ?? '';
  if (place === '') return { fr: 'il n’en a pas la forme', en: 'it does not have the shape of one' };
  return { fr: `« ${place} » n’est pas ce qu’il faut`, en: `"${place}" is not what it should be` };
}
