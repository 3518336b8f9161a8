/** Commands and events of the voice: captures, spoken answers, what was heard of them. */
import * as z from 'zod/mini';
import { command, id, language, nothing } from './schemas.ts';

/**
 * `hold`: all that is said until `voice.end` is one turn. `turn`: one turn, ended by the speaker's own silence. `always`:
 * turn after turn. `hotword`: the same, each after the name. `tune`: one recording of the name. `meter`: the name's score.
 */
const captureMode = z.enum(['hold', 'turn', 'always', 'hotword', 'tune', 'meter']);

/**
 * `armed`: waits for the name; `listening`: waits for words; `hearing`: they are being said; `recognising`; `thinking`;
 * `speaking`: the answer is heard; `follow-up`: words are taken without the name for a while; `off`: the capture is over.
 */
const captureState = z.enum([
  'armed',
  'listening',
  'hearing',
  'recognising',
  'thinking',
  'speaking',
  'follow-up',
  'off',
]);
export type CaptureMode = z.output<typeof captureMode>;
export type CaptureState = z.output<typeof captureState>;

const sound = z.object({ captureId: id, lastSequence: z.int() });

export const voiceCommands = {
  /**
   * Frames of this capture follow as binary messages until `voice.end` or `voice.cancel`. Words are asked in
   * `conversationId`. A capture of this client that was open before is dropped.
   */
  'voice.start': command(
    z.object({ captureId: id, conversationId: id, sampleRateHz: z.int(), mode: captureMode }),
    nothing,
  ),
  /** From now on the words of this capture belong to another conversation. */
  'voice.moveTo': command(z.object({ captureId: id, conversationId: id }), nothing),
  /**
   * Ends the capture; what was said so far is asked as a turn, and the answer is spoken to this client. `lastSequence`: of
   * its last frame, -1 for none. Fails as `speech.nothing-heard` when there were no words.
   */
  'voice.end': command(
    sound,
    z.object({ turnId: id, text: z.string(), language: z.exactOptional(language) }),
  ),
  /** Ends the capture and forgets what was said since the last turn. */
  'voice.cancel': command(z.object({ captureId: id }), nothing),
  /** Forgets what was said since the last turn; the capture goes on. */
  'voice.drop': command(z.object({ captureId: id }), nothing),
  /** Ends the spoken answer of this client; the written one goes on. */
  'voice.hush': command(nothing, nothing),
  /**
   * Speaks a text to this client and to nobody else, in place of what it hears now; `voice` is an installed one of the
   * catalogue, absent: the one that speaks this language. Answered once it is heard, or over. `sampleId`: what its
   * frames are named by, as those of a turn are by the turn's.
   */
  'voice.sample': command(
    z.object({
      sampleId: id,
      language,
      text: z.string().check(z.minLength(1), z.maxLength(4000)),
      voice: z.exactOptional(id),
    }),
    nothing,
  ),
  /** The first sound of this answer leaves the loudspeaker so many milliseconds from now. */
  'voice.began': command(
    z.object({ turnId: id, inMs: z.number().check(z.minimum(-10_000), z.maximum(10_000)) }),
    nothing,
  ),
  /**
   * Reads an answer aloud in this window, from this place in its text on, in UTF-16 units. Its sound, and all that is told
   * of it, goes under `readingId`; `voice.speaking` tells its end. `voice.hush` stops it.
   */
  'voice.read': command(
    z.object({ readingId: id, messageId: id, from: z.int().check(z.minimum(0)) }),
    nothing,
  ),
  /** How much of a spoken answer came out of the loudspeaker, told when it ends or is stopped. */
  'voice.heard': command(z.object({ turnId: id, playedMs: z.number(), isWhole: z.boolean() }), nothing),
  /** The last wake was none: remembered, as numbers alone, to be less ready for the like. */
  'voice.notMe': command(nothing, nothing),
  /** Ends a `tune` capture; after three the threshold fits this person's voice. Sound is not kept. */
  'voice.tuned': command(sound, z.object({ recordings: z.int(), isDone: z.boolean(), score: z.number() })),
  /** Forgets what the name was tuned to. */
  'voice.untune': command(nothing, nothing),
} as const;

const spokenWord = z.object({
  /** Where the word stands in the answer's text, in UTF-16 units. */
  from: z.int(),
  to: z.int(),
  /** When it begins, in the sound of this turn. */
  atMs: z.number(),
});
export type SpokenWord = z.output<typeof spokenWord>;

export const voiceEvents = {
  /** Sound of a spoken answer begins or ends; the frames themselves are binary and go to the client that spoke. */
  'voice.speaking': z.object({ turnId: id, state: z.enum(['started', 'ended']) }),
  'voice.state': z.object({ captureId: id, state: captureState }),
  /** What was understood so far of a turn that is not over, or at its end. */
  'voice.caption': z.object({
    captureId: id,
    text: z.string(),
    isFinal: z.boolean(),
    language: z.exactOptional(language),
  }),
  /** To the window that plays the answer: softer, silent but ready to go on, on as before, over for good. */
  'voice.output': z.object({ turnId: id, order: z.enum(['duck', 'pause', 'resume', 'stop']) }),
  /** Words of an answer with the moment at which each is heard, sentence by sentence. */
  'voice.words': z.object({ turnId: id, words: z.array(spokenWord) }),
  /** The name was heard; `accepted`: by the second look as well. */
  'voice.woke': z.object({ captureId: id, score: z.number(), accepted: z.boolean() }),
  /** The name's score now, for a meter; only while a capture's mode is `meter`. */
  'voice.wakeScore': z.object({ captureId: id, score: z.number(), threshold: z.number() }),
} as const;
