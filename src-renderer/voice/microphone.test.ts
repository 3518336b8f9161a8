/** The microphone over its life: opened once, kept a little, swapped within a sentence, and given back. */
import { describe, expect, it } from 'vitest';
import { type CaptureListener, createMicrophone, type DeviceChange } from './microphone.ts';
import type { SoundLink } from './sound-link.ts';
import type { SoundOrder } from './sound-orders.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));
const named = (name: string, message = name) => Object.assign(new Error(message), { name });

class FakeTrack {
  onended: (() => void) | null = null;
  onmute: (() => void) | null = null;
  isStopped = false;
  readonly label: string;
  constructor(label: string) {
    this.label = label;
  }
  stop(): void {
    this.isStopped = true;
  }
}

function stage(labels: string[] = ['Built-in', 'Headset']) {
  const tracks: FakeTrack[] = [];
  const orders: string[] = [];
  const open: boolean[] = [];
  const changes: DeviceChange[] = [];
  const signals: string[] = [];
  const lost: unknown[] = [];
  const present = new Set(labels);
  let fault: Error | undefined;
  let onChange = (): void => undefined;
  let timers: { delayMs: number; action: () => void }[] = [];
  let captures = 0;
  const devices = {
    async getUserMedia({ audio }: { audio: { deviceId?: { exact: string } } }) {
      if (fault) throw fault;
      const label = audio.deviceId?.exact ?? labels.find(name => present.has(name));
      if (label === undefined || !present.has(label)) throw named('NotFoundError');
      const track = new FakeTrack(label);
      tracks.push(track);
      return { getTracks: () => [track], getAudioTracks: () => [track], active: true };
    },
    enumerateDevices: async () => [...present].map(label => ({ kind: 'audioinput', label, deviceId: label })),
    addEventListener: (_name: string, handler: () => void) => {
      onChange = handler;
    },
  };
  const link: SoundLink = {
    order: (order: SoundOrder) => void orders.push(order.kind),
    begin: () => ++captures,
    async finished(_capture, how) {
      orders.push(how);
      return how === 'finish' ? 7 : -1;
    },
    level: () => 0.4,
    close: () => undefined,
  };
  const microphone = createMicrophone({
    wire: 'ws://here/sound',
    onOpen: isOpen => open.push(isOpen),
    onSignal: signal => signals.push(signal),
    onDevice: change => changes.push(change),
    workletUrl: '',
    parts: {
      devices: () => devices as unknown as MediaDevices,
      makeLink: () => link,
      openAudio: async () => ({
        sendTo: port => port.close(),
        measure: () => undefined,
        hear: () => undefined,
        rest: () => undefined,
        close: async () => undefined,
      }),
      after(delayMs, action) {
        const timer = { delayMs, action };
        timers.push(timer);
        return () => {
          timers = timers.filter(one => one !== timer);
        };
      },
    },
  });
  const listener: CaptureListener = { onLost: error => lost.push(error.fault) };
  return {
    microphone,
    start: () => microphone.start(listener),
    tracks,
    orders,
    open,
    changes,
    signals,
    lost,
    passTime: () => {
      for (const { action } of timers.splice(0)) action();
    },
    unplug: async (label: string) => {
      present.delete(label);
      tracks.findLast(track => track.label === label && !track.isStopped)?.onended?.();
      await settle();
    },
    plugIn: async (label: string) => {
      present.add(label);
      onChange();
      await settle();
    },
    refuse: (error: Error | undefined) => {
      fault = error;
    },
  };
}
const inUse = (tracks: readonly FakeTrack[]) =>
  tracks.filter(track => !track.isStopped).map(({ label }) => label);

describe('the device', () => {
  it('stays open a little after its use, so that the next first syllable is there, and is then given back', async () => {
    const { start, tracks, open, passTime, microphone } = stage();
    await (await start()).stop();
    expect([inUse(tracks), open]).toEqual([['Built-in'], [true]]);
    await (await start()).drop();
    expect(tracks).toHaveLength(1);
    passTime();
    expect([inUse(tracks), open, microphone.level()]).toEqual([[], [true, false], 0]);
    await start();
    expect([tracks.length, open.at(-1)]).toEqual([2, true]);
    passTime();
    expect(inUse(tracks)).toEqual(['Built-in']);
  });

  it('is given back at once when it has to rest, also one that was just being opened', async () => {
    const { start, tracks, microphone } = stage();
    const capture = await start();
    microphone.rest();
    expect(inUse(tracks)).toEqual([]);
    await capture.drop();
    const opening = start();
    await settle();
    microphone.rest();
    await (await opening).drop();
    expect(inUse(tracks)).toEqual([]);
    await (await start()).stop();
    expect(inUse(tracks)).toEqual(['Built-in']);
  });

  it('gives its frames until the last', async () => {
    const { start, orders } = stage();
    const capture = await start();
    capture.go();
    capture.isWaiting(true);
    expect(await capture.stop()).toEqual({ lastSequence: 7 });
    expect(orders).toEqual(['pace', 'source', 'go', 'pace', 'finish']);
  });

  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ])('that cannot be opened by %s is told as %s, and can be tried again', async (name, fault) => {
    const { start, refuse, orders } = stage();
    refuse(named(name));
    await expect(start()).rejects.toMatchObject({ fault });
    expect(orders.at(-1)).toBe('drop');
    refuse(undefined);
    await expect(start()).resolves.toBeDefined();
  });
});

describe('another device', () => {
  it('takes its place when it is unplugged within a sentence, until it comes back', async () => {
    const { microphone, start, unplug, plugIn, tracks, changes, lost } = stage();
    microphone.choose('Headset');
    await start();
    expect(inUse(tracks)).toEqual(['Headset']);
    await unplug('Headset');
    expect([inUse(tracks), changes]).toEqual([['Built-in'], [{ kind: 'lost', label: 'Headset' }]]);
    await plugIn('Headset');
    expect(inUse(tracks)).toEqual(['Headset']);
    expect(changes.at(-1)).toEqual({ kind: 'back', label: 'Headset' });
    expect(lost).toEqual([]);
  });

  it('is there no more, or it is no longer allowed: the capture hears of it', async () => {
    const alone = stage(['Built-in']);
    await alone.start();
    await alone.unplug('Built-in');
    expect([alone.lost, alone.open]).toEqual([['absent'], [true, false]]);
    const withdrawn = stage();
    await withdrawn.start();
    withdrawn.refuse(named('NotAllowedError'));
    await withdrawn.unplug('Built-in');
    expect(withdrawn.lost).toEqual(['refused']);
  });

  it('is not opened when one is unplugged that nobody uses', async () => {
    const { start, unplug, tracks, lost } = stage();
    await (await start()).drop();
    await unplug('Built-in');
    expect([inUse(tracks), lost]).toEqual([[], []]);
  });

  it('is used at once when it is chosen, and a missing one is replaced', async () => {
    const { microphone, start, tracks } = stage();
    await start();
    microphone.choose('Headset');
    await settle();
    expect(inUse(tracks)).toEqual(['Headset']);
    microphone.choose('Thrown away');
    await settle();
    expect(inUse(tracks)).toEqual(['Built-in']);
  });

  it('or a muted one is told', async () => {
    const { start, tracks, signals } = stage();
    await start();
    tracks[0]?.onmute?.();
    expect(signals).toEqual(['muted']);
  });
});
