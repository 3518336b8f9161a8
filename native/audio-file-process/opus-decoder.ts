/** Ogg Opus: pages are taken apart by one library and decoded by another, which together hold one page at a time. */
import CodecParser, { type CodecFrame, type OggPage, type OpusHeader } from 'codec-parser';
import { OpusDecoder } from 'opus-decoder';
import { type ByteSource, piecesOf } from './byte-source.ts';
import type { DecodedSound, Decoding } from './decoding.ts';
import { readOggEnd } from './ogg-end.ts';

/** Opus counts at this rate whatever was recorded; RFC 7845. */
const opusRateHz = 48_000;

export async function openOpus(source: ByteSource, from: number): Promise<Decoding> {
  const { isCut, position } = await readOggEnd(source);
  return {
    format: 'Opus',
    isCut,
    ...(position > 0 && { expectedSeconds: position / opusRateHz }),
    sound: () => decodeOpus(source, from),
  };
}

async function* decodeOpus(source: ByteSource, from: number): AsyncGenerator<DecodedSound> {
  let decoder: OpusDecoder | undefined;
  try {
    for await (const { frames, share } of opusFrames(source, from)) {
      const header = frames[0]?.header as OpusHeader | undefined;
      if (header === undefined) continue;
      decoder ??= await openDecoder(header);
      const { channelData, samplesDecoded } = decoder.decodeFrames(frames.map(frame => frame.data));
      if (samplesDecoded === 0) continue;
      const channels = channelData.map(channel => channel.subarray(0, samplesDecoded));
      yield { channels, sampleRateHz: opusRateHz, share };
    }
  } finally {
    decoder?.free();
  }
}

type Pages = Iterator<OggPage | CodecFrame>;

/** The frames of one page after another. */
async function* opusFrames(source: ByteSource, from: number) {
  // Its declarations leave out what gives the last page.
  const parser = new CodecParser('audio/ogg') as CodecParser<OggPage> & { flush(): Pages };
  const framesOf = function* (pages: Pages) {
    for (const page of { [Symbol.iterator]: () => pages })
      yield 'codecFrames' in page ? page.codecFrames : [];
  };
  for await (const { bytes, end } of piecesOf(source, from)) {
    for (const frames of framesOf(parser.parseChunk(bytes))) yield { frames, share: end / source.size };
  }
  for (const frames of framesOf(parser.flush())) yield { frames, share: 1 };
}

async function openDecoder(header: OpusHeader): Promise<OpusDecoder> {
  const decoder = new OpusDecoder({
    channels: header.channels,
    preSkip: header.preSkip,
    streamCount: header.streamCount,
    coupledStreamCount: header.coupledStreamCount,
    ...(header.channelMappingTable && { channelMappingTable: [...header.channelMappingTable] }),
  });
  await decoder.ready;
  return decoder;
}
