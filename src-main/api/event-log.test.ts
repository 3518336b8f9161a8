/** The event log keeps order, keeps within its bounds and tells when something is gone. */
import { describe, expect, it } from 'vitest';
import { EventLog } from './event-log.ts';

const numbersSince = (log: EventLog, sequence: number) => log.since(sequence)?.map(event => event.sequence);

describe('the event log', () => {
  it('numbers events from 1 and tells listeners in order', () => {
    const log = new EventLog({ validate: true });
    const heard: number[] = [];
    const stop = log.subscribe(event => heard.push(event.sequence));
    log.publish('conversation.deleted', { id: 'a' });
    log.publish('app.stopping', {});
    stop();
    log.publish('app.stopping', {});
    expect(heard).toEqual([1, 2]);
    expect(numbersSince(log, 0)).toEqual([1, 2, 3]);
    expect(numbersSince(log, 2)).toEqual([3]);
    expect(numbersSince(log, 3)).toEqual([]);
    expect(JSON.parse(log.since(0)?.[0]?.text ?? '')).toEqual({
      kind: 'event',
      sequence: 1,
      name: 'conversation.deleted',
      data: { id: 'a' },
    });
  });

  it('says that events are gone instead of leaving them out', () => {
    const log = new EventLog({ maxEvents: 5_000 });
    for (let i = 0; i < 20_000; i++) log.publish('app.stopping', {});
    expect(log.since(14_999)).toBeUndefined();
    expect(numbersSince(log, 15_000)).toHaveLength(5_000);
    expect(numbersSince(log, 19_998)).toEqual([19_999, 20_000]);
    expect(log.since(20_001)).toBeUndefined();
    expect(log.since(-1)).toBeUndefined();
  });

  it('is bounded by length as well', () => {
    const log = new EventLog({ maxLength: 10_000 });
    for (let i = 0; i < 100; i++) log.publish('conversation.deleted', { id: 'x'.repeat(1_000) });
    expect(log.since(80)).toBeUndefined();
    expect(numbersSince(log, 92)).toHaveLength(8);
  });

  it('once told to forget knows no event from before, and goes on counting', () => {
    const log = new EventLog();
    for (let i = 0; i < 3; i++) log.publish('app.stopping', {});
    const heard: number[] = [];
    log.subscribe(event => heard.push(event.sequence));
    log.forget();
    log.publish('app.stopping', {});
    expect(log.since(2)).toBeUndefined();
    expect(numbersSince(log, 3)).toEqual([4]);
    expect(heard).toEqual([4]);
  });

  it('refuses an event that breaks the contract when it checks', () => {
    const log = new EventLog({ validate: true });
    expect(() => log.publish('conversation.deleted', { id: '' })).toThrow('wire.invalid-message');
    expect(log.sequence).toBe(0);
  });
});
