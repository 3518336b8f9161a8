/** Frames survive any split of their bytes, refuse garbage, and carry requests, events and cancellation. */
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeFrame,
  type Frame,
  FrameDecoder,
  FrameError,
  type FrameHeader,
  maxHeaderBytes,
  maxPayloadBytes,
  RequestFailure,
  type RequestHandler,
  serveFrames,
} from './frames.ts';

const anyFrame = fc.record({
  header: fc.record({ id: fc.nat(), kind: fc.string(), data: fc.jsonValue() }),
  payload: fc.uint8Array({ maxLength: 300 }),
});

const prefix = (header: number, payload: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setUint32(0, header, true);
  new DataView(bytes.buffer).setUint32(4, payload, true);
  return bytes;
};

describe('FrameDecoder', () => {
  it('gives back every frame, wherever the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(anyFrame, { maxLength: 5 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (sent, cuts) => {
          const bytes = Buffer.concat(sent.map(frame => encodeFrame(frame.header, frame.payload)));
          const ends = [...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
          const decoder = new FrameDecoder();
          const received: Frame[] = [];
          let start = 0;
          for (const end of ends) {
            received.push(...decoder.push(bytes.subarray(start, end)));
            start = end;
          }
          expect(received.map(frame => JSON.stringify(frame.header))).toEqual(
            sent.map(frame => JSON.stringify(frame.header)),
          );
          expect(received.map(frame => [...frame.payload])).toEqual(sent.map(frame => [...frame.payload]));
          expect(decoder.atBoundary).toBe(true);
        },
      ),
    );
  });

  it('gives payloads that can be read as samples although they lay at an odd place', () => {
    const samples = Int16Array.of(1, -2, 32_767);
    const bytes = encodeFrame({ id: 1, kind: 'odd', a: 1 }, new Uint8Array(samples.buffer));
    const [frame] = new FrameDecoder().push(Buffer.concat([bytes]));
    expect(new Int16Array(frame?.payload.buffer ?? new ArrayBuffer(0))).toEqual(samples);
  });

  it.each([
    ['text instead of frames', Buffer.from('load_tensors: loading model tensors\n')],
    ['a header over its bound', prefix(maxHeaderBytes + 1, 0)],
    ['a payload over its bound', prefix(2, maxPayloadBytes + 1)],
    ['no header', prefix(0, 4)],
    ['a header that is not JSON', Buffer.concat([prefix(3, 0), Buffer.from('{a}')])],
    ['a header that is not UTF-8', Buffer.concat([prefix(3, 0), Buffer.from([0x22, 0xff, 0x22])])],
    ['a header without an id', Buffer.concat([prefix(12, 0), Buffer.from('{"kind":"a"}')])],
  ])('refuses %s, and goes on refusing', (_what, bytes) => {
    const decoder = new FrameDecoder();
    expect(() => decoder.push(bytes)).toThrow(FrameError);
    expect(() => decoder.push(encodeFrame({ id: 1, kind: 'fine' }))).toThrow(FrameError);
  });

  it('throws nothing but FrameError on mutated frames', () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), fc.integer({ min: 0, max: 255 }), (frame, place, value) => {
        const bytes = encodeFrame(frame.header, frame.payload);
        bytes[place % bytes.length] = value;
        try {
          new FrameDecoder().push(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
      }),
    );
  });

  it('refuses to encode a payload that no decoder would take', () => {
    expect(() => encodeFrame({ id: 1, kind: 'a' }, new Uint8Array(maxPayloadBytes + 1))).toThrow(FrameError);
  });
});

/** A client end over in-memory streams. */
function connect(handlers: Record<string, RequestHandler>) {
  const input = new PassThrough();
  const output = new PassThrough();
  const served = serveFrames({ input, output }, handlers);
  const decoder = new FrameDecoder();
  const frames: Frame[] = [];
  output.on('data', (chunk: Buffer) => frames.push(...decoder.push(chunk)));
  const send = (header: FrameHeader, payload?: Uint8Array): boolean =>
    input.write(encodeFrame(header, payload));
  const next = async (count: number): Promise<Frame[]> => {
    while (frames.length < count) await new Promise(resolve => output.once('data', resolve));
    return frames;
  };
  return { input, output, served, send, next, frames };
}

