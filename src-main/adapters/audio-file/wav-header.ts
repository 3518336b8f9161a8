/** The head of a WAV file with 16-bit mono sound, also of one beyond the 4 GiB that the format can count. */

export const wavHeaderBytes = 80;

/** EBU Tech 3306: a chunk that is kept free becomes `ds64`, and `RIFF` becomes `RF64`, once the file is that large. */
export function wavHeader(soundBytes: number, sampleRateHz: number): Buffer {
  const header = Buffer.alloc(wavHeaderBytes);
  const fileBytes = wavHeaderBytes - 8 + soundBytes;
  const isLarge = fileBytes > 0xffff_ffff;
  const short = (bytes: number) => (isLarge ? 0xffff_ffff : bytes);
  header.write(isLarge ? 'RF64' : 'RIFF', 0, 'latin1');
  header.writeUInt32LE(short(fileBytes), 4);
  header.write('WAVE', 8, 'latin1');
  header.write(isLarge ? 'ds64' : 'JUNK', 12, 'latin1');
  header.writeUInt32LE(28, 16);
  if (isLarge) {
    header.writeBigUInt64LE(BigInt(fileBytes), 20);
    header.writeBigUInt64LE(BigInt(soundBytes), 28);
    header.writeBigUInt64LE(BigInt(soundBytes / 2), 36);
  }
  header.write('fmt ', 48, 'latin1');
  header.writeUInt32LE(16, 52);
  header.writeUInt16LE(1, 56);
  header.writeUInt16LE(1, 58);
  header.writeUInt32LE(sampleRateHz, 60);
  header.writeUInt32LE(sampleRateHz * 2, 64);
  header.writeUInt16LE(2, 68);
  header.writeUInt16LE(16, 70);
  header.write('data', 72, 'latin1');
  header.writeUInt32LE(short(soundBytes), 76);
  return header;
}
