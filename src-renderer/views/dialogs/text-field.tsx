/** A labelled line of text in a form. */
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly type?: 'text' | 'url' | 'password';
  readonly required?: boolean;
}

export function TextField({ label, onChange, type = 'text', ...rest }: Props) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        autoComplete="off"
        onChange={event => onChange(event.target.value)}
        {...rest}
      />
    </div>
  );
}
