/** Everything the built-in skills keep for this profile, each of it deletable. */
import type { Organizer as KeptByJarvis } from '../../store/contract-types.ts';
import { IconButton } from '../icon-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Timers } from './timers.tsx';

export function Organizer() {
  const organizer = useWindow(state => state.organizer);
  return (
    <div className="organizer" data-testid="organizer">
      <Timers />
      <KeptThings organizer={organizer} />
    </div>
  );
}

function KeptThings({ organizer }: { organizer: KeptByJarvis }) {
  const t = useWords();
  const { deleteListItem, deleteNote, deleteFact } = useActions();
  const { timers, lists, notes, facts } = organizer;
  const listName = (list: string): string =>
    ({ shopping: t('listShopping'), todo: t('listTodo') })[list] ?? list;
  const isEmpty = [timers, lists, notes, facts].every(things => things.length === 0);
  return (
    <>
      {isEmpty && <p>{t('organizerEmpty')}</p>}
      {lists.map(({ list, items }) => (
        <Kept key={list} title={listName(list)} things={items} onRemove={deleteListItem} />
      ))}
      <Kept title={t('notes')} things={notes} onRemove={deleteNote} />
      <Kept title={t('facts')} things={facts} onRemove={deleteFact} />
      <p className="faint organizer-hint">{t('organizerHint')}</p>
    </>
  );
}

interface KeptProps {
  readonly title: string;
  readonly things: readonly { readonly id: string; readonly text: string }[];
  readonly onRemove: (id: string) => Promise<boolean>;
}

function Kept({ title, things, onRemove }: KeptProps) {
  const t = useWords();
  if (things.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="kept">
        {things.map(({ id, text }) => (
          <li key={id}>
            <span className="grow" dir="auto">
              {text}
            </span>
            <IconButton icon="bin" label={t('remove', { text })} onClick={() => void onRemove(id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
