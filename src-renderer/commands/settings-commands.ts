/** How the window looks and speaks, and whose it is. */
import type { Language, Preferences } from '../store/contract-types.ts';
import type { WordKey } from '../words.ts';
import { type Command, walk } from './command.ts';

const theme = (value: Preferences['theme'], title: WordKey, also: WordKey): Command => ({
  id: `theme.${value}`,
  group: 'settings',
  title,
  also,
  isOn: ({ preferences }) => preferences.theme === value,
  run: ({ actions }) => actions.changeSetting('theme', value),
});

const accent = (value: Preferences['accent'], title: WordKey): Command => ({
  id: `accent.${value}`,
  group: 'settings',
  title,
  also: 'commandsAlso.accent',
  isOn: ({ preferences }) => preferences.accent === value,
  run: ({ actions }) => actions.changeSetting('accent', value),
});

const language = (value: Language, title: WordKey, also: WordKey): Command => ({
  id: `language.${value}`,
  group: 'settings',
  title,
  also,
  isOn: state => state.language === value,
  run: ({ actions }) => actions.changeLanguage(value),
});

export const settingsCommands: readonly Command[] = [
  theme('dark', 'commands.themeDark', 'commandsAlso.themeDark'),
  theme('light', 'commands.themeLight', 'commandsAlso.themeLight'),
  theme('system', 'commands.themeSystem', 'commandsAlso.themeSystem'),
  accent('signal', 'commands.accentSignal'),
  accent('lagune', 'commands.accentLagune'),
  accent('givre', 'commands.accentGivre'),
  {
    id: 'motion.less',
    group: 'settings',
    title: 'commands.lessMotion',
    also: 'commandsAlso.lessMotion',
    isOn: ({ preferences }) => preferences.motion === 'less',
    run: ({ actions, state }) =>
      actions.changeSetting('motion', state().preferences.motion === 'less' ? 'system' : 'less'),
  },
  language('fr', 'commands.inFrench', 'commandsAlso.language'),
  language('en', 'commands.inEnglish', 'commandsAlso.language'),
  {
    id: 'profile.add',
    group: 'settings',
    title: 'addProfile',
    run: ({ actions }) => actions.showDialog('add-profile'),
  },
  {
    id: 'settings.undo',
    group: 'settings',
    title: 'commands.undoSetting',
    keys: ['Ctrl+Alt+Z'],
    run: ({ actions }) => actions.undoSetting(),
  },
  {
    id: 'settings.reset',
    group: 'settings',
    title: 'commands.resetSettings',
    run: ({ actions }) => actions.resetSettings(),
  },
  {
    id: 'settings.export',
    group: 'settings',
    title: 'commands.exportSettings',
    run: ({ actions }) => actions.exportSettings(),
  },
  walk('settings.voice', { group: 'settings', title: 'commands.voiceSettings' }, 'settings', 'voice'),
  walk('settings.privacy', { group: 'settings', title: 'commands.privacy' }, 'settings', 'privacy'),
  walk('settings.file', { group: 'settings', title: 'commands.settingsFile' }, 'settings', 'file'),
  walk('settings.keys', { group: 'settings', title: 'commands.changeKeys' }, 'settings', 'keys'),
];
