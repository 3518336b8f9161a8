/** One model: what it is, how far it is, and what can be done with it. */

import type { CatalogueModel } from '../../store/contract-types.ts';
import type { Words } from '../../words.ts';
import { useLanguage, useWindow, useWords } from '../window-context.tsx';
import { sizeText, timeText } from './figures.ts';
import { ModelButtons } from './model-buttons.tsx';

export function ModelRow({ model }: { model: CatalogueModel }) {
  const t = useWords();
  const language = useLanguage();
  const size = sizeText(model.totalBytes, language, t);
  const facts = [
    model.languages.map(one => t(`modelLanguages.${one}`)).join(', '),
    ...(model.totalBytes > 0 ? [model.isExact ? size : t('modelAbout', { size })] : []),
    t('modelMemory', { size: sizeText(model.memoryMb * 1e6, language, t) }),
    model.licence,
  ];
  const state = stateText(model, t);
  return (
    <li className="model" data-testid={`model-${model.id}`} data-state={model.state}>
      <div className="grow">
        <p>
          <strong>{model.name}</strong>
          {state !== '' && <span className={`model-state model-${model.state}`}>{state}</span>}
        </p>
        <p>{model.about[language]}</p>
        <p className="faint">{facts.join(' · ')}</p>
        {!model.isVerified && model.state === 'absent' && <p className="faint">{t('modelUnverified')}</p>}
        {model.damaged.length > 0 && (
          <p className="remark-error">{t('modelDamaged', { files: model.damaged.join(', ') })}</p>
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
  const t = useWords();
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
        {t('modelProgress', { done: sizeText(done, language, t), total: sizeText(total, language, t) })}
        {model.state === 'downloading' &&
          bytesPerSecond > 0 &&
          ` · ${t('modelSpeed', { speed: sizeText(bytesPerSecond, language, t), time: timeText(secondsLeft, t) })}`}
      </span>
    </div>
  );
}

function stateText(model: CatalogueModel, t: Words): string {
  switch (model.state) {
    case 'built-in':
      return t('modelBuiltIn');
    case 'installed':
      return model.isInUse ? t('modelInUse') : t('modelInstalled');
    case 'waiting':
      return t('modelWaiting');
    case 'checking':
      return t('modelChecking');
    case 'paused':
      return t('modelPaused');
    case 'failed':
      return t('modelFailed');
    case 'absent':
      return model.isRecommended ? t('modelRecommended') : '';
    default:
      return '';
  }
}
