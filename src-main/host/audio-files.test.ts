/** A recording that was dropped on a window, through the real decoder and recogniser, as the upload answers it. */
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets, readWav, wavBytes } from '../../test/test-assets.ts';
import { createProcessAudioFiles } from '../adapters/audio-file/process-audio-files.ts';
import { createSherpaSpeechToText } from '../adapters/speech/sherpa-speech-to-text.ts';
import { createSpeechProcess } from '../adapters/speech/speech-process.ts';
import { wordsOf } from '../ports/conformance/speech-to-text.ts';
import { createAudioUpload } from './audio-files.ts';
import { systemClock as clock } from './system-clock.ts';

const available = haveAssets('models/stt/whisper-format-tiny-overfit', 'speech/commands/commands.json');
const never = new AbortController().signal;
const process_ = createSpeechProcess({ clock });
afterAll(() => process_.stop());

describe.runIf(available)('a recording dropped on a window', () => {
  const clips: readonly { file: string; language: string; text: string; wake: string | null }[] = available
    ? JSON.parse(readFileSync(assetPath('speech/commands/commands.json'), 'utf8')).clips
    : [];
  const some = clips.filter(({ language, wake }) => language === 'fr' && wake === null).slice(0, 3);
  const sound = some.flatMap(({ file }) => [
    ...readWav(assetPath(`speech/commands/${file}`)).samples,
    ...new Int16Array(32_000),
  ]);
  const bytes = wavBytes(Int16Array.from(sound), 16_000);
  const shares: number[] = [];
  const upload = createAudioUpload({
    audioFiles: createProcessAudioFiles({ clock }),
    speechToText: createSherpaSpeechToText({
      process: process_,
      recognizerDir: () => assetPath('models/stt/whisper-format-tiny-overfit'),
    }),
    canListen: () => true,
    publish: (_name, data) => void shares.push((data as { share: number }).share),
    languages: () => ['fr', 'en'],
    language: () => 'en',
  });
  const send = (content: Uint8Array, signal = never) =>
    upload('memo.wav', Readable.from([content.subarray(0, 1000), content.subarray(1000)]), signal, 'u1');

  it('comes back as its words, and tells how far it is', async () => {
    const { text } = (await send(bytes)) as { text: string };
    expect(text.split('\n').map(wordsOf)).toEqual(some.map(clip => wordsOf(clip.text)));
    expect(shares.length).toBe(3);
    expect(shares.every(share => share > 0 && share <= 1)).toBe(true);
  });

  it('comes back as far as it goes, with the reason', async () => {
    const answer = await send(bytes.subarray(0, -30_000));
    expect(answer).toMatchObject({ name: 'memo.wav', error: { code: 'speech.audio-file-cut' } });
  });

  it('without words, or that is none, is refused by name', async () => {
    const silence = wavBytes(new Int16Array(48_000), 16_000);
    await expect(send(silence)).rejects.toMatchObject({ code: 'speech.no-words-in-file' });
    await expect(send(new TextEncoder().encode('no sound'.repeat(300)))).rejects.toMatchObject({
      code: 'speech.not-audio',
    });
  });

  it('is given up with the window', async () => {
    const controller = new AbortController();
    const answer = send(bytes, controller.signal);
    controller.abort();
    await expect(answer).rejects.toThrow('aborted');
  });
});
