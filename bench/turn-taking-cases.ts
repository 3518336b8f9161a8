/** Turns with a pause in them: put into a sentence, made by the speaker, or between two sentences. */
import { join, roomTone, voicedAt, voiceSpan } from '../test/fixtures/sound/mixing.ts';
import { evenPauses, measuredPauses, type PauseLengths } from '../test/fixtures/sound/pause-lengths.ts';
import { ownPauses, type PausedClip, withPause } from '../test/fixtures/sound/pauses.ts';
import { type SpeechClip, speechClips } from '../test/fixtures/sound/speech-clips.ts';

/**
 * `inside`: in a sentence, as long as people's pauses. `even`: there, 200 to 1,400 ms, each length as often. `own`: as the
 * speaker made it in the recording. `between`: between two whole sentences, where the first tells nothing of the second.
 */
export const caseKinds = ['inside', 'even', 'own', 'between'] as const;
export type CaseKind = (typeof caseKinds)[number];
/** Weights and waits were chosen with the clips of `dev` alone. */
export type Half = 'dev' | 'aside';

export interface Case extends PausedClip {
  readonly kind: CaseKind;
  readonly half: Half;
}

const shares = [0.3, 0.5, 0.7];
const shortestOwnMs = 200;

/** Every other clip of the list. */
export function halves(): readonly (readonly [SpeechClip, Half])[] {
  return speechClips().map((clip, i) => [clip, i % 2 === 0 ? 'dev' : 'aside'] as const);
}

export function cases(): readonly Case[] {
  const all = halves();
  return [
    ...inside('inside', all, measuredPauses(2002)),
    ...inside('even', all, evenPauses()),
    ...all.flatMap(([clip, half]) =>
      clip.isRecorded
        ? ownPauses(clip, shortestOwnMs).map(paused => ({ ...paused, kind: 'own' as const, half }))
        : [],
    ),
    ...(['dev', 'aside'] as const).flatMap(half =>
      (['fr', 'en'] as const).flatMap(language => {
        const some = all
          .filter(([clip, its]) => clip.isRecorded && clip.language === language && its === half)
          .map(([clip]) => clip);
        const nextPause = measuredPauses(1974);
        return some.slice(1).map((clip, i) => inTurn(some[i] ?? clip, clip, nextPause(), half));
      }),
    ),
  ];
}

function inside(
  kind: CaseKind,
  all: readonly (readonly [SpeechClip, Half])[],
  nextPause: PauseLengths,
): readonly Case[] {
  return all.flatMap(([clip, half]) =>
    shares.flatMap((share): Case[] => {
      const paused = withPause(clip, share, nextPause());
      return paused === undefined ? [] : [{ ...paused, kind, half }];
    }),
  );
}

/** Two sentences of one turn, as loud as each other. */
function inTurn(first: SpeechClip, second: SpeechClip, pauseMs: number, half: Half): Case {
  const [one, two] = [first, second].map(({ samples }) => {
    const { fromMs, toMs } = voiceSpan(samples);
    return voicedAt(samples.subarray(fromMs * 16, toMs * 16), -22);
  });
  const sound = join(
    roomTone(500),
    one ?? new Int16Array(),
    roomTone(pauseMs, -72, 2),
    two ?? new Int16Array(),
    roomTone(2500, -72, 3),
  );
  const pauseFromMs = 500 + (one?.length ?? 0) / 16;
  const pauseToMs = pauseFromMs + pauseMs;
  return {
    kind: 'between',
    half,
    clip: { ...second, text: `${first.text} ${second.text}` },
    before: first.text,
    sound,
    pauseFromMs,
    pauseToMs,
    endMs: pauseToMs + (two?.length ?? 0) / 16,
  };
}
