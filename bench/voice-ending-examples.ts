/** Sounds up to a pause, of speakers who had finished and of speakers who had not, as features of the voice. */
import {
  type VoiceFeatures,
  voiceFeatures,
} from '../src-main/conversation/turn-taking/voice-ending/voice-features.ts';
import { samplesPerMs } from '../test/fixtures/sound/mixing.ts';
import { endOf, ownPauses, type PausedClip, withPause } from '../test/fixtures/sound/pauses.ts';
import { type Half, halves } from './turn-taking-cases.ts';

export interface Example {
  readonly clip: string;
  readonly half: Half;
  readonly isRecorded: boolean;
  /** `cut`: where a pause was put in; `own`: where the speaker made one. */
  readonly kind: 'end' | 'cut' | 'own';
  readonly features: VoiceFeatures;
}

const shares = [0.2, 0.35, 0.5, 0.65, 0.8];
/** Turn-taking asks after so much silence; of an own pause less may be there. */
const pauseHeardMs = 230;
const shortestOwnMs = 200;

export function examples(): readonly Example[] {
  return halves().flatMap(([clip, half]) => {
    const { name, isRecorded } = clip;
    const cuts = shares.flatMap(share => withPause(clip, share, pauseHeardMs) ?? []);
    const own = isRecorded ? ownPauses(clip, shortestOwnMs) : [];
    const sounds = [
      ...cuts.filter(isNew).map(cut => ({ kind: 'cut' as const, sound: upTo(cut) })),
      ...own.map(cut => ({ kind: 'own' as const, sound: upTo(cut) })),
      { kind: 'end' as const, sound: endOf(clip, pauseHeardMs) },
    ];
    return sounds.flatMap(({ kind, sound }): Example[] => {
      const features = voiceFeatures(sound);
      return features === undefined ? [] : [{ clip: name, half, isRecorded, kind, features }];
    });
  });
}

const isNew = (cut: PausedClip, index: number, all: readonly PausedClip[]): boolean =>
  all.findIndex(({ pauseFromMs }) => pauseFromMs === cut.pauseFromMs) === index;

/** With the pause, as far as it goes. */
const upTo = ({ sound, pauseFromMs, pauseToMs }: PausedClip): Int16Array =>
  sound.subarray(0, Math.min(pauseToMs, pauseFromMs + pauseHeardMs) * samplesPerMs);
