/** The shortest way to a language model, shown while there is none. */
import { CopyButton } from '../copy-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const pullCommand = 'ollama pull llama3.2';

export function NoModelCard() {
  const words = useWords();
  const { showDialog } = useActions();
  const isMissing = useWindow(
    ({ models }) => models.active === undefined && models.backends.every(one => one.state !== 'searching'),
  );
  if (!isMissing) return null;
  return (
    <section className="card" aria-labelledby="no-model" data-testid="no-model">
      <h3 id="no-model">{words.noModelTitle}</h3>
      <p>{words.noModelText}</p>
      <p>{words.noModelOllama}</p>
      <div className="command">
        <code>{pullCommand}</code>
        <CopyButton text={pullCommand} label={words.copy} />
      </div>
      <p>{words.noModelFound}</p>
      <p>{words.noModelDrop}</p>
      <button type="button" className="button filled" onClick={() => showDialog('models')}>
        {words.modelsMenu}
      </button>
      <button type="button" className="button" onClick={() => showDialog('add-server')}>
        {words.addServer}
      </button>
    </section>
  );
}
