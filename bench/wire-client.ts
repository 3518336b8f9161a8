/** The client of the wire bench, in a thread of its own as a window is: tells when each token came. */
import { parentPort, workerData } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { connect } from '../src-preload/connect.ts';
import { openWebSocketWire } from '../src-preload/web-socket-wire.ts';

const { url, token, rawUrl, count } = workerData as {
  url: string;
  token: string;
  rawUrl: string;
  count: number;
};
const nowMs = () => performance.timeOrigin + performance.now();

/** Collects the delay of `count` tokens, each of which carries the time it was sent, and hands them over. */
function collector(way: 'jarvis' | 'raw'): (sentMs: number) => void {
  let delaysMs = new Float64Array(count);
  let received = 0;
  return sentMs => {
    delaysMs[received++] = nowMs() - sentMs;
    if (received < count) return;
    parentPort?.postMessage({ way, delaysMs, endedMs: nowMs() });
    delaysMs = new Float64Array(count);
    received = 0;
  };
}

const client = connect(
  () => openWebSocketWire(() => new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })),
  { clientId: 'bench' },
);
const hearDelta = collector('jarvis');
client.on('turn.delta', delta => hearDelta(Number(delta.text)));
const raw = new WebSocket(rawUrl);
const hearRaw = collector('raw');
raw.on('message', data => hearRaw(Number(String(data))));
raw.on('open', () => {
  client.onState(state => {
    if (state === 'open') parentPort?.postMessage({ way: 'ready' });
  });
});
