/** One click to everything this computer can use well: what, how much, and how long it takes. */
import type { Catalogue } from '../../store/contract-types.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { sizeText, timeText } from './figures.ts';

const onItsWay = new Set(['waiting', 'downloading', 'checking']);

export function ReadyCard({ picture: { ready, models, machine } }: { picture: Catalogue }) {
  const words = useWords();
  const language = useLanguage();
  const { getReady } = useActions();
  const progress = useWindow(state => state.catalogue.progress);
  const wanted = models.filter(({ id }) => ready.ids.includes(id));
  if (wanted.length === 0)
    return (
      <p className="card" data-testid="models-ready">
        {words.modelsReady}
      </p>
    );
  const isUnderWay = wanted.some(({ state }) => onItsWay.has(state));
  const doneBytes = wanted.reduce(
    (sum, model) => sum + (progress.get(model.id)?.doneBytes ?? model.doneBytes),
    0,
  );
  const text = ready.isSpeedMeasured ? words.modelsReadySize : words.modelsReadyAssumed;
  return (
    <section className="card" aria-labelledby="models-ready" data-testid="models-ready">
      <h3 id="models-ready">{words.modelsReadyTitle}</h3>
      <p>{words.modelsReadyText(sizeText(machine.memoryBytes, language, words), machine.cores)}</p>
      <p>
        {wanted
          .filter(({ purpose }) => purpose !== 'voice-data')
          .map(({ name }) => name)
          .join(', ')}
      </p>
      <p>{text(sizeText(ready.downloadBytes, language, words), timeText(ready.secondsLeft, words))}</p>
      {isUnderWay ? (
        <progress
          className="model-bar"
          max={ready.downloadBytes}
          value={doneBytes}
          aria-label={words.modelsReadyTitle}
        />
      ) : (
        <button type="button" className="button filled" onClick={() => void getReady()}>
          {words.modelsGetReady}
        </button>
      )}
    </section>
  );
}
