/** The set of models for this machine: what, how much and how long, one click, and nothing that has to be waited for. */
import { useEffect } from 'react';
import { useOnline } from '../dock/use-online.ts';
import { ReadyCard } from '../models/ready-card.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { StepTitle } from './step-title.tsx';

export function ModelsStep() {
  const t = useWords();
  const { loadCatalogue, goTo } = useActions();
  const picture = useWindow(state => state.catalogue.picture);
  const error = useWindow(state => state.catalogue.error);
  const isOnline = useOnline();
  useEffect(() => void loadCatalogue(), [loadCatalogue]);
  return (
    <>
      <StepTitle title={t('welcome.modelsTitle')} text={t('welcome.modelsText')} />
      {error !== undefined && (
        <p className="remark-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      {!isOnline && <p role="status">{t('welcome.offline')}</p>}
      {picture !== undefined && <ReadyCard picture={picture} heading="h2" />}
      {picture === undefined && error === undefined && <p role="status">{t('modelsLoading')}</p>}
      <p className="faint">{t('welcome.modelsLater')}</p>
      <button type="button" className="link-button" onClick={() => goTo('system', 'models')}>
        {t('welcome.otherModels')}
      </button>
    </>
  );
}
