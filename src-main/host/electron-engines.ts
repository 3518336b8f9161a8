/** Engine programs in utility processes: the shell's own binary cannot run as Node, and must not. */

import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import { portStreams } from '../../native/port-streams.ts';
import type { LaunchProgram, ProgramExit } from '../ports/program-launcher.ts';
import { compileCacheEnv } from './electron-compile-cache.ts';

export const launchUtility: LaunchProgram = (program, { NODE_OPTIONS = '', ...env }) => {
  const child = utilityProcess.fork(program, [], {
    // What the program prints for nobody leads nowhere.
    stdio: ['ignore', 'ignore', 'pipe'],
    // A packaged shell takes no NODE_OPTIONS.
    execArgv: NODE_OPTIONS.split(' ').filter(option => option !== ''),
    env: { ...process.env, ...compileCacheEnv(), ...env },
    serviceName: `Jarvis ${basename(program).replace(/\.\w+$/, '')}`,
  });
  const streams = portStreams({
    post: message => child.postMessage(message),
    onMessage: listener => child.on('message', listener),
  });
  // V8 gave up, say for want of memory: the end that follows is what is told.
  child.on('error', () => undefined);
  const exit = new Promise<ProgramExit>(resolve => {
    child.once('exit', status => {
      streams.close();
      resolve({ status, signal: null });
    });
  });
  return {
    pid: child.pid,
    input: streams.output,
    output: streams.input,
    stderr: (child.stderr as Readable | null) ?? Readable.from([]),
    exit,
    kill: () => void child.kill(),
  };
};
