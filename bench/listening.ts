/** Windows of activity as the program makes them, from sound in memory: Silero and the level, 32 ms each. */
import { type ActivityModel, loadActivityModel } from '../native/speech-process/activity-detector.ts';
import { activityModelPath } from '../native/speech-process/built-in-models.ts';
import { activityWindow } from '../native/speech-process/sound-marks.ts';
import { levelDb, samplesPerMs } from '../test/fixtures/sound/mixing.ts';

export interface HeardWindow {
  /** The end of the window. */
  readonly atMs: number;
  readonly probability: number;
  readonly levelDb: number;
}

let model: Promise<ActivityModel> | undefined;

export class Ear {
  private readonly detector: ReturnType<ActivityModel>;
  private samples = 0;

  private constructor(detector: ReturnType<ActivityModel>) {
    this.detector = detector;
  }

  static async open(): Promise<Ear> {
    model ??= loadActivityModel(activityModelPath);
    return new Ear((await model)());
  }

  async hear(window: Int16Array): Promise<HeardWindow> {
    const probability = await this.detector.next(window);
    this.samples += window.length;
    return { atMs: this.samples / samplesPerMs, probability, levelDb: levelDb(window) };
  }
}

export async function hearAll(sound: Int16Array): Promise<readonly HeardWindow[]> {
  const ear = await Ear.open();
  const windows: HeardWindow[] = [];
  for (let at = 0; at + activityWindow <= sound.length; at += activityWindow) {
    windows.push(await ear.hear(sound.subarray(at, at + activityWindow)));
  }
  return windows;
}
