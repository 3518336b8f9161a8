/** Commands and events about the models that can be downloaded. */
import * as z from 'zod/mini';
import type { CatalogueEntry, CatalogueSnapshot } from '../src-main/domain/catalogue.ts';
import { command, errorReport, id, language, matching, nothing } from './schemas.ts';

const bytes = z.number();
const path = z.string().check(z.minLength(1), z.maxLength(4096));
const ids = z.array(id).check(z.maxLength(200));
const modelId = z.object({ id });

const entry = matching<CatalogueEntry>()(
  z.object({
    id,
    name: z.string(),
    purpose: z.enum([
      'recognition',
      'partial-text',
      'voice',
      'voice-data',
      'wake-word',
      'voice-activity',
      'end-of-turn',
      'language',
      'embedding',
    ]),
    engine: z.string(),
    languages: z.array(language),
    licence: z.string(),
    memoryMb: z.number(),
    about: z.object({ fr: z.string(), en: z.string() }),
    state: z.enum([
      'absent',
      'waiting',
      'downloading',
      'checking',
      'paused',
      'failed',
      'installed',
      'damaged',
      'built-in',
    ]),
    totalBytes: bytes,
    isExact: z.boolean(),
    isVerified: z.boolean(),
    doneBytes: bytes,
    isRecommended: z.boolean(),
    isInUse: z.boolean(),
    damaged: z.array(z.string()),
    error: z.exactOptional(errorReport),
  }),
);

export const catalogueSnapshot = matching<CatalogueSnapshot>()(
  z.object({
    models: z.array(entry),
    ready: z.object({
      ids: z.array(id),
      downloadBytes: bytes,
      secondsLeft: z.number(),
      isSpeedMeasured: z.boolean(),
    }),
    machine: z.object({
      memoryBytes: bytes,
      cores: z.number(),
      freeDiskBytes: bytes,
      languages: z.array(language),
    }),
  }),
);

/** Nothing is ever downloaded but by `catalogue.download` and `catalogue.getReady`. */
export const catalogueCommands = {
  'catalogue.get': command(nothing, catalogueSnapshot),
  /** Models and what they need; of installed ones only what is damaged. */
  'catalogue.download': command(z.object({ ids: ids.check(z.minLength(1)) }), catalogueSnapshot),
  /** What is recommended for this machine and not there yet. */
  'catalogue.getReady': command(nothing, catalogueSnapshot),
  'catalogue.pause': command(modelId, catalogueSnapshot),
  'catalogue.resume': command(modelId, catalogueSnapshot),
  /** Gives a download up and removes what came of it. */
  'catalogue.cancel': command(modelId, catalogueSnapshot),
  'catalogue.delete': command(modelId, catalogueSnapshot),
  /** From now on this recogniser listens, this voice speaks, or this model answers. */
  'catalogue.use': command(modelId, catalogueSnapshot),
  /** Reads every byte of these models, or of all that are installed. */
  'catalogue.verify': command(
    z.object({ ids }),
    z.object({ checked: ids, damaged: z.array(z.object({ id, paths: z.array(z.string()) })) }),
  ),
  /** A folder, or a file, on the machine Jarvis runs on. */
  'catalogue.import': command(
    z.object({ path }),
    z.object({
      installed: ids,
      incomplete: z.array(z.object({ id, missing: z.array(z.string()) })),
      added: z.array(z.string()),
    }),
  ),
} as const;

export const catalogueEvents = {
  'model.progress': z.object({ name: z.string(), doneBytes: bytes, totalBytes: bytes }),
  'catalogue.changed': catalogueSnapshot,
  /** A few times a second while a model is on its way. */
  'catalogue.progress': z.object({
    id,
    doneBytes: bytes,
    totalBytes: bytes,
    bytesPerSecond: z.exactOptional(z.number()),
    secondsLeft: z.exactOptional(z.number()),
  }),
} as const;
