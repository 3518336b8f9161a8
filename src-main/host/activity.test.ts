/** What counts as a conversation, an open microphone, and somebody being there. */
import { expect, it } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import { Activity } from './activity.ts';

it('words that are being said are a conversation; waiting for the name is an open microphone alone', () => {
  const activity = new Activity(new ManualClock());
  expect(activity.now(false)).toMatchObject({ isTalking: false, isMicrophoneOpen: false });
  activity.hear('voice.state', { captureId: 'c', state: 'armed' });
  expect(activity.now(false)).toMatchObject({ isTalking: false, isMicrophoneOpen: true });
  activity.hear('voice.state', { captureId: 'c', state: 'hearing' });
  expect(activity.now(false)).toMatchObject({ isTalking: true, isMicrophoneOpen: true });
  activity.hear('voice.state', { captureId: 'c', state: 'off' });
  expect(activity.now(false)).toMatchObject({ isTalking: false, isMicrophoneOpen: false });
  expect(activity.now(true).isTalking).toBe(true);
});

it('nobody is there once nothing was said or typed for a while', async () => {
  const clock = new ManualClock();
  const activity = new Activity(clock);
  await clock.advance(60_000);
  activity.hear('voice.state', { captureId: 'c', state: 'armed' });
  expect(activity.now(false).idleMs).toBe(60_000);
  activity.hear('conversation.deleted', { id: 'x' });
  expect(activity.now(false).idleMs).toBe(0);
});
