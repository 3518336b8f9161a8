/** The notes, newest first: each can be written anew where it stands. */
import { type KeyboardEvent, useState } from 'react';
import type { Organizer } from '../../store/contract-types.ts';
import { fullTime, shortTime } from '../format.ts';
import { IconButton } from '../icon-button.tsx';
import { Shortened } from '../shortened.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { AddLine } from './lists.tsx';

type Note = Organizer['notes'][number];
const longest = 10_000;

export function Notes() {
  const t = useWords();
  const { addNote } = useActions();
  const notes = useWindow(state => state.organizer.notes);
  return (
    <section aria-labelledby="now-notes">
      <h2 id="now-notes">{t('notes')}</h2>
      <AddLine label={t('now.addNote')} maxLength={longest} onAdd={addNote} />
      <Shortened things={notes} className="now-list">
        {note => <NoteRow key={note.id} note={note} />}
      </Shortened>
    </section>
  );
}

function NoteRow({ note }: { note: Note }) {
  const t = useWords();
  const language = useLanguage();
  const { deleteNote } = useActions();
  const [isEdited, setEdited] = useState(false);
  const { id, text, createdAtMs } = note;
  if (isEdited) return <EditNote note={note} onEnd={() => setEdited(false)} />;
  return (
    <li data-testid="note">
      <span className="grow now-note" dir="auto">
        {text}
      </span>
      <time
        className="mono faint"
        dateTime={new Date(createdAtMs).toISOString()}
        title={fullTime(createdAtMs, language)}
      >
        {shortTime(createdAtMs, Date.now(), language)}
      </time>
      <IconButton icon="edit" label={t('now.editNote', { text })} onClick={() => setEdited(true)} />
      <IconButton icon="bin" label={t('remove', { text })} onClick={() => void deleteNote(id)} />
    </li>
  );
}

function EditNote({ note: { id, text }, onEnd }: { note: Note; onEnd: () => void }) {
  const t = useWords();
  const { editNote } = useActions();
  const [draft, setDraft] = useState(text);
  const save = async (): Promise<void> => {
    if (draft.trim() === '') return;
    if (draft.trim() === text || (await editNote(id, draft.trim()))) onEnd();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEnd();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li className="now-edit">
      <textarea
        className="input grow"
        aria-label={t('now.editNote', { text })}
        maxLength={longest}
        rows={3}
        ref={field => field?.focus()}
        value={draft}
        onChange={event => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" className="button" disabled={draft.trim() === ''} onClick={() => void save()}>
        {t('now.save')}
      </button>
      <button type="button" className="button" onClick={onEnd}>
        {t('cancel')}
      </button>
    </li>
  );
}
