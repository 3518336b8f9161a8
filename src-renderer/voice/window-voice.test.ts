/** The window's voice speaks the contract: captures by key and by themselves, answers heard, and what the eye is told. */
import { describe, expect, it } from 'vitest';
import { defaultVoicePreferences, type VoicePreferences } from '../../src-main/domain/settings.ts';
import type { ConnectionState } from '../../src-preload/connect.ts';
import type { CommandName, EventData, EventName } from '../../src-preload/contract.ts';
import { encodeSoundFrame } from '../../src-preload/sound-frames.ts';
import type { Loudspeaker, LoudspeakerOptions } from './loudspeaker.ts';
import { MicrophoneError } from './microphone-error.ts';
import { quietVoice, type VoiceRemark, type VoiceView } from './voice-view.ts';
import { createWindowVoice, type VoiceClient } from './window-voice.ts';

const settle = () => new Promise<void>(resolve => setImmediate(resolve));

function windowWith(change: Partial<VoicePreferences> = {}) {
  const calls: string[] = [];
  const played: string[] = [];
  const cues: string[] = [];
  const remarks: VoiceRemark[] = [];
  const errors: unknown[] = [];
  const handlers = new Map<EventName, (data: never) => void>();
  let preferences: VoicePreferences = { ...defaultVoicePreferences, ...change };
  let view: VoiceView = quietVoice;
  let receive = (_: Uint8Array): void => undefined;
  let tellState = (_: ConnectionState): void => undefined;
  let speaker: LoudspeakerOptions | undefined;
  let microphoneFault: MicrophoneError | undefined;
  let refusal: { readonly name: CommandName; readonly error: Error } | undefined;
  let conversationId = 'first';
  let isPlaying = false;
  let nowMs = 0;
  let ids = 0;
  let isLow = false;
  let batteryChanged = (): void => undefined;
  const client: VoiceClient = {
    call: async (name, input) => {
      calls.push(`${name} ${JSON.stringify(input)}`);
      if (refusal?.name === name) throw refusal.error;
      return {} as never;
    },
    on(name, handler) {
      handlers.set(name, handler);
      return () => handlers.delete(name);
    },
    onState(handler) {
      tellState = handler;
      handler('open');
      return () => undefined;
    },
    onFrame(handler) {
      receive = handler;
      return () => {
        receive = () => undefined;
      };
    },
  };
  const loudspeaker: Loudspeaker = {
    enqueue(frame, turnId) {
      played.push(`${turnId} ${frame.sequence}`);
      isPlaying = !frame.last;
    },
    order: (turnId, order) => played.push(`${order} ${turnId}`),
    stop: () => played.push('stop'),
    isPlaying: () => isPlaying,
    position: () => undefined,
    measure: () => undefined,
    setVolume: volume => played.push(`volume ${volume}`),
    setDevice: () => undefined,
    close: async () => undefined,
  };
  const voice = createWindowVoice({
    client,
    soundWire: 'ws://here/sound',
    newId: () => `id${++ids}`,
    conversationId: () => conversationId,
    preferences: () => preferences,
    canListen: () => true,
    answerOf: () => undefined,
    show: shown => {
      view = { ...view, ...shown };
    },
    remark: remark => remarks.push(remark),
    onError: error => errors.push(error),
    parts: {
      nowMs: () => nowMs,
      after: () => () => undefined,
      battery: onChange => {
        batteryChanged = onChange;
        return { isLow: () => isLow };
      },
      cues: { play: cue => cues.push(cue), close: async () => undefined },
      microphone: () => ({
        async start() {
          if (microphoneFault) throw microphoneFault;
          return {
            go: () => undefined,
            hold: () => undefined,
            isWaiting: () => undefined,
            stop: async () => ({ lastSequence: 9 }),
            drop: async () => undefined,
          };
        },
        choose: label => played.push(`microphone ${label}`),
        level: () => 0.5,
        measure: () => undefined,
        plays: () => undefined,
        silent: () => undefined,
        rest: () => played.push('microphone rests'),
        close: async () => undefined,
      }),
      makeLoudspeaker(options) {
        speaker = options;
        return loudspeaker;
      },
      makeMark: () => ({ follow: () => undefined, clear: () => undefined }),
    },
  });
  return {
    voice,
    calls,
    played,
    cues,
    remarks,
    errors,
    view: () => view,
    emit: <N extends EventName>(name: N, data: EventData<N>) => handlers.get(name)?.(data as never),
    receive: (frame: Omit<Parameters<typeof encodeSoundFrame>[0], 'sampleRateHz'>) =>
      receive(encodeSoundFrame({ ...frame, sampleRateHz: 22_050 })),
    heard: (heard: Parameters<LoudspeakerOptions['onHeard']>[0]) => speaker?.onHeard(heard),
    connection: (state: ConnectionState) => tellState(state),
    prefer: async (wanted: Partial<VoicePreferences>) => {
      preferences = { ...preferences, ...wanted };
      voice.changed();
      await settle();
    },
    battery: (wanted: boolean) => {
      isLow = wanted;
      batteryChanged();
    },
    open: (id: string) => {
      conversationId = id;
      voice.changed();
    },
    breakMicrophone: (error: MicrophoneError) => {
      microphoneFault = error;
    },
    refuse: (name: CommandName, error: Error) => {
      refusal = { name, error };
    },
    wait: async (ms: number) => {
      nowMs += ms;
      await settle();
    },
  };
}
const start = (captureId: string, mode: string, conversationId = 'first') =>
  `voice.start ${JSON.stringify({ captureId, mode, sampleRateHz: 16_000, conversationId })}`;

