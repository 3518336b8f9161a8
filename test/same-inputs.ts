/**
 * In CI the tests over random inputs get the same inputs in every run: a change is judged there, not chance, which
 * looks for new faults wherever one works. `JARVIS_TEST_SEED` gives a seed anywhere.
 */
const seed = process.env.JARVIS_TEST_SEED ?? (process.env.CI === 'true' ? '20261122' : undefined);

if (seed !== undefined) {
  const fc = await import('fast-check');
  fc.configureGlobal({ seed: Number(seed) });
}

export {};
