/** Chat in a real terminal: Ctrl-C stops the answer, the next one leaves; an answer cannot steer the terminal. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScriptedServer } from '../../../test/fixtures/model-servers/scripted-server.ts';

const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;
if (!hasTerminals)
  console.warn('SKIPPED: the program "script" (util-linux) is absent; chat is not tested in a terminal.');

let dataDir: string;
let server: ScriptedServer;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jarvis-chat-'));
  server = await ScriptedServer.start({ protocol: 'ollama' });
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** What a person would do: each step types its keys once the screen shows what it waits for. */
async function chatInTerminal(steps: readonly (readonly [awaited: RegExp, keys: string])[]) {
  const cli = new URL('../cli.ts', import.meta.url).pathname;
  const child = spawn('script', ['-qfec', `"${process.execPath}" "${cli}" chat`, '/dev/null'], {
    env: {
      ...process.env,
      ...{ JARVIS_DATA_DIR: dataDir, JARVIS_SECRETS: 'file', OLLAMA_HOST: server.address },
      ...{ LC_ALL: 'en_GB.UTF-8', TERM: 'xterm', NO_COLOR: '1' },
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let screen = '';
  let shown = 0;
  const left = [...steps];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    const [awaited, keys] = left[0] ?? [];
    if (keys === undefined || !awaited?.test(screen.slice(shown))) return;
    left.shift();
    shown = screen.length;
    child.stdin.write(keys);
  });
  const status = await new Promise(resolve => child.on('close', resolve));
  return { status, screen, left };
}

describe.runIf(hasTerminals)('chat in a terminal', () => {
  it('stops the answer at the first Ctrl-C and leaves at the second', async () => {
    server.answer = () => ({ text: 'word '.repeat(500), tokensPerSecond: 50 });
    const { status, screen, left } = await chatInTerminal([
      [/› /, 'Tell me a long story about lamps\r'],
      [/word word word/, '\u0003'],
      [/\(stopped\)[\s\S]*› /, '\u0003'],
    ]);
    expect(left).toEqual([]);
    expect(status).toBe(0);
    expect(screen).toContain('Ctrl-C stops the answer');
    expect(server.generating).toBe(0);
  });

  it('shows an answer without what would move the cursor or set the title', async () => {
    server.answer = () => ({ text: 'before \u001b]0;owned\u0007\u001b[2J after' });
    const { status, screen } = await chatInTerminal([
      [/› /, 'Who made the small lamp?\r'],
      [/after[\s\S]*› /, '/quit\r'],
    ]);
    expect(status).toBe(0);
    expect(screen).toContain('before ]0;owned[2J after');
    expect(screen).not.toContain('\u001b]0;');
  });
});
