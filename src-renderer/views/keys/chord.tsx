/** Keys pressed together, as they are printed on the reader's keyboard. */
import { chordParts } from '../../commands/chords.ts';
import { useWords } from '../window-context.tsx';

export function Chord({ chord }: { chord: string }) {
  const t = useWords();
  const named = {
    Shift: t('keyShift'),
    Space: t('keySpace'),
    Escape: t('keyEscape'),
    Enter: t('keyEnter'),
    PageUp: t('keyPageUp'),
    PageDown: t('keyPageDown'),
  };
  return (
    <span className="chord">
      {chordParts(chord, named).map(part => (
        <kbd key={part}>{part}</kbd>
      ))}
    </span>
  );
}
