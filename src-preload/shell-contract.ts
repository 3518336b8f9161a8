/** Commands and events between the windows and the desktop program around them; a web host knows none of them. */
import * as z from 'zod/mini';
import { globalKeyName, keysStatus } from './keys-contract.ts';
import { command, globalKey, id, nothing } from './schemas.ts';

/** The two windows of the desktop program. */
const windowName = z.enum(['main', 'quick']);
export type WindowName = z.output<typeof windowName>;

/** What a window may be led to. */
const place = z.object({
  conversationId: z.exactOptional(id),
  room: z.exactOptional(z.enum(['conversation', 'memory', 'now', 'system', 'settings'])),
  part: z.exactOptional(id),
});
export type ShellPlace = z.output<typeof place>;

const pageOrder = z.discriminatedUnion('kind', [
  /**
   * It came into sight. `listens`: and is to take one sentence, where it can. `follows`: a capture of the main window,
   * which heard the name.
   */
  z.object({ kind: z.literal('shown'), listens: z.boolean(), follows: z.exactOptional(id) }),
  /** It is out of sight: nothing is to be heard there any more. `stops`: nor answered. */
  z.object({ kind: z.literal('hidden'), stops: z.boolean() }),
  /** What the hand on a key outside the windows did. */
  z.object({ kind: z.literal('talk'), what: z.enum(['press', 'release', 'lose', 'tap']) }),
  /** Whether the microphone may be open: not while the screen is locked or the machine sleeps. `hushes`: the voice ends. */
  z.object({ kind: z.literal('hearing'), isAllowed: z.boolean(), hushes: z.boolean() }),
  /** Words for the field, which the person may send. */
  z.object({ kind: z.literal('fill'), text: z.string().check(z.maxLength(2000)) }),
  z.object({ kind: z.literal('go'), place }),
  /** The question whether the microphone may stay open. */
  z.object({ kind: z.literal('ask-hotword') }),
  /** Something happened to the program that the person should know once. */
  z.object({ kind: z.literal('notice'), what: z.enum(['graphics-crashed']) }),
]);
export type PageOrder = z.output<typeof pageOrder>;

/** What the desktop program can do here, and does. */
const shellStatus = z.object({
  /** Absent where it cannot be. */
  startsAtLogin: z.exactOptional(z.boolean()),
  /** It crashed again and again, and runs without voice and engines. */
  isSafe: z.boolean(),
  keys: z.exactOptional(keysStatus),
});
export type ShellStatus = z.output<typeof shellStatus>;
export { shellStatus };

export const shellCommands = {
  /** A page stands and hears from now on; answered with what it missed. */
  'shell.arrive': command(z.object({ window: windowName }), z.object({ orders: z.array(pageOrder) })),
  'shell.hideQuick': command(nothing, nothing),
  /** So high is what the quick window shows, in CSS pixels. */
  'shell.fitQuick': command(z.object({ heightPx: z.int().check(z.minimum(1), z.maximum(10_000)) }), nothing),
  /** Brings the main window in front, and leads it there. */
  'shell.openMain': command(place, nothing),
  /** The names of the microphones, known to pages alone. */
  'shell.tellDevices': command(
    z.object({ microphones: z.array(z.string().check(z.maxLength(300))).check(z.maxLength(100)) }),
    nothing,
  ),
  'shell.startAtLogin': command(z.object({ on: z.boolean() }), shellStatus),
  /** Another key for every program, or none (null); the old one stays where it fails. Throws `host.key-taken`, `host.key-unfit`. */
  'shell.setKey': command(z.object({ name: globalKeyName, key: z.nullable(globalKey) }), shellStatus),
  /** A page begins or ends to record a key: until it ends, what is pressed does nothing but be recorded. */
  'shell.recordKey': command(z.object({ window: windowName, isOn: z.boolean() }), nothing),
  /** Out of the safe mode: the program ends and starts anew. */
  'shell.startNormally': command(nothing, nothing),
} as const;

export const shellEvents = {
  /** For one window: every other one passes over it. */
  'shell.asked': z.object({ window: windowName, order: pageOrder }),
  'shell.changed': shellStatus,
} as const;
