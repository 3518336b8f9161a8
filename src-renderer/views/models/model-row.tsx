/** One model: what it is, how far it is, and what can be done with it. */
import type { Dictionary } from '../../locales/dictionary.ts';
import type { CatalogueModel } from '../../store/contract-types.ts';
import { useLanguage, useWindow, useWords } from '../window-context.tsx';
import { sizeText, timeText } from './figures.ts';
import { ModelButtons } from './model-buttons.tsx';

export function ModelRow({ model }: { model: CatalogueModel }) {
  const words = useWords();
  const language = useLanguage();
  const size = sizeText(model.totalBytes, language, words);
  const facts = [
    model.languages.map(one => words.modelLanguages[one]).join(', '),
    ...(model.totalBytes > 0 ? [model.isExact ? size : words.modelAbout(size)] : []),
    words.modelMemory(sizeText(model.memoryMb * 1e6, language, words)),
    model.licence,
  ];
  const state = stateText(model, words);
  return (
    <li className="model" data-testid={`model-${model.id}`} data-state={model.state}>
      <div className="grow">
        <p>
          <strong>{model.name}</strong>
          {state !== '' && <span className={`model-state model-${model.state}`}>{state}</span>}
        </p>
        <p>{model.about[language]}</p>
        <p className="faint">{facts.join(' · ')}</p>
        {!model.isVerified && model.state === 'absent' && <p className="faint">{words.modelUnverified}</p>}
        {model.damaged.length > 0 && (
          <p className="remark-error">{words.modelDamaged(model.damaged.join(', '))}</p>
        )}
        {model.error !== undefined && (
          <p className="remark-error" role="alert">
            {model.error.message} {model.error.hint}
          </p>
        )}
        <Progress model={model} />
      </div>
      <ModelButtons model={model} />
    </li>
  );
}

function Progress({ model }: { model: CatalogueModel }) {
  const words = useWords();
  const language = useLanguage();
  const told = useWindow(state => state.catalogue.progress.get(model.id));
  if (!['downloading', 'checking', 'paused', 'failed'].includes(model.state)) return null;
  const done = told?.doneBytes ?? model.doneBytes;
  const total = told?.totalBytes ?? model.totalBytes;
  const { bytesPerSecond = 0, secondsLeft = 0 } = told ?? {};
  return (
    <div className="model-progress">
      <progress className="model-bar" max={total} value={done} aria-label={model.name} />
      <span className="mono faint">
        {words.modelProgress(sizeText(done, language, words), sizeText(total, language, words))}
        {model.state === 'downloading' &&
          bytesPerSecond > 0 &&
          ` · ${words.modelSpeed(sizeText(bytesPerSecond, language, words), timeText(secondsLeft, words))}`}
      </span>
    </div>
  );
}

function stateText(model: CatalogueModel, words: Dictionary): string {
  switch (model.state) {
    case 'built-in':
      return words.modelBuiltIn;
    case 'installed':
      return model.isInUse ? words.modelInUse : words.modelInstalled;
    case 'waiting':
      return words.modelWaiting;
    case 'checking':
      return words.modelChecking;
    case 'paused':
      return words.modelPaused;
    case 'failed':
      return words.modelFailed;
    case 'absent':
      return model.isRecommended ? words.modelRecommended : '';
    default:
      return '';
  }
}
