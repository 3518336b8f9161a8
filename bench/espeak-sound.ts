/** Words said by espeak-ng in many voices, for benches that need more speakers than there are recordings. */
import run from 'espeak-ng';

const wavHeaderBytes = 44;
const targetHz = 16_000;

/** @param voice as espeak-ng names it, such as `fr+m3`; `pitch`: 0 to 99; @returns mono sound at 16 kHz. */
export async function espeakSound(
  text: string,
  voice: string,
  wordsAMinute = 150,
  pitch = 50,
): Promise<Int16Array> {
  const manner = ['-v', voice, '-s', String(wordsAMinute), '-p', String(pitch)];
  const espeak = await run({
    arguments: [...manner, '-b', '1', '-f', '/text.txt', '-w', '/sound.wav'],
    preRun: [({ FS }) => FS.writeFile('/text.txt', text)],
    print: () => undefined,
    printErr: () => undefined,
  });
  const bytes = espeak.FS.readFile('/sound.wav');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rateHz = view.getUint32(24, true);
  const count = (bytes.byteLength - wavHeaderBytes) >> 1;
  const sampleAt = (i: number): number => (i < count ? view.getInt16(wavHeaderBytes + 2 * i, true) : 0);
  return Int16Array.from({ length: Math.floor((count * targetHz) / rateHz) }, (_, i) => {
    const at = (i * rateHz) / targetHz;
    const share = at - Math.floor(at);
    return Math.round(sampleAt(Math.floor(at)) * (1 - share) + sampleAt(Math.floor(at) + 1) * share);
  });
}
