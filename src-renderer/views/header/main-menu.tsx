/** What is wanted now and then: check-up, help, taking out and bringing in. */
import { openFileField } from '../frame/file-fields.tsx';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../menu.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function MainMenu() {
  const t = useWords();
  const { goTo, showDialog, exportConversations, setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  return (
    <Menu button={<IconButton icon="more" label={t('menu')} data-testid="main-menu" />}>
      <MenuItem onSelect={() => goTo('memory', 'documents')}>{t('knowledgeMenu')}</MenuItem>
      <MenuItem onSelect={() => goTo('system', 'models')}>{t('modelsMenu')}</MenuItem>
      <MenuItem onSelect={() => void setPrivate(!isPrivate)}>
        {isPrivate ? t('privateLeave') : t('privateEnter')}
      </MenuItem>
      <MenuItem onSelect={() => showDialog('help')}>{t('help')}</MenuItem>
      <MenuLine />
      <MenuItem onSelect={() => openFileField('import')}>{t('importFile')}</MenuItem>
      <MenuItem onSelect={() => void exportConversations('all', 'markdown')}>
        {t('exportAllMarkdown')}
      </MenuItem>
      <MenuItem onSelect={() => void exportConversations('all', 'json')}>{t('exportAllJson')}</MenuItem>
    </Menu>
  );
}
