/** The dock: the core on its horizon, the words of the moment, and the field to write in. */
import { useShallow } from 'zustand/react/shallow';
import { orbLook, troubleOf } from '../../orb/orb-state.ts';
import { useWindow } from '../window-context.tsx';
import { Caption } from './caption.tsx';
import { Composer } from './composer.tsx';
import { Core } from './core.tsx';
import { useOnline } from './use-online.ts';
import { VoiceNote } from './voice-note.tsx';

/** Faults from before this window was opened are no longer its business. */
const sinceMs = performance.timeOrigin;

export function Dock() {
  const isOnline = useOnline();
  const look = useWindow(useShallow(state => orbLook(state, { isOnline, sinceMs })));
  const trouble = useWindow(useShallow(state => troubleOf(state, sinceMs)));
  return (
    <div className="dock" data-shape={look.shape} data-private={look.isPrivate} data-testid="dock">
      <Core shape={look.shape} isPrivate={look.isPrivate} />
      <VoiceNote />
      <Caption shape={look.shape} trouble={trouble} />
      <Composer />
    </div>
  );
}
