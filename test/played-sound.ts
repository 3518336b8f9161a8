/** What a page gives to the loudspeaker, noted as it is started. */
import type { BrowserContext, Page } from 'playwright-core';

/** To be called before the page is opened. */
export async function noteSound(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const played: number[] = [];
    Object.assign(globalThis, { playedSeconds: played });
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...given) {
      const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
      // Silence is not heard.
      if (samples.some(sample => Math.abs(sample) > 0.01)) played.push(this.buffer?.duration ?? 0);
      start.apply(this, given);
    };
  });
}

/** How much was heard so far. */
export const secondsHeard = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (Reflect.get(globalThis, 'playedSeconds') as number[]).reduce((sum, seconds) => sum + seconds, 0),
  );
