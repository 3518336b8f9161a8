/** Models: what is installed, what suits this computer, and everything else, to be fetched by a click. */
import { useEffect, useState } from 'react';
import type { Catalogue, CatalogueModel } from '../../store/contract-types.ts';
import { Choice } from '../dialogs/choice.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { ImportForm } from './import-form.tsx';
import { ModelRow } from './model-row.tsx';
import { ReadyCard } from './ready-card.tsx';

type Shown = 'installed' | 'recommended' | 'all';

const isThere = ({ state }: CatalogueModel): boolean => state !== 'absent';
const isShown: Readonly<Record<Shown, (model: CatalogueModel) => boolean>> = {
  installed: isThere,
  recommended: model => model.isRecommended || (isThere(model) && model.state !== 'built-in'),
  all: () => true,
};

export function ModelsPart() {
  const t = useWords();
  const { loadCatalogue } = useActions();
  const picture = useWindow(state => state.catalogue.picture);
  const error = useWindow(state => state.catalogue.error);
  useEffect(() => void loadCatalogue(), [loadCatalogue]);
  return (
    <section aria-label={t('modelsTitle')} data-testid="models">
      <h2>{t('modelsTitle')}</h2>
      <p className="faint">{t('modelsText')}</p>
      {error !== undefined && (
        <p className="remark-error" role="alert">
          {error.message} {error.hint}
        </p>
      )}
      {picture === undefined ? (
        error === undefined && <p aria-live="polite">{t('modelsLoading')}</p>
      ) : (
        <Models picture={picture} />
      )}
    </section>
  );
}

function Models({ picture }: { picture: Catalogue }) {
  const t = useWords();
  const [shown, setShown] = useState<Shown>('recommended');
  // What voices share comes and goes with them.
  const models = picture.models.filter(
    model => isShown[shown](model) && (model.purpose !== 'voice-data' || model.error !== undefined),
  );
  const purposes = [...new Set(models.map(({ purpose }) => purpose))];
  return (
    <>
      <ReadyCard picture={picture} />
      <Choice
        label={t('modelsShow')}
        value={shown}
        options={[
          ['recommended', t('modelsShowRecommended')],
          ['installed', t('modelsShowInstalled')],
          ['all', t('modelsShowAll')],
        ]}
        onChange={setShown}
      />
      {models.length === 0 && <p className="faint">{t('modelsNone')}</p>}
      {purposes.map(purpose => (
        <section key={purpose} aria-label={t(`modelPurposes.${purpose}`)}>
          <h3 className="model-purpose">{t(`modelPurposes.${purpose}`)}</h3>
          <ul className="models">
            {models
              .filter(model => model.purpose === purpose)
              .map(model => (
                <ModelRow key={model.id} model={model} />
              ))}
          </ul>
        </section>
      ))}
      <ImportForm />
    </>
  );
}
