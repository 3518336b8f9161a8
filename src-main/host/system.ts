/** What can be told of the program itself, and the parts of it that can be mended by a button. */
import { availableParallelism, freemem, totalmem } from 'node:os';
import type { Services } from '../api/services.ts';
import type { SystemServices } from '../api/system-services.ts';
import type { Mend } from '../domain/health.ts';
import type { ModelInUse } from '../domain/system-parts.ts';
import type { EngineWatch } from '../observability/engine-watch.ts';
import { searchLog } from '../observability/search-log.ts';
import type { DataFolder } from './data-folder.ts';
import type { LanguageModels } from './language-models.ts';
import type { Records } from './records.ts';
import type { Speech } from './speech.ts';

export interface SystemOptions {
  readonly folder: DataFolder;
  readonly version: string;
  readonly startedAtMs: number;
  readonly engines: EngineWatch;
  readonly records: Records;
  readonly models: LanguageModels;
  readonly speech: Speech;
  /** The part of the services that a mend orders at. */
  readonly services: () => Pick<Services, 'current' | 'catalogue'>;
}

export function createSystem(options: SystemOptions): SystemServices {
  const { folder, version, startedAtMs, engines, records } = options;
  const mends: Readonly<Record<Mend, () => Promise<unknown>>> = {
    'restart-speech': () => options.speech.restart(),
    'restart-language': () => options.models.restart(),
    'look-for-models': () => options.models.services.refresh(),
    'check-models': () => options.services().catalogue.verify([]),
    'built-in-meanings': () => options.services().current().embedders.use('built-in'),
  };
  return {
    parts: async () => ({
      version,
      runtime: `node ${process.versions.node}`,
      platform: `${process.platform} ${process.arch}`,
      startedAtMs,
      memoryBytes: totalmem(),
      freeMemoryBytes: freemem(),
      cores: availableParallelism(),
      dataFolder: folder.root,
      logFolder: folder.logs,
      processes: await engines.processes(),
      models: await modelsInUse(options),
    }),
    history: span => records.history(span),
    transfers: sinceMs => records.transfers(sinceMs),
    searchLogs: question => searchLog(folder.logs, question),
    mend: async mend => {
      await mends[mend]();
    },
  };
}

async function modelsInUse({ models, speech, services }: SystemOptions): Promise<readonly ModelInUse[]> {
  const { active } = models.services.snapshot();
  const { canListen, voices } = speech.status();
  const { model } = await services().current().embedders.status();
  const language = services().current().profile.language;
  return [
    ...(active ? [{ use: 'language', name: active.model } as const] : []),
    ...(canListen ? [{ use: 'recognition', name: speech.speechToText.engine } as const] : []),
    { use: 'voice', name: voices[language] },
    { use: 'meaning', name: model },
  ];
}
