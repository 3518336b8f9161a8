/** Both ends of a message line, joined in memory. */
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { encodeFrame, FrameDecoder, serveFrames } from './frames.ts';
import { type MessageLine, portStreams } from './port-streams.ts';

function joined() {
  const { port1, port2 } = new MessageChannel();
  const lineOf = (port: typeof port1): MessageLine => ({
    post: message => port.postMessage(message),
    onMessage: listener => port.on('message', listener),
  });
  return { here: portStreams(lineOf(port1)), there: portStreams(lineOf(port2)), close: () => port1.close() };
}

test('requests and answers of any size pass in order', async () => {
  const { here, there, close } = joined();
  const served = serveFrames(
    { input: there.input, output: there.output },
    { twice: async ({ payload }) => ({ payload: Buffer.concat([payload, payload]) }) },
  );
  const sent = Buffer.alloc(3_000_000, 'abcdefg');
  here.output.write(encodeFrame({ id: 1, kind: 'request', method: 'twice', params: null }, sent));
  const decoder = new FrameDecoder();
  const frames = [];
  for await (const bytes of here.input) {
    frames.push(...decoder.push(bytes));
    if (frames.length > 0) break;
  }
  expect(Buffer.compare(frames[0]?.payload ?? Buffer.alloc(0), Buffer.concat([sent, sent]))).toBe(0);
  here.output.end();
  await served;
  close();
});

test('a reader that takes nothing makes the writer wait, and loses nothing', async () => {
  const { here, there, close } = joined();
  let written = 0;
  const pieces = 64;
  const writing = (async () => {
    for (let at = 0; at < pieces; at++) {
      const accepted = here.output.write(Buffer.alloc(256 * 1024, at));
      written++;
      if (!accepted) await new Promise(resolve => here.output.once('drain', resolve));
    }
    here.output.end();
  })();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(written).toBeLessThan(pieces / 2);
  let [count, last] = [0, -1];
  for await (const bytes of there.input) {
    count += bytes.length;
    expect(bytes[0]).toBeGreaterThanOrEqual(last);
    last = bytes[0];
  }
  await writing;
  expect(count).toBe(pieces * 256 * 1024);
  close();
});

test('a line that is gone ends what is read from it', async () => {
  const { here, close } = joined();
  const read = here.input.toArray();
  here.close();
  expect(await read).toEqual([]);
  close();
});
