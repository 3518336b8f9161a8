/** The side of the memory: the field that looks through everything, its pages, and filters with their counts. */
import { useEffect, useRef } from 'react';
import type { MemoryFilter } from '../../store/memory-explorer-view.ts';
import { number } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useNarrow } from '../use-media.ts';
import { useActions, useLanguage, useWindow, useWords } from '../window-context.tsx';
import { subjectText } from './fact-text.ts';
import { type MemoryPart, memoryParts } from './memory-part.ts';
import type { ResultKeys } from './use-result-keys.ts';

export function MemorySide({ part, keys }: { part: MemoryPart; keys: ResultKeys }) {
  const t = useWords();
  const isNarrow = useNarrow();
  const hasOverview = useWindow(state => state.memory.explorer.overview !== undefined);
  const filters = part === 'search' && hasOverview && <Filters />;
  return (
    <div className="memory-side">
      <SearchField part={part} keys={keys} />
      <Parts part={part} />
      {isNarrow && filters ? (
        <details className="memory-filters">
          <summary>{t('memoryRoom.filters')}</summary>
          {filters}
        </details>
      ) : (
        filters
      )}
    </div>
  );
}

function SearchField({ part, keys }: { part: MemoryPart; keys: ResultKeys }) {
  const t = useWords();
  const language = useLanguage();
  const { goTo, searchMemory } = useActions();
  const query = useWindow(state => state.memory.search.query);
  const field = useRef<HTMLInputElement>(null);
  // Whoever comes by the keys writes at once; where a memory was asked for, the focus goes to it.
  const isAsked = useWindow(state => state.memory.why !== undefined);
  useEffect(() => {
    if (part === 'search' && !isAsked) field.current?.focus();
  }, [part, isAsked]);
  const { found, active } = keys;
  const hasList = found.memories.length > 0 && part === 'search';
  return (
    <div className="memory-field">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        role="combobox"
        autoComplete="off"
        aria-label={t('memorySearchLabel')}
        aria-expanded={hasList}
        aria-controls={hasList ? keys.listId : undefined}
        aria-activedescendant={hasList && active >= 0 ? keys.optionId(active) : undefined}
        placeholder={t('memorySearchPlaceholder')}
        maxLength={500}
        value={query}
        onChange={event => {
          if (part !== 'search') goTo('memory');
          searchMemory(event.target.value);
        }}
        onKeyDown={keys.onKeyDown}
        data-testid="memory-search"
      />
      <span className="mono faint" aria-hidden="true">
        {query !== '' && found.state === 'done' && number(found.total, language)}
      </span>
    </div>
  );
}

function Parts({ part }: { part: MemoryPart }) {
  const t = useWords();
  const { goTo } = useActions();
  const unjudged = useWindow(state => state.memory.explorer.overview?.unjudged ?? 0);
  return (
    <nav className="memory-parts" aria-label={t('memoryTabs')}>
      {memoryParts.map(one => (
        <button
          key={one}
          type="button"
          aria-current={one === part ? 'page' : undefined}
          onClick={() => goTo('memory', one === 'search' ? undefined : one)}
        >
          {t(`memoryTab.${one}`)}
          {one === 'nights' && unjudged > 0 && <span className="mono">{unjudged}</span>}
        </button>
      ))}
    </nav>
  );
}

const origins = ['spoken', 'written', 'elsewhere'] as const;
const states = ['holds', 'past', 'fading'] as const;

function Filters() {
  const t = useWords();
  const overview = useWindow(state => state.memory.explorer.overview);
  if (overview === undefined) return null;
  const { people, themes, states: byState, origins: byOrigin } = overview;
  return (
    <div className="memory-filter-groups" data-testid="memory-filters">
      <Group title={t('memoryRoom.people')}>
        {people.map(({ name, count }) => (
          <Filter key={name} filter={{ person: name }} text={subjectText(name, t)} count={count} isRound />
        ))}
      </Group>
      <Group title={t('memoryRoom.themes')}>
        {themes.map(({ theme, count }) => (
          <Filter key={theme} filter={{ theme }} text={t(`memoryRoom.theme.${theme}`)} count={count} />
        ))}
      </Group>
      <Group title={t('memoryRoom.origins')}>
        {origins
          .filter(origin => byOrigin[origin] > 0)
          .map(origin => (
            <Filter
              key={origin}
              filter={{ origin }}
              text={t(`memoryRoom.origin.${origin}`)}
              count={byOrigin[origin]}
            />
          ))}
      </Group>
      <Group title={t('memoryRoom.states')}>
        {states
          .filter(state => byState[state] > 0)
          .map(state => (
            <Filter
              key={state}
              filter={{ state }}
              text={t(`memoryRoom.state.${state}`)}
              count={byState[state]}
            />
          ))}
      </Group>
    </div>
  );
}

function Group({ title, children }: { title: string; children: readonly React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

interface FilterProps {
  readonly filter: MemoryFilter;
  readonly text: string;
  readonly count: number;
  readonly isRound?: boolean;
}

function Filter({ filter, text, count, isRound = false }: FilterProps) {
  const language = useLanguage();
  const { filterMemories } = useActions();
  const isOn = useWindow(
    ({ memory }) =>
      memory.search.query === '' && JSON.stringify(memory.explorer.filter) === JSON.stringify(filter),
  );
  return (
    <li>
      <button
        type="button"
        className="memory-filter"
        aria-pressed={isOn}
        data-round={isRound}
        onClick={() => void filterMemories(filter)}
      >
        <span className="memory-filter-mark" aria-hidden="true" />
        <span className="grow" dir="auto">
          {text}
        </span>
        <span className="mono">{number(count, language)}</span>
      </button>
    </li>
  );
}
