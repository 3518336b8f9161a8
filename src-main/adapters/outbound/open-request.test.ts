/** Every byte of a connection is told, as the wire itself counts it. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Transfer, transferChannel } from '../../domain/outbound.ts';
import { orderedBy } from '../../ports/orderer.ts';
import { makeAgent, openRequest } from './open-request.ts';

let server: Server;
let address: URL;
/** What went over the wire, counted at its other end. */
const wire = { in: 0, out: 0 };
let told: Transfer[] = [];
const hear = (transfer: unknown): void => void told.push(transfer as Transfer);

beforeEach(async () => {
  Object.assign(wire, { in: 0, out: 0 });
  told = [];
  subscribe(transferChannel, hear);
  server = createServer(serve);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = new URL(`http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}/`);
});
afterEach(() => {
  unsubscribe(transferChannel, hear);
  server.close();
});

/** Answers each request, whose body ends in a dot, with 40,000 bytes. */
function serve(socket: Socket): void {
  socket.on('data', data => {
    wire.in += data.length;
    if (!data.toString().endsWith('.')) return;
    const answer = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: 40000\r\n\r\n${'a'.repeat(40_000)}`);
    wire.out += answer.length;
    socket.write(answer);
  });
  socket.on('error', () => socket.destroy());
}

const agent = makeAgent(false, { keepAlive: true });

/** Asks with a body of `bytes` and reads the whole answer. */
function ask(bytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = openRequest(address, { purpose: 'generate', method: 'POST', agent });
    request.once('response', response => response.resume());
    request.once('close', () => resolve());
    request.once('error', reject);
    request.end(`${'b'.repeat(bytes - 1)}.`);
  });
}

const sum = (key: 'requests' | 'bytesOut' | 'bytesIn'): number =>
  told.reduce((total, transfer) => total + transfer[key], 0);

describe('a request', () => {
  it('is told with every byte that went out and came back, over a connection that is used again too', async () => {
    await ask(1000);
    expect([sum('requests'), sum('bytesOut'), sum('bytesIn')]).toEqual([1, wire.in, wire.out]);
    expect(wire.in).toBeGreaterThan(1000);
    await ask(70_000);
    expect([sum('requests'), sum('bytesOut'), sum('bytesIn')]).toEqual([2, wire.in, wire.out]);
  });

  it('says to whom, why, and by whose order', async () => {
    await orderedBy('night', () => ask(10));
    await ask(10);
    expect(told[0]).toMatchObject({ host: address.host, purpose: 'generate', orderedBy: 'night' });
    expect(told.at(-1)?.orderedBy).toBe('jarvis');
  });

  it('is told although nobody answers, without a byte', async () => {
    server.close();
    agent.destroy();
    await expect(ask(10)).rejects.toThrow('ECONNREFUSED');
    expect([sum('requests'), sum('bytesOut'), sum('bytesIn')]).toEqual([1, 0, 0]);
  });
});
