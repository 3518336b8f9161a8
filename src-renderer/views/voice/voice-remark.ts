/** The voice's remarks in words. */
import type { Dictionary } from '../../locales/dictionary.ts';
import type { VoiceRemark } from '../../voice/voice-view.ts';

export function voiceRemark(remark: VoiceRemark, words: Dictionary): string {
  switch (remark.kind) {
    case 'microphone':
      return words.microphoneFaults[remark.fault];
    case 'signal':
      return words.signalFaults[remark.fault];
    case 'device-lost':
      return words.deviceLost(remark.label || words.microphone);
    case 'device-back':
      return words.deviceBack(remark.label);
    case 'loudspeaker':
      return words.loudspeakerFailed;
    case 'listening-stopped':
      return words.listeningStopped;
  }
}
