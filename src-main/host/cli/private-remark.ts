/** Private mode lives in the program: one that a single command started takes it along when it ends. */
import type { Client } from '../../../src-preload/connect.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { CommandContext } from './command.ts';

const endsWithCommand: Bilingual = {
  fr: 'Jarvis ne tourne pas : le mode privé finit avec cette commande, et la suivante sera gardée. Lancez « npm start », ou « jarvis chat », pour qu’il dure.',
  en: 'Jarvis is not running: private mode ends with this command, and the next one will be kept. Start it with "npm start", or "jarvis chat", for it to last.',
};

/** To be called once a command has done what could have begun private mode. */
export async function remarkWherePrivateEnds(
  client: Client,
  { access, terminal, language }: CommandContext,
): Promise<void> {
  if (!access.isOwn()) return;
  const { memory } = await client.call('app.snapshot', {});
  if (memory.isPrivate) terminal.remark(endsWithCommand[language]);
}
