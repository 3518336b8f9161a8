/** What can be asked of the program itself, and the parts of it that can be mended; what goes wrong is shown in the room. */
import type { Context } from './context.ts';
import type { Mend } from './contract-types.ts';
import { reportOf } from './error-report.ts';
import type { HistorySpan, LogQuestion, SystemView } from './system-view.ts';

/** Every byte of every model is read. */
const longMs = 3_600_000;
const linesOfPage = 200;
/** Empty pages that are passed over by themselves: together some 160,000 lines. */
const emptyPages = 4;

export const systemActions = (context: Context) => {
  const { client, store } = context;
  const change = (part: Partial<SystemView>): void =>
    store.setState(({ system: { error: _error, ...rest } }) => ({ system: { ...rest, ...part } }));
  async function ask(work: () => Promise<Partial<SystemView>>): Promise<boolean> {
    try {
      change(await work());
      return true;
    } catch (error) {
      change({ error: reportOf(error, store.getState().language) });
      return false;
    }
  }

  /** A newer question takes the place of this one. */
  async function readLogs(question: LogQuestion, before: string | undefined): Promise<Partial<SystemView>> {
    const earlier = before === undefined ? [] : (store.getState().system.logs?.lines ?? []);
    const { text, level } = question;
    let next = before;
    for (let page = 0; page < emptyPages; page += 1) {
      const found = await client.call('logs.search', {
        ...{ level, limit: linesOfPage },
        ...(text !== '' && { text }),
        ...(next !== undefined && { before: next }),
      });
      if (store.getState().system.logs?.question !== question) return {};
      next = found.next;
      const isOver = found.lines.length > 0 || next === undefined;
      if (isOver || page === emptyPages - 1) {
        const lines = [...earlier, ...found.lines];
        return { logs: { question, state: 'done', lines, ...(next !== undefined && { next }) } };
      }
    }
    return {};
  }

  return {
    loadParts: () => ask(async () => ({ parts: await client.call('system.parts', {}) })),
    loadHistory: (span: HistorySpan) =>
      ask(async () => ({ history: await client.call('system.history', { span }) })),
    loadLedger: (days: number) =>
      ask(async () => ({ ledger: { days, sums: await client.call('system.ledger', { days }) } })),
    searchLogs: (question: LogQuestion) =>
      ask(async () => {
        change({ logs: { question, state: 'searching', lines: [] } });
        return readLogs(question, undefined);
      }),
    earlierLogs: () =>
      ask(async () => {
        const { logs } = store.getState().system;
        if (logs?.next === undefined || logs.state === 'searching') return {};
        change({ logs: { ...logs, state: 'searching' } });
        return readLogs(logs.question, logs.next);
      }),
    /** Resolves to whether it was done; the doctor looks again then. */
    mend: (mend: Mend) =>
      ask(async () => {
        change({ mending: mend });
        try {
          await client.call('system.mend', { mend }, { limitMs: longMs });
        } finally {
          store.setState(({ system: { mending: _mending, ...rest } }) => ({ system: rest }));
        }
        return {};
      }),
  };
};
