/** Which model answers now, and every other that could. */
import { useState } from 'react';
import type { Backend, Models } from '../../store/contract-types.ts';
import { size } from '../format.ts';
import { openFileField } from '../frame/file-fields.tsx';
import { Icon } from '../icons.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../menu.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

function useActiveLabel(models: Models): string {
  const t = useWords();
  return (
    models.active?.model ??
    (models.backends.some(one => one.models.length > 0) ? t('noModelReady') : t('noModel'))
  );
}

/** A server of another machine is not this computer, and one should see that without asking. */
function isLocal({ kind, address }: Backend): boolean {
  if (kind === 'embedded') return true;
  const host = URL.canParse(address) ? new URL(address).hostname : address;
  return /^(localhost|127\.[\d.]+|\[?::1\]?)(:|$)/.test(host);
}

function WhereItRuns() {
  const t = useWords();
  const backend = useWindow(({ models }) => models.backends.find(one => one.id === models.active?.backendId));
  if (backend === undefined) return null;
  return <span className="wide-only faint">{isLocal(backend) ? t('frame.local') : t('frame.distant')}</span>;
}

export function ModelMenu() {
  const t = useWords();
  const { goTo, refreshModels, showDialog } = useActions();
  const models = useWindow(state => state.models);
  const label = useActiveLabel(models);
  const button = (
    <button
      type="button"
      className="bar-button model-button"
      title={t('chooseModel')}
      data-testid="model-menu"
    >
      <Icon name="chip" />
      <span className="bar-button-text">{label}</span>
      <WhereItRuns />
      <Icon name="down" />
    </button>
  );
  return (
    <Menu button={button}>
      {models.backends.map((backend, place) => (
        <BackendGroup key={backend.id} backend={backend} isFirst={place === 0} />
      ))}
      <MenuItem onSelect={() => goTo('system', 'models')}>{t('modelsMenu')}</MenuItem>
      <MenuItem onSelect={() => void refreshModels()}>{t('refreshModels')}</MenuItem>
      <MenuItem onSelect={() => showDialog('add-server')}>{t('addServer')}</MenuItem>
      <MenuItem onSelect={() => openFileField('model')}>{t('addModelFile')}</MenuItem>
    </Menu>
  );
}

function BackendGroup({ backend, isFirst }: { backend: Backend; isFirst: boolean }) {
  const t = useWords();
  const { chooseModel, orderBackends } = useActions();
  const active = useWindow(state => state.models.active);
  const backends = useWindow(state => state.models.backends);
  const state = {
    ready: t('backendReady'),
    searching: t('backendSearching'),
    absent: t('backendAbsent'),
    broken: t('backendBroken'),
  }[backend.state];
  const preferred = [backend.id, ...backends.map(one => one.id).filter(id => id !== backend.id)];
  return (
    <>
      <MenuLabel>
        <span className="grow">{backend.label}</span>
        <span className={`state state-${backend.state}`}>{state}</span>
      </MenuLabel>
      {backend.models.map(model => (
        <MenuChoice
          key={model.name}
          checked={active?.backendId === backend.id && active.model === model.name}
          onSelect={() => void chooseModel({ backendId: backend.id, model: model.name })}
        >
          <span className="grow">{model.name}</span>
          {model.sizeBytes !== undefined && <Size bytes={model.sizeBytes} />}
        </MenuChoice>
      ))}
      {backend.models.length === 0 && backend.state === 'ready' && (
        <p className="menu-note">{t('noModels')}</p>
      )}
      {!isFirst && (
        <MenuItem onSelect={() => void orderBackends(preferred)}>
          {t('preferBackend', { name: backend.label })}
        </MenuItem>
      )}
      {backend.kind === 'openai-compatible' && <RemoveServer id={backend.id} name={backend.label} />}
      <MenuLine />
    </>
  );
}

/** Its key is nowhere else: chosen once it says so, chosen again it is done. */
function RemoveServer({ id, name }: { id: string; name: string }) {
  const t = useWords();
  const { removeModel } = useActions();
  const [isAsked, setAsked] = useState(false);
  const select = (event: Event): void => {
    if (isAsked) return void removeModel(id);
    event.preventDefault();
    setAsked(true);
  };
  return (
    <>
      {isAsked && (
        <p className="menu-note" role="status">
          {t('sure.server')}
        </p>
      )}
      <MenuItem onSelect={select}>{t('removeServerNamed', { name })}</MenuItem>
    </>
  );
}

function Size({ bytes }: { bytes: number }) {
  const t = useWords();
  const language = useLanguage();
  const { unit, text } = size(bytes, language);
  return (
    <span className="faint">
      {unit === 'GB' ? t('gigabytes', { count: text }) : t('megabytes', { count: text })}
    </span>
  );
}
