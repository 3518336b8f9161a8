/** What can be done with a model, by its state. */
import type { CatalogueModel } from '../../store/contract-types.ts';
import { SureButton } from '../sure-button.tsx';
import { useActions, useLanguage, useWords } from '../window-context.tsx';
import { sizeText } from './figures.ts';

/** Kinds of which one is chosen among several. */
const chosen = new Set<CatalogueModel['purpose']>(['recognition', 'voice', 'language', 'embedding']);

export function ModelButtons({ model }: { model: CatalogueModel }) {
  const t = useWords();
  const language = useLanguage();
  const actions = useActions();
  const { id, name, state, isInUse, purpose } = model;
  const button = (text: string, act: (id: string) => Promise<void>) => (
    <button
      type="button"
      className="button"
      aria-label={t('modelAction', { action: text, name })}
      onClick={() => void act(id)}
    >
      {text}
    </button>
  );
  return (
    <div className="model-buttons">
      {state === 'absent' && button(t('modelDownload'), actions.downloadModel)}
      {state === 'damaged' && button(t('modelRepair'), actions.downloadModel)}
      {(state === 'downloading' || state === 'waiting') && button(t('modelPause'), actions.pauseDownload)}
      {state === 'paused' && button(t('modelResume'), actions.resumeDownload)}
      {state === 'failed' && button(t('retry'), actions.resumeDownload)}
      {['downloading', 'waiting', 'checking', 'paused', 'failed'].includes(state) &&
        button(t('modelCancel'), actions.cancelDownload)}
      {state === 'installed' && !isInUse && chosen.has(purpose) && button(t('modelUse'), actions.useModel)}
      {(state === 'installed' || state === 'damaged') && (
        <SureButton
          text={t('modelDelete')}
          label={t('modelAction', { action: t('modelDelete'), name })}
          warning={t('sure.model', { size: sizeText(model.totalBytes, language, t) })}
          onSure={() => void actions.deleteModel(id)}
        />
      )}
    </div>
  );
}
