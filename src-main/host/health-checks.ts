/** What the doctor looks at: every part of this program, each really tried. */

import { type Client, connect } from '../../src-preload/connect.ts';
import { createWirePair } from '../../src-preload/memory-wire.ts';
import type { Services } from '../api/services.ts';
import type { WireServer } from '../api/wire-session.ts';
import { nameOf } from '../domain/embedder-choice.ts';
import { reportError } from '../domain/errors.ts';
import type { HealthReport } from '../domain/health.ts';
import { newId } from '../domain/id.ts';
import { type FindingText, finding } from '../observability/checks/finding.ts';
import { freeDiskCheck } from '../observability/checks/free-disk.ts';
import { freeMemoryCheck } from '../observability/checks/free-memory.ts';
import { nodeVersionCheck } from '../observability/checks/node-version.ts';
import { type NamedCheck, runDoctor } from '../observability/doctor.ts';
import type { Observer } from '../observability/observer.ts';
import type { SecretStore } from '../ports/secret-store.ts';
import { connectRunning } from './call-running.ts';
import { healthTexts as texts } from './health-texts.ts';
import type { Instance } from './instance-file.ts';
import type { LanguageModels } from './language-models.ts';
import type { Speech } from './speech.ts';

export interface HealthOptions {
  readonly services: Services;
  readonly wires: () => WireServer;
  readonly models: LanguageModels;
  readonly speech: Speech;
  readonly secrets: SecretStore;
  readonly dataDir: string;
  readonly observer: Observer;
  /** Where the web host, or the desktop program's line, is reached; undefined where neither is. */
  readonly web: () => Instance | undefined;
}

/** Never throws: a part that fails is a finding. */
export async function runHealthChecks(options: HealthOptions): Promise<HealthReport> {
  const { services, observer, dataDir } = options;
  const { language } = services.current().profile;
  const report = await runDoctor({
    language,
    clock: services.clock,
    checks: [
      nodeVersionCheck(language),
      freeMemoryCheck(language),
      freeDiskCheck(language, dataDir),
      storeCheck(options),
      secretsCheck(options),
      wireCheck('wire', options, inMemory(options)),
      ...webChecks(options),
      ...modelChecks(options),
      listenCheck(options),
      speakCheck(options),
      meaningCheck(options),
    ],
  });
  observer.setHealth(report);
  return report;
}

const languageOf = ({ services }: HealthOptions) => services.current().profile.language;

function storeCheck(options: HealthOptions): NamedCheck {
  return {
    part: 'store',
    limitMs: 120_000,
    run: async () => {
      const faults = await options.services.current().memory.verify();
      const facts = { faults: faults.length };
      if (faults.length > 0) return finding('broken', texts.storeDamaged, languageOf(options), facts);
      return finding('fine', texts.storeFine, languageOf(options));
    },
  };
}

function secretsCheck({ secrets, ...rest }: HealthOptions): NamedCheck {
  return {
    part: 'secrets',
    run: async () => {
      const name = `doctor:${newId()}`;
      const written = crypto.getRandomValues(new Uint8Array(16));
      await secrets.set(name, written);
      const read = await secrets.get(name);
      await secrets.delete(name);
      const language = rest.services.current().profile.language;
      const same = read !== undefined && Buffer.compare(read, written) === 0;
      if (!same) return finding('broken', texts.secretsLost, language, { kind: secrets.kind });
      const text = secrets.warning === undefined ? texts.secretsFine : texts.secretsInFile;
      return finding(secrets.warning === undefined ? 'fine' : 'degraded', text, language, {
        kind: secrets.kind,
      });
    },
  };
}

/** Sends a command through a wire of its own and waits for the answer. */
function wireCheck(part: string, options: HealthOptions, openClient: () => Client): NamedCheck {
  return {
    part,
    run: async () => {
      const client = openClient();
      try {
        await client.call('profile.list', {}, { limitMs: 5000 });
        return finding('fine', texts.wireFine, languageOf(options));
      } finally {
        client.close();
      }
    },
  };
}

