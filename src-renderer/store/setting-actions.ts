/** Changes settings at once, and keeps the way back for each change. */

import { reportError } from '../../src-main/domain/errors.ts';
import type { GlobalKey, GlobalKeyName } from '../../src-main/domain/global-key.ts';
import {
  readSetting,
  type SettingName,
  settingNamed,
  settingsThatDiffer,
  withDefaults,
  withSetting,
} from '../../src-main/domain/setting-table.ts';
import { readSettingsFile, writeSettingsFile } from '../../src-main/domain/settings-file.ts';
import { checkPreferences } from '../../src-preload/schemas.ts';
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { ErrorReport, Language, Preferences } from './contract-types.ts';
import { reportOf } from './error-report.ts';
import type { ChangedSetting } from './state.ts';
import { addToast, dismissToast, showToast } from './toasts.ts';

interface Change {
  readonly of: ChangedSetting;
  readonly profileId: string | undefined;
  readonly atMs: number;
  readonly toastId: string;
  readonly undo: () => Promise<unknown>;
}

export interface SettingsOwner {
  /** False when the core refused. */
  replacePreferences(wanted: Preferences): Promise<boolean>;
  changeProfile(id: string, name: string, language: Language): Promise<boolean>;
  chooseModel(id: string): Promise<unknown>;
}

/** A slider that is drawn along is one change. */
const oneChangeMs = 1_500;
const mostChanges = 100;

export const settingActions = (context: Context, owner: SettingsOwner) => {
  const { store, around } = context;
  const changes: Change[] = [];
  /** What is shown already and not yet told to the core: only then is there a way back for it. */
  let underway: Promise<unknown> = Promise.resolve();

  function follow(change: Promise<void>): Promise<void> {
    underway = Promise.allSettled([underway, change]);
    return change;
  }

  function record(of: ChangedSetting, undo: Change['undo']): void {
    const profileId = store.getState().profile?.id;
    const last = changes.at(-1);
    const goesOn =
      last?.of === of && last.profileId === profileId && around.nowMs() - last.atMs < oneChangeMs;
    if (goesOn) {
      changes.pop();
      dismissToast(context, last.toastId);
    }
    const toastId = addToast(context, { kind: 'setting', of }, { undoesSetting: true });
    changes.push({ of, profileId, toastId, atMs: around.nowMs(), undo: goesOn ? last.undo : undo });
    changes.splice(0, changes.length - mostChanges);
  }

  /** Only these settings go back: what was changed since stays. */
  const takeBack = (names: readonly SettingName[], before: Preferences) => () =>
    owner.replacePreferences(
      names.reduce<Preferences>((preferences, name) => {
        const setting = settingNamed(name);
        return withSetting(preferences, setting, readSetting(before, setting));
      }, store.getState().preferences),
    );

  async function change(of: ChangedSetting, wanted: Preferences): Promise<void> {
    const before = store.getState().preferences;
    const names = settingsThatDiffer(wanted, before);
    if (names.length === 0) return;
    if (await owner.replacePreferences(wanted)) record(of, takeBack(names, before));
  }

  async function changeProfile(of: 'name' | 'language', name: string, language: Language): Promise<void> {
    const { profile } = store.getState();
    if (profile === undefined || (profile.name === name && profile.language === language)) return;
    if (await owner.changeProfile(profile.id, name, language))
      record(of, () => owner.changeProfile(profile.id, profile.name, profile.language));
  }

  return {
    /** `value` undefined: without it. */
    changeSetting: (name: SettingName, value: unknown): Promise<void> =>
      follow(change(name, withSetting(store.getState().preferences, settingNamed(name), value))),
    renameProfile: (name: string): Promise<void> =>
      follow(changeProfile('name', name, store.getState().profile?.language ?? store.getState().language)),
    changeLanguage: (language: Language): Promise<void> =>
      follow(changeProfile('language', store.getState().profile?.name ?? '', language)),
    /** One of the keys of every program; `noKey`: none. @returns why it is refused: the old one stays then. */
    async changeGlobalKey(name: GlobalKeyName, key: GlobalKey): Promise<ErrorReport | undefined> {
      const setting = name === 'talk' ? 'talkKey' : 'quickKey';
      const before = store.getState().preferences.desktop[setting];
      const set = async (wanted: GlobalKey): Promise<void> => {
        const shell = await context.client.call('shell.setKey', {
          name,
          key: wanted.chord === '' ? null : { ...wanted },
        });
        store.setState({ shell });
      };
      try {
        await set(key);
      } catch (error) {
        return reportOf(error, store.getState().language);
      }
      record(setting, () => attempt(context, () => set(before)));
      return undefined;
    },
    /** `before`: the voice that spoke until now; absent: none that was installed. */
    async changeVoice(id: string, before: string | undefined): Promise<void> {
      await owner.chooseModel(id);
      if (before !== undefined) record('voices', () => owner.chooseModel(before));
    },
    /** Lets the person hear a text; `voice`: an installed one, absent: the one that speaks. */
    hearVoice: (sample: { readonly language: Language; readonly text: string; readonly voice?: string }) =>
      attempt(context, () => context.client.call('voice.sample', { sampleId: around.newId(), ...sample })),
    /** Takes the last change back, or the one that this remark told of; false where there is none of this profile's. */
    async undoSetting(toastId?: string): Promise<boolean> {
      if (toastId === undefined) await underway;
      const at =
        toastId === undefined ? changes.length - 1 : changes.findIndex(one => one.toastId === toastId);
      const [last] = changes.splice(Math.max(at, 0), at < 0 ? 0 : 1);
      if (last === undefined || last.profileId !== store.getState().profile?.id) return false;
      dismissToast(context, last.toastId);
      await last.undo();
      return true;
    },
    resetSettings: (): Promise<void> =>
      follow(change('defaults', withDefaults(store.getState().preferences))),
    exportSettings(): void {
      const text = writeSettingsFile(store.getState().preferences);
      const fileName = 'jarvis-settings.json';
      around.download({ fileName, mediaType: 'application/json', text });
      showToast(context, { kind: 'exported', fileName });
    },
    /** What a file would make of the preferences, or why it is refused. Changes nothing. */
    readSettings(text: string): { readonly wanted: Preferences } | { readonly error: ErrorReport } {
      try {
        return { wanted: readSettingsFile(text, store.getState().preferences, checkPreferences) };
      } catch (error) {
        return { error: reportError(error, store.getState().language) };
      }
    },
    takeSettings: (wanted: Preferences): Promise<void> => follow(change('file', wanted)),
  };
};
