/** A box that is ticked, with its words beside it. */
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
