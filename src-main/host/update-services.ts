/** New versions as the windows and the command line see them: the work, the settings, and how the person is told. */
import { release } from 'node:os';
import { join } from 'node:path';
import updatesFile from '../../resources/updates.json' with { type: 'json' };
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import { isNetworkMetered } from '../adapters/updates/metered-network.ts';
import { openUpdateRecord, type UpdateRecordFile } from '../adapters/updates/update-record-file.ts';
import type { Services } from '../api/services.ts';
import type { UpdateServices } from '../api/update-services.ts';
import { reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { UpdateStatus } from '../domain/update.ts';
import type { Surroundings } from '../domain/update-decision.ts';
import type { Log } from '../observability/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ProgramInstaller } from '../ports/program-installer.ts';
import type { DataFolder } from './data-folder.ts';
import { isOnPower } from './power.ts';
import { Updates } from './updates.ts';

export interface HostUpdates {
  readonly services: UpdateServices;
  /** The program is ready; from now on it also looks by itself. */
  ready(): void;
  /** As the program ends. Resolves to whether the next start is a new version; what goes wrong is written down. */
  installOnQuit(): Promise<boolean>;
  close(): Promise<void>;
}

export interface UpdateServicesOptions {
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly version: string;
  readonly publish: Services['publish'];
  readonly language: () => Language;
  /** What goes on in the program, and since when nobody did anything. */
  readonly activity: () => Pick<Surroundings, 'isTalking' | 'isMicrophoneOpen' | 'idleMs'>;
  /** Absent: this program is no package that can be replaced. */
  readonly installer?: ProgramInstaller;
  /** Starts the program anew; absent where the installer does it, or nothing can be installed. */
  readonly restart?: () => void;
}

export const openRecordOf = (folder: Pick<DataFolder, 'updates'>): UpdateRecordFile =>
  openUpdateRecord(join(folder.updates, 'state.json'));

export function createUpdateServices(options: UpdateServicesOptions): HostUpdates {
  const { folder, settings, clock, env, log, version, publish, language, installer } = options;
  const record = openRecordOf(folder);
  const onError = (error: unknown): void => log.write('warn', 'update.failed', {}, error);
  const status = (): UpdateStatus => {
    const { error, ...picture } = updates.picture();
    const { checkedAtMs } = record.current();
    return {
      ...{ version, settings: settings.current().updates, isConfigured: updates.isConfigured },
      ...picture,
      ...(installer && { packageKind: installer.kind }),
      ...(checkedAtMs !== undefined && { checkedAtMs }),
      ...(error && { error: reportError(error, language()) }),
    };
  };
  const updates = new Updates({
    ...{ folder, record, clock, version, onError, ...(installer && { installer }) },
    source: { address: updatesFile.address, clock, env },
    trust: updatesFile,
    platform: process.platform,
    arch: process.arch,
    systemRelease: release(),
    settings: () => settings.current().updates,
    surroundings: async () => ({
      ...options.activity(),
      isMetered: await isNetworkMetered(),
      isOnPower: isOnPower(),
      hour: new Date(clock.nowMs()).getHours(),
    }),
    changed: () => publish('update.changed', status()),
    installed: () => options.restart?.(),
  });
  const then = async (work: Promise<unknown>): Promise<UpdateStatus> => {
    await work;
    return status();
  };
  return {
    services: {
      status,
      check: () => then(updates.check()),
      download: () => then(updates.download()),
      install: () => then(updates.install('asked', true)),
      skip: wanted => then(updates.skip(wanted)),
      acknowledge: () => {
        updates.acknowledge();
        return status();
      },
      set: wanted => {
        const isOtherChannel = wanted.channel !== settings.current().updates.channel;
        settings.change(current => ({ ...current, updates: wanted }));
        // What one channel offered says nothing of the other.
        if (isOtherChannel) updates.withdraw();
        publish('update.changed', status());
        return status();
      },
    },
    ready: () => {
      try {
        updates.confirm();
      } catch (error) {
        // Confirmed at the next start.
        onError(error);
      }
      updates.start();
    },
    installOnQuit: () =>
      updates.install('quit', false).catch((error: unknown) => {
        onError(error);
        return false;
      }),
    close: () => updates.close(),
  };
}
