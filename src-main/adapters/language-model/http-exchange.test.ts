/** One connection serves one answer after the other; a stop, a fault, and a server that hung up in between are met. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OllamaLanguageModel } from './ollama.ts';

let server: http.Server;
let sockets: Socket[];
let chats: number;
let hangs: boolean;
let model: OllamaLanguageModel;
const line = (fields: object) => `${JSON.stringify(fields)}\n`;

beforeEach(async () => {
  sockets = [];
  chats = 0;
  hangs = false;
  server = http.createServer((request, response) => {
    request.resume();
    if (request.url === '/api/version') {
      response.end(line({ version: '0.12.0' }));
      return;
    }
    if (request.url === '/api/show') {
      response.end(line({ capabilities: ['completion'], details: {}, model_info: {} }));
      return;
    }
    chats += 1;
    response.write(line({ message: { role: 'assistant', content: 'Yes.' }, done: false }));
    if (!hangs)
      response.end(line({ message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' }));
  });
  server.on('connection', socket => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  model = new OllamaLanguageModel({ backendId: 'o', label: 'O', address });
  await model.describeModel('m', new AbortController().signal);
  await letGo();
});
afterEach(async () => {
  await model.close();
  server.closeAllConnections();
  server.close();
});

/** A connection is free for the next request a round of events after the end of an answer. */
const letGo = () => new Promise<void>(resolve => setImmediate(resolve));

async function ask(signal = new AbortController().signal): Promise<string> {
  let text = '';
  const messages = [{ role: 'user', content: 'Is it?' }] as const;
  for await (const event of model.generate({ model: 'm', messages }, signal))
    if (event.kind === 'text') text += event.text;
  await letGo();
  return text;
}

test('answers one after the other come over one connection', async () => {
  for (let round = 0; round < 5; round += 1) expect(await ask()).toBe('Yes.');
  expect(chats).toBe(5);
  expect(sockets).toHaveLength(1);
});

test('a connection that the server closed meanwhile is replaced, and nobody notices', async () => {
  await ask();
  for (const socket of sockets) socket.destroy();
  expect(await ask()).toBe('Yes.');
  expect(chats).toBe(2);
});

test('a connection that the server closes in the moment of asking is replaced', async () => {
  await ask();
  // The next request arrives on a connection that is reset before it is read.
  server.prependOnceListener('request', (request: http.IncomingMessage) => request.socket.resetAndDestroy());
  expect(await ask()).toBe('Yes.');
  expect(sockets.length).toBe(2);
});

test('a stop closes the connection of the answer, and the next one has its own', async () => {
  hangs = true;
  const stop = new AbortController();
  const asked = ask(stop.signal);
  await expect.poll(() => chats).toBe(1);
  const closed = once(sockets[0] as Socket, 'close');
  stop.abort();
  await expect(asked).rejects.toThrow('abort');
  await closed;
  hangs = false;
  expect(await ask()).toBe('Yes.');
});

test('a stop after the end does not close the connection that the next answer comes over', async () => {
  const stop = new AbortController();
  await ask(stop.signal);
  const next = ask();
  stop.abort();
  expect(await next).toBe('Yes.');
  expect(sockets).toHaveLength(1);
});

test('a connection is made before it is needed', async () => {
  for (const socket of sockets) socket.destroy();
  await letGo();
  await model.warm();
  await letGo();
  expect(sockets).toHaveLength(2);
  expect(await ask()).toBe('Yes.');
  expect(sockets).toHaveLength(2);
});

test('a server that is not there is no fault before it is asked', async () => {
  server.closeAllConnections();
  server.close();
  await model.warm();
});
