/** Takes every key while it has the focus; Escape alone leaves it. */
import type { KeyboardEvent, ReactNode } from 'react';
import { chordOf } from '../../commands/chords.ts';
import { useWords } from '../window-context.tsx';
import { useKeyRecording } from './use-key-recording.ts';

interface Props {
  /** `code`: the key's place on the keyboard, whatever is printed on it. */
  readonly onChord: (chord: string, code: string) => void;
  /** `byKey`: the focus stays with this row. */
  readonly onEnd: (byKey: boolean) => void;
  /** What is to be said of what was pressed. */
  readonly children?: ReactNode;
}

export function ChordRecorder({ onChord, onEnd, children }: Props) {
  const t = useWords();
  useKeyRecording();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    event.preventDefault();
    event.stopPropagation();
    const chord = event.repeat ? '' : chordOf(event.nativeEvent);
    if (chord === 'Escape') onEnd(true);
    else if (chord !== '') onChord(chord, event.nativeEvent.code);
  };
  return (
    <span className="recorder">
      <button
        // What is pressed next is what is recorded.
        ref={element => element?.focus()}
        type="button"
        className="button"
        onKeyDown={onKeyDown}
        onBlur={event => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) onEnd(false);
        }}
        data-testid="recorder"
      >
        {t('setting.pressKeys')}
      </button>
      {children}
    </span>
  );
}
