/** The microphone is shut behind a locked screen and in sleep, and opens again with the last of them. */
import { describe, expect, it } from 'vitest';
import { PowerState } from './power-state.ts';

function stage({ lockDisarms = true } = {}) {
  const told: string[] = [];
  let disarms = lockDisarms;
  const power = new PowerState(
    {
      hearing: (isAllowed, hushes) => told.push(`${isAllowed ? 'hear' : 'deaf'}${hushes ? ' hush' : ''}`),
      woke: () => told.push('woke'),
    },
    () => disarms,
  );
  const choose = (wanted: boolean): void => {
    disarms = wanted;
    power.chosen();
  };
  return { power, told, choose };
}

describe('power', () => {
  it('ends the voice and the microphone in sleep, and brings them back after it', () => {
    const { power, told } = stage();
    power.suspend();
    power.resume();
    expect(told).toEqual(['deaf hush', 'hear', 'woke']);
  });

  it('shuts the microphone behind a locked screen, and opens it with the screen', () => {
    const { power, told } = stage();
    power.lock();
    power.lock();
    power.unlock();
    expect(told).toEqual(['deaf', 'hear']);
  });

  it('that wakes into a locked screen still does not hear', () => {
    const { power, told } = stage();
    power.lock();
    power.suspend();
    power.resume();
    expect(told).toEqual(['deaf', 'deaf hush', 'woke']);
    power.unlock();
    expect(told.at(-1)).toBe('hear');
  });

  it('that was never told to wake is awake when somebody unlocks', () => {
    const { power, told } = stage();
    power.suspend();
    power.unlock();
    expect(told).toEqual(['deaf hush', 'hear', 'woke']);
  });

  it('leaves the microphone open behind a locked screen for whoever chose so, also meanwhile', () => {
    const { power, told, choose } = stage({ lockDisarms: false });
    power.lock();
    expect(told).toEqual([]);
    choose(true);
    choose(false);
    expect(told).toEqual(['deaf', 'hear']);
  });
});
