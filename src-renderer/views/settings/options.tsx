/** One of a few values, side by side. */
import { type ReactNode, useId } from 'react';
import { useWords } from '../window-context.tsx';
import { rowLabels } from './setting-row.tsx';
import type { RowName } from './setting-words.ts';

interface Props<T extends string> {
  readonly name: RowName;
  readonly value: T;
  readonly options: readonly (readonly [T, ReactNode])[];
  readonly onChange: (value: T) => void;
}

export function Options<T extends string>({ name, value, options, onChange }: Props<T>) {
  const t = useWords();
  const group = useId();
  return (
    <div role="radiogroup" className="choice" {...rowLabels(name, t)}>
      {options.map(([option, text]) => (
        <label key={option}>
          <input type="radio" name={group} checked={option === value} onChange={() => onChange(option)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}
