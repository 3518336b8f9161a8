/** What the memory's views show: words only, both languages, and private mode wherever one looks. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Explanation, Fact } from '../../store/contract-types.ts';
import { FakeCore, FakeSurroundings, message } from '../../store/fake-core.ts';
import { emptyMemoryView, type MemoryView } from '../../store/memory-view.ts';
import { createWindowStore } from '../../store/window-store.ts';
import { WindowProvider } from '../window-context.tsx';
import { ChooseEmbedder } from './choose-embedder.tsx';
import { Facts } from './facts.tsx';
import { ForgetCard } from './forget-card.tsx';
import { MemorySearch } from './memory-search.tsx';
import { Nights } from './nights.tsx';
import { PrivateBanner, PrivateMark } from './private-mark.tsx';
import { UsedMemories } from './used-memories.tsx';
import { Why } from './why.tsx';

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
const parts = { words: 0.2, meaning: 0.4, time: 0, association: 0, affect: 0.01 };
const memory = (text: string) => ({
  ...{ id: text, kind: 'episode' as const, text, speaker: 'user', atMs: 0, score: 0.61, parts },
  place: { conversationId: 'c', messageId: 'm' },
});

test('what was said is words, whatever it is', () => {
  const everywhere = [
    drawn(<MemorySearch />, { search: { query: hostile, state: 'done', memories: [memory(hostile)] } }),
    drawn(<Facts />, { facts: [fact({ subject: hostile, value: hostile, relationText: hostile })] }),
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

test('a memory shows its sentence, its day, its score and the parts of it, and where to go from it', () => {
  const search = { query: 'x', state: 'done' as const, memories: [memory('Anna is allergic to nuts.')] };
  const html = drawn(<MemorySearch />, { search });
  for (const shown of [
    '1 January 1970',
    '0.61',
    'Meaning',
    '0.40',
    'Why?',
    'Open the conversation',
    'Forget…',
  ]) {
    expect(html).toContain(shown);
  }
  expect(drawn(<MemorySearch />, { search }, 'fr')).toMatch(/0,61[\s\S]*Sens[\s\S]*Ouvrir la conversation/);
});

test('nothing, waiting and failing each have their own words', () => {
  const state = (state: 'idle' | 'searching' | 'done' | 'failed') =>
    drawn(<MemorySearch />, { search: { query: 'x', state, memories: [] } });
  expect(state('idle')).toContain('is found by its words');
  expect(state('searching')).toContain('Looking…');
  expect(state('done')).toContain('Nothing in the memory');
  expect(state('failed')).toContain('could not be searched');
  expect(drawn(<Facts />, { facts: [] })).toContain('Nothing is known yet');
  expect(drawn(<Facts />)).toContain('Looking…');
  expect(drawn(<Nights />, { nights: [] })).toContain('No night yet');
});

test('facts stand under their person, the user first, and what is over says so', () => {
  const facts = [
    fact(),
    fact({ id: 'g', subject: 'user', relationText: 'lives in', value: 'Lyon', validTo: '2026-03-01' }),
  ];
  const html = drawn(<Facts />, { facts });
  expect(html.indexOf('>You</h3>')).toBeLessThan(html.indexOf('>Anna</h3>'));
  expect(html).toMatch(/lives in <strong>Lyon<\/strong>[\s\S]*… – 2026-03-01 · no longer/);
});

test('an explanation gives the sentence, its day, its history and its strength', () => {
  const explanation: Explanation = {
    ...{ id: 'f', kind: 'fact', text: '', fact: fact({ value: 'hazelnuts' }), strength: 0.5, recalls: 2 },
    uses: [],
    sources: [{ episodeId: 'e', text: 'Anna ne mange pas de noix', speaker: 'user', atMs: 0 }],
    history: [
      { atMs: 0, change: { kind: 'learned', fact: fact() } },
      {
        atMs: 1,
        change: { kind: 'edited', factId: 'f', before: fact(), after: fact({ value: 'hazelnuts' }) },
      },
    ],
  };
  const html = drawn(<Why why={{ id: 'f', explanation }} />);
  expect(html).toContain('Anna ne mange pas de noix');
  expect(html).toContain('corrected: Anna · is allergic to noix → Anna · is allergic to hazelnuts');
  expect(html).toContain('50 %, recalled 2 times');
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
