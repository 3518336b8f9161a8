/** What the documents' views show: state and problem of each, a passage in its place, and words only. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { KnowledgeDocument, PassageView } from '../../store/contract-types.ts';
import { FakeCore, FakeSurroundings, message } from '../../store/fake-core.ts';
import { emptyKnowledgeView, type KnowledgeView } from '../../store/knowledge-view.ts';
import { emptyMemoryView } from '../../store/memory-view.ts';
import { createWindowStore } from '../../store/window-store.ts';
import { UsedMemories } from '../memory/used-memories.tsx';
import { WindowProvider } from '../window-context.tsx';
import { DocumentList } from './document-list.tsx';
import { PassagePage } from './passage-page.tsx';

const hostile = '<script>alert(1)</script>';
const parts = { words: 0.5, meaning: 0.2, time: 0, association: 0, affect: 0 };
const status = { waiting: 0, indexed: 1, failed: 1, passages: 3, isPaused: false, isLooking: false };
const document = (change: Partial<KnowledgeDocument>): KnowledgeDocument => ({
  ...{
    id: 'd',
    sourceId: 's',
    name: 'bail.pdf',
    path: '/bail.pdf',
    state: 'indexed',
    bytes: 1200,
    passages: 3,
  },
  ...change,
});
const passage = (id: string, text: string): PassageView['passage'] => ({
  ...{ id, text, documentId: 'd', documentName: 'bail.pdf', path: '/docs/bail.pdf', page: 2, indexedAtMs: 0 },
  ...{ ordinal: 1, start: 0, end: text.length, headings: ['Préavis'] },
});

function drawn(view: React.ReactNode, knowledge: Partial<KnowledgeView> = {}): string {
  const window = createWindowStore(new FakeCore(), new FakeSurroundings());
  const cited = {
    ...{ id: 'p', kind: 'passage' as const, text: hostile, speaker: 'bail.pdf', atMs: 0, score: 0.7, parts },
    citation: { documentId: 'd', documentName: 'bail.pdf', page: 2 },
  };
  const memory = {
    ...emptyMemoryView,
    recalled: new Map([['m', { memories: [cited], tokens: 1, ms: 1 }]]),
  };
  const all = { language: 'fr', memory, knowledge: { ...emptyKnowledgeView, ...knowledge } };
  // What is drawn on a server is the first state that a store had.
  Object.assign(window.store.getInitialState(), all);
  return renderToStaticMarkup(<WindowProvider value={window}>{view}</WindowProvider>);
}

test('each document shows its state, and why it was not read', () => {
  const problem = { message: 'Ce document est abîmé.', hint: 'Corrigez-le.' };
  const html = drawn(<DocumentList />, {
    status,
    list: {
      status,
      sources: [{ id: 's', kind: 'folder', path: hostile, addedAtMs: 0 }],
      documents: [
        document({}),
        document({ id: 'e', name: 'abîmé.pdf', state: 'failed', code: 'knowledge.damaged', problem }),
      ],
    },
  });
  expect(html).toMatch(/3 passages/);
  expect(html).toContain('Ce document est abîmé. Corrigez-le.');
  expect(html).not.toContain('<script>');
});

test('a passage is marked among those around it, with file and page', () => {
  const view = {
    passage: passage('p', hostile),
    before: [passage('o', 'Avant.')],
    after: [passage('q', 'Après.')],
  };
  const html = drawn(<PassagePage passage={{ id: 'p', view }} hasFailed={false} />);
  expect(html).toMatch(/<p>Avant\.<\/p><p><mark>&lt;script&gt;.*<\/mark><\/p><p>Après\.<\/p>/);
  expect(html).toContain('bail.pdf, page 2');
  expect(html).toContain('/docs/bail.pdf › Préavis');
  expect(html).toContain('Ouvrir le fichier');
  expect(drawn(<PassagePage passage={{ id: 'p' }} hasFailed />)).toContain('n’est plus là');
});

test('under an answer a passage stands with its file and page, and a way to it', () => {
  const html = drawn(<UsedMemories message={message('m', null)} />);
  expect(html).toContain('bail.pdf, page 2');
  expect(html).toContain('Voir le passage dans bail.pdf');
  expect(html).not.toContain('<script>');
});
