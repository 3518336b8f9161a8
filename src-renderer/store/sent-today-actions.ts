/** How many bytes left this machine today, for the line at the bottom of the window. */
import type { Context } from './context.ts';

export const sentTodayActions = ({ client, store }: Context) => ({
  /** What cannot be asked now stays as it was known; the ledger in the system room says why. */
  async loadSentToday(): Promise<void> {
    const [sums] = await Promise.allSettled([client.call('system.ledger', { days: 1 })]);
    if (sums.status === 'fulfilled') store.setState({ sentTodayBytes: sums.value.out.bytesOut });
  },
});
