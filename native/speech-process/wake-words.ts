/** What the recogniser hears around a wake: the name, "hey" before it, and how the next word begins. */
import type { NameHearing } from '../../src-main/domain/name-hearing.ts';
import type { SoundRing } from '../../src-main/domain/sound-ring.ts';
import type { ActivityModel } from './activity-detector.ts';
import type { SpeechRecognizer } from './recognizer.ts';
import type { WakeQuestion } from './requests.ts';
import { streamSampleRateHz } from './sound-marks.ts';
import { activityOf, measureSpeech } from './speech-measure.ts';

interface Stretch {
  /** Seconds before and after the wake. */
  readonly before: number;
  readonly after: number;
}

const wide: Stretch = { before: 1.6, after: 0.24 };
/** A recogniser that knows the voice hears the same name in less of it. */
const narrow: Stretch = { before: 1.3, after: 0.16 };

/** Twice where the score is doubtful, once elsewhere. Throws as the recogniser does. */
export async function hearWake(
  models: { readonly recognizer: SpeechRecognizer; readonly activityModel: ActivityModel },
  sound: SoundRing,
  wake: Pick<WakeQuestion, 'at' | 'languages' | 'doubtfulBelow'>,
  score: number,
  signal: AbortSignal,
): Promise<NameHearing[]> {
  const hearings: NameHearing[] = [];
  for (const { before, after } of score < wake.doubtfulBelow ? [wide, narrow] : [wide]) {
    const from = Math.round(wake.at - before * streamSampleRateHz);
    const to = Math.round(wake.at + after * streamSampleRateHz);
    const samples = sound.copy(from, to);
    const piece = { samples, sampleRateHz: streamSampleRateHz };
    const activity = await activityOf(models.activityModel, piece);
    const told = { ...piece, activity, languages: wake.languages, hints: [] };
    const { text } = await models.recognizer.transcribe(told, signal);
    hearings.push({ text, voicedSeconds: measureSpeech(activity).clearSeconds });
  }
  return hearings;
}
