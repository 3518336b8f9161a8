/** The window's picture of the memory: search, forgetting, nights, files, private mode. */
import { describe, expect, it } from 'vitest';
import type { Explanation, Fact, ForgetPreview, Recollection } from './contract-types.ts';
import { type FakeCore, message, openWindow, refusal, settled } from './fake-core.ts';

const parts = { words: 1, meaning: 0, time: 0, association: 0, affect: 0 };
const recollection = (...texts: string[]): Recollection => ({
  memories: texts.map(text => ({
    id: text,
    kind: 'episode',
    text,
    speaker: 'user',
    atMs: 1,
    score: 1,
    parts,
  })),
  tokens: 5,
  ms: 1,
});
const fact: Fact = {
  ...{ id: 'f', subject: 'Anna', relation: 'allergic_to', value: 'noix', language: 'fr', confidence: 1 },
  ...{ timesSaid: 1, firstSaidMs: 1, lastSaidMs: 1, proposedBy: 'rules', sourceEpisodeIds: [] },
  relationText: 'est allergique à',
};
const preview: ForgetPreview = {
  ...{ token: 't', counts: { episodes: 1, messages: 1, facts: 0, summaries: 0, notes: 0 } },
  ...{ episodes: [], messages: [], facts: [], summaries: [], notes: [] },
};
const explanation = (value: string): Explanation => ({
  ...{ id: 'f', kind: 'fact', text: value, sources: [], uses: [], fact: { ...fact, value }, history: [] },
  ...{ strength: 1, recalls: 0 },
});

function answerExplorer(core: FakeCore, { memories }: { readonly memories: number }): void {
  core.answer('memory.overview', () => ({
    ...{ memories, people: [{ name: 'Anna', count: 2 }], themes: [], unjudged: 0 },
    origins: { spoken: 0, written: memories, elsewhere: 0 },
    states: { holds: 0, past: 0, fading: 0 },
  }));
  core.answer('memory.days', () => ({ today: '2026-11-21', days: [] }));
  core.answer('memory.graph', ({ about }) => ({
    ...{ centre: about, left: 0, edges: [] },
    nodes: [{ id: about, kind: 'person', name: about }],
  }));
  core.answer('memory.browse', () => ({ total: 0, memories: [] }));
}

describe('looking through by hand', () => {
  const page = (from: number, next?: string) => ({
    total: 3,
    memories: [
      { ...{ id: `m${from}`, kind: 'episode' as const, text: 'x', speaker: 'user' }, atMs: 0, isOver: false },
    ],
    ...(next !== undefined && { next }),
  });

  it('a filter ends the search, draws who it names, and ends when it is chosen again', async () => {
    const { core, store, actions } = await openWindow();
    answerExplorer(core, { memories: 1 });
    await actions.openExplorer();
    actions.searchMemory('Anna');
    await actions.filterMemories({ person: 'Anna' });
    const { search, explorer } = store.getState().memory;
    expect(search.query).toBe('');
    expect([explorer.filter, explorer.centre, explorer.graph?.centre]).toEqual([
      ...[{ person: 'Anna' }, 'Anna', 'Anna'],
    ]);
    expect(core.calls.findLast(({ name }) => name === 'memory.browse')?.input).toMatchObject({
      person: 'Anna',
    });
    await actions.filterMemories({ person: 'Anna' });
    expect(store.getState().memory.explorer).toMatchObject({ centre: 'user' });
    expect(store.getState().memory.explorer.filter).toBeUndefined();
  });

  it('pages follow each other once; an answer to an old filter is nobody’s', async () => {
    const { core, store, actions } = await openWindow();
    answerExplorer(core, { memories: 3 });
    core.answer('memory.browse', ({ after }) => page(after === undefined ? 1 : 2, after ? undefined : '1 1'));
    await actions.openExplorer();
    await Promise.all([actions.moreMemories(), actions.moreMemories()]);
    const ids = () => store.getState().memory.explorer.pages.memories.map(({ id }) => id);
    expect(ids()).toEqual(['m1', 'm2']);
    const late = Promise.withResolvers<ReturnType<typeof page>>();
    core.answer('memory.browse', () => late.promise);
    const slow = actions.filterMemories({ theme: 'home' });
    core.answer('memory.browse', () => page(7));
    await actions.filterMemories({ theme: 'work' });
    late.resolve(page(9));
    await slow;
    expect(ids()).toEqual(['m7']);
  });

  it('what cannot be had says so, and can be asked for again', async () => {
    const { core, store, actions } = await openWindow();
    answerExplorer(core, { memories: 1 });
    core.answer('memory.browse', () => {
      throw refusal('store.failed');
    });
    await actions.openExplorer();
    expect(store.getState().memory.explorer.pages.state).toBe('failed');
    expect(store.getState().memory.error?.code).toBe('store.failed');
    answerExplorer(core, { memories: 1 });
    await actions.openExplorer();
    expect(store.getState().memory.explorer.pages.state).toBe('done');
    expect(store.getState().memory.error).toBeUndefined();
  });

  it('two names made one show the one that stays', async () => {
    const { core, store, actions } = await openWindow();
    answerExplorer(core, { memories: 1 });
    core.answer('memory.merge', () => ({ nightId: 'n', changes: 2 }));
    await actions.openExplorer();
    await actions.filterMemories({ person: 'Annie' });
    await actions.mergeMemories({ kind: 'names', keep: 'Anna', gone: 'Annie' });
    const { merged, explorer } = store.getState().memory;
    expect(merged).toEqual({ changes: 2 });
    expect(explorer).toMatchObject({ filter: { person: 'Anna' }, centre: 'Anna' });
  });
});

