/** The one place where connections to other programs and machines are opened; the ledger hears of each byte of them. */
import { channel } from 'node:diagnostics_channel';
import type http from 'node:http';
import type { Socket } from 'node:net';
import { type OutboundPurpose, type Transfer, transferChannel } from '../../domain/outbound.ts';
import { currentOrderer } from '../../ports/orderer.ts';

export interface OutboundOptions extends http.RequestOptions {
  readonly purpose: OutboundPurpose;
}

const transfers = channel(transferChannel);
/** A long download is told of while it goes on. */
const tellEveryMs = 2000;

const moduleOf = (secure: boolean): typeof http =>
  process.getBuiltinModule(secure ? 'node:https' : 'node:http') as typeof http;

/** Loaded when it is first needed: most installations never speak TLS. */
export const makeAgent = (secure: boolean, options: http.AgentOptions): http.Agent =>
  new (moduleOf(secure).Agent)(options);

/** Like `http.request`, or `https.request` for such an address. */
export function openRequest(url: URL, { purpose, ...options }: OutboundOptions): http.ClientRequest {
  const request = moduleOf(url.protocol === 'https:').request(url, options);
  count(request, { host: url.host, purpose, orderedBy: currentOrderer() });
  return request;
}

/** A connection serves one request at a time, so what it carried meanwhile is that request's. */
function count(request: http.ClientRequest, about: Pick<Transfer, 'host' | 'purpose' | 'orderedBy'>): void {
  let socket: Socket | undefined;
  let toldOut = 0;
  let toldIn = 0;
  const tell = (requests: number): void => {
    const bytesOut = (socket?.bytesWritten ?? toldOut) - toldOut;
    const bytesIn = (socket?.bytesRead ?? toldIn) - toldIn;
    if (requests === 0 && bytesOut === 0 && bytesIn === 0) return;
    toldOut += bytesOut;
    toldIn += bytesIn;
    transfers.publish({ ...about, requests, bytesOut, bytesIn } satisfies Transfer);
  };
  tell(1);
  request.once('socket', given => {
    socket = given;
    // Of a connection that served others before.
    toldOut = given.bytesWritten;
    toldIn = given.bytesRead;
  });
  const telling = setInterval(() => tell(0), tellEveryMs).unref();
  request.once('close', () => {
    clearInterval(telling);
    tell(0);
  });
}
