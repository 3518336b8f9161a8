/** The voice's remarks in words. */

import type { VoiceRemark } from '../../voice/voice-view.ts';
import type { Words } from '../../words.ts';

export function voiceRemark(remark: VoiceRemark, t: Words): string {
  switch (remark.kind) {
    case 'microphone':
      return t(`microphoneFaults.${remark.fault}`);
    case 'signal':
      return t(`signalFaults.${remark.fault}`);
    case 'device-lost':
      return t('deviceLost', { name: remark.label || t('microphone') });
    case 'device-back':
      return t('deviceBack', { name: remark.label });
    case 'loudspeaker':
      return t('loudspeakerFailed');
    case 'battery':
      return t('globalKeys.restBattery');
    case 'listening-stopped':
      return t('listeningStopped');
  }
}
