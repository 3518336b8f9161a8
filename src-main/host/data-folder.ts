/** Where Jarvis keeps its files, and the name of each. */
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

export interface DataFolder {
  readonly root: string;
  readonly settings: string;
  readonly profiles: string;
  readonly logs: string;
  /** Everything that was downloaded or added, by kind. */
  readonly models: string;
  readonly languageModels: string;
  readonly speechModels: string;
  readonly embeddingModels: string;
  /** How far an update is, and its package. */
  readonly updates: string;
  /** Address and token of the running program, for the command line; mode 0600. */
  readonly instance: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder from the option, else `JARVIS_DATA_DIR`, else the system's usual place. */
export function dataFolder(option: string | undefined, env: Environment = process.env): DataFolder {
  // A variable that is set to nothing must not make the current folder the data folder.
  const root = resolve(option ?? (env.JARVIS_DATA_DIR || usualPlace(env)));
  return {
    root,
    settings: join(root, 'settings.json'),
    profiles: join(root, 'profiles'),
    logs: join(root, 'logs'),
    models: join(root, 'models'),
    languageModels: join(root, 'models', 'language'),
    speechModels: join(root, 'models', 'speech'),
    embeddingModels: join(root, 'models', 'embedding'),
    updates: join(root, 'updates'),
    instance: join(root, 'instance.json'),
  };
}

function usualPlace(env: Environment): string {
  if (process.platform === 'win32')
    return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), 'Jarvis');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Jarvis');
  // Its specification says that a relative one is to be ignored.
  const shared = env.XDG_DATA_HOME ?? '';
  return join(isAbsolute(shared) ? shared : join(homedir(), '.local', 'share'), 'jarvis');
}
