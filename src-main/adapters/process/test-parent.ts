/** A parent for the test that kills it: it starts a program that streams, and tells the program's process id. */
import { fileURLToPath } from 'node:url';
import { createNativeProcess } from './native-process.ts';
import { realClock } from './test-clock.ts';

const child = createNativeProcess({
  program: fileURLToPath(new URL('./test-program.ts', import.meta.url)),
  name: 'Testeur',
  clock: realClock,
  diedCode: 'model.crashed',
  failedCode: 'model.refused',
});
const { result } = await child.request('pid', null);
process.send?.(result);
await child.request('flood', null);
