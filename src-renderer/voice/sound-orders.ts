/** What the page, the audio thread and the worker of the sound say to each other. */

/** 20 ms of captured sound, from the audio thread to the worker. */
export interface RawFrame {
  readonly samples: Int16Array<ArrayBuffer>;
  /** Root mean square, 0 to 1. */
  readonly level: number;
  /** The loudest sample, 0 to 1. */
  readonly peak: number;
  /** When its last sample was taken, in ms since 1970: the only clock that all these threads share. */
  readonly endedAtMs: number;
}

/** A piece of a spoken answer that is or will be heard, in ms since 1970. */
export interface HeardSpan {
  readonly turnId: string;
  readonly startMs: number;
  /** Where it lies in the sound of the answer. */
  readonly fromMs: number;
  readonly lengthMs: number;
}

/** From the page to the audio thread: where its frames go. */
export interface WorkletOrder {
  readonly port: MessagePort;
}

/** From the page to the worker. Captures are numbered by the page; there is one at a time. */
export type SoundOrder =
  /** The way to the core: an address of its own, or a port where the page's host has one. */
  | { readonly kind: 'wire'; readonly to: string | MessagePort }
  /** Where the audio thread's frames come from. */
  | { readonly kind: 'source'; readonly port: MessagePort }
  /** The device is closed: what was kept of it is forgotten. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'begin'; readonly capture: number }
  /** The core takes the frames of this capture now, or not at the moment. */
  | { readonly kind: 'go' | 'hold'; readonly capture: number }
  | { readonly kind: 'finish' | 'drop'; readonly capture: number }
  /** How many frames make one message. */
  | { readonly kind: 'pace'; readonly framesPerBatch: number }
  | { readonly kind: 'plays'; readonly span: HeardSpan }
  /** Nothing is heard from this moment on. */
  | { readonly kind: 'silent'; readonly fromMs: number };

export type SignalFault = 'silent' | 'clipped';

/** From the worker to the page. */
export type SoundReport =
  | { readonly kind: 'level'; readonly level: number }
  /** Every frame up to this one is with the core (or the core could not be reached for long). */
  | { readonly kind: 'finished'; readonly capture: number; readonly lastSequence: number }
  | { readonly kind: 'fault'; readonly fault: SignalFault };
