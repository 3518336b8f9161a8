/** Milliseconds of the machine's monotonic clock, the same in every process; finer than wall time. */
export const sharedNowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
