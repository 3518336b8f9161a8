/** `jarvis where`: the folders and files of this Jarvis; opens none of them. */
import { join } from 'node:path';
import type { Bilingual } from '../../domain/language.ts';
import { type CliCommand, onlyOptions } from './command.ts';

const names: Readonly<Record<string, Bilingual>> = {
  data: { fr: 'données', en: 'data' },
  settings: { fr: 'réglages', en: 'settings' },
  profiles: { fr: 'profils', en: 'profiles' },
  backups: { fr: 'sauvegardes', en: 'backups' },
  logs: { fr: 'journaux', en: 'logs' },
  languageModels: { fr: 'modèles de langage', en: 'language models' },
  speechModels: { fr: 'modèles vocaux', en: 'speech models' },
};

export const whereCommand: CliCommand = {
  run: async (args, { folder, terminal, language }) => {
    const values = onlyOptions(args, { json: { type: 'boolean' } });
    const places: Readonly<Record<string, string>> = {
      data: folder.root,
      settings: folder.settings,
      profiles: folder.profiles,
      backups: join(folder.profiles, '*', 'backups'),
      logs: folder.logs,
      languageModels: folder.languageModels,
      speechModels: folder.speechModels,
    };
    if (values.json) {
      terminal.line(JSON.stringify(places));
      return 0;
    }
    const width = Math.max(...Object.values(names).map(name => name[language].length));
    for (const [key, path] of Object.entries(places)) {
      terminal.write(`${(names[key]?.[language] ?? key).padEnd(width)}  ${path}\n`);
    }
    return 0;
  },
};