describe('by key', () => {
  it('what is said is asked, and the old answer falls silent', async () => {
    const { voice, calls, played, cues, view, wait } = windowWith();
    voice.press();
    expect(view().state).toBe('listening');
    await wait(1_000);
    voice.release();
    await settle();
    expect(calls).toEqual([start('id1', 'hold'), 'voice.end {"captureId":"id1","lastSequence":9}']);
    expect([played, cues, view().state]).toEqual([['stop'], ['listening', 'thinking'], 'idle']);
  });

  it('what was understood so far is shown, of this window’s capture alone', async () => {
    const { voice, emit, view } = windowWith();
    voice.press();
    await settle();
    emit('voice.caption', { captureId: 'id1', text: 'quelle heure', isFinal: false });
    emit('voice.caption', { captureId: 'of another window', text: 'no', isFinal: false });
    emit('voice.state', { captureId: 'of another window', state: 'thinking' });
    expect([view().caption, view().state]).toEqual(['quelle heure', 'listening']);
  });

  it('a fault of the microphone is a remark, the core’s own an error', async () => {
    const scene = windowWith();
    scene.breakMicrophone(new MicrophoneError('busy'));
    scene.voice.press();
    await settle();
    expect(scene.remarks).toEqual([{ kind: 'microphone', fault: 'busy' }]);
    const other = windowWith();
    const error = new Error('nothing heard');
    other.refuse('voice.end', error);
    other.voice.press();
    await other.wait(1_000);
    other.voice.release();
    await settle();
    expect([other.errors, other.cues.at(-1)]).toEqual([[error], 'error']);
  });

  it('words said while another conversation is opened belong there', async () => {
    const { voice, calls, open } = windowWith();
    voice.press();
    await settle();
    open('second');
    expect(calls.at(-1)).toBe('voice.moveTo {"captureId":"id1","conversationId":"second"}');
  });
});

describe('without a key', () => {
  it('listens from when it is chosen until it is not, and not while it is off for now', async () => {
    const { voice, calls, view, prefer } = windowWith();
    await prefer({ mode: 'hotword' });
    expect(view().state).toBe('armed');
    voice.pause(true);
    await settle();
    expect([view().state, view().isPaused]).toEqual(['idle', true]);
    voice.pause(false);
    await settle();
    await prefer({ mode: 'hold' });
    expect(calls).toEqual([
      start('id1', 'hotword'),
      'voice.cancel {"captureId":"id1"}',
      start('id2', 'hotword'),
      'voice.cancel {"captureId":"id2"}',
    ]);
    expect(view().state).toBe('idle');
  });

  it('gives way to the key and comes back after it', async () => {
    const { voice, calls, prefer, wait, view } = windowWith();
    await prefer({ mode: 'hotword' });
    voice.press();
    await wait(1_000);
    voice.release();
    await settle();
    expect(calls.map(line => line.split(' ')[0])).toEqual([
      'voice.start',
      'voice.cancel',
      'voice.start',
      'voice.end',
      'voice.start',
    ]);
    expect(calls.at(-1)).toBe(start('id3', 'hotword'));
    expect(view().state).toBe('armed');
  });

  it('shows what it does from the name to the time after the answer', async () => {
    const { emit, prefer, view, cues } = windowWith();
    await prefer({ mode: 'hotword' });
    emit('voice.woke', { captureId: 'id1', score: 0.9, accepted: false });
    expect(view().canDeny).toBe(false);
    emit('voice.woke', { captureId: 'id1', score: 0.9, accepted: true });
    const states = ['listening', 'hearing', 'recognising', 'thinking', 'speaking', 'follow-up'] as const;
    const shown = states.map(state => {
      emit('voice.state', { captureId: 'id1', state });
      return view().state;
    });
    expect([shown, view().canDeny, cues]).toEqual([states, true, ['listening', 'thinking']]);
  });

  it('a name that was not meant is told and what followed it dropped', async () => {
    const { voice, emit, prefer, view, calls } = windowWith();
    await prefer({ mode: 'hotword' });
    emit('voice.woke', { captureId: 'id1', score: 0.9, accepted: true });
    voice.deny();
    expect(view().canDeny).toBe(false);
    expect(calls.slice(1)).toEqual(['voice.notMe {}', 'voice.drop {"captureId":"id1"}']);
  });

  it('that cannot listen says so once and is off', async () => {
    const { prefer, breakMicrophone, remarks, view, calls } = windowWith();
    breakMicrophone(new MicrophoneError('refused'));
    await prefer({ mode: 'always' });
    await prefer({ cues: false });
    expect(remarks).toEqual([{ kind: 'microphone', fault: 'refused' }]);
    expect([view().isPaused, view().state]).toEqual([true, 'idle']);
    expect(calls.filter(line => line.startsWith('voice.start'))).toHaveLength(1);
  });

  it('goes on with the same capture when the wire comes back', async () => {
    const { prefer, connection, calls } = windowWith();
    await prefer({ mode: 'hotword' });
    connection('reconnecting');
    connection('open');
    await settle();
    expect(calls).toEqual([start('id1', 'hotword'), start('id1', 'hotword')]);
  });

  it('gives the microphone to the trial of the name, and takes it back', async () => {
    const { voice, calls, prefer, emit } = windowWith();
    await prefer({ mode: 'hotword' });
    const scores: number[] = [];
    const stop = voice.trial.meter(({ score }) => scores.push(score));
    await settle();
    emit('voice.wakeScore', { captureId: 'id2', score: 0.7, threshold: 0.5 });
    emit('voice.wakeScore', { captureId: 'id1', score: 0.1, threshold: 0.5 });
    stop();
    await settle();
    await settle();
    expect(scores).toEqual([0.7]);
    const starts = calls.filter(line => line.startsWith('voice.start'));
    expect(starts).toEqual([start('id1', 'hotword'), start('id2', 'meter'), start('id3', 'hotword')]);
  });
});

