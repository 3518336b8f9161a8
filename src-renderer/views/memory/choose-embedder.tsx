/** Which model makes the meanings of memories, and how far a change of it has come. */
import { type SubmitEvent, useEffect, useId, useState } from 'react';
import type { EmbedderChoice, EmbedderStatus } from '../../store/contract-types.ts';
import { TextField } from '../dialogs/text-field.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const kinds = ['builtIn', 'onnx', 'ollama'] as const;
type Kind = (typeof kinds)[number];
/** While there is something to follow. */
const lookAgainMs = 2000;

export function ChooseEmbedder() {
  const t = useWords();
  const { loadEmbedder } = useActions();
  const status = useWindow(state => state.memory.embedder);
  useEffect(() => {
    if (status === undefined || !(status.isWorking || status.isOpening)) return;
    const timer = setTimeout(() => void loadEmbedder(), lookAgainMs);
    return () => clearTimeout(timer);
  }, [status, loadEmbedder]);
  if (status === undefined) return null;
  return (
    <section aria-label={t('embedderTitle')} data-testid="embedder">
      <h3 className="memory-person">{t('embedderTitle')}</h3>
      <p className="faint">{t('embedderText')}</p>
      <Choice key={JSON.stringify(status.choice)} status={status} />
      <State status={status} />
    </section>
  );
}

function Choice({ status: { choice } }: { readonly status: EmbedderStatus }) {
  const t = useWords();
  const { useEmbedder: choose } = useActions();
  const [kind, setKind] = useState<Kind>(kindOf(choice));
  const [name, setName] = useState(nameOf(choice));
  const id = useId();
  const wanted = choiceOf(kind, name.trim(), choice);
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (wanted !== undefined) void choose(wanted);
  };
  return (
    <form className="memory-edit" onSubmit={onSubmit}>
      <div className="form-row">
        <label htmlFor={id}>{t('memoryEmbedder')}</label>
        <select
          id={id}
          className="input"
          value={kind}
          onChange={event => setKind(kinds.find(one => one === event.target.value) ?? 'builtIn')}
        >
          {kinds.map(one => (
            <option key={one} value={one}>
              {t(`embedderKinds.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {kind !== 'builtIn' && (
        <TextField
          label={kind === 'onnx' ? t('embedderOnnx') : t('embedderOllama')}
          value={name}
          onChange={setName}
          maxLength={kind === 'onnx' ? 4096 : 200}
        />
      )}
      <div className="memory-buttons">
        <button type="submit" className="button" disabled={wanted === undefined || isSame(wanted, choice)}>
          {t('embedderUse')}
        </button>
      </div>
    </form>
  );
}

function State({ status }: { readonly status: EmbedderStatus }) {
  const t = useWords();
  const { model, isOpening, isWorking, fault, episodes, models } = status;
  const done = Math.min(episodes, models.find(one => one.model === model)?.episodes ?? 0);
  const label = t('embedderWorking', { done, total: episodes });
  return (
    <div aria-live="polite">
      {fault !== undefined && (
        <p role="status">
          {t('warningEmbedderAway')} {fault.message} {fault.hint}
        </p>
      )}
      {isOpening && <p>{t('embedderOpening')}</p>}
      {isWorking && done < episodes && (
        <p>
          {label} <progress value={done} max={Math.max(1, episodes)} aria-label={label} />
        </p>
      )}
    </div>
  );
}

const kindOf = (choice: EmbedderChoice): Kind =>
  choice === 'built-in' ? 'builtIn' : 'onnx' in choice ? 'onnx' : 'ollama';

const nameOf = (choice: EmbedderChoice): string =>
  choice === 'built-in' ? '' : 'onnx' in choice ? choice.onnx : choice.ollama;

/** Undefined while something is missing. The address of a server stays what it was. */
function choiceOf(kind: Kind, name: string, before: EmbedderChoice): EmbedderChoice | undefined {
  if (kind === 'builtIn') return 'built-in';
  if (name === '') return undefined;
  if (kind === 'onnx') return { onnx: name };
  const address = before !== 'built-in' && 'ollama' in before ? before.address : undefined;
  return { ollama: name, ...(address !== undefined && { address }) };
}

const isSame = (x: EmbedderChoice, y: EmbedderChoice): boolean => JSON.stringify(x) === JSON.stringify(y);
