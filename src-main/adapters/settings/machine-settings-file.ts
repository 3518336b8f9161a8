/** The machine's settings in settings.json: parsed and checked once, replaced as a whole. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { JarvisError } from '../../domain/errors.ts';
import { defaultMachineSettings, type MachineSettings } from '../../domain/settings.ts';
import { defaultUpdateSettings, updateChannels, updateModes } from '../../domain/update.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { parseJson } from './parse-json.ts';

export interface MachineSettingsFile {
  readonly path: string;
  current(): MachineSettings;
  /**
   * Applies `update` to what the file holds by now; it is on disk on return. Throws `store.read-only`,
   * `store.disk-full`, and `settings.invalid` for a file that was spoilt meanwhile, which is left as it is.
   */
  change(update: (settings: MachineSettings) => MachineSettings): MachineSettings;
}

const word = z.string().check(z.minLength(1), z.maxLength(500));
const choice = z.strictObject({ backendId: word, model: word });
const server = z.strictObject({
  id: word,
  label: z.string(),
  address: z.url({ protocol: /^https?$/ }),
});
/** Every part may be left out of the file; an unknown part is a mistake that the user should hear of. */
const schema = z.strictObject({
  logLevel: z._default(z.enum(['debug', 'info', 'warn', 'error']), defaultMachineSettings.logLevel),
  metrics: z.exactOptional(z.strictObject({ port: z.int().check(z.minimum(0), z.maximum(65_535)) })),
  activeProfileId: z.exactOptional(word),
  models: z._default(
    z.strictObject({
      order: z._default(z.array(word), []),
      servers: z._default(z.array(server), []),
      chosen: z.exactOptional(choice),
    }),
    { order: [], servers: [] },
  ),
  speech: z._default(
    z.strictObject({
      recognizerDir: z.exactOptional(word),
      voiceDirs: z._default(z.strictObject({ fr: z.exactOptional(word), en: z.exactOptional(word) }), {}),
    }),
    { voiceDirs: {} },
  ),
  updates: z._default(
    z.strictObject({
      mode: z._default(z.enum(updateModes), defaultUpdateSettings.mode),
      channel: z._default(z.enum(updateChannels), defaultUpdateSettings.channel),
      atNight: z._default(z.boolean(), defaultUpdateSettings.atNight),
      onMetered: z._default(z.boolean(), defaultUpdateSettings.onMetered),
    }),
    defaultUpdateSettings,
  ),
});

/** Throws JarvisError `settings.invalid` for a file that is not what it should be; a missing file means the defaults. */
export function createMachineSettingsFile(path: string): MachineSettingsFile {
  let settings = read(path);
  return {
    path,
    current: () => settings,
    change: update => {
      // What the user wrote into the file by hand since it was read stays; a file that is gone is written anew.
      const next = check(path, update(existsSync(path) ? read(path) : settings));
      try {
        writeFileAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
      } catch (error) {
        throw fileError(error, dirname(path));
      }
      settings = next;
      return next;
    },
  };
}

function read(path: string): MachineSettings {
  if (!existsSync(path)) return defaultMachineSettings;
  const text = readFileSync(path, 'utf8');
  // An editor may have left a byte order mark.
  return check(path, text.trim() === '' ? {} : parseJson(text, path));
}

function check(path: string, value: unknown): MachineSettings {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new JarvisError('settings.invalid', { path, detail: describe(parsed.error) }, parsed.error);
}

const describe = (error: z.core.$ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(issue => `${issue.path.join('.') || 'settings'}: ${issue.message}`)
    .join('; ');
