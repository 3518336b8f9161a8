/** Asking from the command line: skills, a model's stream, pipes, Ctrl-C, and the running program. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';
import { type CliOptions, runCli } from './cli-fixture.ts';

let dataDir: string;
let server: ScriptedServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jarvis-ask-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));
beforeEach(async () => {
  server = await ScriptedServer.start({
    protocol: 'ollama',
    models: ['first', 'second'].map(name => ({ ...chatModel, name: `${name}:latest` })),
    answer: () => ({ text: 'Paris, I believe.' }),
  });
});
afterEach(() => server.close());

const chatModel = {
  capabilities: ['completion'],
  sizeBytes: 2_000_000_000,
  parameterCount: 3_000_000_000,
  contextTokens: 4096,
};
const run = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  runCli(args, { dataDir, ...options, env: { OLLAMA_HOST: server.address, ...options.env } });

const promptsOf = (): string[] =>
  server.chats.map(({ body }) => (body.messages as { content: string }[]).at(-1)?.content ?? '');

describe('jarvis ask', () => {
  it('answers by a built-in skill without asking a model', async () => {
    expect(await run(['ask', 'what is 12 times 8', '--lang', 'en'])).toMatchObject({ status: 0, stderr: '' });
    const { stdout } = await run(['ask', '--json', 'combien', 'font', '12', 'fois', '8', '?']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'complete',
      language: 'fr',
      answeredBy: { kind: 'skill', intent: 'math' },
      answer: expect.stringContaining('96'),
    });
    expect(server.chats).toEqual([]);
  });

  it('prints a model’s answer, and says in JSON who spoke', async () => {
    expect(await run(['ask', 'What is the capital of France?'])).toEqual({
      ...{ status: 0, stdout: 'Paris, I believe.\n', stderr: '' },
    });
    const { stdout } = await run(['ask', '--json', 'What is the capital of France?']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      answer: 'Paris, I believe.',
      status: 'complete',
      answeredBy: { kind: 'model', backendLabel: 'Ollama' },
    });
  });

  it('adds what is piped in to the question, and takes it alone', async () => {
    await run(['ask'], { input: 'What is the capital\nof France?\n' });
    await run(['ask', '-'], { input: 'Who painted the Mona Lisa?' });
    await pipedAsk('Summarize this', 'An old tale of a fox.');
    const [alone, dash, both] = promptsOf();
    expect(alone).toContain('What is the capital\nof France?');
    expect(dash).toContain('Who painted the Mona Lisa?');
    expect(both).toContain('Summarize this\n\nAn old tale of a fox.');
  });

  it('goes on with a conversation', async () => {
    const first = JSON.parse((await run(['ask', '--json', 'Tell me about lamps in old houses'])).stdout);
    await run(['ask', '-c', first.conversationId, 'And who made them?']);
    const messages = server.chats.at(-1)?.body.messages as { content: string }[];
    expect(JSON.stringify(messages)).toContain('lamps in old houses');
    expect(JSON.stringify(messages)).toContain('Paris, I believe.');
  });

  it('asks the model that is named, and refuses one that is not there', async () => {
    const modelOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout).answeredBy.model;
    const question = ['ask', '--json', 'Who painted the Mona Lisa?'];
    expect(modelOf(await run([...question, '--model', 'ollama/first:latest']))).toBe('first:latest');
    expect((await run(['model', 'use', 'second'])).stdout).toBe(
      'Answers from now on: ollama/second:latest\n',
    );
    expect(modelOf(await run([...question, '-m', 'first']))).toBe('first:latest');
    expect(modelOf(await run(question))).toBe('second:latest');
    expect(await run(['ask', '--model', 'nobody', 'Who?'])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('input.not-found: Not found: nobody.'),
    });
  });

  it('tells an answer that failed on standard error, with status 1', async () => {
    server.answer = () => ({ text: 'one two three four', fault: { kind: 'error', afterTokens: 2 } });
    const { status, stdout, stderr } = await run(['ask', 'Who painted the Mona Lisa?']);
    expect(status).toBe(1);
    expect(stdout).toBe('one two\n');
    expect(stderr).toMatch(/^model\.[a-z-]+: .+\n {2}.+\n$/);
  });

  it('stops the answer at Ctrl-C, at the server too, and keeps what came', async () => {
    server.answer = () => ({ text: 'word '.repeat(500), tokensPerSecond: 50 });
    let interrupted = false;
    const { status, stdout } = await run(['ask', 'Tell me a long story about lamps'], {
      onOutput: (soFar, child) => {
        if (!interrupted && soFar.length > 20) child.kill('SIGINT');
        interrupted = interrupted || soFar.length > 20;
      },
    });
    expect(status).toBe(130);
    expect(stdout).toMatch(/^(word ?)+\n$/);
    expect(server.generating).toBe(0);
    expect(server.chats[0]?.state).toBe('client-closed');
    const { stdout: kept } = await run(['export', '--all']);
    expect(kept).toContain('"stopped"');
  });

  it('ends quietly when nobody reads on, and stops the model', async () => {
    server.answer = () => ({ text: 'word\n'.repeat(2000), tokensPerSecond: 200 });
    const { status, stderr } = await run(['ask', 'Tell me a long story about lamps'], {
      onOutput: (_soFar, child) => child.stdout?.destroy(),
    });
    expect(stderr).toBe('');
    expect(status).toBe(130);
    expect(server.chats[0]?.state).toBe('client-closed');
  });
});

describe('jarvis chat', () => {
  it('answers line by line in one conversation, refuses in words, and ends with the input', async () => {
    server.answer = ({ messages }) => ({ text: `heard ${messages.length} messages` });
    const input = 'Who painted the Mona Lisa?\n\nWhere is it now?\n/new\nWho was Vermeer?\n';
    const { status, stdout, stderr } = await run(['chat'], { input });
    expect(status).toBe(0);
    const counts = [...stdout.matchAll(/heard (\d+) messages/g)].map(match => Number(match[1]));
    expect(counts).toHaveLength(3);
    expect(counts[1]).toBe((counts[0] ?? 0) + 2);
    expect(counts[2]).toBe(counts[0]);
    expect(stderr).toContain('New conversation.');
  });
});

/** A question whose standard input is a pipe of the shell. */
function pipedAsk(question: string, piped: string): Promise<number | null> {
  const shell = spawn(
    'sh',
    ['-c', 'printf %s "$1" | "$2" "$3" ask "$4"', 'sh', piped, process.execPath, cliPath, question],
    {
      env: { ...process.env, JARVIS_DATA_DIR: dataDir, JARVIS_SECRETS: 'file', OLLAMA_HOST: server.address },
      stdio: 'ignore',
    },
  );
  return new Promise(resolve => shell.on('close', resolve));
}
const cliPath = new URL('../cli.ts', import.meta.url).pathname;
