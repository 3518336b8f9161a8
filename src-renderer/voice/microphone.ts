/** The microphone: open while it is used and a little longer, on the device that was chosen or the best that is there. */
import captureWorkletUrl from './capture-worklet.ts?worker&url';
import { closeStream, type Input, openInput, pageDevices } from './devices.ts';
import { type InputAudio, openInputAudio } from './input-audio.ts';
import { MicrophoneError, microphoneError } from './microphone-error.ts';
import { createSoundLink, type SoundLink } from './sound-link.ts';
import { hush, type SoundNow } from './sound-meter.ts';
import type { HeardSpan, SignalFault } from './sound-orders.ts';

export interface Capture {
  /** The core takes the frames now, the first ones too; `hold`: not at the moment, they are kept. */
  go(): void;
  hold(): void;
  /** While it only waits for a name, one message for 80 ms of sound does. */
  isWaiting(isWaiting: boolean): void;
  /** Ends it; resolves when the core has every frame. */
  stop(): Promise<{ lastSequence: number }>;
  /** Ends it and forgets its sound. */
  drop(): Promise<void>;
}

export interface CaptureListener {
  /** There is no microphone any more: the capture gets no more sound. */
  onLost(error: MicrophoneError): void;
}

/** `lost`: the device is gone, another one took its place; `back`: the chosen one is there again. */
export interface DeviceChange {
  readonly kind: 'lost' | 'back';
  readonly label: string;
}

export interface Microphone {
  /** Begins a capture with the half second before, if the microphone was open. Throws MicrophoneError. */
  start(listener: CaptureListener): Promise<Capture>;
  /** By its name; undefined: the system's. */
  choose(label: string | undefined): void;
  /** How loud it is, 0 to 1. */
  level(): number;
  /** Its sound at this moment, for the eye; silence while it is closed. */
  measure(into: SoundNow): void;
  /** What is heard of an answer, so that the core can tell it from the person. */
  plays(span: HeardSpan): void;
  silent(fromMs: number): void;
  /** Shuts the device at once, also one that is just being opened, until the next start. */
  rest(): void;
  close(): Promise<void>;
}

export interface MicrophoneOptions {
  /** Where the sound goes: an address for a WebSocket, or a port of the host. */
  readonly wire: string | MessagePort;
  readonly onOpen?: (isOpen: boolean) => void;
  readonly onSignal?: (fault: SignalFault | 'muted') => void;
  readonly onDevice?: (change: DeviceChange) => void;
  readonly workletUrl?: string;
  /** Replaced in tests. */
  readonly parts?: {
    readonly devices?: () => MediaDevices;
    readonly openAudio?: () => Promise<InputAudio>;
    readonly makeLink?: () => SoundLink;
    readonly after?: (delayMs: number, action: () => void) => () => void;
  };
}

/** So that the first syllable after the next key press is there already. */
const openAfterUseMs = 30_000;
const waitingFramesPerBatch = 4;

