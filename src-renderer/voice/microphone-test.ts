/** The microphone for trying it: how loud it is, and a sentence that is kept in memory until it was played back. */
import { closeStream, openInput, pageDevices } from './devices.ts';
import { microphoneError } from './microphone-error.ts';
import { SoundMeter, type SoundNow } from './sound-meter.ts';

export interface MicrophoneTest {
  /** As the system calls it. */
  readonly label: string;
  /** How loud it is now, as root mean square from 0 to 1. */
  level(): number;
  /** The same for the eye, with its tones. */
  measure(into: SoundNow): void;
  /** Records until the returned function is called, which gives the sound. */
  record(): () => Promise<AudioBuffer>;
  /** Resolves when it was heard to its end, or the test is closed. */
  play(sound: AudioBuffer): Promise<void>;
  /** Closes the device and forgets the sound. */
  close(): void;
}

const analysedSamples = 2048;

/** Needs neither the core nor a model. `label`: of the device; undefined: the system's. Throws MicrophoneError. */
export async function openMicrophoneTest(label: string | undefined): Promise<MicrophoneTest> {
  const input = await openInput(pageDevices(), label);
  try {
    return testOf(input.stream, input.label, new AudioContext({ latencyHint: 'interactive' }));
  } catch (error) {
    closeStream(input.stream);
    throw microphoneError(error);
  }
}

function testOf(stream: MediaStream, label: string, audio: AudioContext): MicrophoneTest {
  const analyser = new AnalyserNode(audio, { fftSize: analysedSamples });
  const meter = new SoundMeter(audio);
  const source = audio.createMediaStreamSource(stream);
  source.connect(analyser);
  source.connect(meter.node);
  const samples = new Float32Array(analysedSamples);
  let endPlaying = (): void => undefined;
  void audio.resume();

  return {
    label,
    level() {
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / analysedSamples);
    },
    measure: into => meter.read(into),
    record() {
      const recorder = new MediaRecorder(stream);
      const pieces: Blob[] = [];
      recorder.ondataavailable = ({ data }) => pieces.push(data);
      const stopped = new Promise<void>(resolve => {
        recorder.onstop = () => resolve();
      });
      recorder.start();
      return async () => {
        if (recorder.state !== 'inactive') recorder.stop();
        await stopped;
        return audio.decodeAudioData(await new Blob(pieces).arrayBuffer());
      };
    },
    play: buffer =>
      new Promise(resolve => {
        endPlaying();
        const source = new AudioBufferSourceNode(audio, { buffer });
        endPlaying = () => {
          source.onended = null;
          source.stop();
          resolve();
        };
        source.onended = () => resolve();
        source.connect(audio.destination);
        source.start();
      }),
    close() {
      endPlaying();
      closeStream(stream);
      void audio.close();
    },
  };
}
