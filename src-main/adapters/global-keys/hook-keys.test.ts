/** The real hook in a display of its own: keys of another program, a death in the middle of a hold, no display at all. */
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canPressKeys, openTestDisplay, type TestDisplay } from '../../../test/test-display.ts';
import { combinationOf, defaultGlobalKeys } from '../../domain/global-key.ts';
import type { GlobalKeys } from '../../ports/global-keys.ts';
import type { LaunchProgram } from '../../ports/program-launcher.ts';
import { spawnProgram } from '../process/spawn-program.ts';
import { realClock } from '../process/test-clock.ts';
import { createHookKeys } from './hook-keys.ts';

const program = fileURLToPath(new URL('../../../native/key-hook/main.ts', import.meta.url));
const canPress = canPressKeys();
const talk = combinationOf(defaultGlobalKeys.talk, 'linux');
let display: TestDisplay;

async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise(resolve => setTimeout(resolve, 20));
}

interface Watching {
  readonly keys: GlobalKeys & { pid(): number | undefined };
  readonly told: string[];
  readonly states: string[];
  /** Everything that left the process, frames and complaints. */
  readonly bytes: Buffer[];
}

const open: Watching[] = [];

function watch(env: Readonly<Record<string, string>>): Watching {
  const bytes: Buffer[] = [];
  const launch: LaunchProgram = (path, given) => {
    const launched = spawnProgram(path, given);
    launched.output.on('data', (piece: Buffer) => bytes.push(piece));
    launched.stderr.on('data', (piece: Buffer) => bytes.push(piece));
    return launched;
  };
  const told: string[] = [];
  const states: string[] = [];
  const keys = createHookKeys({
    ...{ program, launch, env, clock: realClock },
    listener: {
      onKey: (name, phase) => told.push(`${name} ${phase}`),
      onState: state => states.push(state),
    },
    onError: () => undefined,
  });
  keys.watch({ talk });
  const watching = { keys, told, states, bytes };
  open.push(watching);
  return watching;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ keys }) => keys.close()));
});

describe.runIf(canPress)('the key hook', () => {
  beforeAll(async () => {
    display = await openTestDisplay();
  });
  afterAll(() => display.close());

  async function watching(): Promise<Watching> {
    const made = watch({ DISPLAY: display.name, XDG_SESSION_TYPE: 'x11' });
    await until(() => made.states.includes('watching'));
    return made;
  }

  it('tells of a key that is held while no window of ours has the focus, down and up once', async () => {
    const { told } = await watching();
    display.down('ctrl', 'alt', 'j');
    await until(() => told.length > 0);
    // Long enough for the system to repeat it some times.
    await new Promise(resolve => setTimeout(resolve, 1500));
    expect(told).toEqual(['talk down']);
    display.up('ctrl', 'alt', 'j');
    await until(() => told.length > 1);
    expect(told).toEqual(['talk down', 'talk up']);
  });

  it('says nothing of what is typed, in no frame and no complaint', async () => {
    const { told, bytes } = await watching();
    const before = Buffer.concat(bytes).length;
    display.type('My secret is correct horse battery staple 4711');
    display.tap('ctrl+j', 'alt+j', 'ctrl+alt+k', 'ctrl+alt+shift+j');
    display.tap('ctrl+alt+j');
    await until(() => told.length === 2);
    expect(told).toEqual(['talk down', 'talk up']);
    // Two frames of the one combination, and not a byte for some sixty other keys.
    const said = Buffer.concat(bytes).subarray(before).toString('latin1');
    expect(said.match(/\{[^\0]*?\}\}/g)).toEqual([
      expect.stringContaining('"data":{"name":"talk","state":"down"}'),
      expect.stringContaining('"data":{"name":"talk","state":"up"}'),
    ]);
    expect(said).not.toMatch(/secret|horse|keycode|time/);
  });

  it('that is killed in the middle of a hold loses the key, and comes back', async () => {
    const { keys, told, states } = await watching();
    display.down('ctrl', 'alt', 'j');
    await until(() => told.length > 0);
    const pid = keys.pid() ?? 0;
    process.kill(pid, 'SIGKILL');
    await until(() => told.length > 1);
    expect(told).toEqual(['talk down', 'talk lost']);
    display.up('ctrl', 'alt', 'j');
    await until(() => states.filter(state => state === 'watching').length === 2);
    expect(keys.pid()).not.toBe(pid);
    told.splice(0);
    display.tap('ctrl+alt+j');
    await until(() => told.length === 2);
    expect(told).toEqual(['talk down', 'talk up']);
  });

  it('without a display says so, and does not try again and again', async () => {
    const { states } = watch({ DISPLAY: '' });
    await until(() => states.includes('no-display'));
    expect(states).toEqual(['starting', 'no-display']);
  });

  it('on a display that is not there says so as well', async () => {
    const { states } = watch({ DISPLAY: ':9999' });
    await until(() => states.some(state => state !== 'starting'));
    expect(['no-display', 'failed']).toContain(states.at(-1));
    expect(states.length).toBeLessThanOrEqual(5);
  });
});

describe('a hook that cannot be', () => {
  const stateOf = (obstacle: 'no-permission' | undefined) => {
    const states: string[] = [];
    const errors: unknown[] = [];
    const keys = createHookKeys({
      ...{ program: '/nowhere/key-hook.ts', clock: realClock, obstacle: () => obstacle },
      listener: { onKey: () => undefined, onState: state => states.push(state) },
      onError: error => errors.push(error),
    });
    keys.watch({ talk });
    return { keys, states, errors };
  };

  it('dies four times, and is left alone', async () => {
    const { keys, states, errors } = stateOf(undefined);
    await until(() => states.includes('failed'));
    expect(states).toEqual(['starting', 'starting', 'starting', 'starting', 'failed']);
    expect(errors).toHaveLength(4);
    await keys.close();
  });

  it('is not even started where the system would end it', async () => {
    const { keys, states, errors } = stateOf('no-permission');
    expect([states, errors, keys.pid()]).toEqual([['no-permission'], [], undefined]);
    await keys.close();
  });
});
