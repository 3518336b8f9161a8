/** The field that searches all conversations. */
import type { KeyboardEvent } from 'react';
import { IconButton } from '../icon-button.tsx';
import { Icon } from '../icons.tsx';
import { CommandKeys } from '../keys/command-keys.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export const searchFieldId = 'search';

export function SearchField() {
  const t = useWords();
  const { search } = useActions();
  const query = useWindow(state => state.search.query);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Escape' || query === '') return;
    // Escape empties the field first; it must not also stop the answer.
    event.stopPropagation();
    search('');
  };
  return (
    <search className="field search-field">
      <Icon name="search" />
      <input
        id={searchFieldId}
        type="text"
        autoComplete="off"
        value={query}
        maxLength={500}
        placeholder={t('searchPlaceholder')}
        aria-label={t('searchLabel')}
        onChange={event => search(event.target.value)}
        onKeyDown={onKeyDown}
        data-testid="search"
      />
      {query === '' ? (
        <span className="wide-only">
          <CommandKeys id="conversation.search" />
        </span>
      ) : (
        <IconButton icon="close" label={t('clearSearch')} onClick={() => search('')} />
      )}
    </search>
  );
}
