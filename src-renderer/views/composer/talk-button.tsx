/** Held to talk, by pointer or key; let go to be answered. */
import type { KeyboardEvent, PointerEvent } from 'react';
import { Icon } from '../icons.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';

const isTalkKey = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';

export function TalkButton() {
  const words = useWords();
  const talk = useTalk();
  const { toast } = useActions();
  const canListen = useWindow(state => state.speech.canListen) && talk !== undefined;
  const isListening = useWindow(state => state.voice.state === 'listening');
  const label = isListening ? words.release : words.talk;
  const press = (): void => {
    if (canListen) talk.press();
    else toast({ kind: 'cannot-listen' });
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    press();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isTalkKey(event)) return;
    event.preventDefault();
    if (!event.repeat) press();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (isTalkKey(event)) talk?.release();
  };
  return (
    <button
      type="button"
      className="composer-button talk"
      aria-pressed={isListening}
      data-off={!canListen}
      title={canListen ? words.talkHint : words.cannotListen}
      onPointerDown={onPointerDown}
      onPointerUp={() => talk?.release()}
      onPointerCancel={() => talk?.cancel()}
      onContextMenu={event => event.preventDefault()}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      data-testid="mic"
    >
      <Icon name="mic" />
      <span className="wide-only">{label}</span>
    </button>
  );
}
