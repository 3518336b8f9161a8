/** The program ends whatever fails, and leaves nothing open that could be closed. */
import { expect, test } from 'vitest';
import { closeShell } from './close-shell.ts';

function stage(failing: readonly string[]) {
  const done: string[] = [];
  const step = (name: string) => async (): Promise<boolean> => {
    done.push(name);
    if (failing.includes(name)) throw new Error(name);
    return true;
  };
  const written: string[] = [];
  const close = () =>
    closeShell(
      { updates: { installOnQuit: step('updates') }, close: async () => void (await step('core')()) },
      {
        log: { write: (_level, event) => written.push(event), close: async () => undefined },
        close: async () => void (await step('log')()),
      },
      {
        hangUp: async () => void (await step('line')()),
        ended: () => {
          done.push('record');
          if (failing.includes('record')) throw new Error('record');
        },
      },
    );
  return { done, written, close };
}

const all = ['line', 'updates', 'core', 'record', 'log'];

test('everything is closed in its order, and the log says that it was', async () => {
  const { done, written, close } = stage([]);
  await close();
  expect([done, written]).toEqual([all, ['app.stopped']]);
});

test.each([['line'], ['updates'], ['core'], ['record']])(
  '%s that fails keeps nothing else open',
  async failing => {
    const { done, written, close } = stage([failing]);
    await close();
    expect([done, written]).toEqual([all, ['app.failed']]);
  },
);

test('a log that cannot be closed does not keep the program from ending', async () => {
  const { done, close } = stage(['log']);
  await close();
  expect(done).toEqual(all);
});
