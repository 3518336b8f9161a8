/** What can be done with preferences, profiles and the doctor. */

import type { VoiceView } from '../voice/voice-view.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Language, Preferences } from './contract-types.ts';
import { reportOf } from './error-report.ts';
import type { DialogName, ToastText } from './state.ts';
import { dismissToast, showToast } from './toasts.ts';

export const profileActions = (context: Context) => {
  const { client, store } = context;

  async function takeProfiles(): Promise<void> {
    const { profiles } = await client.call('profile.list', {});
    store.setState({ profiles });
  }

  /** Shown at once; taken back, and false, when the core refuses. */
  async function replacePreferences(wanted: Preferences): Promise<boolean> {
    const before = store.getState().preferences;
    store.setState({ preferences: wanted });
    const done = await attempt(context, () => client.call('preferences.set', wanted));
    if (!done) store.setState({ preferences: before });
    return done;
  }
  const setPreferences = (change: Partial<Preferences>): Promise<boolean> =>
    replacePreferences({ ...store.getState().preferences, ...change });

  return {
    setPreferences,
    replacePreferences,
    addProfile: (name: string, language: Language) =>
      attempt(context, async () => {
        const { id } = await client.call('profile.add', { name, language });
        await takeProfiles();
        await client.call('profile.use', { id });
      }),
    changeProfile: (id: string, name: string, language: Language) =>
      attempt(context, async () => {
        const profile = await client.call('profile.change', { id, name, language });
        store.setState({ profile, language: profile.language });
        await takeProfiles();
      }),
    switchProfile: (id: string) => attempt(context, () => client.call('profile.use', { id })),
    async runDoctor(): Promise<void> {
      store.setState({ doctor: { state: 'running' } });
      try {
        store.setState({ doctor: { state: 'done', report: await client.call('doctor.run', {}) } });
      } catch (error) {
        store.setState({ doctor: { state: 'failed', error: reportOf(error, store.getState().language) } });
      }
    },

    showDialog: (dialog: DialogName): void => store.setState({ dialog, railOpen: false }),
    closeDialog: (): void => store.setState(({ dialog: _dialog, ...rest }) => rest, true),
    toggleRail: (): void => store.setState(state => ({ railOpen: !state.railOpen })),
    dismissWarning: (code: string): void => {
      store.setState(state => ({ warnings: state.warnings.filter(one => one !== code) }));
      // Told once; the others last as long as their cause.
      if (code === 'update-went-back') void attempt(context, () => client.call('update.acknowledge', {}));
    },
    setVoice: (change: Partial<VoiceView>): void => {
      const { voice } = store.getState();
      const isNew = Object.entries(change).some(([key, value]) => voice[key as keyof VoiceView] !== value);
      if (isNew) store.setState({ voice: { ...voice, ...change } });
    },
    toast: (text: ToastText): void => showToast(context, text),
    dismissToast: (id: string): void => dismissToast(context, id),
  };
};
