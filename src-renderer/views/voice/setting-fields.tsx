/** The fields that the voice's settings are made of. */
import { useId } from 'react';

interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export const Check = ({ label, isOn, onChange }: CheckProps) => (
  <label className="form-check">
    <input type="checkbox" checked={isOn} onChange={event => onChange(event.target.checked)} />
    {label}
  </label>
);

interface RangeProps {
  readonly label: string;
  /** The value in words, where the label does not say it. */
  readonly shown?: string;
  readonly value: number;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

export function Range({ label, shown, value, min = 0, max = 1, step = 0.05, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className="form-row">
      <label htmlFor={id}>
        {label} {shown !== undefined && <output className="mono">{shown}</output>}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={event => onChange(Number(event.target.value))}
      />
    </div>
  );
}
