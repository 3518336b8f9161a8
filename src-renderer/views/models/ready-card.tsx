/** One click to everything this computer can use well: what, how much, and how long it takes. */
import type { Catalogue } from '../../store/contract-types.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { sizeText, timeText } from './figures.ts';

const onItsWay = new Set(['waiting', 'downloading', 'checking']);

interface Props {
  readonly picture: Catalogue;
  /** Of the card's title, where it stands. */
  readonly heading?: 'h2' | 'h3';
}

export function ReadyCard({ picture: { ready, models, machine }, heading: Heading = 'h3' }: Props) {
  const t = useWords();
  const language = useLanguage();
  const { getReady } = useActions();
  const progress = useWindow(state => state.catalogue.progress);
  const wanted = models.filter(({ id }) => ready.ids.includes(id));
  if (wanted.length === 0)
    return (
      <p className="card" data-testid="models-ready">
        {t('modelsReady')}
      </p>
    );
  const isUnderWay = wanted.some(({ state }) => onItsWay.has(state));
  const doneBytes = wanted.reduce(
    (sum, model) => sum + (progress.get(model.id)?.doneBytes ?? model.doneBytes),
    0,
  );
  const needs = { size: sizeText(ready.downloadBytes, language, t), time: timeText(ready.secondsLeft, t) };
  return (
    <section className="card" aria-labelledby="models-ready" data-testid="models-ready">
      <Heading id="models-ready">{t('modelsReadyTitle')}</Heading>
      <p>
        {t('modelsReadyText', { memory: sizeText(machine.memoryBytes, language, t), count: machine.cores })}
      </p>
      <p>
        {wanted
          .filter(({ purpose }) => purpose !== 'voice-data')
          .map(({ name }) => name)
          .join(', ')}
      </p>
      <p>{t(ready.isSpeedMeasured ? 'modelsReadySize' : 'modelsReadyAssumed', needs)}</p>
      {isUnderWay ? (
        <progress
          className="model-bar"
          max={ready.downloadBytes}
          value={doneBytes}
          aria-label={t('modelsReadyTitle')}
        />
      ) : (
        <button type="button" className="button filled" onClick={() => void getReady()}>
          {t('modelsGetReady')}
        </button>
      )}
    </section>
  );
}
