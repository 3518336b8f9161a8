/** Looking for new versions, bringing and installing them, and when that may be done. */
import type { Context } from './context.ts';
import type { UpdateStatus } from './contract-types.ts';
import { reportOf } from './error-report.ts';

/** A slow line, and a program of a hundred megabytes. */
const longMs = 3_600_000;

export const updateActions = (context: Context) => {
  const { client, store } = context;
  const show = (updates: UpdateStatus): void =>
    store.setState(({ system: { error: _error, ...rest } }) => ({ system: { ...rest, updates } }));
  async function order(work: () => Promise<UpdateStatus>): Promise<void> {
    try {
      show(await work());
    } catch (error) {
      const report = reportOf(error, store.getState().language);
      store.setState(({ system }) => ({ system: { ...system, error: report } }));
    }
  }
  client.on('update.changed', show);
  return {
    loadUpdates: () => order(() => client.call('update.get', {})),
    checkForUpdate: () => order(() => client.call('update.check', {}, { limitMs: longMs })),
    downloadUpdate: () => order(() => client.call('update.download', {}, { limitMs: longMs })),
    installUpdate: () => order(() => client.call('update.install', {}, { limitMs: longMs })),
    skipUpdate: (version: string) => order(() => client.call('update.skip', { version })),
    acknowledgeUpdate: () => order(() => client.call('update.acknowledge', {})),
    setUpdates: (settings: UpdateStatus['settings']) => order(() => client.call('update.set', settings)),
  };
};
