/** For tests: any memories at all, with the words that an attacker would choose. */
import fc from 'fast-check';
import { emotions, type Fact } from '../../domain/memory.ts';
import type { MemoryRecord } from '../../ports/memory-records.ts';

/** Any UTF-16 units, and the pieces that could break a format. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.integer({ min: 0, max: 0xffff }).map(unit => String.fromCharCode(unit)),
      fc.constantFrom(
        ...['<!--', '-->', '<!-- end {"episodes":0,"facts":0,"summaries":0} -->', '> ', '\n', '\n\n', '\r\n'],
        ...[
          '<!-- episode {} -->',
          '\n<!-- jarvis-memory 1 -->\n',
          '```',
          '# ',
          '{"kind":"end"}',
          '\\u003c',
          '\u2028',
        ],
      ),
    ),
    { maxLength: 20 },
  )
  .map(parts => parts.join(''));

const id = fc.uuid({ version: 7 });
const atMs = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(value => value + 0);
const language = fc.constantFrom('fr' as const, 'en' as const);
const word = hostileText.map(text => text.slice(0, 200));

const episode: fc.Arbitrary<MemoryRecord> = fc.record(
  {
    kind: fc.constant('episode' as const),
    episode: fc.record({
      id,
      place: fc.record(
        {
          conversationId: id,
          messageId: id,
          turnId: id,
          answerId: id,
          origin: fc.constantFrom('typed', 'spoken'),
        },
        { requiredKeys: ['conversationId'] },
      ),
      provenance: fc.constantFrom('user', 'document'),
      speaker: fc.oneof(fc.constant('user'), word),
      atMs,
      text: hostileText,
      language,
      affect: fc.record({
        valence: share,
        arousal: share,
        dominance: share,
        emotion: fc.constantFrom(...emotions),
      }),
      salience: share,
      entities: fc.array(word, { maxLength: 3 }),
    }),
    recalls: fc.nat(9),
    lastRecalledMs: atMs,
    isConsolidated: fc.boolean(),
  },
  { requiredKeys: ['kind', 'episode', 'recalls', 'isConsolidated'] },
);

const fact: fc.Arbitrary<Fact> = fc.record(
  {
    id,
    subject: fc.oneof(fc.constant('user'), word),
    relation: fc.constantFrom('allergic_to', 'lives_in', 'a_new_one'),
    value: hostileText,
    validFrom: fc.constant('2026-01-02'),
    validTo: word,
    language,
    confidence: share,
    timesSaid: fc.nat(9),
    firstSaidMs: atMs,
    lastSaidMs: atMs,
    proposedBy: fc.constantFrom('rules', 'user'),
    sourceEpisodeIds: fc.array(id, { maxLength: 3 }),
    supersededBy: id,
  },
  {
    requiredKeys: [
      ...(['id', 'subject', 'relation', 'value', 'language', 'confidence', 'timesSaid'] as const),
      ...(['firstSaidMs', 'lastSaidMs', 'proposedBy', 'sourceEpisodeIds'] as const),
    ],
  },
);

const factRecord: fc.Arbitrary<MemoryRecord> = fc.tuple(fact, fact, atMs).map(([before, after, edited]) => ({
  kind: 'fact',
  fact: { ...after, id: before.id },
  history: [
    { atMs: before.firstSaidMs, change: { kind: 'learned', fact: before } },
    {
      atMs: edited,
      change: { kind: 'edited', factId: before.id, before, after: { ...after, id: before.id } },
    },
  ],
}));

const summary: fc.Arbitrary<MemoryRecord> = fc.record({
  kind: fc.constant('summary' as const),
  summary: fc.record({
    id,
    about: fc.oneof(
      fc.record({ kind: fc.constant('day' as const), date: fc.constant('2026-01-02') }),
      fc.record({ kind: fc.constant('person' as const), name: word }),
    ),
    text: hostileText,
    language,
    madeAtMs: atMs,
    interval: fc.record({ startMs: atMs, endMs: atMs }),
    sourceEpisodeIds: fc.array(id, { maxLength: 3 }),
  }),
});

/** In the order in which a brain gives them out. */
export const anyMemories: fc.Arbitrary<readonly MemoryRecord[]> = fc
  .tuple(
    fc.array(episode, { maxLength: 5 }),
    fc.array(factRecord, { maxLength: 4 }),
    fc.array(summary, { maxLength: 3 }),
  )
  .map(lists => lists.flat());

/** Cuts a text into pieces of one length, as it comes over a wire. */
export async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
