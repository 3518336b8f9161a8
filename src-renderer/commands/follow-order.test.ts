/** What is said to the window is done there, and only there. */
import { describe, expect, it } from 'vitest';
import { saidCommands, type WindowOrder } from '../../src-main/domain/window-command.ts';
import { conversation, message } from '../store/fake-core.ts';
import { followOrder } from './follow-order.ts';
import { commandOf } from './registry.ts';
import { startedWindow } from './test-around.ts';

describe('an order', () => {
  it.each(saidCommands)('%s is an action of the window', id => {
    expect(commandOf(id)?.id).toBe(id);
  });

  it('walks, changes the theme, and switches only what is the other way', async () => {
    const { around, store, core } = await startedWindow();
    core.answer('preferences.set', preferences => preferences);
    await followOrder({ command: 'room.memory' }, around);
    expect(store.getState().place.room).toBe('memory');
    await followOrder({ command: 'theme.light' }, around);
    expect(store.getState().preferences.theme).toBe('light');
    await followOrder({ command: 'motion.less', on: true }, around);
    await followOrder({ command: 'motion.less', on: true }, around);
    expect(store.getState().preferences.motion).toBe('less');
    await followOrder({ command: 'motion.less', on: false }, around);
    expect(store.getState().preferences.motion).toBe('system');
  });

  it('that cannot be done now is told with its reason', async () => {
    const { around, store } = await startedWindow();
    await followOrder({ command: 'answer.copy' }, around);
    expect(store.getState().toasts.map(one => one.text)).toEqual([
      { kind: 'not-now', action: 'commands.copyAnswer', reason: 'commandsWhyNot.noAnswer' },
    ]);
  });

  it('about the answer means the one before it was said', async () => {
    const { around, paged } = await startedWindow([
      message('q', null),
      message('a', 'q', { role: 'assistant', text: 'The answer.' }),
      message('order', 'a', { turnId: 'said' }),
      message('yes', 'order', { role: 'assistant', text: 'All right.', turnId: 'said' }),
    ]);
    await followOrder({ command: 'answer.copy' }, { ...around, saidIn: 'said' });
    expect(paged).toEqual(['copy The answer.']);
  });

  it('finds any action by its title, and conversations by theirs', async () => {
    const { around, store, core } = await startedWindow();
    store.setState({ conversations: [{ ...conversation('c9'), title: 'Voyage à Lyon' }] });
    await followOrder({ kind: 'command', words: 'ouvrir les réglages' }, around);
    expect(store.getState().place.room).toBe('settings');
    await followOrder({ kind: 'conversation', words: 'voyage à Lyon' }, around);
    expect(core.calls.findLast(({ name }) => name === 'conversation.open')?.input).toMatchObject({
      id: 'c9',
    });
  });

  it('that names nothing is told so', async () => {
    const { around, store } = await startedWindow();
    await followOrder({ kind: 'model', words: 'nothing of the kind' }, around);
    expect(store.getState().toasts.map(one => one.text)).toEqual([
      { kind: 'not-called-so', words: 'nothing of the kind' },
    ]);
  });
});

describe('the window that is told', () => {
  const order: WindowOrder = { command: 'room.memory' };

  it('follows the turns it asked, and none of another window', async () => {
    const { actions, core, store } = await startedWindow();
    core.answer('turn.ask', () => new Promise(() => undefined));
    actions.send('ouvre la mémoire');
    const { turnId } = store.getState().outbox[0] ?? { turnId: '' };
    core.emit('window.command', { conversationId: 'c1', turnId: 'of-another-window', order });
    expect(store.getState().ordered).toBeUndefined();
    core.emit('window.command', { conversationId: 'c1', turnId, order });
    expect(store.getState().ordered).toEqual({ order, turnId, nonce: 1 });
  });

  it('follows what was said to its microphone, also when it is put down by then', async () => {
    const { core, store, surroundings } = await startedWindow();
    const { voice } = store.getState();
    const told = { conversationId: 'c1', turnId: 'spoken', order };
    core.emit('window.command', told);
    expect(store.getState().ordered).toBeUndefined();
    store.setState({ voice: { ...voice, state: 'recognising' } });
    store.setState({ voice });
    core.emit('window.command', told);
    expect(store.getState().ordered?.order).toEqual(order);
    await surroundings.pass(60_000);
    core.emit('window.command', { ...told, turnId: 'much later, elsewhere' });
    expect(store.getState().ordered?.turnId).toBe('spoken');
  });
});
