/** What a process costs, as Linux counts it: time of all its threads to the nanosecond, and resident memory. */
import { readdirSync, readFileSync } from 'node:fs';

/** Seconds on a processor since the process began. */
export function cpuSecondsOf(pid: number): number {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder).reduce(
    (sum, thread) =>
      sum + Number(readFileSync(`${folder}/${thread}/schedstat`, 'latin1').split(' ')[0]) / 1e9,
    0,
  );
}

export function residentMebibytesOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
  if (!line?.[1]) throw new Error(`process ${pid} has no memory`);
  return Number(line[1]) / 1024;
}
