/** The window's voice: what is held goes to the core as a spoken turn, and its answer comes out of the loudspeaker. */

import { captureSampleRateHz } from '../../src-main/domain/audio.ts';
import type { Client } from '../../src-preload/connect.ts';
import { decodeSoundFrame, encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import { createLoudspeaker, type Loudspeaker } from './loudspeaker.ts';
import { createMicrophone, type Microphone } from './microphone.ts';
import { createPushToTalk, type PushToTalk, type TalkState, type VoiceLine } from './push-to-talk.ts';

export type VoiceClient = Pick<Client, 'call' | 'onFrame' | 'sendFrame'>;

export interface WindowVoice extends PushToTalk {
  /** Ends the answer that is being spoken. */
  hush(): void;
  close(): Promise<void>;
}

export interface WindowVoiceOptions {
  readonly client: VoiceClient;
  readonly newId: () => string;
  /** The conversation in which the words are asked. */
  readonly conversationId: () => string;
  readonly onState: (state: TalkState) => void;
  /** A MicrophoneError, or the core's own error. */
  readonly onError: (error: unknown) => void;
  /** An answer was heard to its end. */
  readonly onHeard?: () => void;
  readonly microphone?: Microphone;
  readonly loudspeaker?: Loudspeaker;
  readonly nowMs?: () => number;
}

/** Made in every browser; where there is no microphone, `press` ends in a MicrophoneError. */
export function createWindowVoice(options: WindowVoiceOptions): WindowVoice {
  const { client } = options;
  const microphone = options.microphone ?? createMicrophone();
  const loudspeaker = options.loudspeaker ?? createLoudspeaker({ onEnded: () => options.onHeard?.() });
  const talk = createPushToTalk({ ...options, microphone, line: voiceLine(options) });
  const stopFrames = client.onFrame(bytes => {
    const frame = decodeSoundFrame(bytes);
    if (frame?.kind === 'spoken') loudspeaker.enqueue(frame);
  });
  return {
    ...talk,
    press() {
      // Who begins to talk does not want to hear the old answer, and the microphone must not hear it either.
      loudspeaker.stop();
      talk.press();
    },
    hush: () => loudspeaker.stop(),
    async close() {
      stopFrames();
      talk.cancel();
      await Promise.all([microphone.close(), loudspeaker.close()]);
    },
  };
}

function voiceLine({ client, newId, conversationId }: WindowVoiceOptions): VoiceLine {
  return {
    async begin(captureId, sampleRateHz) {
      await client.call('voice.start', {
        captureId,
        sampleRateHz,
        conversationId: conversationId(),
        mode: 'hold',
      });
    },
    frame(_captureId, { sequence, samples }) {
      // Without a connection a frame is lost; the core fills its place with silence and counts it.
      client.sendFrame(
        encodeSoundFrame({
          kind: 'captured',
          last: false,
          sampleRateHz: captureSampleRateHz,
          sequence,
          samples,
        }),
      );
    },
    async end(captureId, lastSequence) {
      const turn = { turnId: newId(), conversationId: conversationId() };
      await client.call('voice.end', { captureId, lastSequence, ...turn });
    },
    async cancel(captureId) {
      await client.call('voice.cancel', { captureId });
    },
  };
}
