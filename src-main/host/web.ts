/** The web host: the core in this process, its window in a browser on loopback. What `npm start` runs. */
import { runWebProgram } from './web-program.ts';

void runWebProgram();
