/** A key that is recorded does nothing else, from the first press to the last finger that leaves it. */
import { expect, test } from 'vitest';
import { KeyRecording } from './key-recording.ts';

function stage() {
  const keyboard = new EventTarget();
  const told: boolean[] = [];
  const press = (name: 'keydown' | 'keyup', code: string): void => {
    keyboard.dispatchEvent(Object.assign(new Event(name), { code }));
  };
  return { keyboard, told, press, recording: new KeyRecording(keyboard, isOn => told.push(isOn)) };
}

test('it begins at once, and ends at once where no key is down', () => {
  const { told, recording } = stage();
  expect(told).toEqual([true]);
  recording.end();
  expect(told).toEqual([true, false]);
});

test('it ends with the last key that is let go, not with the one that was recorded', () => {
  const { told, press, recording } = stage();
  for (const code of ['ControlLeft', 'AltLeft', 'KeyJ']) press('keydown', code);
  recording.end();
  press('keyup', 'KeyJ');
  press('keyup', 'AltLeft');
  expect(told).toEqual([true]);
  press('keyup', 'ControlLeft');
  expect(told).toEqual([true, false]);
});

test('keys that were pressed and let go while it went on hold nothing up', () => {
  const { told, press, recording } = stage();
  press('keydown', 'KeyK');
  press('keyup', 'KeyK');
  expect(told).toEqual([true]);
  recording.end();
  expect(told).toEqual([true, false]);
});

test('it ends with the command key of macOS, under which no other key is seen to be let go', () => {
  const { told, press, recording } = stage();
  for (const code of ['MetaLeft', 'KeyJ']) press('keydown', code);
  recording.end();
  press('keyup', 'MetaLeft');
  expect(told).toEqual([true, false]);
});

test('it ends when another program is used, whose keys this page does not see', () => {
  const { keyboard, told, press, recording } = stage();
  press('keydown', 'KeyJ');
  recording.end();
  keyboard.dispatchEvent(new Event('blur'));
  expect(told).toEqual([true, false]);
  press('keyup', 'KeyJ');
  recording.end();
  expect(told).toEqual([true, false]);
});
