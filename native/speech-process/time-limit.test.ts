/** An engine that hangs is noticed; one that answers is left alone. */
import { expect, it } from 'vitest';
import { createTimeLimit } from './time-limit.ts';

function limitWithHand() {
  let expire = (): void => undefined;
  let hangs = 0;
  let waiting = 0;
  const within = createTimeLimit({
    after: (_delayMs, action) => {
      waiting += 1;
      expire = action;
      return () => {
        waiting -= 1;
      };
    },
    onHang: () => {
      hangs += 1;
    },
  });
  return { within, expire: () => expire(), hangs: () => hangs, waiting: () => waiting };
}

it('settles like the work and leaves no timer behind', async () => {
  const { within, hangs, waiting } = limitWithHand();
  expect(await within(Promise.resolve(3), 1_000)).toBe(3);
  await expect(within(Promise.reject(new Error('broken')), 1_000)).rejects.toThrow('broken');
  expect([hangs(), waiting()]).toEqual([0, 0]);
});

it('rejects work that never ends, and tells', async () => {
  const { within, expire, hangs } = limitWithHand();
  const hanging = within(new Promise(() => undefined), 60_000);
  expire();
  await expect(hanging).rejects.toMatchObject({ code: 'speech.engine-failed', params: { detail: '> 60 s' } });
  expect(hangs()).toBe(1);
});
