/** Above the composer: the actions that were found for what stands behind the slash. */
import { useWords } from '../window-context.tsx';
import { type Slash, slashListId, slashOptionId } from './use-slash.ts';

export function SlashList({ slash: { entries, at, choose } }: { slash: Slash }) {
  const t = useWords();
  if (entries.length === 0) return null;
  return (
    <div className="slash-anchor">
      <div
        id={slashListId}
        className="slash-list"
        role="listbox"
        aria-label={t('slash.label')}
        data-testid="slash-list"
      >
        {entries.map((entry, place) => (
          // The field keeps the focus, and the keys: this is for the pointer.
          <div
            key={entry.id}
            id={slashOptionId(place)}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onPointerDown={event => {
              event.preventDefault();
              choose(entry);
            }}
          >
            {entry.title}
          </div>
        ))}
      </div>
    </div>
  );
}
