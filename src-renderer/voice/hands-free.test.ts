/** A capture stands open exactly while it is wanted, and a core that lets it go is asked again, not for ever. */
import { expect, it } from 'vitest';
import { createHandsFree, type StandingMode } from './hands-free.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function stage({ fault, isSlow = false }: { fault?: Error; isSlow?: boolean } = {}) {
  const said: string[] = [];
  const failures: unknown[] = [];
  let wanted: StandingMode | undefined = 'hotword';
  let timers: (() => void)[] = [];
  let ids = 0;
  let opened = (): void => undefined;
  const handsFree = createHandsFree({
    line: {
      async open({ captureId, mode }) {
        said.push(`open ${captureId} ${mode}`);
        if (isSlow)
          await new Promise<void>(resolve => {
            opened = resolve;
          });
        if (fault) throw fault;
        return {
          isWaiting: is => said.push(`waiting ${is}`),
          deliver: async () => 0,
          end: async () => undefined,
          async drop() {
            said.push(`drop ${captureId}`);
          },
        };
      },
    },
    newId: () => `c${++ids}`,
    wanted: () => wanted,
    onChange: () => undefined,
    onFailed(error) {
      failures.push(error);
      wanted = undefined;
    },
    after: (_delayMs, action) => {
      timers.push(action);
      return () => undefined;
    },
  });
  return {
    handsFree,
    said,
    failures,
    opened: async () => {
      opened();
      await settle();
    },
    want: async (mode: StandingMode | undefined) => {
      wanted = mode;
      handsFree.sync();
      await settle();
    },
    passTime: async () => {
      const due = timers;
      timers = [];
      for (const action of due) action();
      await settle();
    },
  };
}

it('opens once, changes its mode with the preferences, and closes when it is not wanted', async () => {
  const { handsFree, said, want } = stage();
  expect(handsFree.state()).toBe('idle');
  await want('hotword');
  expect(handsFree.state()).toBe('armed');
  await want('hotword');
  await want('always');
  expect(handsFree.state()).toBe('listening');
  await want(undefined);
  expect(said).toEqual(['open c1 hotword', 'drop c1', 'open c2 always', 'drop c2']);
  expect(handsFree.state()).toBe('idle');
});

it('sends sound less often while it only waits for the name', async () => {
  const { handsFree, said, want } = stage();
  await want('hotword');
  for (const state of ['armed', 'listening', 'armed'] as const) handsFree.told(state);
  expect(said.slice(1)).toEqual(['waiting true', 'waiting false', 'waiting true']);
});

it('that is no longer wanted while it opens is closed as soon as it is open', async () => {
  const { said, want, opened } = stage({ isSlow: true });
  await want('hotword');
  await want(undefined);
  expect(said).toEqual(['open c1 hotword']);
  await opened();
  expect(said).toEqual(['open c1 hotword', 'drop c1']);
});

it('tells why it cannot listen, once', async () => {
  const fault = new Error('refused');
  const { failures, said, want, handsFree } = stage({ fault });
  await want('hotword');
  handsFree.sync();
  expect([failures, said]).toEqual([[fault], ['open c1 hotword']]);
});

it('asks again when the core ended it, three times, unless it heard something between', async () => {
  const { handsFree, said, failures, want, passTime } = stage();
  await want('hotword');
  handsFree.told('off');
  await passTime();
  handsFree.told('hearing');
  for (let i = 0; i < 3; i++) {
    handsFree.told('off');
    await passTime();
  }
  expect(said.filter(line => line.startsWith('open'))).toHaveLength(4);
  expect(failures).toEqual([undefined]);
});
