/** `jarvis ledger`: what went from this computer to which other one, why, and by whose order. */
import type { CommandOutput } from '../../../src-preload/contract.ts';
import type { Bilingual } from '../../domain/language.ts';
import { dayMs } from '../../domain/local-time.ts';
import type { Orderer, OutboundPurpose } from '../../domain/outbound.ts';
import { bytesText, fillIn } from './catalogue-words.ts';
import { badOption, type CliCommand, type CommandContext, onlyOptions, say } from './command.ts';

type Ledger = CommandOutput<'system.ledger'>;
type Entry = Ledger['entries'][number];

const words = {
  out: {
    fr: 'Sorti de cet ordinateur depuis le {since} : {out}, revenu : {back}.',
    en: 'Left this computer since {since}: {out}, came back: {back}.',
  },
  here: {
    fr: 'Resté dans cet ordinateur : {out} demandés, {back} répondus.',
    en: 'Stayed inside this computer: {out} asked, {back} answered.',
  },
} as const satisfies Record<string, Bilingual>;

const purposes: Readonly<Record<OutboundPurpose, Bilingual>> = {
  generate: { fr: 'faire écrire un modèle', en: 'have a model write' },
  look: { fr: 'voir quels modèles il y a', en: 'see which models there are' },
  embed: { fr: 'calculer le sens de textes', en: 'make meanings of texts' },
  download: { fr: 'télécharger un modèle', en: 'download a model' },
  update: { fr: 'chercher une mise à jour', en: 'look for an update' },
};
const people: Readonly<Record<Orderer, Bilingual>> = {
  you: { fr: 'vous', en: 'you' },
  night: { fr: 'la consolidation', en: 'consolidation' },
  jarvis: { fr: 'Jarvis', en: 'Jarvis' },
};

const mostDays = 366;
/** Rows that are asked for at once. */
const pageRows = 5000;

export const ledgerCommand: CliCommand = {
  run: async (args, context) => {
    const values = onlyOptions(args, {
      json: { type: 'boolean' },
      days: { type: 'string' },
    });
    const days = Number(values.days ?? '1');
    if (!Number.isInteger(days) || days < 1 || days > mostDays) throw badOption(`--days ${values.days}`);
    if (values.json) await printRows(days, context);
    else await printSums(days, context);
    return 0;
  },
};

/** One object a line, newest first, as they are kept. */
async function printRows(days: number, { access, terminal }: CommandContext): Promise<void> {
  const client = await access.open();
  const { sinceMs } = await client.call('system.ledger', { days });
  let beforeMs: number | undefined;
  for (;;) {
    const page = { sinceMs, limit: pageRows, ...(beforeMs !== undefined && { beforeMs }) };
    const { rows } = await client.call('system.transfers', page);
    for (const { fromMs, ...row } of rows)
      terminal.line(JSON.stringify({ from: new Date(fromMs).toISOString(), ...row }));
    beforeMs = rows.at(-1)?.fromMs;
    if (rows.length < pageRows || terminal.gone.aborted) return;
  }
}

async function printSums(days: number, context: CommandContext): Promise<void> {
  const { access, terminal, language } = context;
  const client = await access.open();
  const { sinceMs, out, here, entries } = await client.call('system.ledger', { days });
  // Not the day before, where the clocks are set within it.
  const since = new Date(sinceMs + dayMs / 24).toLocaleDateString(language);
  const both = (of: Ledger['out']) => ({
    out: bytesText(of.bytesOut, language),
    back: bytesText(of.bytesIn, language),
  });
  terminal.line(fillIn(say(words.out, context), { since, ...both(out) }));
  for (const entry of entries.filter(one => !one.isHere)) printEntry(entry, context);
  if (here.requests > 0) terminal.line(fillIn(say(words.here, context), both(here)));
}

function printEntry(entry: Entry, context: CommandContext): void {
  const { terminal, language } = context;
  const { host, purpose, orderedBy, requests, bytesOut, bytesIn } = entry;
  const sizes = `↑ ${bytesText(bytesOut, language)}  ↓ ${bytesText(bytesIn, language)}`;
  const why = `${say(purposes[purpose], context)} (${say(people[orderedBy], context)}, ${requests} ×)`;
  terminal.line(`  ${host}  ${sizes}  ${why}`);
}
