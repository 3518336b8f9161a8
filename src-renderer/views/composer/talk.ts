/** What the composer needs of the voice: press, release, how loud it is. */
import { createContext, useContext } from 'react';

export interface Talk {
  /** Begins to listen; words go to the open conversation when released. */
  press(): void;
  release(): void;
  /** Forgets what was said so far. */
  cancel(): void;
  /** How loud the microphone is now, 0 to 1. */
  level(): number;
  /** Ends the answer that is being spoken. */
  hush(): void;
}

const TalkContext = createContext<Talk | undefined>(undefined);
export const TalkProvider = TalkContext.Provider;

/** Undefined only where the window was drawn without a voice. */
export const useTalk = (): Talk | undefined => useContext(TalkContext);
