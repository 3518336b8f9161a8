/** Commands and the event about new versions of the program. */
import * as z from 'zod/mini';
import {
  noOfferReasons,
  packageKinds,
  type UpdateSettings,
  type UpdateStatus,
  updateChannels,
  updateModes,
  updateSteps,
} from '../src-main/domain/update.ts';
import { command, errorReport, matching, nothing } from './schemas.ts';

const settings = matching<UpdateSettings>()(
  z.strictObject({
    mode: z.enum(updateModes),
    channel: z.enum(updateChannels),
    atNight: z.boolean(),
    onMetered: z.boolean(),
  }),
);

const status = matching<UpdateStatus>()(
  z.object({
    version: z.string(),
    settings,
    step: z.enum(updateSteps),
    packageKind: z.exactOptional(z.enum(packageKinds)),
    isConfigured: z.boolean(),
    offer: z.exactOptional(
      z.object({
        version: z.string(),
        notes: z.object({ fr: z.string(), en: z.string() }),
        bytes: z.number(),
        issuedMs: z.number(),
      }),
    ),
    doneBytes: z.exactOptional(z.number()),
    nothing: z.exactOptional(z.enum(noOfferReasons)),
    checkedAtMs: z.exactOptional(z.number()),
    error: z.exactOptional(errorReport),
  }),
);

export const updateCommands = {
  'update.get': command(nothing, status),
  /** Asks the server now, whatever the switch says: the person ordered it. */
  'update.check': command(nothing, status),
  'update.download': command(nothing, status),
  /** Ends the program and starts the new one. */
  'update.install': command(nothing, status),
  'update.skip': command(z.object({ version: z.string().check(z.maxLength(64)) }), status),
  /** The person read that the program went back to the version before. */
  'update.acknowledge': command(nothing, status),
  'update.set': command(settings, status),
} as const;

export const updateEvents = { 'update.changed': status } as const;
