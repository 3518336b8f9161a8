/** The lists: shopping, to do, and the person's own; what is done goes, and can be brought back. */
import { type SubmitEvent, useRef, useState } from 'react';
import type { Organizer } from '../../store/contract-types.ts';
import { Shortened } from '../shortened.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

type Item = Organizer['lists'][number]['items'][number];
const always = ['shopping', 'todo'];

export function Lists() {
  const t = useWords();
  const lists = useWindow(state => state.organizer.lists);
  const [begun, setBegun] = useState<readonly string[]>([]);
  const names = [...new Set([...always, ...lists.map(({ list }) => list), ...begun])];
  return (
    <section aria-labelledby="now-lists">
      <h2 id="now-lists">{t('now.lists')}</h2>
      <div className="now-lists">
        {names.map(name => (
          <OneList key={name} name={name} items={lists.find(({ list }) => list === name)?.items ?? []} />
        ))}
      </div>
      <AddLine
        label={t('now.newList')}
        maxLength={100}
        onAdd={async name => {
          setBegun([...begun, name]);
          return true;
        }}
      />
    </section>
  );
}

function OneList({ name, items }: { name: string; items: readonly Item[] }) {
  const t = useWords();
  const { addListItem } = useActions();
  const title = name === 'shopping' ? t('listShopping') : name === 'todo' ? t('listTodo') : name;
  return (
    <section className="now-one-list" aria-label={title}>
      <h3 dir="auto">
        {title} <span className="mono faint">{items.length > 0 && items.length}</span>
      </h3>
      <Shortened things={items} className="now-list">
        {item => <ListRow key={item.id} item={item} />}
      </Shortened>
      <AddLine
        label={t('now.addTo', { list: title })}
        maxLength={500}
        onAdd={text => addListItem(name, text)}
      />
    </section>
  );
}

function ListRow({ item: { id, text } }: { item: Item }) {
  const t = useWords();
  const { deleteListItem } = useActions();
  const [isTicked, setTicked] = useState(false);
  const tick = async (): Promise<void> => {
    setTicked(true);
    // Refused: it is not done.
    if (!(await deleteListItem(id))) setTicked(false);
  };
  return (
    <li>
      <label className="now-tick">
        <input
          type="checkbox"
          checked={isTicked}
          onChange={() => void tick()}
          aria-label={t('now.done', { text })}
        />
        <span dir="auto">{text}</span>
      </label>
    </li>
  );
}

interface AddLineProps {
  readonly label: string;
  readonly maxLength: number;
  readonly onAdd: (text: string) => Promise<boolean>;
}

/** One field: Enter adds, and the next one can be written. */
export function AddLine({ label, maxLength, onAdd }: AddLineProps) {
  const t = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const words = text.trim();
    if (words !== '' && (await onAdd(words))) setText('');
    field.current?.focus();
  };
  return (
    <form className="now-line" onSubmit={event => void onSubmit(event)}>
      <input
        ref={field}
        className="input grow"
        aria-label={label}
        placeholder={label}
        maxLength={maxLength}
        autoComplete="off"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <button type="submit" className="button">
          {t('add')}
        </button>
      )}
    </form>
  );
}
