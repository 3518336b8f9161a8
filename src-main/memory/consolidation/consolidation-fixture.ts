/** A night with real stores, and sentences whose facts are known, for tests. */
import { createStoreFixture } from '../../adapters/store/store-fixture.ts';
import { newId } from '../../domain/id.ts';
import { type Episode, neutralAffect, type ProposedFact } from '../../domain/memory.ts';
import type { ConsolidationParts, ExtractFacts } from './consolidate.ts';

export const clock = {
  nowMs: () => Date.parse('2026-03-04T02:00Z'),
  monotonicMs: () => performance.now(),
  zone: () => 'Europe/Paris',
  after: () => () => undefined,
};

const fact = (
  subject: string,
  relation: string,
  value: string,
  more: Partial<ProposedFact> = {},
): ProposedFact => ({
  subject,
  relation,
  value,
  confidence: 0.85,
  ...more,
});

const factsOfSentences: ReadonlyMap<string, readonly ProposedFact[]> = new Map([
  [
    'Ma sœur Anna est allergique aux noix.',
    [
      fact('user', 'sister', 'Anna', { aliases: ['sœur'] }),
      fact('Anna', 'allergic_to', 'noix', { aliases: ['sœur'] }),
    ],
  ],
  ['Anna ne mange pas de noix, elle y est allergique.', [fact('Anna', 'allergic_to', 'noix')]],
  ['J’habite à Lyon depuis 2019.', [fact('user', 'lives_in', 'Lyon', { validFrom: '2019' })]],
  ['J’ai déménagé, je vis maintenant à Nantes.', [fact('user', 'lives_in', 'Nantes')]],
]); // prettier-ignore

export const extract: ExtractFacts = episode => factsOfSentences.get(episode.text) ?? [];

export const episode = (text: string, at: string, more: Partial<Episode> = {}): Episode => ({
  id: newId(),
  place: { conversationId: 'c', origin: 'typed' },
  provenance: 'user',
  speaker: 'user',
  atMs: Date.parse(at),
  text,
  language: 'fr',
  affect: neutralAffect,
  salience: 0.5,
  entities: /anna/i.test(text) ? ['anna'] : [],
  ...more,
});

const vectors = { model: 'none', whole: new Float32Array(8), parts: [] };

export function createConsolidationFixture() {
  const fixture = createStoreFixture();
  const { episodic, semantic } = fixture.open();
  return {
    ...fixture,
    episodic,
    semantic,
    add: (...episodes: readonly Episode[]) =>
      episodic.addAll(episodes.map(one => ({ episode: one, vectors }))),
    parts: (more: Partial<ConsolidationParts> = {}): ConsolidationParts => ({
      episodes: episodic,
      facts: semantic,
      clock,
      extract,
      signal: new AbortController().signal,
      ...more,
    }),
  };
}
