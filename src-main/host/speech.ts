/** Listening and speaking in the speech process, for every window. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { createProcessSoundStreams } from '../adapters/speech/process-sound-streams.ts';
import { createProcessTextToSpeech } from '../adapters/speech/process-text-to-speech.ts';
import { createSherpaSpeechToText } from '../adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../adapters/speech/speech-process.ts';
import type { ProfileServices, Publish, SpeechServices, SpokenClient } from '../api/services.ts';
import { nameHints } from '../conversation/name-hints.ts';
import { warmSpeakable } from '../conversation/speakable-text/speakable.ts';
import { createTurnTaking } from '../conversation/turn-taking/create-turn-taking.ts';
import { SpeakerPace } from '../conversation/turn-taking/speaker-pace.ts';
import { VoiceClients } from '../conversation/voice-clients.ts';
import { asJarvisError, JarvisError, reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { VoicePreferences } from '../domain/settings.ts';
import type { Observer } from '../observability/observer.ts';
import type { Clock } from '../ports/clock.ts';
import type { SpeechToText } from '../ports/speech-to-text.ts';
import type { TextToSpeech } from '../ports/text-to-speech.ts';
import { observedSpeechToText, observedStreams } from './observed-speech.ts';
import { engineProgram } from './program-path.ts';
import { publishCapture } from './publish-capture.ts';
import { speakAnswer } from './speak-answer.ts';
import { createVoiceSamples } from './voice-samples.ts';

const warmUpStepMs = 150;
/** Facts, those said last first. */
const hintsFrom = 60;

export interface SpeechOptions {
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly observer: Observer;
  readonly publish: Publish;
  readonly current: () => ProfileServices;
  /** Folder of the speech models that were downloaded, each under its id. */
  readonly speechModels: string;
  /** Nothing is heard and nothing is spoken. */
  readonly isOff?: boolean;
}

export interface Speech extends SpeechServices {
  readonly speechToText: SpeechToText;
  readonly textToSpeech: TextToSpeech;
  /** Speech models were added or removed. */
  changed(): void;
  clientGone(clientId: string): void;
  /** Ends the engine; it starts anew when it is next needed. */
  restart(): Promise<void>;
  /** Gives up every capture and every spoken answer. */
  forget(): void;
  close(): Promise<void>;
}