describe('search', () => {
  it('asks once for what was typed, and an old answer never covers a newer one', async () => {
    const { core, around, store, actions } = await openWindow();
    const answers: ((found: Recollection) => void)[] = [];
    core.answer('memory.browse', () => ({ total: 0, memories: [] }));
    core.answer('memory.search', () => new Promise(resolve => answers.push(resolve)));
    actions.searchMemory('An');
    actions.searchMemory('Anna');
    await around.pass(200);
    actions.searchMemory('Anna noix');
    await around.pass(200);
    expect(core.count('memory.search')).toBe(2);
    answers[1]?.(recollection('new'));
    answers[0]?.(recollection('old'));
    await settled();
    expect(store.getState().memory.search).toMatchObject({ state: 'done', memories: [{ text: 'new' }] });
    actions.searchMemory('');
    expect(store.getState().memory.search).toEqual({
      ...{ query: '', state: 'idle', memories: [], facts: [] },
    });
  });

  it('says that it failed', async () => {
    const { core, around, store, actions } = await openWindow();
    core.answer('memory.browse', () => ({ total: 0, memories: [] }));
    core.answer('memory.search', () => Promise.reject(refusal('store.failed')));
    actions.searchMemory('x');
    await around.pass(200);
    expect(store.getState().memory.search.state).toBe('failed');
  });
});

describe('forgetting', () => {
  it('shows what would go, then the receipt; nothing that is gone stays in sight', async () => {
    const { core, around, store, actions } = await openWindow();
    core.answer('memory.browse', () => ({ total: 0, memories: [] }));
    core.answer('memory.search', () => recollection('Anna'));
    core.answer('memory.previewForget', () => preview);
    core.answer('memory.forget', ({ token }) => ({
      ...{ id: token, atMs: 1, episodes: 1, messages: 1, facts: 0, summaries: 0, vectors: 1, notes: 0 },
      copies: [],
    }));
    actions.searchMemory('Anna');
    await around.pass(200);
    await actions.forgetShown();
    expect(core.count('memory.forget')).toBe(0);
    actions.setDraft('c1', 'Et si ANNA venait ?');
    actions.setDraft('c2', 'Et si Boris venait ?');
    await around.pass(500);
    expect(around.keptKeys()).toContain('jarvis.draft.c1');
    await actions.previewForget('Anna');
    expect(store.getState().memory.forgetting).toMatchObject({ state: 'shown', about: 'Anna' });
    await actions.forgetShown();
    expect(store.getState().memory.forgetting).toMatchObject({ state: 'done', receipt: { id: 't' } });
    expect(store.getState().memory.search.memories).toEqual([]);
    expect([...store.getState().drafts.keys()]).toEqual(['c2']);
    expect(around.keptKeys()).not.toContain('jarvis.draft.c1');
    expect(around.keptKeys()).toContain('jarvis.draft.c2');
  });

  it('tells that the memory changed since, and forgets nothing then', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('memory.previewForget', () => preview);
    core.answer('memory.forget', () => Promise.reject(refusal('memory.changed')));
    await actions.previewForget('Anna');
    await actions.forgetShown();
    expect(store.getState().memory.forgetting).toBeUndefined();
    expect(store.getState().memory.error?.code).toBe('memory.changed');
  });
});

