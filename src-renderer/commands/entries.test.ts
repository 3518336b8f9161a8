/** What the palette finds for what is typed. */
import { describe, expect, it } from 'vitest';
import { conversation } from '../store/fake-core.ts';
import { entriesOf, findEntries } from './entries.ts';
import { startedWindow } from './test-around.ts';

async function opened() {
  const window = await startedWindow();
  window.store.setState({
    conversations: [
      { ...conversation('c1'), title: 'Anniversaire de Léo' },
      { ...conversation('c2'), title: 'Panne du chauffe-eau' },
    ],
    models: {
      backends: [
        {
          id: 'ollama',
          kind: 'ollama',
          label: 'Ollama',
          address: 'http://127.0.0.1:11434',
          state: 'ready',
          models: [{ name: 'qwen3:4b', capabilities: [] }],
        },
      ],
    },
  });
  const entries = entriesOf(window.store.getState());
  const first = (query: string, recent: readonly string[] = []) => findEntries(entries, query, recent)[0]?.id;
  return { ...window, entries, first };
}

describe('the palette', () => {
  it.each([
    ['memoire', 'room.memory'],
    ['MÉMOIRE ouvrir', 'room.memory'],
    ['open memory', 'room.memory'],
    ['se rappeler', 'room.memory'],
    ['paramètres', 'room.settings'],
    ['preferences', 'room.settings'],
    ['thème clair', 'theme.light'],
    ['light', 'theme.light'],
    ['mode privé', 'memory.private'],
    ['incognito', 'memory.private'],
    ['nouvelle', 'conversation.new'],
    ['nouvelle convrsation', 'conversation.new'],
    ['diagnostic', 'system.doctor'],
    ['raccourcis', 'window.keys'],
    ['anniversaire', 'open c1'],
    ['chauffe', 'open c2'],
    ['qwen', 'model ollama qwen3:4b'],
    ['telecharger recommandes', 'system.getReady'],
    ['régénérer', 'answer.regenerate'],
    ['oublier', 'memory.forget'],
    ['parler tenant', 'voice.hold'],
  ])('%s leads to %s', async (query, id) => {
    const { first } = await opened();
    expect(first(query)).toBe(id);
  });

  it('finds nothing for what is called otherwise', async () => {
    const { entries } = await opened();
    expect(findEntries(entries, 'zzzz xylophone', [])).toEqual([]);
  });

  it('has what was done last first, and every action without a question', async () => {
    const { entries } = await opened();
    const found = findEntries(entries, '', ['theme.light', 'gone.action', 'room.now']);
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual(['theme.light', 'room.now']);
    expect(found.length).toBe(entries.filter(one => one.isCommand).length);
  });

  it('says why something cannot be done', async () => {
    const { entries } = await opened();
    expect(entries.find(({ id }) => id === 'answer.copy')?.whyNot).toBe('pas encore de réponse');
    expect(entries.find(({ id }) => id === 'room.memory')?.whyNot).toBeUndefined();
  });

  it('runs what was chosen', async () => {
    const { entries, around, core, store } = await opened();
    core.answer('model.use', () => ({ backends: [], active: { backendId: 'ollama', model: 'qwen3:4b' } }));
    entries.find(({ id }) => id === 'model ollama qwen3:4b')?.run(around);
    await new Promise(resolve => setImmediate(resolve));
    expect(store.getState().models.active?.model).toBe('qwen3:4b');
  });

  it('keeps names of actions only, and none of private mode', async () => {
    const { actions, around: _around, store } = await opened();
    actions.noteAction('theme.light');
    actions.noteAction('room.now');
    actions.noteAction('theme.light');
    expect(actions.recentActions()).toEqual(['theme.light', 'room.now']);
    store.setState(({ memory }) => ({ memory: { ...memory, isPrivate: true } }));
    actions.noteAction('room.memory');
    expect(actions.recentActions()).toEqual(['theme.light', 'room.now']);
  });
});