const inMemory =
  ({ wires }: HealthOptions) =>
  (): Client =>
    connect(
      async () => {
        const [clientEnd, coreEnd] = createWirePair();
        wires().serveWire(coreEnd);
        return clientEnd;
      },
      { clientId: newId() },
    );

/** The wire that windows use over the network's loopback, or the command line over the desktop program's socket. */
function webChecks(options: HealthOptions): NamedCheck[] {
  const web = options.web();
  if (web === undefined) return [];
  return [wireCheck('url' in web ? 'wire:web' : 'wire:local', options, () => connectRunning(web))];
}

/** Runs a token through each back end that has a model. */
function modelChecks(options: HealthOptions): NamedCheck[] {
  const language = languageOf(options);
  const { backends } = options.services.models.snapshot();
  return backends.map(({ id, label, kind }) => ({
    part: `model:${id}`,
    mends: kind === 'embedded' ? ['restart-language', 'check-models'] : ['look-for-models'],
    limitMs: 120_000,
    run: async signal => {
      await options.models.firstLook();
      const candidate = options.models.candidateOf(id);
      if (candidate === undefined) return finding('degraded', lackOf(id, options), language, { label });
      const { backend, model } = candidate;
      const request = {
        model,
        messages: [{ role: 'user', content: 'Hi' }],
        options: { maxTokens: 1 },
      } as const;
      let events = 0;
      for await (const event of backend.generate(request, signal))
        events += event.kind === 'finished' ? 0 : 1;
      return finding('fine', texts.modelFine, language, { label, model, events });
    },
  }));
}

/** Why a back end offers no model to talk with. */
function lackOf(backendId: string, { services }: HealthOptions): FindingText {
  const backend = services.models.snapshot().backends.find(({ id }) => id === backendId);
  if (backend?.kind === 'embedded') return texts.noModelFile;
  return backend?.state === 'ready' ? texts.modelEmpty : texts.modelAbsent;
}

/** Whether the model of meanings that was chosen is there: it is tried once more. */
function meaningCheck(options: HealthOptions): NamedCheck {
  return {
    part: 'meaning',
    limitMs: 60_000,
    run: async () => {
      const language = languageOf(options);
      const { choice, model, fault } = await options.services.current().embedders.examine();
      if (fault === undefined) return finding('fine', texts.meaningFine, language, { model });
      const { code, message, hint } = reportError(fault, language);
      const facts = { chosen: nameOf(choice), model, code, message, hint };
      return finding('degraded', texts.meaningAway, language, facts);
    },
  };
}

/** Half a second of silence through the recogniser. */
function listenCheck(options: HealthOptions): NamedCheck {
  return {
    part: 'speech-to-text',
    mends: ['restart-speech', 'check-models', 'show-models'],
    limitMs: 60_000,
    run: async signal => {
      const language = languageOf(options);
      if (!options.speech.status().canListen) return finding('degraded', texts.cannotListen, language);
      await options.speech.speechToText.transcribe(
        { samples: new Int16Array(8000), sampleRateHz: 16_000 },
        signal,
      );
      return finding('fine', texts.canListen, language);
    },
  };
}

/** One word through the voice. */
function speakCheck(options: HealthOptions): NamedCheck {
  return {
    part: 'text-to-speech',
    mends: ['restart-speech', 'check-models', 'show-models'],
    limitMs: 60_000,
    run: async signal => {
      const language = languageOf(options);
      const { textToSpeech } = options.speech;
      let samples = 0;
      for await (const chunk of textToSpeech.speak({ text: 'Jarvis.', language, rate: 1 }, signal))
        samples += chunk.samples.length;
      const facts = { engine: textToSpeech.engineFor(language), samples };
      return samples > 0
        ? finding('fine', texts.canSpeak, language, facts)
        : finding('broken', texts.mute, language, facts);
    },
  };
}