describe('facts and nights', () => {
  it('a correction stands in the explanation that is open, beside what else was known of it', async () => {
    const { core, store, actions } = await openWindow();
    let value = 'noix';
    const other = { ...fact, id: 'g', relation: 'lives_in' };
    core.answer('memory.facts', () => ({ facts: [{ ...fact, value }, other] }));
    core.answer('memory.explain', () => explanation(value));
    core.answer('memory.edit', input => {
      value = input.value;
      return { ...fact, value };
    });
    await actions.explainMemory('f');
    await actions.editFact('f', 'noisettes');
    const { why } = store.getState().memory;
    expect(why?.explanation?.fact?.value).toBe('noisettes');
    expect(why?.values?.map(one => one.value)).toEqual(['noisettes']);
  });

  it('what is shown is asked for again when the memory changed, and what is not shown is not', async () => {
    const { core, store, actions } = await openWindow();
    answerExplorer(core, { memories: 1 });
    actions.goTo('memory');
    await actions.openExplorer();
    answerExplorer(core, { memories: 0 });
    core.emit('memory.changed', { episodes: 0, facts: 0, summaries: 0 });
    await settled();
    expect(store.getState().memory.explorer.overview?.memories).toBe(0);
    expect(core.calls.some(({ name }) => name === 'memory.nights')).toBe(false);
    // In another room nobody looks at it.
    actions.goTo('conversation');
    const asked = core.count('memory.overview');
    core.emit('memory.changed', { episodes: 1, facts: 0, summaries: 0 });
    await settled();
    expect(core.count('memory.overview')).toBe(asked);
  });

  it('a change of a night is judged by itself', async () => {
    const { core, store, actions } = await openWindow();
    const changes = ['a', 'b'].map(id => ({
      ...{ id, change: { kind: 'learned', fact } as const, state: 'made' as const },
    }));
    core.answer('memory.nights', () => ({ nights: [{ id: 'n', atMs: 1, episodes: 2, changes }] }));
    core.answer('memory.judge', ({ changeId, verdict }) => ({
      ...{ id: changeId, change: { kind: 'learned', fact }, state: verdict },
    }));
    await actions.loadNights();
    await actions.judgeChange('b', 'undone');
    expect(store.getState().memory.nights?.[0]?.changes.map(one => one.state)).toEqual(['made', 'undone']);
    core.answer('memory.consolidate', () => ({}));
    await actions.consolidate();
    expect(store.getState().memory).toMatchObject({ nothingNew: true, isConsolidating: false });
  });
});

describe('what answers were given with', () => {
  it('is asked for together, once, and again when something was forgotten', async () => {
    const { core, around, store, actions } = await openWindow();
    let known = recollection('Anna');
    core.answer('memory.recalled', ({ messageIds }) => ({
      answers: messageIds.map(messageId => ({ messageId, ...known })),
    }));
    actions.loadRecalled('m1');
    actions.loadRecalled('m2');
    actions.loadRecalled('m1');
    await around.pass(50);
    expect(core.calls.filter(({ name }) => name === 'memory.recalled').map(({ input }) => input)).toEqual([
      { messageIds: ['m1', 'm2'] },
    ]);
    actions.loadRecalled('m1');
    await around.pass(50);
    expect(core.count('memory.recalled')).toBe(1);
    core.emit('memory.changed', { episodes: 5, facts: 0, summaries: 0 });
    await settled();
    core.emit('memory.changed', { episodes: 6, facts: 0, summaries: 0 });
    await settled();
    expect(core.count('memory.recalled')).toBe(2);
    known = recollection();
    core.emit('memory.changed', { episodes: 5, facts: 0, summaries: 0 });
    await settled();
    expect(store.getState().memory.recalled.get('m1')?.memories).toEqual([]);
  });

  it('stays for the open conversation, and for the last few answers of those that were left', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => `m${at}`);
    const { core, around, store, actions } = await openWindow(ids.map(id => message(id, null)));
    core.answer('memory.recalled', ({ messageIds }) => ({
      answers: messageIds.map(messageId => ({ messageId, ...recollection(messageId) })),
    }));
    const kept = (): readonly string[] => [...store.getState().memory.recalled.keys()];
    for (const id of ids) actions.loadRecalled(id);
    await around.pass(50);
    expect(kept()).toEqual(ids);
    actions.newConversation();
    expect(kept()).toEqual(ids.slice(-40));
  });
});

