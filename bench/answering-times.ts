/** A thread that asks a core one small thing after another and tells how long each answer took. `workerData`: the data folder. */
import { parentPort, workerData } from 'node:worker_threads';
import { clientOf } from '../test/core-client.ts';

const pauseMs = 5;
const client = await clientOf(String(workerData));
let isOver = false;
const times: number[] = [];
parentPort?.on('message', () => {
  isOver = true;
});
parentPort?.postMessage('ready');
while (!isOver) {
  const startedMs = performance.now();
  await client.call('conversation.list', { limit: 1 });
  times.push(performance.now() - startedMs);
  await new Promise(resolve => setTimeout(resolve, pauseMs));
}
client.close();
parentPort?.postMessage(times);
parentPort?.close();
