/** The window's voice put together: microphone, keys, listening without them, and the answers that are heard. */
import type { VoicePreferences } from '../../src-main/domain/settings.ts';
import type { Client } from '../../src-preload/connect.ts';
import type { CaptureState } from '../../src-preload/voice-contract.ts';
import { type Battery, watchBattery } from './battery.ts';
import { createCoreLine } from './core-line.ts';
import { type Cue, type Cues, createCues } from './cues.ts';
import { idOf, labelsOf, pageDevices } from './devices.ts';
import { createHandsFree, type StandingMode } from './hands-free.ts';
import { createMicrophone, type Microphone, type MicrophoneOptions } from './microphone.ts';
import { MicrophoneError } from './microphone-error.ts';
import { createPushToTalk, type TalkView } from './push-to-talk.ts';
import { isQuickCapture } from './quick-capture.ts';
import type { SoundNow } from './sound-meter.ts';
import { createSpokenAnswer, type SpokenAnswerOptions } from './spoken-answer.ts';
import type { VoiceRemark, VoiceView } from './voice-view.ts';
import { createWakeTrial, type WakeTrial } from './wake-trial.ts';
import type { SaidWord } from './word-mark.ts';

export type VoiceClient = Pick<Client, 'call' | 'on' | 'onFrame' | 'onState'>;

export interface WindowVoice {
  /** `wanted`: one sentence, however the person talks otherwise. */
  press(wanted?: 'turn'): void;
  release(): void;
  /** The key can no longer be seen. */
  lose(): void;
  /** Forgets what was said so far. */
  cancel(): void;
  /** Ends the answer that is being spoken. */
  hush(): void;
  /** Listening without a key off for now, or on again. */
  pause(isPaused: boolean): void;
  /** Whether the microphone may be open at all: not behind a locked screen. What was being said then is forgotten. */
  allow(isAllowed: boolean): void;
  /** The name was not meant. */
  deny(): void;
  /** A short sound, unless the person wants none. */
  cue(cue: Cue): void;
  /** How loud the microphone is now, 0 to 1. */
  level(): number;
  /** What the microphone hears now, for the eye; silence while it is closed. */
  measureHeard(into: SoundNow): void;
  /** What the loudspeaker plays of an answer now, for the eye. */
  measureSaid(into: SoundNow): void;
  /** Tells the word of an answer that is heard from now on, undefined when none is. @returns how to end it. */
  onWord(listener: (word: SaidWord | undefined) => void): () => void;
  readonly trial: WakeTrial;
  devices(): Promise<{ readonly microphones: readonly string[]; readonly loudspeakers: readonly string[] }>;
  /** Preferences, the open conversation, or whether Jarvis can listen have changed. */
  changed(): void;
  close(): Promise<void>;
}

export interface WindowVoiceOptions {
  readonly client: VoiceClient;
  /** Where the microphone's frames go. */
  readonly soundWire: string | MessagePort;
  readonly newId: () => string;
  /** The conversation in which the words are asked. */
  readonly conversationId: () => string;
  readonly preferences: () => VoicePreferences;
  readonly canListen: () => boolean;
  /** This window only listens when it is told to: another one waits for the name. */
  readonly onlyByKey?: boolean;
  readonly answerOf: SpokenAnswerOptions['answerOf'];
  readonly show: (view: Partial<VoiceView>) => void;
  readonly remark: (remark: VoiceRemark) => void;
  /** What the core said. */
  readonly onError: (error: unknown) => void;
  /** Replaced in tests. */
  readonly parts?: {
    readonly microphone?: (options: MicrophoneOptions) => Microphone;
    readonly cues?: Cues;
    readonly battery?: (onChange: () => void) => Battery;
    readonly nowMs?: () => number;
    readonly after?: (delayMs: number, action: () => void) => () => void;
  } & Pick<SpokenAnswerOptions, 'makeLoudspeaker' | 'makeMark'>;
}

const deniableMs = 8_000;

