/** Shows downloads until they are over: a line that moves in a terminal, a line now and then elsewhere, or JSON. */
import type { Client } from '../../../src-preload/connect.ts';
import type { EventData } from '../../../src-preload/contract.ts';
import type { CatalogueEntry, CatalogueSnapshot } from '../../domain/catalogue.ts';
import { bytesText, fillIn, timeText, catalogueWords as words } from './catalogue-words.ts';
import { type CommandContext, say } from './command.ts';

type Progress = EventData<'catalogue.progress'>;

const running = new Set(['waiting', 'downloading', 'checking']);
/** Where nobody watches, every so many percent. */
const percentStep = 10;

/**
 * Resolves with the exit status once none of these is under way any more: 0 when all are installed. Ctrl-C pauses them.
 */
export async function watchDownloads(
  ids: readonly string[],
  first: CatalogueSnapshot,
  client: Client,
  context: CommandContext,
  json: boolean,
): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<CatalogueSnapshot>();
  const show = progressLine(context, json);
  const look = (picture: CatalogueSnapshot): void => {
    const isBusy = entriesOf(picture, ids).some(({ state }) => running.has(state));
    if (!isBusy) resolve(picture);
  };
  const stops = [
    client.on('catalogue.changed', look),
    client.on('catalogue.progress', progress => {
      if (ids.includes(progress.id)) show(progress);
    }),
    context.onInterrupt(() => void Promise.all(ids.map(id => client.call('catalogue.pause', { id })))),
  ];
  look(first);
  // What changed before we listened is in a picture of now.
  look(await client.call('catalogue.get', {}));
  const last = entriesOf(await promise, ids);
  for (const stop of stops) stop();
  if (context.terminal.stdout.isTTY && !json) context.terminal.stdout.write('\r\u001b[K');
  if (json) context.terminal.line(JSON.stringify({ event: 'ended', models: last }));
  else for (const entry of last) printEnd(entry, context);
  return last.every(({ state }) => state === 'installed') ? 0 : 1;
}

const entriesOf = ({ models }: CatalogueSnapshot, ids: readonly string[]): readonly CatalogueEntry[] =>
  models.filter(({ id }) => ids.includes(id));

function progressLine(context: CommandContext, json: boolean): (progress: Progress) => void {
  const { terminal, language } = context;
  const told = new Map<string, number>();
  return progress => {
    const { id, doneBytes, totalBytes, bytesPerSecond, secondsLeft } = progress;
    if (json) return terminal.line(JSON.stringify({ event: 'progress', ...progress }));
    const percent = totalBytes > 0 ? Math.floor((100 * doneBytes) / totalBytes) : 0;
    const line = [
      `${id}  ${percent} %`,
      `${bytesText(doneBytes, language)} / ${bytesText(totalBytes, language)}`,
      ...(bytesPerSecond ? [`${bytesText(bytesPerSecond, language)}/s`] : []),
      ...(secondsLeft ? [timeText(secondsLeft)] : []),
    ].join('  ');
    if (terminal.stdout.isTTY) return void terminal.stdout.write(`\r\u001b[K${line}`);
    const step = Math.floor(percent / percentStep);
    if (told.get(id) === step) return;
    told.set(id, step);
    terminal.line(line);
  };
}

function printEnd(entry: CatalogueEntry, context: CommandContext): void {
  const { terminal } = context;
  const { id: name, state, error } = entry;
  if (state === 'installed') terminal.line(fillIn(say(words.installed, context), { name }));
  if (state === 'paused') terminal.line(fillIn(say(words.paused, context), { name }));
  if (state === 'absent') terminal.line(fillIn(say(words.cancelled, context), { name }));
  if (error) terminal.remark(`${name}: ${error.code}: ${error.message}\n  ${error.hint}`);
}
