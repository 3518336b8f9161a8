/** The process client against a real program: answers, streams, cancellation, crashes at any moment, nothing left behind. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../ports/clock.ts';
import { createNativeProcess, type NativeProcess, type NativeProcessOptions } from './native-process.ts';
import { realClock } from './test-clock.ts';

const program = fileURLToPath(new URL('./test-program.ts', import.meta.url));
const started: NativeProcess[] = [];
const start = (options: Partial<NativeProcessOptions> = {}): NativeProcess => {
  const process = createNativeProcess({
    program,
    name: 'Testeur',
    clock: realClock,
    diedCode: 'model.crashed',
    failedCode: 'model.refused',
    limits: { firstBackoffMs: 1, maxBackoffMs: 5 },
    ...options,
  });
  started.push(process);
  return process;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map(process => process.stop()));
});

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
};
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise(resolve => setTimeout(resolve, 5));
};
const pidOf = async (child: NativeProcess): Promise<number> =>
  Number((await child.request('pid', null)).result);
const reached = async (child: NativeProcess) =>
  (await child.request('reached', null)).result as { reached: number; stoppedBySignal: number };

describe('a native process', () => {
  it('starts at the first request and carries text and bytes both ways', async () => {
    const child = start();
    expect(child.state().status).toBe('stopped');
    const payload = new Uint8Array(3_000_000).map((_, index) => index % 251);
    const reply = await child.request('echo', { text: 'été 🌞 \ud800' }, { payload });
    expect(reply.result).toEqual({ text: 'été 🌞 \ud800' });
    expect(Buffer.compare(reply.payload, payload)).toBe(0);
    expect(child.state().status).toBe('running');
  });

  it('delivers events in order before the result, for requests side by side', async () => {
    const child = start();
    const count = async (to: number): Promise<unknown[]> => {
      const seen: unknown[] = [];
      await child.request('count', to, { onEvent: (step, payload) => void seen.push([step, payload[0]]) });
      return seen;
    };
    const [first, second] = await Promise.all([count(300), count(20)]);
    expect(first).toEqual(Array.from({ length: 300 }, (_, step) => [step, step % 256]));
    expect(second).toHaveLength(20);
  });

  it('gives the program its environment', async () => {
    const child = start({ env: { TESTED_NAME: 'value' } });
    expect((await child.request('environment', 'TESTED_NAME')).result).toBe('value');
  });

  it('is not disturbed by what engine libraries print', async () => {
    const child = start({ limits: { stderrTailBytes: 100 } });
    expect((await child.request('print', `${'x'.repeat(5000)}the end`)).result).toBe('printed');
    await until(() => child.state().stderrTail.includes('the end'));
    expect(Buffer.byteLength(child.state().stderrTail)).toBe(100);
  });

  it('turns failures of the program into errors of Jarvis', async () => {
    const child = start();
    await expect(child.request('fail', null)).rejects.toMatchObject({
      code: 'model.context-too-small',
      params: { limit: 512 },
    });
    await expect(child.request('failUnknown', null)).rejects.toMatchObject({
      code: 'model.refused',
      params: { backend: 'Testeur', detail: 'tensor shape mismatch' },
    });
    await expect(child.request('noSuchMethod', null)).rejects.toMatchObject({ code: 'host.unexpected' });
  });

  it('tells the program to stop on abort and delivers nothing more', async () => {
    const child = start();
    const controller = new AbortController();
    let events = 0;
    const request = child.request('flood', null, {
      signal: controller.signal,
      onEvent: () => {
        events += 1;
        if (events === 3) controller.abort();
      },
    });
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
    expect(events).toBe(3);
    while (!(await reached(child)).stoppedBySignal);
    expect(events).toBe(3);
  });

  it('rejects an aborted request without starting anything', async () => {
    const child = start();
    await expect(child.request('pid', null, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(child.state().status).toBe('stopped');
  });

  it('slows the program down when the consumer is slow', async () => {
    const child = start();
    const controller = new AbortController();
    const firstEvent = Promise.withResolvers<void>();
    const request = child.request('flood', null, {
      signal: controller.signal,
      onEvent: () => {
        firstEvent.resolve();
        return new Promise<void>(() => {});
      },
    });
    await firstEvent.promise;
    await new Promise(resolve => setTimeout(resolve, 200));
    controller.abort();
    await expect(request).rejects.toMatchObject({ name: 'AbortError' });
    // What pipes and stream buffers hold, some hundred kilobytes, and then it waited: unhindered it is thousands.
    expect((await reached(child)).reached).toBeLessThan(200);
  });

  it('fails only the request whose event handler throws', async () => {
    const child = start();
    const request = child.request('count', 3, {
      onEvent: () => {
        throw new RangeError('consumer');
      },
    });
    await expect(request).rejects.toThrow('consumer');
    expect((await child.request('echo', 1)).result).toBe(1);
  });
});

describe('a native process that dies', () => {
  it('works again with the next request, killed at any moment', async () => {
    const child = start();
    const exits: boolean[] = [];
    child.onExit(exit => exits.push(exit.expected));
    for (const afterEvents of [0, 1, 7, 40]) {
      const pid = await pidOf(child);
      let events = 0;
      const request = child.request('flood', null, {
        onEvent: () => {
          events += 1;
          if (events === afterEvents) process.kill(pid, 'SIGKILL');
        },
      });
      if (afterEvents === 0) process.kill(pid, 'SIGKILL');
      await expect(request).rejects.toMatchObject({ code: 'model.crashed' });
      expect((await child.request('echo', afterEvents)).result).toBe(afterEvents);
    }
    expect(exits).toEqual([false, false, false, false]);
  });

  it('fails all requests in flight', async () => {
    const child = start();
    const pid = await pidOf(child);
    const requests = [child.request('hang', null), child.request('echo', 1), child.request('echo', 2)];
    process.kill(pid, 'SIGKILL');
    const outcomes = await Promise.allSettled(requests);
    expect(outcomes.map(outcome => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
  });

  it('is killed when it speaks no frames, and started anew', async () => {
    const child = start();
    const pid = await pidOf(child);
    await expect(child.request('garble', null)).rejects.toMatchObject({ code: 'model.crashed' });
    expect(isAlive(pid)).toBe(false);
    expect((await child.request('echo', 'again')).result).toBe('again');
  });

  it('waits longer after each crash in a row, at once after the first', async () => {
    const waits: number[] = [];
    let nowMs = 0;
    const clock: Clock = {
      ...realClock,
      monotonicMs: () => nowMs,
      after: (delayMs, action) => {
        if (delayMs === 1000 || delayMs === 2000) return realClock.after(delayMs, action);
        waits.push(delayMs);
        nowMs += delayMs;
        return realClock.after(0, action);
      },
    };
    const child = start({ clock, limits: { firstBackoffMs: 250, maxBackoffMs: 400 } });
    for (let crash = 0; crash < 4; crash += 1)
      await expect(child.request('exit', 3)).rejects.toMatchObject({ code: 'model.crashed' });
    expect(waits).toEqual([250, 400]);
    expect(child.state()).toMatchObject({ status: 'backing-off', crashes: 4 });
    expect((await child.request('echo', 1)).result).toBe(1);
    expect(child.state().crashes).toBe(0);
  });

  it('says so when the program is not there', async () => {
    const child = start({ program: '/nowhere/engine.ts' });
    await expect(child.request('pid', null)).rejects.toMatchObject({ code: 'model.crashed' });
    expect(child.state().stderrTail).toContain('Cannot find module');
  });
});

describe('ending', () => {
  it('stops when idle, and starts again', async () => {
    const child = start({ idleStopMs: 20 });
    const pid = await pidOf(child);
    const exit = await new Promise(resolve => child.onExit(resolve));
    expect(exit).toEqual({ status: 0, signal: null, expected: true });
    expect(isAlive(pid)).toBe(false);
    expect(await pidOf(child)).not.toBe(pid);
  });

  it('kills a program that hangs when it is to stop', async () => {
    const child = start({ limits: { stopGraceMs: 30 } });
    const pid = await pidOf(child);
    const hanging = expect(child.request('hang', null)).rejects.toMatchObject({ code: 'model.crashed' });
    await child.stop();
    await hanging;
    expect(isAlive(pid)).toBe(false);
    expect(child.state().status).toBe('stopped');
  });

  it('leaves no process behind when the parent is killed', async () => {
    const parent = fork(fileURLToPath(new URL('./test-parent.ts', import.meta.url)));
    const pid = await new Promise<number>(resolve =>
      parent.once('message', message => resolve(Number(message))),
    );
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
  });
});
