/** What the memory's views show: words only, both languages, and private mode wherever one looks. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Explanation, Fact } from '../../store/contract-types.ts';
import { FakeCore, FakeSurroundings, message } from '../../store/fake-core.ts';
import { emptyMemoryView, type MemoryView } from '../../store/memory-view.ts';
import { createWindowStore } from '../../store/window-store.ts';
import { WindowProvider } from '../window-context.tsx';
import { ChooseEmbedder } from './choose-embedder.tsx';
import { ForgetCard } from './forget-card.tsx';
import { MemoryCard } from './memory-card.tsx';
import MemoryRoom from './memory-room.tsx';
import { Nights } from './nights.tsx';
import { PrivateBanner, PrivateMark } from './private-mark.tsx';
import { UsedMemories } from './used-memories.tsx';

const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const drawn = (
  view: React.ReactNode,
  memory: Partial<MemoryView> = {},
  language: 'fr' | 'en' = 'en',
): string => {
  const window = createWindowStore(new FakeCore(), new FakeSurroundings());
  const all = { language, memory: { ...emptyMemoryView, ...memory } };
  // What is drawn on a server is the first state that a store had.
  Object.assign(window.store.getInitialState(), all);
  return renderToStaticMarkup(<WindowProvider value={window}>{view}</WindowProvider>);
};

const fact = (change: Partial<Fact> = {}): Fact => ({
  ...{ id: 'f', subject: 'Anna', relation: 'allergic_to', value: 'noix', language: 'fr', confidence: 1 },
  ...{ timesSaid: 1, firstSaidMs: 1, lastSaidMs: 1, proposedBy: 'rules', sourceEpisodeIds: [] },
  relationText: 'is allergic to',
  ...change,
});
/** The same day wherever the machine is. */
const dayTimeMs = 11 * 3_600_000;
const parts = { words: 0.2, meaning: 0.4, time: 0, association: 0, affect: 0.01 };
const memory = (text: string) => ({
  ...{ id: text, kind: 'episode' as const, text, speaker: 'user', atMs: dayTimeMs, score: 0.61, parts },
  place: { conversationId: 'c', messageId: 'm' },
});

const overview: NonNullable<MemoryView['explorer']['overview']> = {
  ...{ memories: 1300, people: [{ name: 'Anna', count: 1234 }], unjudged: 0 },
  themes: [{ theme: 'health', count: 5 }],
  origins: { spoken: 0, written: 1300, elsewhere: 0 },
  states: { holds: 5, past: 0, fading: 0 },
};
const around = (name: string): MemoryView['explorer'] => ({
  overview: { ...overview, people: [{ name: name === 'user' ? 'Anna' : name, count: 1234 }] },
  days: { today: '2026-11-21', days: [{ date: '2026-11-19', count: 3 }] },
  pages: { state: 'done', total: 0, memories: [] },
  centre: name,
});
const explained = (change: Partial<Fact>): Explanation => ({
  ...{ id: 'f', kind: 'fact', text: '', fact: fact(change), strength: 0.5, recalls: 2 },
  sources: [{ episodeId: 'e', text: 'Anna ne mange pas de noix', speaker: 'user', atMs: 0 }],
  history: [
    { atMs: 0, change: { kind: 'learned', fact: fact() } },
    { atMs: 1, change: { kind: 'edited', factId: 'f', before: fact(), after: fact(change) } },
  ],
  curve: {
    ...{ floor: 0.05, nowMs: 2 },
    points: [
      { atMs: 0, strength: 1 },
      { atMs: 2, strength: 0.5 },
      { atMs: 4, strength: 0.4 },
    ],
  },
  affect: { valence: -0.2, arousal: 0.6, dominance: 0.5, emotion: 'fear' },
  uses: [{ atMs: dayTimeMs, conversationId: 'c', messageId: 'm', title: 'Menu of the week' }],
});

