/** The raw model stream: what a program without Jarvis in between reads. */
import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { repository } from '../test/jarvis-program.ts';

export interface ModelServer {
  readonly address: string;
  close(): void;
}

export interface Pace {
  readonly tokens: number;
  readonly tokensPerSecond?: number;
  readonly firstTokenDelayMs?: number;
}

export async function startModelServer(pace: Pace): Promise<ModelServer> {
  const { tokens, tokensPerSecond = 0, firstTokenDelayMs = 0 } = pace;
  const program = fileURLToPath(new URL('./model-server.ts', import.meta.url));
  const args = ['--experimental-strip-types', '--no-warnings', program];
  const figures = [tokens, tokensPerSecond, firstTokenDelayMs].map(String);
  const child = spawn(process.execPath, [...args, ...figures], {
    cwd: repository,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return { address: await firstLine(child), close: () => child.kill() };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', status => reject(new Error(`the model server ended with ${status}`)));
    child.stdout?.once('data', data => resolve(String(data).trim()));
  });
}

/** Asks as the plainest client would; `onToken` hears the text of each line. Resolves at the end of the stream. */
export function readModel(address: string, onToken: (text: string) => void): Promise<void> {
  const body = JSON.stringify({
    model: 'storyteller:latest',
    messages: [{ role: 'user', content: 'Tell me about lighthouses.' }],
    stream: true,
  });
  return new Promise((resolve, reject) => {
    const request = http.request(`${address}/api/chat`, { method: 'POST' }, response => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('error', reject);
      response.on('end', resolve);
      response.on('data', (piece: string) => {
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const text = JSON.parse(line).message?.content;
          if (text) onToken(text);
        }
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
