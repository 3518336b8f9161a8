/** Decides when the name was said: the cheap detector's scores first, then a second look. */
import type { VoicePreferences } from '../domain/settings.ts';
import { createWakeTrigger, wakeThreshold } from '../domain/wake-word.ts';
import type { SoundStream, WakeScore } from '../ports/sound-stream.ts';
import type { CaptureReport } from './capture-report.ts';

export class WakeListening {
  private readonly stream: SoundStream;
  private readonly preferences: () => VoicePreferences;
  private readonly report: (report: CaptureReport) => void;
  private readonly trigger = createWakeTrigger();
  private best = 0;

  constructor(
    stream: SoundStream,
    ports: { preferences(): VoicePreferences; report(report: CaptureReport): void },
  ) {
    this.stream = stream;
    this.preferences = () => ports.preferences();
    this.report = report => ports.report(report);
  }

  /** The highest score that was shown. */
  get bestScore(): number {
    return this.best;
  }

  /** Tells the score and the threshold, for a meter. */
  show({ score }: WakeScore): void {
    this.best = Math.max(this.best, score);
    this.report({ kind: 'wake-score', score, threshold: this.threshold() });
  }

  /** Whether this score is the name. Throws JarvisError `speech.*`. */
  async isName(score: WakeScore): Promise<boolean> {
    if (!this.trigger.push(score, this.threshold())) return false;
    const { wakeSensitivity, wakeTuning: tuning, languages } = this.preferences();
    const { accepted } = await this.stream.confirmWake(score.atSample, wakeSensitivity, {
      tuning,
      languages,
    });
    this.report({ kind: 'woke', score: score.score, accepted });
    return accepted;
  }

  private threshold(): number {
    const { wakeSensitivity, wakeTuning } = this.preferences();
    return wakeThreshold(wakeSensitivity, wakeTuning);
  }
}
