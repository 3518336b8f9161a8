/** Every setting with its sentence and its default: searchable, changed at once, taken back by one key. */
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { settingNamed } from '../../../src-main/domain/setting-table.ts';
import type { ShellStatus } from '../../../src-preload/shell-contract.ts';
import type { Words } from '../../words.ts';
import { Page } from '../frame/page.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';
import { FileSection } from './file-section.tsx';
import { findSettings } from './find-settings.ts';
import { findCommands, KeysSection } from './keys-section.tsx';
import { ModelsSection, PrivacySection, Rows } from './section-body.tsx';
import type { RowName } from './setting-words.ts';
import { useUndoKey } from './use-undo-key.ts';

/** The keys last: they are many. */
const sections = ['general', 'voice', 'memory', 'desktop', 'models', 'privacy', 'file', 'keys'] as const;
type Section = (typeof sections)[number];

const sectionOf = (name: RowName): Section =>
  name === 'name' || name === 'language'
    ? 'general'
    : name === 'startAtLogin'
      ? 'desktop'
      : settingNamed(name).section;

export default function SettingsRoom() {
  const t = useWords();
  const { goTo } = useActions();
  const wish = useWindow(state => state.place);
  const { part } = wish;
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const shell = useWindow(state => state.shell);
  const found = findSections(asked, shell, t);
  useUndoKey();
  // A second wish for the same part is one too.
  useEffect(() => showPart(wish.part), [wish]);
  return (
    <Page title={t('settings')}>
      <div className="settings">
        <div className="settings-side">
          <input
            type="search"
            className="input"
            value={query}
            placeholder={t('setting.search')}
            aria-label={t('setting.search')}
            autoComplete="off"
            onChange={event => setQuery(event.target.value)}
            data-testid="settings-search"
          />
          <p role="status" className="faint">
            {asked === '' ? t('setting.undoHint') : foundText(found.count, t)}
          </p>
          <nav aria-label={t('setting.sections')}>
            {found.shown.map(([section]) => (
              <button
                key={section}
                type="button"
                className="settings-link"
                aria-current={section === part ? 'location' : undefined}
                onClick={() => goTo('settings', section)}
              >
                {t(`setting.section.${section}`)}
              </button>
            ))}
          </nav>
        </div>
        <div className="settings-body">
          {found.shown.map(([section, body]) => (
            <section key={section} aria-labelledby={`settings-${section}`} data-testid={`section-${section}`}>
              <h2 id={`settings-${section}`} tabIndex={-1}>
                {t(`setting.section.${section}`)}
              </h2>
              {body}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}

/** A section, or one setting. */
function showPart(part: string | undefined): void {
  if (part === undefined) return;
  const heading = document.getElementById(`settings-${part}`);
  const row = document.querySelector(`[data-setting="${CSS.escape(part)}"]`);
  (heading ?? row)?.scrollIntoView({ block: heading === null ? 'center' : 'start' });
  const focused = heading ?? row?.querySelector<HTMLElement>('input, select, button');
  focused?.focus({ preventScroll: true });
}

/** What the desktop program alone does is set nowhere else. */
const isHere = (name: RowName, shell: ShellStatus | undefined): boolean =>
  name === 'startAtLogin'
    ? shell?.startsAtLogin !== undefined
    : shell !== undefined || sectionOf(name) !== 'desktop';

interface Found {
  readonly shown: readonly (readonly [Section, ReactNode])[];
  readonly count: number;
}

/** The sections in which something is found, each with only that. */
function findSections(query: string, shell: ShellStatus | undefined, t: Words): Found {
  const names = findSettings(query, t).filter(name => isHere(name, shell));
  const found = findCommands(query, query === '' || names.includes('keys'), t);
  const rows = names.filter(name => name !== 'keys');
  const shown = sections.flatMap((section): Found['shown'] => {
    const own = rows.filter(name => sectionOf(name) === section);
    if (own.length > 0) return [[section, <Rows key={section} names={own} />]];
    if (section === 'keys')
      return found.length > 0 ? [[section, <KeysSection key={section} found={found} />]] : [];
    const Body = bodies[section];
    return query === '' && Body !== undefined ? [[section, <Body key={section} />]] : [];
  });
  return { shown, count: rows.length + found.length };
}

const bodies: Readonly<Partial<Record<Section, () => ReactNode>>> = {
  models: ModelsSection,
  privacy: PrivacySection,
  file: FileSection,
};

const foundText = (count: number, t: Words): string =>
  count === 0 ? t('setting.none') : t('setting.found', { count });