test('what was said is words, whatever it is', () => {
  const everywhere = [
    drawn(<MemoryRoom />, {
      search: { query: hostile, state: 'done', memories: [memory(hostile)], facts: [] },
    }),
    drawn(<MemoryRoom />, { explorer: around(hostile) }),
    drawn(
      <MemoryCard
        isSheet={false}
        why={{ id: 'f', explanation: explained({ subject: hostile, value: hostile }) }}
      />,
    ),
    drawn(<UsedMemories message={message('m', null)} />, {
      recalled: new Map([['m', { memories: [memory(hostile)], tokens: 1, ms: 1 }]]),
    }),
    drawn(
      <ForgetCard
        forgetting={{
          ...{ state: 'shown', about: hostile },
          preview: {
            ...{ token: 't', counts: { episodes: 1, messages: 0, facts: 1, summaries: 0, notes: 0 } },
            ...{
              episodes: [{ id: 'e', text: hostile, atMs: 0 }],
              messages: [],
              facts: [fact({ value: hostile })],
            },
            summaries: [],
            notes: [],
          },
        }}
      />,
    ),
  ];
  for (const html of everywhere) {
    expect(html).not.toMatch(/<(?:img|script)/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
});

test('what was found shows its sentence, how it came, its day and its score', () => {
  const search = {
    query: 'nuts',
    state: 'done' as const,
    memories: [memory('Anna is allergic to nuts.')],
    facts: [],
  };
  const html = drawn(<MemoryRoom />, { search });
  expect(html).toMatch(/allergic to <\/span><strong>nuts<\/strong>/);
  expect(html).toMatch(/Brought in[\s\S]*1 Jan 1970[\s\S]*0\.61/);
  expect(drawn(<MemoryRoom />, { search }, 'fr')).toMatch(/Repris[\s\S]*0,61/);
});

test('nothing, waiting, failing and an empty memory each have their own words', () => {
  const state = (state: 'idle' | 'searching' | 'done' | 'failed') =>
    drawn(<MemoryRoom />, { search: { query: 'x', state, memories: [], facts: [] } });
  expect(state('searching')).toContain('Looking…');
  expect(state('done')).toContain('Nothing in the memory');
  expect(state('failed')).toMatch(/could not be searched[\s\S]*Try again/);
  expect(drawn(<MemoryRoom />)).toContain('Looking…');
  const nothing = around('user');
  const empty: MemoryView['explorer'] = {
    ...nothing,
    overview: { ...overview, memories: 0, people: [], themes: [] },
  };
  expect(drawn(<MemoryRoom />, { explorer: empty })).toContain('Nothing is remembered yet');
  expect(drawn(<MemoryRoom />, { explorer: empty, isPrivate: true })).toContain('kept nowhere');
  expect(drawn(<MemoryRoom />, { explorer: nothing })).toContain('Nothing is kept that fits.');
  expect(drawn(<Nights />, { nights: [] })).toContain('No night yet');
});

test('filters say how many each of them holds, and which one is on', () => {
  const html = drawn(<MemoryRoom />, { explorer: { ...around('Anna'), filter: { person: 'Anna' } } });
  expect(html).toMatch(/aria-pressed="true"[^>]*>(?:(?!<button)[\s\S])*Anna(?:(?!<button)[\s\S])*1,234/);
  expect(html).toMatch(/aria-pressed="false"[^>]*>(?:(?!<button)[\s\S])*Health(?:(?!<button)[\s\S])*5/);
  expect(html).not.toContain('Replaced');
});

test('a day of the calendar says its name and its count', () => {
  const html = drawn(<MemoryRoom />, { explorer: around('user') });
  const days = [...html.matchAll(/aria-label="([^"]* November 2026[^"]*)"/g)].map(([, label]) => label);
  expect(days.slice(-3)).toEqual([
    'Thursday, 19 November 2026: 3 memories',
    'Friday, 20 November 2026',
    'Saturday, 21 November 2026',
  ]);
});

test('a card gives the sentence, its day, the values before, what happened, its strength and its uses', () => {
  const values = [
    fact({ value: 'hazelnuts' }),
    fact({ id: 'g', value: 'peanuts', validFrom: '2025', validTo: '2026-03-01' }),
  ];
  const html = drawn(
    <MemoryCard isSheet={false} why={{ id: 'f', explanation: explained({ value: 'hazelnuts' }), values }} />,
  );
  expect(html).toContain('Anna ne mange pas de noix');
  expect(html).toContain('corrected: Anna · is allergic to noix → Anna · is allergic to hazelnuts');
  expect(html).toContain('50 %, recalled 2 times');
  expect(html).toMatch(/peanuts[\s\S]*Jan 2025 – Mar 2026/);
  expect(html).toMatch(/Menu of the week[\s\S]*1 Jan 1970/);
  expect(html).toMatch(/strength-ahead/);
  for (const deed of ['Correct', 'Merge', 'Forget…']) expect(html).toContain(deed);
});

test('under an answer that recalled nothing stands nothing', () => {
  expect(drawn(<UsedMemories message={message('m', null)} />)).toBe('');
  const recalled = new Map([['m', { memories: [], tokens: 0, ms: 0 }]]);
  expect(drawn(<UsedMemories message={message('m', null)} />, { recalled })).toBe('');
});

test('a preview counts what is not listed, and a receipt says what went, copies too', () => {
  const preview = {
    ...{ token: 't', counts: { episodes: 250, messages: 0, facts: 0, summaries: 0, notes: 0 } },
    ...{
      episodes: [{ id: 'e', text: 'one of them', atMs: 0 }],
      messages: [],
      facts: [],
      summaries: [],
      notes: [],
    },
  };
  expect(drawn(<ForgetCard forgetting={{ state: 'shown', about: 'Anna', preview }} />)).toMatch(
    /250[\s\S]*249 more/,
  );
  const receipt = {
    ...{ id: 'r-1', atMs: 0, episodes: 3, messages: 2, facts: 1, summaries: 0, vectors: 3, notes: 0 },
    copies: ['jarvis-2026.backup'],
  };
  const done = drawn(<ForgetCard forgetting={{ state: 'done', about: 'Anna', receipt }} />);
  expect(done).toMatch(/Forgotten[\s\S]*jarvis-2026\.backup[\s\S]*Receipt r-1/);
  expect(done).not.toContain('Summaries');
});

test('private mode is marked in two places while it is on, and nowhere else', () => {
  const both = (
    <>
      <PrivateMark />
      <PrivateBanner />
    </>
  );
  expect(drawn(both, { isPrivate: true }, 'fr')).toMatch(/Privé[\s\S]*rien de ceci n’est gardé/);
  expect(drawn(both)).not.toContain('Private');
});

test('the model of meanings is told, with how far a change of it has come and what is wrong with it', () => {
  const embedder = {
    ...{
      choice: { onnx: '/models/mini' },
      model: 'mini@1',
      isOpening: false,
      isWorking: true,
      episodes: 200,
    },
    models: [
      { model: 'jarvis-static-fr-en-1', dimensions: 128, episodes: 200 },
      { model: 'mini@1', dimensions: 384, episodes: 64 },
    ],
  };
  const html = drawn(<ChooseEmbedder />, { embedder });
  expect(html).toContain('Memories embedded anew: 64 of 200');
  expect(html).toContain('value="/models/mini"');
  const fault = {
    ...{ stage: 'model' as const, code: 'model.unreachable', retryable: true },
    ...{ message: 'Ollama ne répond pas.', hint: 'Vérifiez qu’il est démarré.' },
  };
  const away = drawn(<ChooseEmbedder />, { embedder: { ...embedder, isWorking: false, fault } }, 'fr');
  expect(away).toContain('celui de Jarvis le remplace');
  expect(away).toContain('Ollama ne répond pas. Vérifiez qu’il est démarré.');
});
