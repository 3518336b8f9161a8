/** What the views need of the voice. */
import { createContext, useContext } from 'react';
import type { WindowVoice } from '../../voice/window-voice.ts';

export type Talk = Omit<WindowVoice, 'changed' | 'close'>;

const TalkContext = createContext<Talk | undefined>(undefined);
export const TalkProvider = TalkContext.Provider;

/** Undefined only where the window was drawn without a voice. */
export const useTalk = (): Talk | undefined => useContext(TalkContext);
