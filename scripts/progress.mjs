/** Lines that say what is being done and how long it took; nothing is said of what takes no time. */

const seconds = ms => (ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`);

/** Runs `work` under a line with its name, then its time. */
export async function step(name, work) {
  const startedMs = performance.now();
  process.stderr.write(`  ${name} …`);
  try {
    const result = await work();
    process.stderr.write(` ${seconds(performance.now() - startedMs)}\n`);
    return result;
  } catch (error) {
    process.stderr.write('\n');
    throw error;
  }
}

export { seconds };
