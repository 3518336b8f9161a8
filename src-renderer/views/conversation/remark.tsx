/** A line under a message that says what became of it, with a button that mends it. */
interface Props {
  readonly text: string;
  readonly detail?: string | undefined;
  readonly tone?: 'plain' | 'error';
  readonly action?: string;
  readonly onAction?: () => void;
}

export function Remark({ text, detail, tone = 'plain', action, onAction }: Props) {
  return (
    <div className={`remark remark-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <span>
        {text}
        {detail !== undefined && detail !== '' && <span className="remark-detail">{detail}</span>}
      </span>
      {action !== undefined && (
        <button type="button" className="button" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}
