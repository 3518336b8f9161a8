/** Says that two facts, or two names, are the same: choose the other one, and one goes on with both histories. */
import { type SubmitEvent, useId, useState } from 'react';
import type { Fact } from '../../store/contract-types.ts';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { factText } from './fact-text.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onMerge: (value: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

function MergeForm({ label, hint, options, onMerge, onCancel }: Props) {
  const t = useWords();
  const [chosen, setChosen] = useState(options[0]?.value ?? '');
  const [isUnderWay, setUnderWay] = useState(false);
  const id = useId();
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setUnderWay(true);
    if (await onMerge(chosen)) onCancel();
    setUnderWay(false);
  };
  return (
    <form className="memory-edit" onSubmit={event => void onSubmit(event)} data-testid="merge-form">
      <div className="form-row">
        <label htmlFor={id}>{label}</label>
        <select id={id} className="input" value={chosen} onChange={event => setChosen(event.target.value)}>
          {options.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </div>
      <p className="faint">{hint}</p>
      <div className="memory-buttons">
        <button type="submit" className="button filled" disabled={isUnderWay}>
          {t('memoryRoom.mergeYes')}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

/** `fact` stays; what is chosen goes on in it. `others`: what is known of the same in its place. */
export function MergeFacts({
  fact,
  others,
  onDone,
}: {
  fact: Fact;
  others: readonly Fact[];
  onDone: () => void;
}) {
  const t = useWords();
  const { mergeMemories } = useActions();
  return (
    <MergeForm
      label={t('memoryRoom.mergeFact')}
      hint={t('memoryRoom.mergeHint')}
      options={others.map(one => ({ value: one.id, text: factText(one, t) }))}
      onMerge={gone => mergeMemories({ kind: 'facts', keep: fact.id, gone })}
      onCancel={onDone}
    />
  );
}

/** Another name of the one who is shown. */
export function MergeNames({ name }: { name: string }) {
  const t = useWords();
  const { mergeMemories } = useActions();
  const people = useWindow(state => state.memory.explorer.overview?.people);
  const [isOpen, setOpen] = useState(false);
  const others = people?.filter(one => one.name !== name) ?? [];
  if (others.length === 0) return null;
  if (!isOpen)
    return (
      <div className="memory-buttons">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t('memoryRoom.mergeName', { name })}
        </button>
      </div>
    );
  return (
    <MergeForm
      label={t('memoryRoom.mergeNameOf', { name })}
      hint={t('memoryRoom.mergeHint')}
      options={others.map(one => ({ value: one.name, text: one.name }))}
      onMerge={gone => mergeMemories({ kind: 'names', keep: name, gone })}
      onCancel={() => setOpen(false)}
    />
  );
}
