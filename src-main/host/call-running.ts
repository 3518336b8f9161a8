/** Asks something of the program that runs already, over its WebSocket, as the command line. */
import { connect as connectSocket } from 'node:net';
import WebSocket from 'ws';
import { type Client, connect } from '../../src-preload/connect.ts';
import { openWebSocketWire } from '../../src-preload/web-socket-wire.ts';
import { newId } from '../domain/id.ts';
import type { Instance } from './instance-file.ts';

/** A client of the running program. */
export function connectRunning(instance: Instance): Client {
  return connect(() => openWebSocketWire(() => webSocketTo(instance)), { clientId: newId() });
}

function webSocketTo(instance: Instance): WebSocket {
  const headers = { authorization: `Bearer ${instance.token}` };
  if ('url' in instance) return new WebSocket(`${instance.url.replace(/^http/, 'ws')}/wire`, { headers });
  const createConnection = () => connectSocket(instance.socket);
  return new WebSocket('ws://localhost/wire', { headers, createConnection });
}

export async function callRunning<T>(instance: Instance, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = connectRunning(instance);
  try {
    return await ask(client);
  } finally {
    client.close();
  }
}
