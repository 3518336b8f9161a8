/** `jarvis transcribe` and `jarvis say` as a user runs them, with real engines and the fixture models. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assetPath, haveAssets, readWav, wavBytes } from '../../../test/test-assets.ts';
import { wordsOf } from '../../ports/conformance/speech-to-text.ts';
import { type CliOptions, runCli } from './cli-fixture.ts';

const available = haveAssets(
  'models/stt/whisper-format-tiny-overfit',
  'models/tts/piper-format-fr',
  'speech/commands/commands.json',
);
const folder = mkdtempSync(join(tmpdir(), 'jarvis-speech-'));
afterAll(() => rmSync(folder, { recursive: true }));
const dataDir = join(folder, 'data');
mkdirSync(dataDir);
const speech = {
  recognizerDir: assetPath('models/stt/whisper-format-tiny-overfit'),
  voiceDirs: { fr: assetPath('models/tts/piper-format-fr'), en: assetPath('models/tts/piper-format-en') },
};
writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ speech }));
const run = (args: readonly string[], options: Partial<CliOptions> = {}) =>
  runCli(args, { dataDir, ...options });

const clips: readonly { file: string; language: string; text: string; wake: string | null }[] = available
  ? JSON.parse(readFileSync(assetPath('speech/commands/commands.json'), 'utf8')).clips
  : [];
const spoken = (language: string) => clips.filter(clip => clip.language === language && clip.wake === null);

/** Several commands with a pause of 2 s after each, as one file. */
function recording(name: string, some: typeof clips): string {
  const parts = some.flatMap(({ file }) => [
    readWav(assetPath(`speech/commands/${file}`)).samples,
    new Int16Array(32_000),
  ]);
  const samples = Int16Array.from(parts.flatMap(part => [...part]));
  writeFileSync(join(folder, name), wavBytes(samples, 16_000));
  return join(folder, name);
}

