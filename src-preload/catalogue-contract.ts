/** Commands and events about the models that can be downloaded. */
import * as z from 'zod/mini';

export const catalogueCommands = {} as const;

export const catalogueEvents = {
  'model.progress': z.object({ name: z.string(), doneBytes: z.number(), totalBytes: z.number() }),
} as const;
