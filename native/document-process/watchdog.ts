/** Ends this process once it holds too much memory, also while a library works without a pause. */
import { Worker } from 'node:worker_threads';

const everyMs = 50;

/** A thread of its own looks at the memory of the whole process, buffers outside the heap included. */
export function watchMemory(maxBytes: number): void {
  const worker = new Worker(
    `const { memoryUsage, kill, pid } = process;
     setInterval(() => { if (memoryUsage.rss() > ${maxBytes}) kill(pid, 'SIGKILL'); }, ${everyMs});`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 } },
  );
  worker.unref();
}
