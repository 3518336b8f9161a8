/** Asks something of the program that runs already, over its WebSocket, as the command line. */
import WebSocket from 'ws';
import { type Client, connect } from '../../src-preload/connect.ts';
import { openWebSocketWire } from '../../src-preload/web-socket-wire.ts';
import { newId } from '../domain/id.ts';
import type { Instance } from './instance-file.ts';

/** A client of the running program. */
export function connectRunning({ url, token }: Instance): Client {
  const address = `${url.replace(/^http/, 'ws')}/wire`;
  const headers = { authorization: `Bearer ${token}` };
  return connect(() => openWebSocketWire(() => new WebSocket(address, { headers })), { clientId: newId() });
}

export async function callRunning<T>(instance: Instance, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = connectRunning(instance);
  try {
    return await ask(client);
  } finally {
    client.close();
  }
}
