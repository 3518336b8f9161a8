/** Held or clicked to talk, by pointer or key; where Jarvis listens by itself, it switches that off and on. */
import type { KeyboardEvent, PointerEvent } from 'react';
import type { VoiceView } from '../../voice/voice-view.ts';
import type { Words } from '../../words.ts';
import { Icon } from '../icons.tsx';
import { CommandKeys } from '../keys/command-keys.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { useTalk } from './talk.ts';

type Mode = 'hold' | 'toggle' | 'hotword' | 'always';

const isTalkKey = (event: KeyboardEvent): boolean => event.key === ' ' || event.key === 'Enter';
const isHandsFree = (mode: Mode): boolean => mode === 'hotword' || mode === 'always';
const isTaking = ({ state }: VoiceView): boolean => state === 'listening' || state === 'hearing';

function labelOf(mode: Mode, voice: VoiceView, t: Words): string {
  if (isHandsFree(mode)) return voice.isPaused ? t('listenOn') : t('listenOff');
  if (!isTaking(voice)) return t('talk');
  return mode === 'toggle' || voice.isLocked ? t('finishTalk') : t('release');
}

export function TalkButton() {
  const t = useWords();
  const talk = useTalk();
  const { toast } = useActions();
  const mode = useWindow(state => state.preferences.voice.mode);
  const voice = useWindow(state => state.voice);
  const canListen = useWindow(state => state.speech.canListen) && talk !== undefined;
  const hint = { hold: t('talkHint'), toggle: t('toggleHint'), hotword: t('handsFreeHint') }[
    mode === 'always' ? 'hotword' : mode
  ];
  const press = (): void => {
    if (!canListen) toast({ kind: 'cannot-listen' });
    else if (isHandsFree(mode)) talk.pause(!voice.isPaused);
    else talk.press();
  };
  const release = (): void => talk?.release();
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
    if (isTalkKey(event)) release();
  };
  return (
    <button
      type="button"
      className="composer-button talk"
      aria-pressed={isHandsFree(mode) ? !voice.isPaused : isTaking(voice)}
      data-off={!canListen}
      title={canListen ? hint : t('cannotListen')}
      onPointerDown={onPointerDown}
      onPointerUp={release}
      onPointerCancel={() => talk?.lose()}
      onContextMenu={event => event.preventDefault()}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      data-testid="mic"
    >
      <span className="mic" data-open={voice.isOpen}>
        <Icon name="mic" />
      </span>
      {voice.isOpen && (
        <span className="unseen" data-testid="microphone-open">
          {t('microphoneOpen')}
        </span>
      )}
      <span className="wide-only">{labelOf(mode, voice, t)}</span>
      <span className="wide-only" aria-hidden="true">
        <CommandKeys id="voice.talk" />
      </span>
    </button>
  );
}
