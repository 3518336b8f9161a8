/** What an open microphone tells the window. */
import type { Language } from '../domain/language.ts';

export type CaptureMode = 'hold' | 'turn' | 'always' | 'hotword' | 'tune' | 'meter';

export type CaptureState =
  | 'armed'
  | 'listening'
  | 'hearing'
  | 'recognising'
  | 'thinking'
  | 'speaking'
  | 'follow-up'
  | 'off';

export type OutputOrder = 'duck' | 'pause' | 'resume' | 'stop';

/** Reports what happened; never steers. */
export type CaptureReport =
  | { readonly kind: 'state'; readonly state: CaptureState }
  | {
      readonly kind: 'caption';
      readonly text: string;
      readonly isFinal: boolean;
      readonly language?: Language;
    }
  /** To the window that plays the answer. */
  | { readonly kind: 'output'; readonly turnId: string; readonly order: OutputOrder }
  /** The name was heard; `accepted`: by the second look as well. */
  | { readonly kind: 'woke'; readonly score: number; readonly accepted: boolean }
  | { readonly kind: 'wake-score'; readonly score: number; readonly threshold: number }
  | { readonly kind: 'failed'; readonly error: unknown };
