/** What is wanted now and then: settings, check-up, help, taking out and bringing in. */
import { useRef } from 'react';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '../menu.tsx';
import { useActions, useWindow, useWords } from '../window-context.tsx';

export function MainMenu() {
  const words = useWords();
  const { showDialog, exportConversations, importFile, setPrivate } = useActions();
  const isPrivate = useWindow(state => state.memory.isPrivate);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu button={<IconButton icon="more" label={words.menu} data-testid="main-menu" />}>
        <MenuItem onSelect={() => showDialog('memory')}>{words.memoryMenu}</MenuItem>
        <MenuItem onSelect={() => showDialog('knowledge')}>{words.knowledgeMenu}</MenuItem>
        <MenuItem onSelect={() => void setPrivate(!isPrivate)}>
          {isPrivate ? words.privateLeave : words.privateEnter}
        </MenuItem>
        <MenuItem onSelect={() => showDialog('models')}>{words.modelsMenu}</MenuItem>
        <MenuItem onSelect={() => showDialog('settings')}>{words.settings}</MenuItem>
        <MenuItem onSelect={() => showDialog('doctor')}>{words.doctor}</MenuItem>
        <MenuItem onSelect={() => showDialog('help')}>{words.help}</MenuItem>
        <MenuLine />
        <MenuItem onSelect={() => file.current?.click()}>{words.importFile}</MenuItem>
        <MenuItem onSelect={() => void exportConversations('all', 'markdown')}>
          {words.exportAllMarkdown}
        </MenuItem>
        <MenuItem onSelect={() => void exportConversations('all', 'json')}>{words.exportAllJson}</MenuItem>
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
