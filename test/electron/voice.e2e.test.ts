/** A spoken turn in the desktop program: the engines run in utility processes, the sound comes over ports. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { assetPath, haveAssets, readWav, wavBytes } from '../test-assets.ts';
import { shellHost, startShell } from './shell-program.ts';

const recognizer = 'models/stt/whisper-format-tiny-overfit';
const voices = { fr: 'models/tts/piper-format-fr', en: 'models/tts/piper-format-en' };
const clip = 'speech/commands/en/000-what-time-is-it.wav';
const canListen = haveAssets(recognizer, voices.fr, voices.en, clip);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-shell-voice-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.runIf(findChromium() !== undefined && canListen)(
  `talking to the desktop program (${shellHost})`,
  () => {
    it('hears a question while the key is held, and says the answer', async () => {
      const { samples, sampleRateHz } = readWav(assetPath(clip));
      const sound = new Int16Array(samples.length + sampleRateHz);
      sound.set(samples, Math.round(sampleRateHz * 0.3));
      const microphone = join(folder, 'microphone.wav');
      writeFileSync(microphone, wavBytes(sound, sampleRateHz));
      const shell = await startShell({
        microphone,
        settings: {
          speech: {
            recognizerDir: assetPath(recognizer),
            voiceDirs: { fr: assetPath(voices.fr), en: assetPath(voices.en) },
          },
        },
      });
      try {
        const { page } = shell;
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.keyboard.down('Space');
        await expect
          .poll(() => page.getByTestId('voice-state').getAttribute('data-state'), { timeout: 10_000 })
          .toBe('listening');
        await page.waitForTimeout((sound.length / sampleRateHz) * 1000 + 300);
        await page.keyboard.up('Space');
        await page.getByText('What time is it?').first().waitFor();
        await page
          .getByText(/^It(?:’s| is) \d+/)
          .first()
          .waitFor();
        await expect
          .poll(() => page.getByTestId('voice-state').getAttribute('data-state'), { timeout: 10_000 })
          .toBe('speaking');
        expect(shell.faults).toEqual([]);
      } finally {
        await shell.stop();
      }
    }, 60_000);
  },
);
