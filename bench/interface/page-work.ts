/**
 * What of a page's time was its own work: time of the processor that its main thread took, which a machine with other
 * things to do does not lengthen. A page says where it is by `console.timeStamp`; the browser's trace says how much of the
 * processor it had taken by then.
 */
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';

/** A moment that a page named, by the clock and by what its main thread had taken of a processor. */
export interface NamedMoment {
  readonly name: string;
  readonly atMs: number;
  readonly workedMs: number;
}

export interface PageWork {
  /** What pages have named since it began, in order. */
  end(): Promise<readonly NamedMoment[]>;
}

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly tts?: number;
  readonly args: { readonly data?: { readonly message?: string } };
}

/** @param prefix names of other scripts do not begin so. */
export async function watchWork(context: BrowserContext, prefix: string): Promise<PageWork> {
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  const moments: NamedMoment[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as readonly TraceEvent[]) {
      const name = event.name === 'TimeStamp' ? event.args.data?.message : undefined;
      if (name === undefined || !name.startsWith(prefix)) continue;
      if (event.tts === undefined) throw new Error('this browser does not trace the time of threads');
      moments.push({ name, atMs: event.ts / 1000, workedMs: event.tts / 1000 });
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
  });
  return { end: () => endOf(session, moments) };
}

async function endOf(session: CDPSession, moments: NamedMoment[]): Promise<readonly NamedMoment[]> {
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return moments.toSorted((one, other) => one.atMs - other.atMs);
}

/** What the page's main thread took of a processor from each moment to the next one. */
export const workBetween = (moments: readonly NamedMoment[]): readonly number[] =>
  moments.slice(1).map(({ workedMs }, at) => workedMs - (moments[at]?.workedMs ?? 0));

/** From each first moment of a pair to its second. */
export const workOfPairs = (moments: readonly NamedMoment[]): readonly number[] =>
  workBetween(moments).filter((_, at) => at % 2 === 0);
