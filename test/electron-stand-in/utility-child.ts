/** Inside a utility process: `process.parentPort`, then the program. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';

const [program = ''] = process.argv.splice(2, 1);
const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    if (process.connected) process.send?.(message as object, undefined, {}, () => undefined);
  },
});
process.on('message', data => port.emit('message', { data, ports: [] }));
// Its parent's end is the end of a utility process too.
process.once('disconnect', () => process.exit(0));
Object.assign(process, { parentPort: port, type: 'utility' });
process.argv[1] = program;
await import(pathToFileURL(program).href);
