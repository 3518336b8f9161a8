/** What the core tells of an audio file that a window sent it to be transcribed. */
import * as z from 'zod/mini';
import { errorReport, id } from './schemas.ts';

export const audioEvents = {
  /** How much of the file is behind us, 0 to 1; `id` is what the window named its upload. */
  'audio.progress': z.object({ id, share: z.number() }),
} as const;

/** The answer to an upload of audio: the words, and what kept the rest of the file from being read. */
const audioText = z.object({
  name: z.string(),
  text: z.string(),
  error: z.exactOptional(errorReport),
});
export type AudioText = z.output<typeof audioText>;

/** Throws for what is none. */
export const readAudioText = (value: unknown): AudioText => audioText.parse(value);
