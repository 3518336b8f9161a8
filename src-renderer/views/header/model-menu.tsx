/** Which model answers now, and every other that could. */
import { useRef } from 'react';
import type { Backend, Models } from '../../store/contract-types.ts';
import { size } from '../format.ts';
import { Icon } from '../icons.tsx';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../menu.tsx';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';

function useActiveLabel(models: Models): string {
  const words = useWords();
  return (
    models.active?.model ??
    (models.backends.some(one => one.models.length > 0) ? words.noModelReady : words.noModel)
  );
}

export function ModelMenu() {
  const words = useWords();
  const { refreshModels, showDialog, uploadModel } = useActions();
  const models = useWindow(state => state.models);
  const label = useActiveLabel(models);
  const file = useRef<HTMLInputElement>(null);
  const button = (
    <button
      type="button"
      className="bar-button model-button"
      title={words.chooseModel}
      data-testid="model-menu"
    >
      <Icon name="chip" />
      <span className="bar-button-text">{label}</span>
      <Icon name="down" />
    </button>
  );
  return (
    <>
      <Menu button={button}>
        {models.backends.map((backend, place) => (
          <BackendGroup key={backend.id} backend={backend} isFirst={place === 0} />
        ))}
        <MenuItem onSelect={() => showDialog('models')}>{words.modelsMenu}</MenuItem>
        <MenuItem onSelect={() => void refreshModels()}>{words.refreshModels}</MenuItem>
        <MenuItem onSelect={() => showDialog('add-server')}>{words.addServer}</MenuItem>
        <MenuItem onSelect={() => file.current?.click()}>{words.addModelFile}</MenuItem>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept=".gguf"
        data-testid="model-file"
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen !== undefined) void uploadModel(chosen);
        }}
      />
    </>
  );
}

function BackendGroup({ backend, isFirst }: { backend: Backend; isFirst: boolean }) {
  const words = useWords();
  const { chooseModel, removeModel, orderBackends } = useActions();
  const active = useWindow(state => state.models.active);
  const backends = useWindow(state => state.models.backends);
  const state = {
    ready: words.backendReady,
    searching: words.backendSearching,
    absent: words.backendAbsent,
    broken: words.backendBroken,
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
        <p className="menu-note">{words.noModels}</p>
      )}
      {!isFirst && (
        <MenuItem onSelect={() => void orderBackends(preferred)}>
          {words.preferBackend(backend.label)}
        </MenuItem>
      )}
      {backend.kind === 'openai-compatible' && (
        <MenuItem onSelect={() => void removeModel(backend.id)}>
          {words.removeServerNamed(backend.label)}
        </MenuItem>
      )}
      <MenuLine />
    </>
  );
}

function Size({ bytes }: { bytes: number }) {
  const words = useWords();
  const language = useLanguage();
  const { unit, text } = size(bytes, language);
  return <span className="faint">{unit === 'GB' ? words.gigabytes(text) : words.megabytes(text)}</span>;
}