describe('behind a locked screen', () => {
  it('nothing is heard, and all of it comes back with the screen', async () => {
    const { voice, calls, played, prefer, view } = windowWith();
    await prefer({ mode: 'hotword' });
    voice.allow(false);
    await settle();
    expect([view().state, played.at(-1)]).toEqual(['idle', 'microphone rests']);
    voice.press();
    await settle();
    expect(calls).toEqual([start('id1', 'hotword'), 'voice.cancel {"captureId":"id1"}']);
    voice.allow(true);
    await settle();
    expect([view().state, calls.at(-1)]).toEqual(['armed', start('id2', 'hotword')]);
  });

  it('what was being said is forgotten', async () => {
    const { voice, calls, wait, view } = windowWith();
    voice.press();
    await wait(1_000);
    voice.allow(false);
    voice.release();
    await settle();
    expect(calls).toEqual([start('id1', 'hold'), 'voice.cancel {"captureId":"id1"}']);
    expect(view().state).toBe('idle');
  });
});

describe('on a low battery', () => {
  it('listening for the name rests, says so once, and comes back with mains power', async () => {
    const { battery, calls, remarks, prefer, view, voice, wait } = windowWith();
    await prefer({ mode: 'hotword' });
    battery(true);
    battery(true);
    await settle();
    expect([view().state, remarks]).toEqual(['idle', [{ kind: 'battery' }]]);
    voice.press();
    await wait(1_000);
    expect(calls.at(-1)).toBe(start('id2', 'hold'));
    voice.release();
    await settle();
    battery(false);
    await settle();
    expect(view().state).toBe('armed');
  });
});

describe('answers', () => {
  const frame = { kind: 'spoken', last: false, sequence: 0, samples: Int16Array.of(5) } as const;

  it('are played under the name of their turn, and the orders of the core reach them', () => {
    const { receive, emit, played, view } = windowWith();
    emit('voice.speaking', { turnId: 't1', state: 'started' });
    receive(frame);
    expect(view().speaking).toBe(true);
    receive({ ...frame, kind: 'captured' });
    receive({ ...frame, sequence: 1, at: { turnId: 't2', ms: 0 } });
    emit('voice.output', { turnId: 't2', order: 'duck' });
    expect(played).toEqual(['t1 0', 't2 1', 'duck t2']);
  });

  it('that were heard, or not to their end, are told to the core', () => {
    const { heard, calls, cues, view } = windowWith();
    heard({ turnId: 't1', playedMs: 1_234.6, isWhole: false });
    heard({ turnId: 't2', playedMs: 2_000, isWhole: true });
    expect(calls).toEqual([
      'voice.heard {"turnId":"t1","isWhole":false,"playedMs":1235}',
      'voice.heard {"turnId":"t2","isWhole":true,"playedMs":2000}',
    ]);
    expect([cues, view().speaking]).toEqual([['done'], false]);
  });

  it('are as loud, and the microphone the one, that the person chose', async () => {
    const { prefer, played } = windowWith();
    await prefer({ volume: 0.3, microphone: 'Headset' });
    expect(played).toEqual(['microphone Headset', 'volume 0.3']);
  });

  it('are no longer played once the window’s voice is closed', async () => {
    const { voice, receive, played } = windowWith();
    await voice.close();
    receive(frame);
    expect(played).toEqual([]);
  });
});
