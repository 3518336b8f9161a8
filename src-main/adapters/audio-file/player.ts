/** Plays sound through a program that the machine has anyway: one that takes it as a stream, or file by file. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How a player is called; `takes`: raw samples on its standard input, or the path of a WAV file at each start. */
export interface Player {
  readonly program: string;
  readonly takes: 'stream' | 'file';
  /** @param about the rate of a stream, or the path of a file. */
  arguments(about: { readonly sampleRateHz: number; readonly path: string }): readonly string[];
}

const streamPlayers: readonly Player[] = [
  {
    program: 'paplay',
    takes: 'stream',
    arguments: ({ sampleRateHz }) => ['--raw', '--format=s16le', '--channels=1', `--rate=${sampleRateHz}`],
  },
  {
    program: 'aplay',
    takes: 'stream',
    arguments: ({ sampleRateHz }) => [
      '-q',
      '-t',
      'raw',
      '-f',
      'S16_LE',
      '-c',
      '1',
      '-r',
      String(sampleRateHz),
    ],
  },
  {
    program: 'play',
    takes: 'stream',
    arguments: ({ sampleRateHz }) => [
      ...['-q', '-t', 'raw', '-e', 'signed-integer', '-b', '16', '-L', '-c', '1'],
      ...['-r', String(sampleRateHz), '-'],
    ],
  },
];

const filePlayers: Readonly<Partial<Record<NodeJS.Platform, Player>>> = {
  darwin: { program: 'afplay', takes: 'file', arguments: ({ path }) => [path] },
  win32: {
    program: 'powershell.exe',
    takes: 'file',
    // The path is no part of the script: nothing in it is ever run.
    arguments: ({ path }) => [
      ...['-NoProfile', '-NonInteractive', '-Command'],
      ...['& { param($file) (New-Object System.Media.SoundPlayer $file).PlaySync() }', path],
    ],
  },
};

/** The first player of this machine; undefined where there is none. */
export function findPlayer(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Player | undefined {
  const own = filePlayers[platform];
  const known = own ? [own, ...streamPlayers] : streamPlayers;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return known.find(({ program }) => folders.some(folder => isProgram(join(folder, program))));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
