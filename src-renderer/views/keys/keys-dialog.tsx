/** Every action with its keys, by group, searched as one types; keys are changed in the settings. */
import { useState } from 'react';
import type { Command } from '../../commands/command.ts';
import { rank } from '../../commands/ranking.ts';
import { commands, keysOf } from '../../commands/registry.ts';
import { wordsFor } from '../../words.ts';
import { Icon } from '../icons.tsx';
import { Modal } from '../modal.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { Chord } from './chord.tsx';

export default function KeysDialog() {
  const t = useWords();
  const { goTo } = useActions();
  const [query, setQuery] = useState('');
  const groups = useGroups(query);
  return (
    <Modal title={t('help')}>
      <search className="field keys-search">
        <Icon name="search" />
        <input
          // For the browser, which chooses what a dialog begins with; React would focus it too early.
          ref={field => field?.setAttribute('autofocus', '')}
          type="text"
          value={query}
          placeholder={t('keysPage.search')}
          aria-label={t('keysPage.search')}
          onChange={event => setQuery(event.target.value)}
          data-testid="keys-search"
        />
      </search>
      {query === '' && <FixedKeys />}
      {groups.map(([group, rows]) => (
        <section key={group} aria-label={t(`commandGroups.${group}`)}>
          <h3>{t(`commandGroups.${group}`)}</h3>
          <table className="keys-table">
            <tbody>
              {rows.map(command => (
                <KeyRow key={command.id} command={command} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      {groups.length === 0 && <p>{t('palette.nothing')}</p>}
      <p className="faint">{t('helpSkills')}</p>
      <div className="modal-actions">
        <button type="button" className="button" onClick={() => goTo('settings', 'keys')}>
          {t('commands.changeKeys')}
        </button>
      </div>
    </Modal>
  );
}

function useGroups(query: string): readonly (readonly [Command['group'], readonly Command[]])[] {
  const recorded = useWindow(state => state.preferences.keys);
  const shown = commands.filter(command => {
    const words = (['fr', 'en'] as const).flatMap(language => {
      const t = wordsFor(language);
      return [t(command.title), ...(command.also ? [t(command.also)] : [])];
    });
    const [title = '', ...also] = words;
    // Without a question: what has keys, which is what one came for.
    return query.trim() === '' ? keysOf(command, recorded).length > 0 : rank(query, { title, also }) > 0;
  });
  return [...Map.groupBy(shown, one => one.group)];
}

function KeyRow({ command }: { command: Command }) {
  const t = useWords();
  const { goTo } = useActions();
  const recorded = useWindow(state => state.preferences.keys);
  const keys = keysOf(command, recorded);
  return (
    <tr data-testid="key-row" data-command={command.id}>
      <th scope="row">{t(command.title)}</th>
      <td>
        {keys.length === 0 && <span className="faint">{t('keysPage.none')}</span>}
        <span className="keys-of">
          {keys.map(chord => (
            <Chord key={chord} chord={chord} />
          ))}
        </span>
      </td>
      <td>
        <button
          type="button"
          className="button quiet-button"
          aria-label={t('keysPage.changeOf', { action: t(command.title) })}
          onClick={() => goTo('settings', 'keys')}
        >
          {t('keysPage.change')}
        </button>
      </td>
    </tr>
  );
}

/** Keys that belong to a field and are not changed. */
function FixedKeys() {
  const t = useWords();
  const rows = [
    ['Enter', t('shortcutSend')],
    ['Shift+Enter', t('shortcutNewline')],
    ['ArrowUp', t('shortcutHistory')],
  ] as const;
  return (
    <section aria-label={t('keysPage.writing')}>
      <h3>{t('keysPage.writing')}</h3>
      <table className="keys-table">
        <tbody>
          {rows.map(([chord, text]) => (
            <tr key={chord}>
              <th scope="row">{text}</th>
              <td>
                <Chord chord={chord} />
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