const untilAborted: RequestHandler = (_request, { signal }) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));

describe('serveFrames', () => {
  it('answers with events in order, then the result', async () => {
    const { send, next } = connect({
      count: async ({ params, payload }, { emit }) => {
        for (let step = 1; step <= Number(params); step += 1) await emit({ step });
        return { result: 'counted', payload };
      },
    });
    send({ id: 7, kind: 'request', method: 'count', params: 3 }, Uint8Array.of(1, 2));
    const frames = await next(4);
    expect(frames.map(frame => frame.header)).toEqual([
      { id: 7, kind: 'event', data: { step: 1 } },
      { id: 7, kind: 'event', data: { step: 2 } },
      { id: 7, kind: 'event', data: { step: 3 } },
      { id: 7, kind: 'done', result: 'counted' },
    ]);
    expect([...(frames[3]?.payload ?? [])]).toEqual([1, 2]);
  });

  it('fails a request with the code its handler gave, and one without a method', async () => {
    const { send, next } = connect({
      fail: async () => {
        throw new RequestFailure('model.context-too-small', { limit: 512 });
      },
    });
    send({ id: 1, kind: 'request', method: 'fail', params: null });
    send({ id: 2, kind: 'request', method: 'toString', params: null });
    const headers = (await next(2)).map(frame => frame.header);
    expect(headers.find(header => header.id === 1)).toMatchObject({
      kind: 'failed',
      error: { code: 'model.context-too-small', params: { limit: 512 } },
    });
    expect(headers.find(header => header.id === 2)).toMatchObject({
      kind: 'failed',
      error: { code: 'host.unexpected' },
    });
  });

  it('stops a request that is cancelled while another goes on', async () => {
    const { send, next } = connect({ wait: untilAborted, ping: async () => ({ result: 'pong' }) });
    send({ id: 1, kind: 'request', method: 'wait', params: null });
    send({ id: 2, kind: 'request', method: 'ping', params: null });
    send({ id: 1, kind: 'cancel' });
    const kinds = (await next(2)).map(frame => [frame.header.id, frame.header.kind]);
    expect(kinds).toContainEqual([1, 'failed']);
    expect(kinds).toContainEqual([2, 'done']);
  });

  it('aborts everything and ends when the client goes away', async () => {
    let aborted = false;
    const { input, send, served } = connect({
      wait: (request, context) => {
        context.signal.addEventListener('abort', () => {
          aborted = true;
        });
        return untilAborted(request, context);
      },
    });
    send({ id: 1, kind: 'request', method: 'wait', params: null });
    input.end();
    await served;
    expect(aborted).toBe(true);
  });

  it('waits for a slow reader instead of piling up', async () => {
    const input = new PassThrough();
    const output = new PassThrough({ highWaterMark: 1024 });
    let emitted = 0;
    const served = serveFrames(
      { input, output },
      {
        flood: async (_request, { emit }) => {
          for (; emitted < 100; emitted += 1) await emit(null, new Uint8Array(1000));
          return {};
        },
      },
    );
    input.write(encodeFrame({ id: 1, kind: 'request', method: 'flood', params: null }));
    await new Promise(resolve => setImmediate(resolve));
    expect(emitted).toBeLessThan(5);
    const ended = new Promise(resolve => {
      const decoder = new FrameDecoder();
      output.on('data', (chunk: Buffer) => {
        if (decoder.push(chunk).some(frame => frame.header.kind === 'done')) resolve(undefined);
      });
    });
    await ended;
    expect(emitted).toBe(100);
    input.end();
    await served;
  });

  it('rejects when the client sends something else', async () => {
    const { input, served } = connect({});
    input.write('GET / HTTP/1.1\r\n\r\n');
    await expect(served).rejects.toBeInstanceOf(FrameError);
  });
});
