/** A recording dropped on the window becomes text in the composer of the conversation it was dropped on. */
import { expect, test } from 'vitest';
import { isAudioFile } from './audio-actions.ts';
import { FakeCore, FakeSurroundings } from './fake-core.ts';
import { createWindowStore } from './window-store.ts';

function openStore() {
  const around = new FakeSurroundings();
  const core = new FakeCore();
  return { around, core, ...createWindowStore(core, around) };
}
const error = {
  stage: 'speech',
  code: 'speech.audio-file-cut',
  message: 'cut',
  hint: 'again',
  retryable: false,
} as const;

test('recordings are known by name or kind', () => {
  const known = ['a.MP3', 'b.m4a', 'c.opus'].map(name => isAudioFile({ name, type: '' }));
  expect(known).toEqual([true, true, true]);
  expect(isAudioFile({ name: 'memo', type: 'audio/webm' })).toBe(true);
  expect(isAudioFile({ name: 'small.gguf', type: '' })).toBe(false);
});

test('its words come behind what was written, under its name', async () => {
  const { store, actions } = openStore();
  const { id } = store.getState().open;
  actions.setDraft(id, 'Summarise this.');
  await actions.transcribeFile(new File(['x'], 'memo.m4a'));
  expect(store.getState().drafts.get(id)).toBe('Summarise this.\n\nRecording “memo.m4a”:\nwords');
  expect(store.getState().transcriptions).toEqual([]);
  expect(store.getState().toasts).toEqual([]);
});

test('what was understood of a damaged recording is kept, and the damage told', async () => {
  const { around, store, actions } = openStore();
  around.uploadAudio = ({ name }) => ({
    done: Promise.resolve({ name, text: 'half', error }),
    cancel: () => undefined,
  });
  await actions.transcribeFile(new File(['x'], 'memo.mp3'));
  expect(store.getState().drafts.get(store.getState().open.id)).toContain('half');
  expect(store.getState().toasts.at(-1)?.text).toEqual({ kind: 'error', error });
});

test('its progress is shown; once cancelled nothing comes of it', async () => {
  const { around, core, store, actions } = openStore();
  around.uploadAudio = () => {
    let cancel: (error: Error) => void = () => undefined;
    const done = new Promise<never>((_resolve, reject) => {
      cancel = reject;
    });
    return { done, cancel: () => cancel(new Error('cancelled')) };
  };
  const running = actions.transcribeFile(new File(['x'], 'memo.mp3'));
  const [entry] = store.getState().transcriptions;
  core.emit('audio.progress', { id: entry?.id ?? '', share: 0.4 });
  expect(store.getState().transcriptions).toMatchObject([{ name: 'memo.mp3', share: 0.4 }]);
  actions.cancelTranscription(entry?.id ?? '');
  await running;
  expect(store.getState()).toMatchObject({ transcriptions: [], toasts: [] });
  expect(store.getState().drafts.size).toBe(0);
});