describe('private mode', () => {
  const enter = async () => {
    const window = await openWindow();
    const { core } = window;
    const first = await core.call('app.snapshot', {});
    let isPrivate = false;
    core.answer('app.snapshot', () => ({
      ...{ ...first, memory: { isPrivate }, conversations: isPrivate ? [] : first.conversations },
    }));
    core.answer('turn.soon', () => ({}));
    const turn = async (on: boolean) => {
      isPrivate = on;
      core.emit('memory.privateChanged', { on });
      await settled();
    };
    await turn(true);
    return { ...window, turn };
  };

  it('shows a room of its own, and the one before when it ends', async () => {
    const { store, turn } = await enter();
    expect(store.getState()).toMatchObject({
      memory: { isPrivate: true },
      open: { state: 'fresh' },
      conversations: [],
    });
    await turn(false);
    expect(store.getState()).toMatchObject({ memory: { isPrivate: false }, open: { id: 'c1' } });
  });

  it('leaves no word and no id in the browser', async () => {
    const { store, actions, around, turn } = await enter();
    const before = new Map(around.kept);
    const { id } = store.getState().open;
    actions.setDraft(id, 'a secret');
    await around.pass(1000);
    actions.newConversation();
    expect(around.kept).toEqual(before);
    actions.setDraft(id, 'another secret');
    await turn(false);
    await around.pass(1000);
    expect(around.kept).toEqual(before);
    expect([...store.getState().drafts.values()]).toEqual([]);
  });

  it('that cannot be switched says why', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('memory.private', () => Promise.reject(refusal('store.failed')));
    await actions.setPrivate(true);
    expect(store.getState()).toMatchObject({
      memory: { isPrivate: false },
      toasts: [{ text: { kind: 'error' } }],
    });
    actions.goTo('memory');
    await actions.setPrivate(true);
    expect(store.getState().memory.error?.code).toBe('store.failed');
  });
});

describe('preferences', () => {
  it('of the memory change one by one, and a retention can end', async () => {
    const { core, store, actions } = await openWindow();
    core.answer('preferences.set', given => given);
    await actions.setMemoryPreferences({ retentionDays: 30 });
    await actions.setMemoryPreferences({ affect: false });
    expect(store.getState().preferences.memory).toMatchObject({
      retentionDays: 30,
      affect: false,
      recall: true,
    });
    await actions.setMemoryPreferences({}, 'retentionDays');
    expect(store.getState().preferences.memory).not.toHaveProperty('retentionDays');
    core.answer('preferences.set', () => Promise.reject(refusal('store.failed')));
    await actions.setMemoryPreferences({ recall: false });
    expect(store.getState()).toMatchObject({
      preferences: { memory: { recall: true } },
      memory: { error: { code: 'store.failed' } },
    });
  });
});

describe('files', () => {
  it('a memory is taken out piece by piece and saved as one file', async () => {
    const { core, around, actions } = await openWindow();
    let piece = 0;
    core.answer('memory.export', () => ({
      ...{ fileName: 'm.jsonl', mediaType: 'x', text: `${++piece}`, isLast: piece === 3 },
    }));
    await actions.exportMemory('jsonl');
    expect(around.downloads).toEqual(['m.jsonl']);
    expect(core.count('memory.export')).toBe(3);
    expect(core.count('memory.cancelExport')).toBe(0);
  });

  it('a file is brought in with its progress, and its count stays', async () => {
    const { core, store, actions } = await openWindow();
    const sent: string[] = [];
    const counts = { episodes: 1, facts: 0, summaries: 0, known: 0, refused: { question: 2 } };
    core.answer('memory.importPiece', ({ importId, text }) => {
      sent.push(text);
      core.emit('memory.importProgress', { importId, records: 7, readLength: 1 });
      expect(store.getState().memory.importing).toMatchObject({ name: 'list.md', records: 7 });
      return {};
    });
    core.answer('memory.import', ({ text, at }) => {
      expect(at).toBe(sent.join('').length);
      sent.push(text);
      return counts;
    });
    const text = '- né à Lyon 🎂\n'.repeat(40_000);
    await actions.importMemoryFile(new File([text], 'list.md'));
    expect(sent.join('')).toBe(text);
    expect(store.getState().memory).toMatchObject({ imported: counts });
    expect(store.getState().memory).not.toHaveProperty('importing');
  });
});
