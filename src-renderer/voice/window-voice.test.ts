/** The window's voice speaks the contract: start, frames, end; spoken frames go to the loudspeaker. */
import { expect, it } from 'vitest';
import { decodeSoundFrame, encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { SpokenFrame } from './loudspeaker.ts';
import type { CaptureListener } from './microphone.ts';
import { createWindowVoice, type VoiceClient } from './window-voice.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function windowWith() {
  const calls: [string, unknown][] = [];
  const sent: Uint8Array[] = [];
  const played: SpokenFrame[] = [];
  let receive = (_: Uint8Array): void => undefined;
  let stops = 0;
  let listener: CaptureListener | undefined;
  const client: VoiceClient = {
    call: async (name, input) => {
      calls.push([name, input]);
      return {} as never;
    },
    onFrame: handler => {
      receive = handler;
      return () => {
        receive = () => undefined;
      };
    },
    sendFrame: bytes => sent.push(bytes) > 0,
  };
  let ids = 0;
  let nowMs = 0;
  const voice = createWindowVoice({
    client,
    newId: () => `id ${++ids}`,
    conversationId: () => 'conversation',
    nowMs: () => nowMs,
    onState: () => undefined,
    onError: error => {
      throw error;
    },
    microphone: {
      start: async given => {
        listener = given;
        return { level: () => 0, stop: async () => ({ lastSequence: 0 }) };
      },
      close: async () => undefined,
    },
    loudspeaker: {
      enqueue: frame => played.push(frame),
      stop: () => {
        stops += 1;
      },
      isPlaying: () => false,
      close: async () => undefined,
    },
  });
  return {
    voice,
    calls,
    sent,
    played,
    receive: (bytes: Uint8Array) => receive(bytes),
    stops: () => stops,
    wait: (ms: number) => {
      nowMs += ms;
    },
    hear: () => listener?.onFrame({ sequence: 0, samples: Int16Array.of(1, -2, 3), level: 0 }),
  };
}

it('asks what was said as a turn of the open conversation', async () => {
  const { voice, calls, sent, hear, stops, wait } = windowWith();
  voice.press();
  await settle();
  hear();
  wait(1_000);
  voice.release();
  await settle();
  expect(calls).toEqual([
    [
      'voice.start',
      { captureId: 'id 1', conversationId: 'conversation', sampleRateHz: 16_000, mode: 'hold' },
    ],
    ['voice.end', { captureId: 'id 1', turnId: 'id 2', conversationId: 'conversation', lastSequence: 0 }],
  ]);
  expect(sent.map(bytes => decodeSoundFrame(bytes))).toEqual([
    { kind: 'captured', last: false, sampleRateHz: 16_000, sequence: 0, samples: Int16Array.of(1, -2, 3) },
  ]);
  // The old answer falls silent when one begins to talk.
  expect(stops()).toBe(1);
});

it('plays spoken frames and nothing else, until it is closed', async () => {
  const { voice, played, receive } = windowWith();
  const frame = { last: true, sampleRateHz: 22_050, sequence: 7, samples: Int16Array.of(5) };
  receive(encodeSoundFrame({ kind: 'captured', ...frame }));
  receive(Uint8Array.of(1, 2, 3));
  receive(encodeSoundFrame({ kind: 'spoken', ...frame }));
  expect(played).toEqual([{ kind: 'spoken', ...frame }]);
  await voice.close();
  receive(encodeSoundFrame({ kind: 'spoken', ...frame }));
  expect(played).toHaveLength(1);
});
