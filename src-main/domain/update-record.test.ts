/** What a start makes of the record: a cut update is taken up, a new version gets two starts and no third. */
import { describe, expect, it } from 'vitest';
import type { UpdateFile, UpdateOffer } from './update.ts';
import { atReady, orderAtStart, type UpdateProgress } from './update-record.ts';

const file: UpdateFile = { name: 'a', kind: 'appimage', bytes: 1, sha256: '', sha512: '' };
const offer: UpdateOffer = { version: '2.0.0', notes: { fr: '', en: '' }, bytes: 1, issuedMs: 0 };
const onTrial = { version: '2.0.0', from: '1.0.0', backups: {} };

describe('at a start', () => {
  it('an update that was cut before the program was replaced is still ready', () => {
    const progress: UpdateProgress = { step: 'installing', offer, file, from: '1.0.0', backups: {} };
    expect(orderAtStart(progress, '1.0.0')).toMatchObject({ progress: { step: 'ready', offer } });
  });
  it('one that was cut after it counts the first start of the new program', () => {
    const progress: UpdateProgress = { step: 'installing', offer, file, from: '1.0.0', backups: {} };
    expect(orderAtStart(progress, '2.0.0')).toMatchObject({ progress: { step: 'installed', starts: 1 } });
  });
  it('a new version may begin twice without coming to be ready, and not a third time', () => {
    let progress: UpdateProgress = { step: 'installed', ...onTrial, starts: 0 };
    for (const starts of [1, 2]) {
      const order = orderAtStart(progress, '2.0.0');
      expect(order).toMatchObject({ kind: 'go-on-trial', progress: { starts } });
      if (order.kind === 'go-on-trial') progress = order.progress;
    }
    expect(orderAtStart(progress, '2.0.0').kind).toBe('roll-back');
  });
  it('going back is gone on with by whichever program starts', () => {
    const progress: UpdateProgress = { step: 'rolling-back', ...onTrial, starts: 2 };
    expect(orderAtStart(progress, '2.0.0').kind).toBe('roll-back');
    expect(orderAtStart(progress, '1.0.0').kind).toBe('roll-back');
  });
  it('a version that somebody put there by hand ends the trial', () => {
    const progress: UpdateProgress = { step: 'installed', ...onTrial, starts: 1 };
    expect(orderAtStart(progress, '2.5.0')).toMatchObject({ progress: { step: 'idle' } });
  });
  it('a download that was cut can be ordered again', () => {
    expect(orderAtStart({ step: 'downloading', offer, file }, '1.0.0')).toMatchObject({
      progress: { step: 'available' },
    });
  });
  it('what was brought for an older program is not put in the place of a later one', () => {
    for (const step of ['available', 'downloading', 'ready'] as const)
      for (const version of ['2.0.0', '2.0.1'])
        expect(orderAtStart({ step, offer, file }, version)).toMatchObject({ progress: { step: 'idle' } });
    const cut: UpdateProgress = { step: 'installing', offer, file, from: '1.0.0', backups: {} };
    expect(orderAtStart(cut, '2.0.1')).toMatchObject({ progress: { step: 'idle' } });
    expect(orderAtStart({ step: 'ready', offer, file }, '2.0.0-beta.1')).toEqual({ kind: 'go' });
  });
  it('nothing is written where there is nothing to count', () => {
    for (const progress of [{ step: 'idle' }, { step: 'confirmed', version: '1.0.0' }] as const)
      expect(orderAtStart(progress, '1.0.0')).toEqual({ kind: 'go' });
  });
});

it('a new version that came to be ready is confirmed; anything else stays as it is', () => {
  expect(atReady({ step: 'installed', ...onTrial, starts: 1 })).toEqual({
    step: 'confirmed',
    version: '2.0.0',
  });
  expect(atReady({ step: 'idle' })).toEqual({ step: 'idle' });
});
