/** What is asked of the program itself, and what a newer question makes of the answer to an older one. */
import { describe, expect, it } from 'vitest';
import type { LogLine } from './contract-types.ts';
import { openWindow, refusal } from './fake-core.ts';

const line = (id: string): LogLine => ({ id, atMs: 1, level: 'info', event: 'app.ready', fields: {} });

describe('the log', () => {
  it('goes on through pages without a match, and adds earlier lines behind', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('logs.search', ({ before }) =>
      before === undefined
        ? { lines: [], next: 'a' }
        : before === 'a'
          ? { lines: [line('1')], next: 'b' }
          : { lines: [line('2')] },
    );
    await actions.searchLogs({ text: 'x', level: 'info' });
    expect(store.getState().system.logs).toMatchObject({ state: 'done', next: 'b', lines: [{ id: '1' }] });
    await actions.earlierLogs();
    const { logs } = store.getState().system;
    expect(logs?.lines.map(({ id }) => id)).toEqual(['1', '2']);
    expect(logs?.next).toBeUndefined();
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const { core, store, actions } = await openWindow();
    let release: (found: { lines: LogLine[] }) => void = () => undefined;
    core.answer('logs.search', ({ text }) =>
      text === 'slow'
        ? new Promise(resolve => {
            release = resolve;
          })
        : { lines: [line('quick')] },
    );
    const slow = actions.searchLogs({ text: 'slow', level: 'info' });
    await actions.searchLogs({ text: 'quick', level: 'info' });
    release({ lines: [line('slow')] });
    await slow;
    expect(store.getState().system.logs?.lines.map(({ id }) => id)).toEqual(['quick']);
  });
});

describe('a mend', () => {
  it('tells in the room why it could not be done, until something else works', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('system.mend', () => {
      throw refusal('speech.failed');
    });
    expect(await actions.mend('restart-speech')).toBe(false);
    expect(store.getState().system).toMatchObject({ error: { code: 'speech.failed' } });
    expect(store.getState().system.mending).toBeUndefined();
    core.answer('system.mend', () => {
      expect(store.getState().system.mending).toBe('restart-speech');
      return {};
    });
    expect(await actions.mend('restart-speech')).toBe(true);
    expect(store.getState().system.error).toBeUndefined();
  });
});
