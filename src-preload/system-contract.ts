/** Commands about the program itself: its parts, what left this machine, measures over time, the log. */
import * as z from 'zod/mini';
import { mends } from '../src-main/domain/health.ts';
import { type History, measures, spans } from '../src-main/domain/history.ts';
import { type LogPage, logLevels } from '../src-main/domain/log-line.ts';
import { type LedgerRow, orderers, outboundPurposes } from '../src-main/domain/outbound.ts';
import type { SystemParts } from '../src-main/domain/system-parts.ts';
import { command, matching, nothing } from './schemas.ts';

const bytes = z.number();
const timeMs = z.number();
const upTo = (most: number) => z.int().check(z.minimum(1), z.maximum(most));

const traffic = { requests: z.number(), bytesOut: bytes, bytesIn: bytes };
const about = { host: z.string(), purpose: z.enum(outboundPurposes), orderedBy: z.enum(orderers) };

const ledgerRow = matching<LedgerRow>()(
  z.object({ ...about, ...traffic, fromMs: timeMs, grain: z.enum(['minute', 'day']) }),
);

const history = matching<History>()(
  z.object({
    span: z.enum(spans),
    stepMs: z.number(),
    series: z.array(
      z.object({
        measure: z.enum(measures),
        points: z.array(
          z.object({
            atMs: timeMs,
            count: z.number(),
            p50: z.exactOptional(z.number()),
            p95: z.exactOptional(z.number()),
          }),
        ),
      }),
    ),
  }),
);

const parts = matching<SystemParts>()(
  z.object({
    version: z.string(),
    runtime: z.string(),
    platform: z.string(),
    startedAtMs: timeMs,
    memoryBytes: bytes,
    freeMemoryBytes: bytes,
    cores: z.number(),
    dataFolder: z.string(),
    logFolder: z.string(),
    processes: z.array(z.object({ part: z.string(), pid: z.number(), memoryBytes: z.exactOptional(bytes) })),
    models: z.array(
      z.object({ use: z.enum(['language', 'recognition', 'voice', 'meaning']), name: z.string() }),
    ),
  }),
);

const logPage = matching<LogPage>()(
  z.object({
    lines: z.array(
      z.object({
        id: z.string(),
        atMs: timeMs,
        level: z.enum(logLevels),
        event: z.string(),
        fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        error: z.exactOptional(z.string()),
      }),
    ),
    next: z.exactOptional(z.string()),
  }),
);

export const systemCommands = {
  'system.parts': command(nothing, parts),
  'system.history': command(z.object({ span: z.enum(spans) }), history),
  /**
   * What went to whom, why and by whose order since `days` local days began (1: today). `here`: what stayed inside
   * this machine. Largest first.
   */
  'system.ledger': command(
    z.object({ days: upTo(366) }),
    z.object({
      sinceMs: timeMs,
      out: z.object(traffic),
      here: z.object(traffic),
      entries: z.array(
        z.object({ ...about, ...traffic, isHere: z.boolean(), firstMs: timeMs, lastMs: timeMs }),
      ),
      /** Of what left the machine. */
      days: z.array(z.object({ atMs: timeMs, bytesOut: bytes, bytesIn: bytes })),
    }),
  ),
  /** As they are kept, newest first: by minute, and by day after thirty days. */
  'system.transfers': command(
    z.object({ sinceMs: timeMs, beforeMs: z.exactOptional(timeMs), limit: upTo(5000) }),
    z.object({ rows: z.array(ledgerRow) }),
  ),
  /** Does what a finding of the doctor offers, where the program can do it. */
  'system.mend': command(z.object({ mend: z.enum(mends) }), nothing),
  /** Newest first; `before`: the `next` of the page before. A page may be empty and still have a next one. */
  'logs.search': command(
    z.object({
      text: z.exactOptional(z.string().check(z.maxLength(200))),
      /** This level and above. */
      level: z.exactOptional(z.enum(logLevels)),
      /** What an event begins with, such as `model`. */
      part: z.exactOptional(z.string().check(z.maxLength(40))),
      before: z.exactOptional(z.string().check(z.maxLength(200))),
      limit: upTo(500),
    }),
    logPage,
  ),
} as const;
