/** The list of actions is whole: words in both languages, keys that do not meet, every room within reach. */
import { describe, expect, it } from 'vitest';
import { isRoom, roomNames } from '../views/frame/room-names.ts';
import { wordsFor } from '../words.ts';
import { commandOf, commandOfChord, commands, keysOf } from './registry.ts';
import { runCommand } from './run-command.ts';
import { startedWindow } from './test-around.ts';

describe('the registry of actions', () => {
  it('names each once', () => {
    const ids = commands.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });

  it('has words for each in both languages', () => {
    for (const { id, title, also } of commands)
      for (const language of ['fr', 'en'] as const)
        for (const key of also === undefined ? [title] : [title, also]) {
          const text = wordsFor(language)(key);
          expect(text, `${id} in ${language}`).not.toBe(key);
          expect(text.trim(), `${id} in ${language}`).not.toBe('');
        }
  });

  it('gives no key to two actions', () => {
    const chords = commands.flatMap(({ keys = [] }) => keys);
    expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([]);
  });

  it('reaches every room, and only rooms that there are', async () => {
    const { around } = await startedWindow();
    const reached = new Set<string>();
    for (const command of commands.filter(({ id }) => /^(room|memory|system|settings)\./.test(id))) {
      // A walk is done at once; what asks the core is another test's.
      if (!/room\.|\.(search|facts|nights|documents|keeping|models|voice|keys)$/.test(command.id)) continue;
      runCommand(command, around);
      const { room } = around.state().place;
      expect(isRoom(room), command.id).toBe(true);
      reached.add(room);
    }
    expect([...reached].toSorted()).toEqual([...roomNames].toSorted());
  });

  it('says why something cannot be done, and does it not', async () => {
    const { around, talked } = await startedWindow();
    const copy = commandOf('answer.copy');
    const talk = commandOf('voice.talk');
    if (copy === undefined || talk === undefined) throw new Error('the actions are gone');
    expect(runCommand(copy, around)).toBe('commandsWhyNot.noAnswer');
    expect(runCommand(talk, around)).toBe('commandsWhyNot.noRecognition');
    expect(talked).toEqual([]);
  });
});

describe('recorded keys', () => {
  const fresh = commandOf('conversation.new');
  if (fresh === undefined) throw new Error('the action is gone');

  it('win over those that the action came with', () => {
    expect(keysOf(fresh, {})).toEqual(['Ctrl+N', 'Alt+N']);
    expect(keysOf(fresh, { 'conversation.new': 'Ctrl+J' })).toEqual(['Ctrl+J']);
    expect(keysOf(fresh, { 'conversation.new': '' })).toEqual([]);
    expect(commandOfChord('Ctrl+N', { 'conversation.new': 'Ctrl+J' })).toBeUndefined();
  });

  it('are taken from the action that had them', () => {
    const recorded = { 'room.memory': 'Alt+N' };
    expect(keysOf(fresh, recorded)).toEqual(['Ctrl+N']);
    expect(commandOfChord('Alt+N', recorded)?.id).toBe('room.memory');
  });
});
