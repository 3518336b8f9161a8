/** Reads what the speech process says it heard. */
import { JarvisError } from '../../domain/errors.ts';
import type { Transcript } from '../../ports/speech-to-text.ts';

/** Throws `speech.engine-failed` for what is no transcript. */
export function readTranscript(result: unknown): Transcript {
  const { text, language, confidence } = (result ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') throw new JarvisError('speech.engine-failed', { detail: 'no text' });
  return {
    text,
    ...((language === 'fr' || language === 'en') && { language }),
    ...(typeof confidence === 'number' && { confidence }),
  };
}
