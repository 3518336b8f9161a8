/** The shortest way to a language model, shown while there is none. */
import { CopyButton } from '../copy-button.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

const pullCommand = 'ollama pull llama3.2';

export function NoModelCard() {
  const t = useWords();
  const { goTo, showDialog } = useActions();
  const isMissing = useWindow(
    ({ models }) => models.active === undefined && models.backends.every(one => one.state !== 'searching'),
  );
  if (!isMissing) return null;
  return (
    <section className="card" aria-labelledby="no-model" data-testid="no-model">
      <h3 id="no-model">{t('noModelTitle')}</h3>
      <p>{t('noModelText')}</p>
      <p>{t('noModelOllama')}</p>
      <div className="command">
        <code>{pullCommand}</code>
        <CopyButton text={pullCommand} label={t('copy')} />
      </div>
      <p>{t('noModelFound')}</p>
      <p>{t('noModelDrop')}</p>
      <button type="button" className="button filled" onClick={() => goTo('system', 'models')}>
        {t('modelsMenu')}
      </button>
      <button type="button" className="button" onClick={() => showDialog('add-server')}>
        {t('addServer')}
      </button>
    </section>
  );
}
