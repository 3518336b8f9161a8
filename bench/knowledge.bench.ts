/**
 * Documents: a thousand files read in the background of the built program, what a turn notices of it, and how well
 * passages are found.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDocx, makePdf } from '../native/document-process/document-fixture.ts';
import { newId } from '../src-main/domain/id.ts';
import type { Client } from '../src-preload/connect.ts';
import type { EventData } from '../src-preload/contract.ts';
import type { Bench, Row } from './bench.ts';
import { type AskedQuestion, askDocuments } from './knowledge-retrieval.ts';
import { startCore } from './running-core.ts';
import { atLeast, atMost, median, p95 } from './statistics.ts';

const files = 1000;
const idleTurns = 60;
/** Between two turns while documents are read; a person takes longer. */
const betweenTurnsMs = 150;

const bench: Bench = {
  name: 'knowledge',
  baseline: 'the same turns of the same program before there are documents',
  run,
};
export default bench;

async function run(): Promise<readonly Row[]> {
  return [...(await findingRows()), ...(await readingRows())];
}

async function findingRows(): Promise<Row[]> {
  const asked = await askDocuments();
  const answerable = asked.filter(({ document }) => document !== undefined);
  const shareOf = (rows: readonly AskedQuestion[], is: (row: AskedQuestion) => boolean): number =>
    (100 * rows.filter(is).length) / rows.length;
  const isFound = ({ found, document }: AskedQuestion): boolean =>
    found.some(({ documentName }) => documentName === document);
  const same = answerable.filter(({ crosses }) => crosses !== true);
  const across = answerable.filter(({ crosses }) => crosses === true);
  const others = asked.filter(({ document }) => document === undefined);
  return [
    atLeast(
      { what: 'R@3, question in the document’s language', value: shareOf(same, isFound), unit: '%' },
      90,
    ),
    atLeast({ what: 'R@3, question in the other language', value: shareOf(across, isFound), unit: '%' }, 72),
    atMost(
      {
        what: 'questions about nothing in the documents, quoted all the same',
        value: shareOf(others, ({ told }) => told.length > 0),
        unit: '%',
      },
      10,
    ),
  ];
}

async function readingRows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-thousand-'));
  writeFiles(folder);
  const core = await startCore();
  try {
    const { client } = core;
    await client.call('knowledge.list', { limit: 1 });
    for (let turn = 0; turn < 10; turn += 1) await timeTurn(client);
    const idle = await timeTurns(client, done => done.length >= idleTurns);
    let status: EventData<'knowledge.changed'> | undefined;
    client.on('knowledge.changed', next => {
      status = next;
    });
    const startedMs = performance.now();
    await client.call('knowledge.add', { path: folder });
    const isRead = (): boolean => status !== undefined && status.indexed >= files && status.waiting === 0;
    const meanwhile = await timeTurns(client, isRead);
    const seconds = (performance.now() - startedMs) / 1000;
    const added = p95(meanwhile) - p95(idle);
    return [
      { what: `${files} files read, with turns meanwhile`, value: seconds, unit: 's' },
      { what: 'passages', value: (status?.passages ?? 0) / seconds, unit: '/s' },
      { what: 'turns measured meanwhile', value: meanwhile.length, unit: '' },
      { what: 'turn median while reading', value: median(meanwhile), unit: 'ms', baseline: median(idle) },
      { what: 'turn p95 while reading', value: p95(meanwhile), unit: 'ms', baseline: p95(idle) },
      atMost({ what: 'turn p95 added by reading', value: added, unit: 'ms' }, 10),
    ];
  } finally {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeTurns(client: Client, isOver: (done: readonly number[]) => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!isOver(times)) {
    times.push(await timeTurn(client));
    await pause(betweenTurnsMs);
  }
  return times;
}

/** A built-in skill, from its sending to its whole answer. */
async function timeTurn(client: Client): Promise<number> {
  const turnId = newId();
  const ended = Promise.withResolvers<void>();
  const off = client.on('turn.ended', end => {
    if (end.turnId === turnId) ended.resolve();
  });
  const startedMs = performance.now();
  await client.call('turn.ask', {
    ...{ turnId, conversationId: newId(), text: 'Quelle heure est-il ?', origin: 'typed' },
  });
  await ended.promise;
  const tookMs = performance.now() - startedMs;
  off();
  return tookMs;
}

const words = 'maison jardin contrat facture visite travail soleil budget rapport voyage projet lettre'.split(
  ' ',
);

/** About four pages each, of several formats; no two are the same. */
function writeFiles(folder: string): void {
  for (let number = 0; number < files; number += 1) {
    const sentence = (place: number): string =>
      `Le ${words[(number + place) % 12]} numéro ${number * 7 + place} parle du ${words[(number * 5 + place) % 12]} et du ${words[(place * 3) % 12]}.`;
    const paragraph = (place: number): string =>
      Array.from({ length: 15 }, (_, at) => sentence(place * 15 + at)).join(' ');
    const inFolder = join(folder, `part-${number % 20}`);
    mkdirSync(inFolder, { recursive: true });
    const [name, content] = fileOf(number, [0, 1, 2, 3].map(paragraph));
    writeFileSync(join(inFolder, name), content);
  }
}

function fileOf(number: number, paragraphs: readonly string[]): readonly [string, string | Buffer] {
  const title = `Document ${number}`;
  if (number % 4 === 0) return [`${number}.txt`, paragraphs.join('\n\n')];
  if (number % 4 === 1)
    return [`${number}.md`, paragraphs.map((one, at) => `## ${title}, ${at}\n\n${one}`).join('\n\n')];
  if (number % 4 === 2) return [`${number}.docx`, makeDocx([`# ${title}`, ...paragraphs])];
  const pages = paragraphs.map(one => one.split('. ').map(text => ({ text })));
  return [`${number}.pdf`, makePdf(pages)];
}
