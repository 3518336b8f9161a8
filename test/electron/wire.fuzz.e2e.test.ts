/**
 * Random and mutated messages from the page itself, through the program's real lines: it answers each, breaks at none, and
 * goes on working. Only what the schemas refuse is sent, and a few commands that change nothing. The hundred thousand of
 * `test/fuzz/electron-wire.fuzz.test.ts` go through the same code in one process.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { commandNames, type FuzzedMessage, fuzzedMessage } from '../fuzz/messages.ts';
import { Random } from '../fuzz/random.ts';
import { type ShellProgram, shellHost, startShell } from './shell-program.ts';

const seed = Number(process.env.JARVIS_FUZZ_SEED ?? 20_261_122);
const perCommand = 20;
const harmless = new Set<string | undefined>([
  undefined,
  'app.snapshot',
  'profile.list',
  'conversation.list',
]);

/** Every command is tried; the ids tell the answers apart. */
function messages(): readonly FuzzedMessage[] {
  const random = new Random(seed);
  return commandNames.flatMap((name, at) =>
    Array.from({ length: perCommand }, (_, round) => fuzzedMessage(name, `e${at}-${round}`, random)).filter(
      ({ expected }) => harmless.has(expected),
    ),
  );
}

describe.skipIf(findChromium() === undefined)(`messages from the page (${shellHost})`, () => {
  let shell: ShellProgram;
  beforeAll(async () => {
    shell = await startShell();
  }, 90_000);
  afterAll(async () => {
    await shell?.stop();
  });

  it('are each answered, and those that the schemas refuse are refused', async () => {
    const said = messages();
    expect(said.length).toBeGreaterThan(commandNames.length);
    const answers = await shell.page.evaluate(
      async texts => {
        const { jarvisShell } = window as unknown as {
          jarvisShell: { openLine(number: number, request: object): void };
        };
        const port = await new Promise<MessagePort>(resolve => {
          addEventListener('message', ({ data, ports }) => {
            if (data?.jarvisLine === 4321 && ports[0]) resolve(ports[0]);
          });
          jarvisShell.openLine(4321, { kind: 'wire' });
        });
        const heard: { kind: string }[] = [];
        const all = new Promise<void>(resolve => {
          port.onmessage = ({ data: { text } }) => {
            port.postMessage({ taken: text.length });
            const message = JSON.parse(text);
            if (message.kind !== 'event') heard.push(message);
            if (heard.length > texts.length) resolve();
          };
        });
        port.postMessage({ text: JSON.stringify({ kind: 'hello', protocol: 1, clientId: 'fuzz' }) });
        for (const text of texts) port.postMessage({ text });
        // What is no message of a line is nothing. (The stand-in carries no BigInt; the test in one process does.)
        for (const odd of [
          1,
          null,
          'x',
          [],
          {},
          { text: 1 },
          { taken: -1 },
          { taken: Number.NaN },
          new Map(),
        ])
          port.postMessage(odd);
        await all;
        return heard.map(({ kind }) => kind);
      },
      said.map(({ text }) => text),
    );
    expect(answers[0]).toBe('welcome');
    const right = said.filter(({ expected }) => expected !== undefined).length;
    expect(answers.filter(kind => kind === 'result')).toHaveLength(right);
    expect(answers.filter(kind => kind === 'failure')).toHaveLength(said.length - right);
    console.log(`seed ${seed}: ${said.length} messages over the page's own line (${shellHost})`);
  }, 120_000);

  it('lines that are asked for in no way that we know are none, and the window goes on', async () => {
    await shell.page.evaluate(() => {
      const { jarvisShell } = window as unknown as {
        jarvisShell: { openLine(number: unknown, request: unknown): void };
      };
      const requests = [
        1,
        'wire',
        [],
        {},
        { kind: 'wire', more: 1 },
        { kind: 'sound' },
        { kind: '__proto__' },
        null,
      ];
      for (const request of requests) jarvisShell.openLine(1, request);
    });
    await shell.page.getByTestId('composer').fill('what is 15 % of 240?');
    await shell.page.keyboard.press('Enter');
    await shell.page.getByText(/= 36/).last().waitFor();
    expect(shell.faults).toEqual([]);
  });
});
