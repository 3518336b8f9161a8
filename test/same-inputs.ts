/** Gives the tests over random inputs the same inputs in every run; `JARVIS_TEST_SEED` gives others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.JARVIS_TEST_SEED ?? 20261122) });
