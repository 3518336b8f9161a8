/** What is wanted now and then: settings, check-up, help, taking out and bringing in. */
import { useRef } from 'react';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../menu.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function MainMenu() {
  const t = useWords();
  const { goTo, showDialog, exportConversations, importFile, setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu button={<IconButton icon="more" label={t('menu')} data-testid="main-menu" />}>
        <MenuItem onSelect={() => goTo('memory')}>{t('memoryMenu')}</MenuItem>
        <MenuItem onSelect={() => goTo('memory', 'documents')}>{t('knowledgeMenu')}</MenuItem>
        <MenuItem onSelect={() => void setPrivate(!isPrivate)}>
          {isPrivate ? t('privateLeave') : t('privateEnter')}
        </MenuItem>
        <MenuItem onSelect={() => goTo('system', 'models')}>{t('modelsMenu')}</MenuItem>
        <MenuItem onSelect={() => goTo('settings')}>{t('settings')}</MenuItem>
        <MenuItem onSelect={() => goTo('system')}>{t('doctor')}</MenuItem>
        <MenuItem onSelect={() => showDialog('help')}>{t('help')}</MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => file.current?.click()}>{t('importFile')}</MenuItem>
        <MenuItem onSelect={() => void exportConversations('all', 'markdown')}>
          {t('exportAllMarkdown')}
        </MenuItem>
        <MenuItem onSelect={() => void exportConversations('all', 'json')}>{t('exportAllJson')}</MenuItem>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,.md,.markdown,application/json,text/markdown"
        data-testid="import-file"
        onChange={event => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          if (chosen !== undefined) void importFile(chosen);
        }}
      />
    </>
  );
}
