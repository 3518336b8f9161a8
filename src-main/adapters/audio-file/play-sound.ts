/** Hands sound to a player as it is made, and ends the player with it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpeechChunk } from '../../domain/audio.ts';
import { JarvisError } from '../../domain/errors.ts';
import type { Player } from './player.ts';
import { writeWavFile } from './wav-file.ts';

/** Resolves when all was played. Throws `speech.player-failed`, and what `sound` throws; an abort ends the player. */
export async function playSound(
  player: Player,
  sound: AsyncIterable<SpeechChunk>,
  signal: AbortSignal,
): Promise<void> {
  if (player.takes === 'stream') await playStream(player, sound, signal);
  else await playFiles(player, sound, signal);
}

async function playStream(
  player: Player,
  sound: AsyncIterable<SpeechChunk>,
  signal: AbortSignal,
): Promise<void> {
  let running: Running | undefined;
  try {
    for await (const { samples, sampleRateHz } of sound) {
      running ??= start(player, { sampleRateHz, path: '' }, signal);
      await running.write(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
    }
    running?.child.stdin?.end();
    await running?.ended;
  } finally {
    running?.child.kill();
  }
}

/** Each piece of what Jarvis says is a file of its own for as long as it is played. */
async function playFiles(
  player: Player,
  sound: AsyncIterable<SpeechChunk>,
  signal: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-say-'));
  try {
    for await (const chunk of sound) {
      const path = join(folder, 'piece.wav');
      await writeWavFile(path, only(chunk));
      const running = start(player, { sampleRateHz: chunk.sampleRateHz, path }, signal);
      running.child.stdin?.end();
      await running.ended;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* only(chunk: SpeechChunk): AsyncGenerator<SpeechChunk> {
  yield chunk;
}

interface Running {
  readonly child: ChildProcess;
  /** Rejects unless the player ended well. */
  readonly ended: Promise<void>;
  /** Resolves when the player may take more. */
  write(bytes: Uint8Array): Promise<void>;
}

function start(player: Player, about: { sampleRateHz: number; path: string }, signal: AbortSignal): Running {
  const child = spawn(player.program, player.arguments(about), { stdio: ['pipe', 'ignore', 'pipe'], signal });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-300);
  });
  const failed = (detail: string, cause?: unknown) =>
    new JarvisError('speech.player-failed', { detail: `${player.program}: ${detail}` }, cause);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', error => reject(signal.aborted ? error : failed(error.message, error)));
    child.on('close', (status, by) => {
      if (status === 0) resolve();
      else reject(failed(said.trim().split('\n').at(-1) || String(status ?? by)));
    });
  });
  // Whoever writes or waits hears of it.
  ended.catch(() => undefined);
  // What a player that is gone did not take is told by its end.
  child.stdin?.on('error', () => undefined);
  return {
    child,
    ended,
    write: async bytes => {
      const { stdin } = child;
      if (stdin === null || stdin.write(bytes)) return;
      const drained = new Promise<void>(resolve => stdin.once('drain', resolve));
      // A player that ends before it took everything drains nothing.
      await Promise.race([drained, ended.then(() => Promise.reject(failed('closed')))]);
    },
  };
}
