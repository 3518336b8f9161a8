/** The times of turn-taking in milliseconds of sound, and the levels of speech, each with its reason. */

/** Silero's own thresholds: speech begins at the upper one and lasts while above the lower one. */
export const speechOnset = 0.5;
export const speechOffset = 0.35;

/** Length of an activity window. */
export const windowMs = 32;
/** Shorter bursts are clicks. Once words were said, the next ones are believed sooner. */
export const speechBeginsAfterMs = 3 * windowMs;
export const speechResumesAfterMs = 2 * windowMs;
/** Sound before the first window of speech: soft consonants come before the detector is sure. */
export const preRollMs = 300;
export const shortPreRollMs = 3 * windowMs;

/** The first silence at which words are worth recognising. */
export const firstPauseMs = 6 * windowMs;
/**
 * After the last word of a sentence that is surely finished, and of one that is surely not. Whole windows: the next one would
 * make it 320 ms, and Silero goes on hearing a voice for about 40 ms after its end.
 */
export const finishedWaitMs = 9 * windowMs;
export const unfinishedWaitMs = 1500;
/** After words that cannot stand last, such as an article or "um": the long pauses of people are 1.4 s (median), 2 s at most. */
export const openWaitMs = 2000;
/** For a speaker who is known to pause long. */
export const longestWaitMs = 2500;
/** Speech without words is given up after so much silence. */
export const wordlessWaitMs = 600;
/** The stream keeps 60 s of sound; the margin is for the way to the recogniser. */
export const maxTurnMs = 58_000;
/** A key held for less than this was an accident; a whisper that the detector missed is longer. */
export const shortestHeldMs = 300;

/** Of speech over Jarvis's own: softer, then silent. Silero is sure one or two windows after a voice began. */
export const duckAfterMs = 2 * windowMs;
export const pauseAfterMs = 3 * windowMs;
/** A burst that made the voice softer is over. */
export const duckedQuietMs = 5 * windowMs;
/** Speech over Jarvis is recognised after so much of it, without waiting for a pause. */
export const interruptionLooksMs: readonly number[] = [400, 1000, 2000, 3500];
/** Speech in which no look found words is noise from then on. */
export const wordlessInterruptionMs = 2000;
/** An interruption whose words never come is none. */
export const lostInterruptionMs = 2500;
/** Speech that ends so soon after Jarvis fell silent was probably Jarvis. */
export const echoEndsWithinMs = 250;
/** How long Jarvis's own sound may take through the loudspeaker, the room and the microphone. */
export const echoReachMs = 500;
