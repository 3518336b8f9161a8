/** The core's end of a sound wire: frames in order, once, only for clients that are there. */
import { expect, it } from 'vitest';
import { createWirePair } from '../../src-preload/memory-wire.ts';
import { decodeSoundReceipt, encodeSoundBatch } from '../../src-preload/sound-frames.ts';
import type { Wire } from '../../src-preload/wire.ts';
import { createSoundWireServer } from './sound-wire.ts';

const settled = () => new Promise(resolve => setImmediate(resolve));
const batch = (number: number, ...frames: number[]) =>
  encodeSoundBatch({ number, frames: frames.map(value => Uint8Array.of(value)) });

function stage() {
  const frames: string[] = [];
  const known = new Set(['window']);
  let refused = 0;
  const server = createSoundWireServer({
    isKnown: clientId => known.has(clientId),
    onFrame: (clientId, bytes) => frames.push(`${clientId} ${bytes.join()}`),
    onRefused: () => {
      refused += 1;
    },
  });
  const open = (clientId = 'window', line = 'a') => {
    const [client, core] = createWirePair();
    const receipts: (number | undefined)[] = [];
    const state = { isClosed: false };
    client.onBytes = bytes => receipts.push(decodeSoundReceipt(bytes));
    client.onClose = () => {
      state.isClosed = true;
    };
    server.serve(core, { clientId, line });
    return { client: client as Wire, receipts, state };
  };
  return { frames, known, open, refused: () => refused };
}

it('hands the frames on in order and answers each batch', async () => {
  const { frames, open } = stage();
  const { client, receipts } = open();
  client.sendBytes(batch(0, 1, 2));
  client.sendBytes(batch(1, 3));
  await settled();
  expect(frames).toEqual(['window 1', 'window 2', 'window 3']);
  expect(receipts).toEqual([0, 1]);
});

it('takes what is sent again after a break once, and another sender from its beginning', async () => {
  const { frames, open } = stage();
  open().client.sendBytes(batch(7, 1));
  await settled();
  const again = open();
  again.client.sendBytes(batch(7, 1));
  again.client.sendBytes(batch(8, 2));
  await settled();
  expect(again.receipts).toEqual([7, 8]);
  open('window', 'b').client.sendBytes(batch(0, 3));
  await settled();
  expect(frames).toEqual(['window 1', 'window 2', 'window 3']);
});

it('gives no receipt to a client that is not there, which may come again', async () => {
  const { frames, known, open, refused } = stage();
  known.delete('window');
  const early = open();
  early.client.sendBytes(batch(0, 1));
  await settled();
  expect([early.receipts, early.state.isClosed, refused()]).toEqual([[], true, 0]);
  known.add('window');
  open().client.sendBytes(batch(0, 1));
  await settled();
  expect(frames).toEqual(['window 1']);
});

it('closes the wire on what is no sound', async () => {
  for (const bytes of [Uint8Array.of(1), new Uint8Array(2 * 1024 * 1024)]) {
    const { frames, open, refused } = stage();
    const { client, state } = open();
    client.sendBytes(bytes);
    await settled();
    expect([frames, state.isClosed, refused()]).toEqual([[], true, 1]);
  }
});