/** Made in every browser; where there is no microphone, `press` ends in a remark. */
export function createWindowVoice(options: WindowVoiceOptions): WindowVoice {
  const { client, show, newId, parts = {} } = options;
  const after = parts.after ?? afterOnPage;
  let isPaused = false;
  let mayHear = true;
  let wasLow = false;
  let isConnected = false;
  let talk: TalkView = { state: 'idle', isLocked: false };
  let conversationId = options.conversationId();
  let cancelDeniable = (): void => undefined;

  /** Captures of the quick window: while it listens, this one does not take the same words. */
  const quickCaptures = new Set<string>();
  const wordListeners = new Set<(word: SaidWord | undefined) => void>();
  const microphone = (parts.microphone ?? createMicrophone)({
    wire: options.soundWire,
    onOpen: isOpen => show({ isOpen }),
    onSignal: fault => options.remark({ kind: 'signal', fault }),
    onDevice: ({ kind, label }) => options.remark({ kind: `device-${kind}`, label }),
  });
  const line = createCoreLine({ client, microphone, conversationId: options.conversationId });
  const cues =
    parts.cues ??
    createCues({ isOn: () => options.preferences().cues, volume: () => options.preferences().volume });
  const spoken = createSpokenAnswer({
    ...parts,
    client,
    microphone,
    answerOf: options.answerOf,
    onSpeaking: speaking => show({ speaking }),
    onWord(word) {
      for (const listener of wordListeners) listener(word);
    },
    onDone: () => cues.play('done'),
    onError: options.onError,
    onDeviceFailed: () => options.remark({ kind: 'loudspeaker' }),
  });

  function fail(error: unknown): void {
    cues.play('error');
    if (error instanceof MicrophoneError) options.remark({ kind: 'microphone', fault: error.fault });
    else if (error === undefined) options.remark({ kind: 'listening-stopped' });
    else options.onError(error);
  }

  const common = { line, newId, after };
  const trial = createWakeTrial({ ...common, client, onError: fail, onChange: () => handsFree.sync() });
  const keys = createPushToTalk({
    ...common,
    ...(parts.nowMs && { nowMs: parts.nowMs }),
    mode: () => (options.preferences().mode === 'toggle' ? 'turn' : 'hold'),
    onView: showTalk,
    onError: fail,
  });
  const handsFree = createHandsFree({
    ...common,
    wanted: wantedStanding,
    onChange: showState,
    onFailed(error) {
      pause(true);
      fail(error);
    },
  });

  function wantedStanding(): StandingMode | undefined {
    const { mode, restBelow } = options.preferences();
    if (options.onlyByKey === true || quickCaptures.size > 0) return undefined;
    if (mode === 'hotword' && battery.isLow(restBelow)) return undefined;
    const isFree =
      isConnected && !isPaused && mayHear && options.canListen() && !trial.isActive() && !keys.isActive();
    return isFree && (mode === 'hotword' || mode === 'always') ? mode : undefined;
  }

  const battery = (parts.battery ?? watchBattery)(() => {
    const { mode, restBelow } = options.preferences();
    const isLow = battery.isLow(restBelow);
    if (isLow && !wasLow && mode === 'hotword') options.remark({ kind: 'battery' });
    wasLow = isLow;
    handsFree.sync();
  });

  function showTalk(view: TalkView): void {
    if (view.state === 'listening' && talk.state !== 'listening') {
      show({ caption: '' });
      cues.play('listening');
    }
    if (view.state === 'recognising' && talk.state !== 'recognising') cues.play('thinking');
    talk = view;
    showState();
    handsFree.sync();
  }

  function showState(): void {
    const state = talk.state === 'idle' ? handsFree.state() : talk.state;
    show({ state, isLocked: talk.isLocked });
  }

  function told(captureId: string, state: CaptureState): void {
    if (!isOurs(captureId)) return;
    if (state === 'thinking') cues.play('thinking');
    if (state === 'armed' || state === 'follow-up' || state === 'off') show({ caption: '' });
    if (captureId === keys.captureId()) keys.told(state);
    else handsFree.told(state);
  }

  function giveWay(captureId: string, state: CaptureState): void {
    if (!isQuickCapture(captureId) || options.onlyByKey === true) return;
    const isTaking = state === 'listening' || state === 'hearing' || state === 'recognising';
    if (isTaking) quickCaptures.add(captureId);
    else quickCaptures.delete(captureId);
    handsFree.sync();
  }

  const isOurs = (captureId: string): boolean =>
    captureId === keys.captureId() || captureId === handsFree.captureId();

  function woke(): void {
    cues.play('listening');
    show({ canDeny: true });
    cancelDeniable();
    cancelDeniable = after(deniableMs, () => show({ canDeny: false }));
  }

  function pause(wanted: boolean): void {
    isPaused = wanted;
    show({ isPaused });
    handsFree.sync();
  }

  const ends = [
    client.on('voice.state', ({ captureId, state }) => {
      giveWay(captureId, state);
      told(captureId, state);
    }),
    client.on('voice.caption', ({ captureId, text, isFinal }) => {
      if (isOurs(captureId)) show({ caption: text, captionIsFinal: isFinal });
    }),
    client.on('voice.woke', ({ captureId, accepted }) => {
      if (accepted && captureId === handsFree.captureId()) woke();
    }),
    client.onState(state => {
      isConnected = state === 'open' || (isConnected && state === 'reconnecting');
      line.connection(state);
      handsFree.sync();
    }),
  ];

  async function chooseLoudspeaker(label: string | undefined): Promise<void> {
    if (label === undefined) return spoken.loudspeaker.setDevice(undefined);
    spoken.loudspeaker.setDevice(await idOf(pageDevices(), 'audiooutput', label));
  }

  function moveTo(next: string): void {
    conversationId = next;
    const captureId = keys.captureId() ?? handsFree.captureId();
    if (captureId === undefined) return;
    client.call('voice.moveTo', { captureId, conversationId }).catch(options.onError);
  }

  return {
    ...keys,
    trial,
    press(wanted) {
      // Who begins to talk does not want to hear the old answer, and the microphone must not hear it either.
      spoken.loudspeaker.stop();
      if (mayHear && !trial.isActive()) keys.press(wanted);
    },
    cancel() {
      const captureId = handsFree.captureId();
      if (keys.isActive() || captureId === undefined) return keys.cancel();
      show({ caption: '' });
      client.call('voice.drop', { captureId }).catch(options.onError);
    },
    hush: () => spoken.loudspeaker.stop(),
    pause,
    allow(isAllowed) {
      mayHear = isAllowed;
      if (!isAllowed) keys.cancel();
      handsFree.sync();
      if (!isAllowed) microphone.rest();
    },
    deny() {
      show({ canDeny: false });
      const captureId = handsFree.captureId();
      client.call('voice.notMe', {}).catch(options.onError);
      if (captureId) client.call('voice.drop', { captureId }).catch(options.onError);
    },
    cue: cues.play,
    level: microphone.level,
    measureHeard: microphone.measure,
    measureSaid: spoken.loudspeaker.measure,
    onWord(listener) {
      wordListeners.add(listener);
      return () => wordListeners.delete(listener);
    },
    async devices() {
      const page = pageDevices();
      const [microphones, loudspeakers] = await Promise.all([
        labelsOf(page, 'audioinput'),
        labelsOf(page, 'audiooutput'),
      ]);
      return { microphones, loudspeakers };
    },
    changed() {
      const preferences = options.preferences();
      microphone.choose(preferences.microphone);
      spoken.loudspeaker.setVolume(preferences.volume);
      chooseLoudspeaker(preferences.loudspeaker).catch(() => options.remark({ kind: 'loudspeaker' }));
      if (options.conversationId() !== conversationId) moveTo(options.conversationId());
      handsFree.sync();
    },
    async close() {
      for (const end of ends) end();
      keys.cancel();
      pause(true);
      await Promise.all([microphone.close(), spoken.close(), cues.close()]);
    },
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
