/** What can be done with a model, by its state. */
import type { CatalogueModel } from '../../store/contract-types.ts';
import { useActions, useWords } from '../window-context.tsx';

/** Kinds of which one is chosen among several. */
const chosen = new Set<CatalogueModel['purpose']>(['recognition', 'voice', 'language', 'embedding']);

export function ModelButtons({ model }: { model: CatalogueModel }) {
  const words = useWords();
  const actions = useActions();
  const { id, name, state, isInUse, purpose } = model;
  const button = (text: string, act: (id: string) => Promise<void>) => (
    <button
      type="button"
      className="button"
      aria-label={words.modelAction(text, name)}
      onClick={() => void act(id)}
    >
      {text}
    </button>
  );
  return (
    <div className="model-buttons">
      {state === 'absent' && button(words.modelDownload, actions.downloadModel)}
      {state === 'damaged' && button(words.modelRepair, actions.downloadModel)}
      {(state === 'downloading' || state === 'waiting') && button(words.modelPause, actions.pauseDownload)}
      {state === 'paused' && button(words.modelResume, actions.resumeDownload)}
      {state === 'failed' && button(words.retry, actions.resumeDownload)}
      {['downloading', 'waiting', 'checking', 'paused', 'failed'].includes(state) &&
        button(words.modelCancel, actions.cancelDownload)}
      {state === 'installed' && !isInUse && chosen.has(purpose) && button(words.modelUse, actions.useModel)}
      {(state === 'installed' || state === 'damaged') && button(words.modelDelete, actions.deleteModel)}
    </div>
  );
}
