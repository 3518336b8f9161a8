/** For the keyboard: past the bar, straight to what the room is for. */
import { useWords } from '../window-context.tsx';
import { focusRoom } from './focus-room.ts';

export function SkipLink() {
  const t = useWords();
  return (
    <button type="button" className="skip-link" onClick={focusRoom}>
      {t('frame.skip')}
    </button>
  );
}
