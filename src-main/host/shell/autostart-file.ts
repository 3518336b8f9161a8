/** Starting with the session on a Linux desktop: a file as freedesktop.org's autostart specification says. */
import { existsSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { writeFileAtomically } from '../../adapters/files/write-file-atomically.ts';

const fileName = 'jarvis.desktop';

/** The folder of the person's own autostart files. */
export function autostartFile(env: NodeJS.ProcessEnv, home: string): string {
  // Its specification says that a relative one is to be ignored.
  const config = env.XDG_CONFIG_HOME ?? '';
  return join(isAbsolute(config) ? config : join(home, '.config'), 'autostart', fileName);
}

/**
 * A word of `Exec`: in quotes, where the specification wants four signs escaped; the escape itself is doubled once more,
 * for the file's own reading of texts, and a percent sign would name a field.
 */
const execWord = (word: string): string => {
  const quoted = word.replaceAll(/["`$\\]/g, sign => `\\${sign}`);
  return `"${quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
};

/** `command`: the program and its arguments. */
export const autostartText = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Jarvis',
    'Comment=Local-first voice assistant',
    'Comment[fr]=Assistant vocal local',
    `Exec=${command.map(execWord).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

export const startsBy = (path: string): boolean => existsSync(path);

/** The file is whole or not there. */
export function setAutostart(path: string, command: readonly string[] | undefined): void {
  if (command === undefined) rmSync(path, { force: true });
  else writeFileAtomically(path, autostartText(command));
}
