/** The time that this thread has had on a processor, ms: what else runs on the machine of the tests does not count. */
export function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
