/** Audio files of every format are read as the sound they were made of, and what is no sound, or half a one, says so. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { wavBytes } from '../../test/test-assets.ts';
import { memorySource } from './byte-source.ts';
import { openSound } from './sound-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-audio-'));
afterAll(() => rmSync(folder, { recursive: true }));
const never = new AbortController().signal;
const rateHz = 16_000;

/** 4 s of tones that never repeat, so that every place of the sound is known by itself. */
const chirp = Int16Array.from({ length: 4 * rateHz }, (_, i) => {
  const seconds = i / rateHz;
  return 9_000 * Math.sin(2 * Math.PI * (200 + 150 * seconds) * seconds);
});
const wav = wavBytes(chirp, rateHz);

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['-version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
const canEncode = hasProgram('ffmpeg');
if (!canEncode) console.warn('SKIPPED: ffmpeg makes the MP3, FLAC, Ogg and M4A files of these tests');

function encode(name: string, ...options: string[]): Buffer {
  const from = join(folder, 'from.wav');
  const to = join(folder, name);
  writeFileSync(from, wav);
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', from, ...options, to]);
  return readFileSync(to);
}

async function readAll(bytes: Uint8Array) {
  const reader = await openSound(memorySource([bytes]));
  const samples: number[] = [];
  for (;;) {
    const part = await reader.read(5_000, never);
    samples.push(...part.samples);
    if (part.isEnd) return { samples, isCut: part.isCut, format: reader.format };
  }
}

/** How alike the sound is to the one it was made of, 1 for the same, from `from` seconds on. */
function likeness(samples: readonly number[], from: number): number {
  let [product, own, other] = [0, 0, 0];
  for (let i = from * rateHz; i < (from + 0.5) * rateHz; i += 1) {
    const [a, b] = [samples[i] ?? 0, chirp[i] ?? 0];
    product += a * b;
    own += a * a;
    other += b * b;
  }
  return product / Math.sqrt(own * other || 1);
}

describe.runIf(canEncode)('an audio file', () => {
  const stereo = ['-ac', '2', '-ar', '44100'];
  it.each([
    ['a.mp3', 'MP3', stereo],
    ['b.mp3', 'MP3', ['-ar', '22050', '-b:a', '64k']],
    ['a.flac', 'FLAC', []],
    ['b.flac', 'FLAC', ['-ar', '96000', '-sample_fmt', 's32']],
    ['a.oga', 'FLAC', ['-c:a', 'flac']],
    ['a.ogg', 'Vorbis', ['-c:a', 'libvorbis', ...stereo]],
    ['a.opus', 'Opus', ['-c:a', 'libopus']],
    ['a.m4a', 'AAC', ['-c:a', 'aac', ...stereo]],
    ['b.m4a', 'AAC', ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov+default_base_moof']],
    ['a.aac', 'AAC', ['-c:a', 'aac', '-ar', '48000']],
    ['a.wav', 'WAV', ['-c:a', 'pcm_s24le', '-ar', '48000', '-ac', '6']],
    ['b.wav', 'WAV', ['-c:a', 'pcm_f32le', '-ar', '8000']],
    ['c.wav', 'WAV', ['-c:a', 'pcm_mulaw']],
    ['d.wav', 'WAV', ['-c:a', 'pcm_alaw', '-ar', '192000']],
    ['e.wav', 'WAV', ['-c:a', 'pcm_u8', '-ar', '11025']],
  ])('%s (%s) is heard from the beginning to the end', async (name, format, options) => {
    const read = await readAll(encode(name, ...options));
    expect(read.format).toBe(format);
    expect(read.isCut).toBe(false);
    expect(Math.abs(read.samples.length / rateHz - 4)).toBeLessThan(0.1);
    for (const from of [0.2, 1, 2.3, 3.3]) expect(likeness(read.samples, from)).toBeGreaterThan(0.98);
  });

  it('has no seam where the AAC decoder begins anew', async () => {
    const long = encode(
      'long.m4a',
      '-c:a',
      'aac',
      '-ar',
      '96000',
      '-af',
      'aloop=loop=8:size=64000',
      '-t',
      '30',
    );
    const { samples } = await readAll(long);
    // 512 frames of 1,024 samples at 96 kHz are 5.5 s.
    for (let second = 0; second < 28; second += 1) {
      const turned = samples.slice(Math.floor(second / 4) * 4 * rateHz);
      expect(likeness(turned, (second % 4) + 0.2)).toBeGreaterThan(0.98);
    }
  }, 60_000);

  it('leaves nothing behind that would keep the memory of a decoder', async () => {
    const bytes = encode('a.m4a', '-c:a', 'aac');
    const before = process.listenerCount('unhandledRejection');
    await readAll(bytes);
    expect(process.listenerCount('unhandledRejection')).toBe(before);
  });

  it.each([
    ['a.mp3', []],
    ['a.flac', []],
    ['a.ogg', ['-c:a', 'libvorbis']],
    ['a.opus', ['-c:a', 'libopus']],
    ['a.m4a', ['-c:a', 'aac', '-movflags', 'faststart']],
  ])('%s without its end is read as far as it goes, and says so', async (name, options) => {
    const bytes = encode(name, ...options);
    const { samples, isCut } = await readAll(bytes.subarray(0, Math.round(bytes.length * 0.6)));
    expect(isCut).toBe(true);
    expect(samples.length / rateHz).toBeGreaterThan(0.9);
    expect(likeness(samples, 0.05)).toBeGreaterThan(0.98);
  });

  it('of which the index is gone, or that is not of a kind that is known, cannot be read', async () => {
    const bytes = encode('a.m4a', '-c:a', 'aac');
    await expect(readAll(bytes.subarray(0, 20_000))).rejects.toMatchObject({ code: 'speech.bad-audio-file' });
    const lossless = encode('alac.m4a', '-c:a', 'alac');
    await expect(readAll(lossless)).rejects.toMatchObject({
      code: 'speech.bad-audio-file',
      params: { detail: 'MP4: alac' },
    });
  });

  it('full of wrong bytes ends in an error or in some sound, never in a hang', async () => {
    const names = ['a.mp3', 'a.flac', 'a.ogg', 'a.opus', 'a.m4a', 'a.aac'] as const;
    for (const name of names) {
      const bytes = encode(name, ...(name === 'a.opus' ? ['-c:a', 'libopus'] : []));
      for (let i = 50; i < bytes.length; i += 37) bytes[i] = (i * 7919) & 255;
      const outcome = await readAll(bytes).then(
        ({ samples }) => samples.length > 0,
        (error: { code?: string }) => error.code?.startsWith('speech.') === true,
      );
      expect(outcome, name).toBe(true);
    }
  });
});

describe('a file', () => {
  const read = (bytes: Uint8Array) => readAll(bytes);

  it('without a byte, or with a head alone, is empty', async () => {
    await expect(read(new Uint8Array(0))).rejects.toMatchObject({ code: 'speech.empty-audio-file' });
    await expect(read(wav.subarray(0, 44))).rejects.toMatchObject({ code: 'speech.empty-audio-file' });
  });

  it('that is no sound says so, whatever its name', async () => {
    const text = new TextEncoder().encode('Bonjour tout le monde. '.repeat(100));
    await expect(read(text)).rejects.toMatchObject({ code: 'speech.not-audio' });
    await expect(read(new Uint8Array(5_000))).rejects.toMatchObject({ code: 'speech.not-audio' });
  });

  it('of WAV written as it was recorded is read to its end', async () => {
    const streamed = Buffer.from(wav);
    streamed.writeUInt32LE(0xffff_ffff, 4);
    streamed.writeUInt32LE(0xffff_ffff, 40);
    const { samples, isCut } = await read(streamed);
    expect(samples.length).toBe(chirp.length);
    expect(isCut).toBe(false);
  });

  it('of WAV that was cut says so', async () => {
    const { samples, isCut } = await read(wav.subarray(0, 60_000));
    expect(isCut).toBe(true);
    expect(likeness(samples, 1)).toBeGreaterThan(0.99);
  });

  it('of more than four hours is refused before it is read', async () => {
    const long = Buffer.from(wav);
    // At 4 samples a second the 64,000 samples would last four hours and a half.
    long.writeUInt32LE(4, 24);
    await expect(read(long)).rejects.toMatchObject({
      code: 'speech.audio-file-too-long',
      params: { hours: 4 },
    });
  });

  it('whose reading is given up is read no further', async () => {
    const reader = await openSound(memorySource([wav]));
    const controller = new AbortController();
    await reader.read(100, controller.signal);
    controller.abort();
    await expect(reader.read(60_000, controller.signal)).rejects.toThrow('aborted');
  });
});