describe.runIf(available)('jarvis transcribe', () => {
  const french = spoken('fr').slice(0, 3);
  const english = spoken('en').slice(0, 2);

  it('writes what is said, a line for each piece, in the language of each file', async () => {
    const paths = [recording('fr.wav', french), recording('en.wav', english)];
    const { status, stdout, stderr } = await run(['transcribe', ...paths]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    const expected = [`${paths[0]}:`, ...french, `${paths[1]}:`, ...english];
    expect(lines.map(wordsOf)).toEqual(
      expected.map(line => wordsOf(typeof line === 'string' ? line : line.text)),
    );
  });

  it('tells where each piece lies with --json', async () => {
    const path = recording('fr.wav', french);
    const { stdout } = await run(['transcribe', '--json', '--language', 'fr', path]);
    const { file, pieces, language } = JSON.parse(stdout);
    expect({ file, language, count: pieces.length }).toEqual({ file: path, language: 'fr', count: 3 });
    expect(pieces[1].fromMs).toBeGreaterThan(pieces[0].toMs + 1000);
  });

  it('reads the files that can be read, and names what is wrong with the others', async () => {
    const [empty, text] = ['empty.mp3', 'letter.ogg'].map(name => join(folder, name)) as [string, string];
    writeFileSync(empty, '');
    writeFileSync(text, 'Chère Madame,\n'.repeat(50));
    const whole = recording('fr.wav', french);
    const cut = join(folder, 'cut.wav');
    writeFileSync(cut, readFileSync(whole).subarray(0, -20_000));
    const missing = join(folder, 'missing.wav');
    const { status, stdout, stderr } = await run(['transcribe', empty, text, missing, cut]);
    expect(status).toBe(1);
    for (const code of [
      'empty.mp3: speech.empty-audio-file',
      'letter.ogg: speech.not-audio',
      'missing.wav: input.file-unreadable',
      'cut.wav: speech.audio-file-cut',
    ]) {
      expect(stderr).toContain(code);
    }
    expect(wordsOf(stdout)).toContain(wordsOf(french[2]?.text ?? ''));
  });

  it('stops at Ctrl-C with what it has', async () => {
    const path = recording(
      'long.wav',
      [...Array(6)].flatMap(() => french),
    );
    const { status, stdout } = await run(['transcribe', path], {
      onOutput: (soFar, child) => {
        if (soFar.includes('\n')) child.kill('SIGINT');
      },
    });
    expect(status).toBe(130);
    expect(stdout.trim().split('\n').length).toBeLessThan(18);
  });

  it('says that a recogniser is needed where there is none', async () => {
    const path = recording('fr.wav', french);
    const { status, stderr } = await run(['transcribe', path], { dataDir: join(folder, 'other') });
    expect(status).toBe(1);
    expect(stderr).toContain('speech.no-recognizer');
    expect((await run(['transcribe'])).status).toBe(2);
  });
});

describe.runIf(available)('jarvis say', () => {
  const out = join(folder, 'said.wav');
  const seconds = (): number => readWav(out).samples.length / readWav(out).sampleRateHz;
  /** Root mean square: the voices of the fixtures speak at different strengths, and their lengths vary. */
  const loudness = (): number => {
    const { samples } = readWav(out);
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
  };

  it('writes a WAV file that says the words, numbers included', async () => {
    const { status, stderr } = await run(['say', 'Mets un minuteur de 5 minutes.', '--out', out]);
    expect([status, stderr]).toEqual([0, '']);
    expect(seconds()).toBeGreaterThan(0.8);
    const { stdout } = await run(['transcribe', out]);
    expect(wordsOf(stdout)).toBe(wordsOf('Mets un minuteur de 5 minutes.'));
  });

  it('speaks faster, with another voice, and from standard input', async () => {
    const text = 'The first sentence is here. The second one follows it.';
    await run(['say', '--out', out], { input: text });
    const plain = seconds();
    await run(['say', '-', '--speed', '2', '--out', out], { input: text });
    expect(seconds()).toBeLessThan(plain * 0.75);
    await run(['say', text, '--voice', 'piper-format-en', '--out', out]);
    const quieter = loudness();
    await run(['say', text, '--voice', 'espeak-ng', '--out', out]);
    expect(loudness()).toBeGreaterThan(quieter * 1.3);
    const unknown = await run(['say', text, '--voice', 'nobody', '--out', out]);
    expect(unknown.stderr).toContain('speech.no-such-voice');
    expect(unknown.stderr).toContain('piper-format-en, espeak-ng');
  });

  it('refuses what cannot be said and leaves no file of it', async () => {
    const target = join(folder, 'none.wav');
    const codes = async (...args: readonly string[]) => (await run(['say', ...args, '--out', target])).stderr;
    expect(await codes('')).toContain('input.empty');
    expect(await codes('\u0007\u001b')).toContain('input.empty');
    expect(await codes('🎉')).toContain('input.empty');
    expect(await codes('oui', '--speed', '3')).toContain('host.bad-option');
    expect(await codes('oui', '--language', 'de')).toContain('host.bad-option');
    expect((await run(['say', 'oui', '--out', join(folder, 'nowhere', 'a.wav')])).stderr).toContain('store.');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(folder).filter(name => name.includes('.part'))).toEqual([]);
  });

  it('plays through a program of the machine, and says what to do where there is none', async () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const played = join(folder, 'played.raw');
    writeFileSync(join(bin, 'paplay'), `#!/bin/sh\nexec /bin/cat > '${played}'\n`);
    chmodSync(join(bin, 'paplay'), 0o755);
    expect((await run(['say', 'Bonjour.'], { env: { PATH: bin } })).status).toBe(0);
    expect(readFileSync(played).length).toBeGreaterThan(10_000);
    const none = await run(['say', 'Bonjour.'], { env: { PATH: join(folder, 'nothing') } });
    expect(none.stderr).toContain('speech.no-player');
    writeFileSync(join(bin, 'paplay'), '#!/bin/sh\necho "no device" >&2\nexit 3\n');
    expect((await run(['say', 'Bonjour.'], { env: { PATH: bin } })).stderr).toContain('paplay: no device');
  });
});