export function createMicrophone(options: MicrophoneOptions): Microphone {
  const { parts = {} } = options;
  const devices = parts.devices ?? pageDevices;
  const after = parts.after ?? afterOnPage;
  let link: SoundLink | undefined;
  let audio: Promise<InputAudio> | undefined;
  /** The same, once it is there. */
  let heard: InputAudio | undefined;
  let input: Input | undefined;
  let opening: Promise<void> | undefined;
  let wantedLabel: string | undefined;
  let listener: CaptureListener | undefined;
  let quiet: Promise<unknown> = Promise.resolve();
  let current = 0;
  let cancelRest = (): void => undefined;
  let isWatching = false;
  let isResting = false;

  function ready(): { link: SoundLink; audio: Promise<InputAudio> } {
    link ??= (parts.makeLink ?? makeLink)();
    audio ??= openThread(link).catch((error: unknown) => {
      audio = undefined;
      throw new MicrophoneError('failed', error);
    });
    return { link, audio };
  }

  const makeLink = (): SoundLink =>
    createSoundLink({ wire: options.wire, onFault: fault => options.onSignal?.(fault) });

  async function openThread(to: SoundLink): Promise<InputAudio> {
    const opened = await (
      parts.openAudio ?? (() => openInputAudio(options.workletUrl ?? captureWorkletUrl))
    )();
    const { port1, port2 } = new MessageChannel();
    opened.sendTo(port1);
    to.order({ kind: 'source', port: port2 }, [port2]);
    return opened;
  }

  /** Opens the device unless it is open. */
  function open(): Promise<void> {
    if (input !== undefined) return Promise.resolve();
    opening ??= openDevice().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function openDevice(): Promise<void> {
    const page = devices();
    const thread = ready().audio;
    // Its fault is thrown below; meanwhile the device may still be asked for.
    thread.catch(() => undefined);
    const opened = await openInput(page, wantedLabel);
    try {
      use(opened, await thread);
    } catch (error) {
      closeStream(opened.stream);
      throw error;
    }
    watch(page);
  }

  function use(opened: Input, thread: InputAudio): void {
    if (input !== undefined) closeStream(input.stream);
    input = opened;
    heard = thread;
    thread.hear(opened.stream);
    for (const track of opened.stream.getAudioTracks()) {
      track.onended = () => void replaceLost(opened);
      track.onmute = () => options.onSignal?.('muted');
    }
    options.onOpen?.(true);
  }

  /** Unplugged, or no longer allowed: whatever else there is takes its place, within the sentence. */
  async function replaceLost(lost: Input): Promise<void> {
    if (input !== lost) return;
    release();
    if (listener === undefined) return;
    try {
      await open();
      options.onDevice?.({ kind: 'lost', label: lost.label });
    } catch (error) {
      listener?.onLost(microphoneError(error));
    }
  }

  function watch(page: MediaDevices): void {
    if (isWatching) return;
    isWatching = true;
    page.addEventListener('devicechange', () => void comeBack());
  }

  /** The chosen device was plugged in again. */
  async function comeBack(): Promise<void> {
    if (input === undefined || input.isChosen || wantedLabel === undefined) return;
    try {
      const opened = await openInput(devices(), wantedLabel);
      if (!opened.isChosen) return closeStream(opened.stream);
      use(opened, await ready().audio);
      options.onDevice?.({ kind: 'back', label: opened.label });
    } catch {
      // The device in use goes on as before, and the next change of devices is another chance.
      return;
    }
  }

  function release(): void {
    cancelRest();
    if (input === undefined) return;
    closeStream(input.stream);
    input = undefined;
    link?.order({ kind: 'closed' });
    void audio?.then(thread => thread.rest());
    options.onOpen?.(false);
  }

  function used(capture: number): void {
    if (capture !== current) return;
    listener = undefined;
    cancelRest();
    if (isResting) release();
    else cancelRest = after(openAfterUseMs, release);
  }

  function captureOver({ begin: _begin, ...to }: SoundLink, capture: number): Capture {
    let over: Promise<number> | undefined;
    const end = (how: 'finish' | 'drop'): Promise<number> => {
      over ??= to.finished(capture, how).finally(() => used(capture));
      quiet = over;
      return over;
    };
    return {
      go: () => to.order({ kind: 'go', capture }),
      hold: () => to.order({ kind: 'hold', capture }),
      isWaiting: isWaiting =>
        to.order({ kind: 'pace', framesPerBatch: isWaiting ? waitingFramesPerBatch : 1 }),
      stop: async () => ({ lastSequence: await end('finish') }),
      drop: async () => void (await end('drop')),
    };
  }

  return {
    async start(given) {
      await quiet;
      cancelRest();
      isResting = false;
      const { link: to } = ready();
      current = to.begin();
      const capture = captureOver(to, current);
      listener = given;
      capture.isWaiting(false);
      try {
        await open();
        return capture;
      } catch (error) {
        await capture.drop();
        throw error;
      }
    },
    choose(label) {
      if (label === wantedLabel) return;
      wantedLabel = label;
      const before = input;
      if (before === undefined) return;
      release();
      if (listener) open().catch((error: unknown) => listener?.onLost(microphoneError(error)));
    },
    level: () => (input === undefined ? 0 : (link?.level() ?? 0)),
    measure(into) {
      if (input === undefined || heard === undefined) hush(into);
      else heard.measure(into);
    },
    plays: span => link?.order({ kind: 'plays', span }),
    silent: fromMs => link?.order({ kind: 'silent', fromMs }),
    rest() {
      isResting = true;
      release();
    },
    async close() {
      release();
      const thread = await audio;
      audio = undefined;
      await thread?.close();
      link?.close();
      link = undefined;
    },
  };
}

function afterOnPage(delayMs: number, action: () => void): () => void {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
}
