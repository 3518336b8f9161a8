/** What the window shows of the voice, and the remarks it makes. */
import type { MicrophoneFault } from './microphone-error.ts';
import type { TalkState } from './push-to-talk.ts';
import type { SignalFault } from './sound-orders.ts';

export interface VoiceView {
  readonly state: TalkState;
  /** An answer is being heard in this window. */
  readonly speaking: boolean;
  /** The microphone is open, though nothing may be sent of it. */
  readonly isOpen: boolean;
  /** Goes on without the key being held. */
  readonly isLocked: boolean;
  /** Listening without a key was switched off in this window for now. */
  readonly isPaused: boolean;
  /** What was understood so far of what is being said. */
  readonly caption: string;
  /** These words will not be revised any more. */
  readonly captionIsFinal: boolean;
  /** The name was heard a moment ago: one may say that it was not meant. */
  readonly canDeny: boolean;
}

export const quietVoice: VoiceView = {
  state: 'idle',
  speaking: false,
  isOpen: false,
  isLocked: false,
  isPaused: false,
  caption: '',
  captionIsFinal: false,
  canDeny: false,
};

export type VoiceRemark =
  | { readonly kind: 'microphone'; readonly fault: MicrophoneFault }
  | { readonly kind: 'signal'; readonly fault: SignalFault | 'muted' }
  | { readonly kind: 'device-lost' | 'device-back'; readonly label: string }
  | { readonly kind: 'loudspeaker' }
  | { readonly kind: 'battery' }
  | { readonly kind: 'listening-stopped' };
