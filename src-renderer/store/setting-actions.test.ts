/** A change of a setting holds at once, can be taken back alone, and a slider that is drawn along is one change. */
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultPreferences } from '../../src-main/domain/settings.ts';
import { openWindow, profile, refusal } from './fake-core.ts';

let stage: Awaited<ReturnType<typeof openWindow>>;
const preferences = () => stage.store.getState().preferences;
const toasts = () => stage.store.getState().toasts;

beforeEach(async () => {
  stage = await openWindow();
  stage.core.answer('preferences.set', wanted => wanted);
});

describe('a change', () => {
  test('holds at once, tells, and goes back', async () => {
    const { actions, core } = stage;
    await actions.changeSetting('theme', 'light');
    expect(preferences().theme).toBe('light');
    expect(toasts().map(({ text }) => text)).toEqual([{ kind: 'setting', of: 'theme' }]);
    expect(await actions.undoSetting()).toBe(true);
    expect(core.calls.at(-1)?.input).toEqual(defaultPreferences);
    expect(toasts()).toEqual([]);
    expect(await actions.undoSetting()).toBe(false);
  });

  test('goes back alone: what was changed since stays', async () => {
    const { actions } = stage;
    await actions.changeSetting('theme', 'light');
    await actions.changeSetting('accent', 'givre');
    await actions.undoSetting(toasts()[0]?.id);
    expect(preferences()).toEqual({ ...defaultPreferences, accent: 'givre' });
    await actions.undoSetting();
    expect(preferences()).toEqual(defaultPreferences);
  });

  test('of a slider is one, from where it began', async () => {
    const { actions, around } = stage;
    for (const volume of [0.9, 0.8, 0.7]) {
      await actions.changeSetting('volume', volume);
      await around.pass(200);
    }
    expect(toasts()).toHaveLength(1);
    await actions.undoSetting();
    expect(preferences().voice.volume).toBe(1);
    await actions.changeSetting('volume', 0.5);
    await around.pass(5_000);
    await actions.changeSetting('volume', 0.4);
    await actions.undoSetting();
    expect(preferences().voice.volume).toBe(0.5);
  });

  test('can be to have none, and back', async () => {
    const { actions } = stage;
    await actions.changeSetting('zone', 'Europe/Paris');
    await actions.changeSetting('zone', undefined);
    expect(preferences()).toEqual(defaultPreferences);
    expect('zone' in preferences()).toBe(false);
    await actions.undoSetting();
    expect('zone' in preferences()).toBe(false);
  });

  test('to the same value is none', async () => {
    await stage.actions.changeSetting('theme', 'system');
    expect(stage.core.count('preferences.set')).toBe(0);
    expect(toasts()).toEqual([]);
  });

  test('that the core refuses is shown as such, and there is nothing to take back', async () => {
    const { actions, core } = stage;
    core.answer('preferences.set', () => Promise.reject(refusal('store.full')));
    await actions.changeSetting('theme', 'light');
    expect(preferences().theme).toBe('system');
    expect(toasts().map(({ text }) => text.kind)).toEqual(['error']);
    expect(await actions.undoSetting()).toBe(false);
  });

  test('that is taken back before the core has it is the one that goes back', async () => {
    const { actions, core } = stage;
    await actions.changeSetting('theme', 'light');
    const arrived = Promise.withResolvers<void>();
    core.answer('preferences.set', async wanted => {
      await arrived.promise;
      return wanted;
    });
    const changed = actions.changeSetting('accent', 'lagune');
    expect(preferences().accent).toBe('lagune');
    const undone = actions.undoSetting();
    arrived.resolve();
    await changed;
    expect(await undone).toBe(true);
    expect(preferences()).toEqual({ ...defaultPreferences, theme: 'light' });
  });

  test('of the name or the language goes back too', async () => {
    const { actions, core, store } = stage;
    core.answer('profile.change', wanted => ({ ...profile, ...wanted }));
    core.answer('profile.list', () => ({ profiles: [], activeId: profile.id }));
    await actions.renameProfile('Ada');
    await actions.changeLanguage('en');
    expect(store.getState().profile).toMatchObject({ name: 'Ada', language: 'en' });
    await actions.undoSetting();
    await actions.undoSetting();
    expect(store.getState().profile).toMatchObject({ name: 'Léa', language: 'fr' });
  });

  test('of another profile is not taken back in this one', async () => {
    const { actions, store } = stage;
    await actions.changeSetting('theme', 'light');
    store.setState({ profile: { ...profile, id: 'p2' } });
    expect(await actions.undoSetting()).toBe(false);
    expect(preferences().theme).toBe('light');
  });
});

describe('all settings', () => {
  test('are reset in one, and what was learnt stays', async () => {
    const { actions, store } = stage;
    const voice = { ...defaultPreferences.voice, wakeTuning: { scores: [0.6], falseWakes: 1 } };
    store.setState({ preferences: { ...defaultPreferences, theme: 'dark', accent: 'givre', voice } });
    await actions.resetSettings();
    expect(preferences()).toEqual({ ...defaultPreferences, voice });
    await actions.undoSetting();
    expect(preferences()).toMatchObject({ theme: 'dark', accent: 'givre' });
  });

  test('come from a file, or the file is refused and nothing changes', async () => {
    const { actions, core } = stage;
    const file = (settings: object) => JSON.stringify({ format: 'jarvis-settings', version: 1, settings });
    const refused = actions.readSettings(file({ theme: 'dark', colour: 1 }));
    expect(refused).toMatchObject({
      error: { code: 'settings.unknown', message: expect.stringContaining('colour') },
    });
    expect(core.count('preferences.set')).toBe(0);
    const read = actions.readSettings(file({ theme: 'dark', 'voice.volume': 0.5 }));
    if ('error' in read) throw new Error(read.error.message);
    await actions.takeSettings(read.wanted);
    expect(preferences()).toMatchObject({ theme: 'dark', voice: { volume: 0.5 } });
    await actions.undoSetting();
    expect(preferences()).toEqual(defaultPreferences);
  });
});
