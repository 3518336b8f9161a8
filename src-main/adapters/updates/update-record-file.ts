/** How far an update is, in a small file that a power cut leaves whole. */
import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { packageKinds } from '../../domain/update.ts';
import type { UpdateRecord } from '../../domain/update-record.ts';
import { isVersion } from '../../domain/update-version.ts';
import { fileError } from '../files/file-error.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { updateKeySchema } from './manifest-format.ts';

export interface UpdateRecordFile {
  current(): UpdateRecord;
  /** On disk on return. Throws `store.disk-full`, `store.read-only`. */
  change(part: Partial<UpdateRecord>): UpdateRecord;
}

const text = z.string().check(z.maxLength(40_000));
const file = z.strictObject({
  name: text,
  kind: z.enum(packageKinds),
  bytes: z.number(),
  sha256: text,
  sha512: text,
});
const offer = z.strictObject({
  version: text.check(z.refine(isVersion)),
  notes: z.strictObject({ fr: text, en: text }),
  bytes: z.number(),
  issuedMs: z.number(),
});
const backups = z.record(z.string(), z.array(text));
const progress = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('idle') }),
  z.strictObject({ step: z.enum(['available', 'downloading', 'ready']), offer, file }),
  z.strictObject({ step: z.literal('installing'), offer, file, from: text, backups }),
  z.strictObject({
    step: z.enum(['installed', 'rolling-back']),
    version: text,
    from: text,
    starts: z.int(),
    backups,
  }),
  z.strictObject({ step: z.literal('confirmed'), version: text }),
  z.strictObject({ step: z.literal('rolled-back'), version: text, isTold: z.boolean() }),
]);
const schema = z.object({
  progress,
  lot: z.number(),
  sequences: z.record(z.string(), z.int()),
  latestIssuedMs: z.number(),
  learnedKeys: z.array(updateKeySchema),
  revokedKeys: z.array(text),
  checkedAtMs: z.exactOptional(z.number()),
  skipped: z.exactOptional(text),
  failed: z.array(text),
});

/** A file that makes no sense counts as none: an update must never be what keeps the program from starting. */
export function openUpdateRecord(path: string): UpdateRecordFile {
  let record = read(path) ?? fresh();
  return {
    current: () => record,
    change: part => {
      const next = { ...record, ...part };
      try {
        writeFileAtomically(path, `${JSON.stringify(next, null, 2)}\n`);
      } catch (error) {
        throw fileError(error, dirname(path));
      }
      record = next;
      return next;
    },
  };
}

function read(path: string): UpdateRecord | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return undefined;
    throw fileError(error, dirname(path));
  }
}

/** The lot is drawn when something is first written, and kept from then on. */
const fresh = (): UpdateRecord => ({
  progress: { step: 'idle' },
  lot: randomInt(1_000_000) / 1_000_000,
  sequences: {},
  latestIssuedMs: 0,
  learnedKeys: [],
  revokedKeys: [],
  failed: [],
});