export function createSpeech(options: SpeechOptions): Speech {
  const { settings, clock, observer, publish, current } = options;
  const process = createSpeechProcess({ clock, ...engineProgram('speech-process') });
  const folders = () => settings.current().speech;
  const recognizerDir = () => (options.isOff ? undefined : folders().recognizerDir);
  const textToSpeech = createProcessTextToSpeech({
    process,
    voiceDirs: () => ({
      ...folders().voiceDirs,
      ...chosenVoiceDirs(options.speechModels, current().preferences().voice.voices),
    }),
  });
  const speechToText = observedSpeechToText(
    createSherpaSpeechToText({ process, recognizerDir }),
    clock,
    observer,
  );
  const voice = () => current().preferences().voice;
  const pace = new SpeakerPace();
  const clients = new VoiceClients<SpokenClient>({
    clock,
    streams: observedStreams(
      createProcessSoundStreams({
        ...{ process, recognizerDir, clock },
        endingDir: () => installed(options.speechModels, 'smart-turn-v3'),
        partialDir: language => installed(options.speechModels, `zipformer-${language}`),
        onPartialFault: error => publish('app.failed', reportError(error, current().profile.language)),
      }),
      clock,
      observer,
    ),
    turns: () => current().turns,
    createTurnTaking: mode =>
      createTurnTaking({
        mode: mode === 'hold' || mode === 'always' || mode === 'hotword' ? mode : 'turn',
        profileLanguages: languagesOf(current()),
        bargeIn: voice().bargeIn,
        pace,
      }),
    preferences: voice,
    profileLanguage: () => current().profile.language,
    hints: () =>
      hintsOf(current()).catch((error: unknown) => {
        // Nobody is understood worse for it.
        observer.countError('speech', asJarvisError(error).code);
        return [];
      }),
    keepTuning: wakeTuning => changeVoice(options, { wakeTuning }),
    report: publishCapture(publish, () => current().profile.language),
    speak: (client, answer) =>
      !options.isOff && (current().preferences().speakAnswers || answer.reads !== undefined)
        ? speakAnswer({ ...options, textToSpeech, preferences: current().preferences() }, client, answer)
        : undefined,
  });
  const samples = createVoiceSamples({
    clock,
    preferences: () => current().preferences(),
    voiceOf: (language, id) =>
      id === undefined
        ? textToSpeech
        : createProcessTextToSpeech({
            process,
            voiceDirs: () => chosenVoiceDirs(options.speechModels, { [language]: id }),
          }),
  });
  const forget = () => {
    pace.forget();
    samples.forget();
    clients.forget();
  };
  let isWarm = false;
  /** The first sentence with figures would take a fifth of a second; who opens a microphone has not said anything yet. */
  const warmUp = () => {
    if (isWarm) return;
    isWarm = true;
    for (const [order, language] of voice().languages.entries())
      clock.after(warmUpStepMs * (order + 1), () => warmSpeakable(language, { numbers: voice().numbers }));
  };
  const status = () => ({
    canListen: recognizerDir() !== undefined,
    voices: { fr: textToSpeech.engineFor('fr'), en: textToSpeech.engineFor('en') },
  });
  return {
    speechToText,
    textToSpeech,
    status,
    changed: () => publish('speech.changed', status()),
    start: (client, capture) => {
      if (recognizerDir() === undefined) throw new JarvisError('speech.no-recognizer');
      clients.start(client, capture);
      warmUp();
    },
    frame: (clientId, frame) => clients.frame(clientId, frame),
    moveTo: (captureId, conversationId) => clients.moveTo(captureId, conversationId),
    finish: (captureId, lastSequence) => clients.finish(captureId, lastSequence),
    cancel: captureId => clients.cancel(captureId),
    drop: captureId => clients.drop(captureId),
    heard: (...what) => clients.heard(...what),
    sample: (client, sample) => samples.play(client, sample),
    read: (client, text) => {
      samples.hush(client.clientId);
      clients.read(client, text);
    },
    hush: clientId => {
      samples.hush(clientId);
      clients.hush(clientId);
    },
    notMe: clientId => clients.notMe(clientId),
    tuned: (captureId, lastSequence) => clients.tuned(captureId, lastSequence),
    untune: () => clients.untune(),
    clientGone: clientId => {
      samples.hush(clientId);
      clients.gone(clientId);
    },
    restart: async () => {
      forget();
      await process.stop();
    },
    forget,
    close: async () => {
      forget();
      await process.stop();
    },
  };
}

/** The folder of a model of the catalogue, where it is there. */
function installed(speechModels: string, id: string): string | undefined {
  const dir = join(speechModels, id);
  return existsSync(dir) ? dir : undefined;
}

/** Of the voices that the person chose those that are still installed. */
function chosenVoiceDirs(
  speechModels: string,
  voices: VoicePreferences['voices'],
): Partial<Record<Language, string>> {
  const dirs = Object.entries(voices).map(([language, id]) => [language, join(speechModels, id)] as const);
  return Object.fromEntries(dirs.filter(([, dir]) => existsSync(dir)));
}

/** The person's own languages, the profile's first. */
function languagesOf({ profile, preferences }: ProfileServices): readonly Language[] {
  const { languages } = preferences().voice;
  return [...languages].sort((a, b) => Number(b === profile.language) - Number(a === profile.language));
}

async function changeVoice(
  { current, publish }: SpeechOptions,
  change: Partial<VoicePreferences>,
): Promise<void> {
  const before = current().preferences();
  const preferences = { ...before, voice: { ...before.voice, ...change } };
  await current().setPreferences(preferences);
  publish('preferences.changed', preferences);
}

/** Names that the person told of are heard better. */
async function hintsOf({ profile, brain }: ProfileServices): Promise<readonly string[]> {
  const facts = (await brain?.facts({ limit: hintsFrom })) ?? [];
  return nameHints(
    profile.name,
    facts.map(({ subject, value }) => `, ${subject}, ${value}`),
  );
}
