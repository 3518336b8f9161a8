/** What the core keeps in memory after many turns: it must level off, whatever was said. */
import { newId } from '../src-main/domain/id.ts';
import type { Bench, Row } from './bench.ts';
import { residentMebibytesOf } from './process-cost.ts';
import { type RunningCore, startCore } from './running-core.ts';
import { atMost } from './statistics.ts';

const turns = 2000;
const turnsPerConversation = 50;
const questions = [
  'what time is it?',
  'quel jour sommes-nous ?',
  'what is 12 times 8',
  'add milk to the shopping list',
  'tell me a story about sailors',
  'rappelle-moi de boire dans 3 heures',
  'note: call Marie',
  'combien font 15 % de 80',
];

const bench: Bench = { name: 'growth', baseline: 'the same core after a tenth of the turns', run };
export default bench;

async function run(): Promise<readonly Row[]> {
  if (process.platform !== 'linux') throw new Error('reads /proc, which only Linux has');
  const core = await startCore();
  try {
    const pid = core.program.process.pid ?? 0;
    const atStart = residentMebibytesOf(pid);
    await ask(core, turns / 10);
    const early = residentMebibytesOf(pid);
    await ask(core, (turns * 9) / 10);
    const late = residentMebibytesOf(pid);
    return [
      { what: 'resident memory at the start', value: atStart, unit: 'MiB' },
      atMost(
        { what: `resident memory after ${turns} turns`, value: late, unit: 'MiB', baseline: early },
        200,
      ),
    ];
  } finally {
    await core.close();
  }
}

async function ask({ client }: RunningCore, count: number): Promise<void> {
  let conversationId = newId();
  for (let number = 0; number < count; number += 1) {
    if (number % turnsPerConversation === 0) conversationId = newId();
    const turnId = newId();
    const ended = new Promise<void>(resolve => {
      const stop = client.on('turn.ended', turn => {
        if (turn.turnId !== turnId) return;
        stop();
        resolve();
      });
    });
    const text = questions[number % questions.length] ?? '';
    await client.call('turn.ask', { turnId, conversationId, text, origin: 'typed' });
    await ended;
  }
}
