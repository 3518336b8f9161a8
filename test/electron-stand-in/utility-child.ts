/** Inside a utility process: `process.parentPort`, then the program. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { PortRelay, type RelayMessage } from './port-relay.ts';

const [program = ''] = process.argv.splice(2, 1);
const relay = new PortRelay('c', message => {
  if (process.connected) process.send?.(message, undefined, {}, () => undefined);
});
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => relay.post(message, []),
});
process.on('message', (message: RelayMessage) => {
  const posted = relay.receive(message);
  if (posted !== undefined) port.emit('message', posted);
});
// Its parent's end is the end of a utility process too.
process.once('disconnect', () => process.exit(0));
Object.assign(process, { parentPort: port, type: 'utility' });
process.argv[1] = program;
await import(pathToFileURL(program).href);
