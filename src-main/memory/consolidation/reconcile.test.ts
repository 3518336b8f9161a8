/** What is known stays one and dated, whatever is said, in which order, and however often. */
import { describe, expect, test } from 'vitest';
import { applyChange, type FactChange, factIdOf } from '../../domain/fact-change.ts';
import type { Fact, ProposedFact } from '../../domain/memory.ts';
import { relationOf } from '../write-gate/relations.ts';
import { reconcile, type Saying } from './reconcile.ts';

type Statement = Partial<ProposedFact> & Pick<ProposedFact, 'relation' | 'value'>;

/** Says things one after the other and keeps what is known. */
class Talk {
  facts: readonly Fact[] = [];
  #count = 0;

  /** `at`: local date; imported words have no origin. */
  say(at: string, statements: readonly Statement[], saying: Partial<Saying> & { imported?: boolean } = {}) {
    const { imported, ...rest } = saying;
    const place = { conversationId: 'c', ...(imported ? {} : { origin: 'typed' as const }) };
    const said = {
      id: `e${this.#count++}`,
      atMs: Date.parse(`${at}T12:00Z`),
      language: 'fr',
      place,
      ...rest,
    };
    const proposed = statements.map(one => ({ subject: 'user', confidence: 0.8, ...one }));
    const changes = reconcile(this.facts, proposed, said as Saying, {
      relationOf,
      zone: 'Europe/Paris',
      proposedBy: 'rules',
    });
    this.facts = changed(this.facts, changes);
    return changes.map(({ kind }) => kind);
  }

  lines(): readonly string[] {
    return this.facts.map(
      ({ subject, relation, value, validFrom = '', validTo = '' }) =>
        `${subject} ${relation} ${value} ${validFrom}..${validTo}`,
    );
  }
}

function changed(facts: readonly Fact[], changes: readonly FactChange[]): readonly Fact[] {
  const known = new Map(facts.map(fact => [fact.id, fact]));
  for (const change of changes) {
    const fact = applyChange(known.get(factIdOf(change)), change);
    if (fact) known.set(fact.id, fact);
  }
  return [...known.values()];
}

const lives = (value: string, more: Partial<ProposedFact> = {}): Statement => ({
  relation: 'lives_in',
  value,
  ...more,
});

describe('the same fact again', () => {
  test.each([
    ['allergic_to', 'noix', 'les Noix'],
    ['allergic_to', 'aux noix', 'noix'],
    ['likes', 'le thé vert', 'Thés verts'],
    ['likes', 'cherries', 'the cherry'],
    ['likes', 'tomatoes', 'tomato'],
    ['likes', 'les chevaux', 'cheval'],
    ['lives_with', 'ma copine', 'ma petite amie'],
    ['lives_with', 'ma maman', 'my mother'],
    ['lives_in', 'Saint-Étienne', 'saint etienne'],
    ['phone_number', '06 12 34 56 78', '0612345678'],
    ['number_of_children', 'trois', '3'],
    ['car', 'une Clio', 'clio'],
  ])('%s "%s" and "%s" are one, and stronger', (relation, value, again) => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation, value }]);
    expect(talk.say('2026-01-02', [{ relation, value: again }])).toEqual(['strengthened']);
    expect(talk.facts).toHaveLength(1);
    expect(talk.facts[0]).toMatchObject({ timesSaid: 2, sourceEpisodeIds: ['e0', 'e1'] });
    expect(talk.facts[0]?.confidence).toBeGreaterThan(0.8);
  });

  test.each([
    ['blood_type', 'A+', 'A-'],
    ['likes', 'thé vert', 'thé noir'],
    ['phone_number', '0612345678', '0612345679'],
    ['sister', 'Anna', 'Hanna'],
    ['likes', 'Le Mans', 'les mains'],
  ])('%s "%s" and "%s" are two', (relation, value, other) => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation, value }]);
    talk.say('2026-01-02', [{ relation, value: other }]);
    expect(talk.facts).toHaveLength(2);
  });

  test('the same episode once more changes nothing', () => {
    const talk = new Talk();
    const statements = [
      lives('Lyon'),
      lives('Lyon'),
      { relation: 'sister', value: 'Anna', aliases: ['soeur'] },
    ];
    talk.say('2026-01-01', statements, { id: 'e' });
    const before = talk.facts;
    expect(talk.say('2026-01-01', statements, { id: 'e' })).toEqual([]);
    expect(talk.facts).toEqual(before);
    expect(talk.facts).toHaveLength(2);
  });

  test('a more exact value takes the place of the rough one, and a rough one changes nothing', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'birthday', value: '4 mai' }]);
    expect(talk.say('2026-01-02', [{ relation: 'birthday', value: 'le 4 mai 1990' }])).toEqual([
      'strengthened',
      'edited',
    ]);
    talk.say('2026-01-03', [{ relation: 'birthday', value: '4 mai' }]);
    expect(talk.lines()).toEqual(['user birthday le 4 mai 1990 ..']);
    expect(talk.facts[0]?.timesSaid).toBe(3);
  });
});

describe('a fact that is no longer so', () => {
  test('a new value ends the old one; both stay, dated', () => {
    const talk = new Talk();
    talk.say('2025-05-01', [lives('Lyon', { validFrom: '2019' })]);
    talk.say('2026-03-03', [lives('Nantes')]);
    expect(talk.lines()).toEqual(['user lives_in Lyon 2019..2026-03-03', 'user lives_in Nantes ..']);
    expect(talk.facts[0]?.supersededBy).toBe(talk.facts[1]?.id);
  });

  test('the words say since when, or until when', () => {
    const talk = new Talk();
    talk.say('2025-05-01', [lives('Lyon')]);
    talk.say('2026-03-03', [lives('Nantes', { validFrom: '2026-02-01' })]);
    talk.say('2026-04-01', [lives('Paris', { validTo: '2010' })]);
    expect(talk.lines()).toEqual([
      'user lives_in Lyon ..2026-02-01',
      'user lives_in Nantes 2026-02-01..',
      'user lives_in Paris ..2010',
    ]);
  });

  test('"no longer" ends it without another in its place; said again later it is true again', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'works_at', value: 'Airbus' }]);
    expect(
      talk.say('2026-02-01', [{ relation: 'works_at', value: 'airbus', validTo: '2026-02-01' }]),
    ).toEqual(['ended']);
    expect(talk.say('2026-06-01', [{ relation: 'works_at', value: 'Airbus' }])).toEqual(['learned']);
    expect(talk.lines()).toEqual(['user works_at Airbus ..2026-02-01', 'user works_at Airbus ..']);
  });

  test('many values stand side by side until one takes the place of another', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [
      { relation: 'car', value: 'Clio' },
      { relation: 'car', value: 'Twingo' },
    ]);
    talk.say('2026-02-01', [{ relation: 'car', value: 'Zoé', supersedes: 'la clio' }]);
    expect(talk.lines()).toEqual(['user car Clio ..2026-02-01', 'user car Twingo ..', 'user car Zoé ..']);
  });

  test('who likes something no longer dislikes it; a wife is no longer a fiancée', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [
      { relation: 'dislikes', value: 'le café' },
      { relation: 'fiance', value: 'Julie' },
    ]);
    talk.say('2026-02-01', [
      { relation: 'likes', value: 'café' },
      { relation: 'wife', value: 'Julie' },
    ]);
    expect(talk.lines()).toEqual(
      expect.arrayContaining([
        'user dislikes le café ..2026-02-01',
        'user likes café ..',
        'user fiance Julie ..2026-02-01',
        'user wife Julie ..',
      ]),
    );
    expect(new Set(talk.facts.map(({ valueId }) => valueId).filter(Boolean)).size).toBe(1);
  });

  test('what ends one day holds until then', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [lives('Lyon', { validTo: '2026-06-30' })]);
    talk.say('2026-01-02', [lives('Lyon', { validTo: '2026-06-30' })]);
    expect(talk.facts).toMatchObject([{ timesSaid: 1, validTo: '2026-06-30' }]);
    talk.say('2026-04-01', [lives('Nantes')]);
    expect(talk.lines()).toEqual(['user lives_in Lyon ..2026-04-01', 'user lives_in Nantes ..']);
  });
});

describe('the order of time', () => {
  test('older words that are imported later end nothing newer', () => {
    const talk = new Talk();
    talk.say('2026-03-03', [lives('Nantes')]);
    talk.say('2020-01-01', [lives('Lyon')], { imported: true });
    expect(talk.lines()).toEqual(['user lives_in Nantes ..', 'user lives_in Lyon ..2026-03-03']);
    expect(talk.facts[1]?.supersededBy).toBe(talk.facts[0]?.id);
    talk.say('2021-01-01', [lives('Lyon')], { imported: true });
    expect(talk.facts).toHaveLength(2);
    expect(talk.facts[1]?.timesSaid).toBe(2);
  });

  test('imported words in their order end as those that were said', () => {
    const talk = new Talk();
    for (const [at, town] of [
      ['2019-01-01', 'Lyon'],
      ['2021-01-01', 'Paris'],
      ['2023-01-01', 'Nantes'],
    ] as const) {
      talk.say(at, [lives(town)], { imported: true });
    }
    expect(talk.lines()).toEqual([
      'user lives_in Lyon ..2021-01-01',
      'user lives_in Paris ..2023-01-01',
      'user lives_in Nantes ..',
    ]);
  });

  test('a clock that was set back does not make new words old', () => {
    const talk = new Talk();
    talk.say('2027-01-01', [lives('Lyon')]);
    talk.say('2026-01-01', [lives('Nantes')]);
    expect(talk.lines()).toEqual(['user lives_in Lyon ..2027-01-01', 'user lives_in Nantes ..']);
    talk.say('2026-01-02', [lives('Lyon')]);
    expect(talk.lines().at(-1)).toBe('user lives_in Lyon ..');
    expect(talk.facts.filter(({ validTo }) => validTo === undefined)).toHaveLength(1);
  });

  test('a leap of a year forward and back leaves one home', () => {
    const talk = new Talk();
    for (const at of ['2026-01-01', '2027-06-01', '2026-01-03']) talk.say(at, [lives('Lyon')]);
    expect(talk.facts).toHaveLength(1);
    talk.say('2026-01-04', [lives('Nantes')]);
    expect(talk.facts.filter(({ validTo }) => validTo === undefined)).toMatchObject([{ value: 'Nantes' }]);
  });
});

describe('who is who', () => {
  const nuts: Statement = { subject: 'Anna', relation: 'allergic_to', value: 'noix' };

  test('my sister Anna and my colleague Anna are two', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'sister', value: 'Anna' }, nuts]);
    talk.say('2026-01-02', [
      { relation: 'colleague', value: 'Anna' },
      { ...nuts, relation: 'likes' },
    ]);
    talk.say('2026-01-03', [{ ...nuts, value: 'gluten', aliases: ['soeur'] }]);
    talk.say('2026-01-04', [{ ...nuts, value: 'pollen', aliases: ['collègue'] }]);
    const idOf = (value: string, relation: string) =>
      talk.facts.find(fact => fact.value === value && fact.relation === relation)?.subjectId;
    const sister = talk.facts.find(({ relation }) => relation === 'sister')?.valueId;
    const colleague = talk.facts.find(({ relation }) => relation === 'colleague')?.valueId;
    expect(sister).toBeDefined();
    expect(sister).not.toBe(colleague);
    expect([idOf('noix', 'allergic_to'), idOf('gluten', 'allergic_to')]).toEqual([sister, sister]);
    expect([idOf('noix', 'likes'), idOf('pollen', 'allergic_to')]).toEqual([colleague, colleague]);
  });

  test('the name alone means the one spoken of last', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'sister', value: 'Anna' }]);
    talk.say('2026-01-02', [{ relation: 'colleague', value: 'Anna' }]);
    talk.say('2026-01-03', [nuts]);
    const colleague = talk.facts.find(({ relation }) => relation === 'colleague')?.valueId;
    expect(talk.facts.at(-1)?.subjectId).toBe(colleague);
  });

  test('somebody known as "ma sœur" gets her name later, and keeps what is known of her', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ ...nuts, subject: 'ma sœur' }]);
    talk.say('2026-01-02', [{ relation: 'sister', value: 'Anna' }]);
    talk.say('2026-01-03', [{ ...nuts, value: 'les noix' }]);
    expect(talk.facts).toHaveLength(2);
    expect(talk.facts[0]).toMatchObject({ subjectId: talk.facts[1]?.valueId, timesSaid: 2 });
  });

  test('"the name of my niece is" says what "my niece" says', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ subject: 'nièce', relation: 'name', value: 'Margot' }]);
    talk.say('2026-01-02', [{ relation: 'niece', value: 'Margot' }]);
    expect(talk.lines()).toEqual(['user niece Margot ..']);
    expect(talk.facts[0]).toMatchObject({ timesSaid: 2, valueId: expect.any(String) });
  });

  test('"ma sœur" is Anna once she is known', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'sister', value: 'Anna' }]);
    talk.say('2026-01-02', [{ ...nuts, subject: 'sœur' }]);
    talk.say('2026-01-03', [nuts]);
    expect(talk.facts).toHaveLength(2);
    expect(talk.facts[1]?.subjectId).toBe(talk.facts[0]?.valueId);
  });

  test('a sister without a name gets one, and is not a second sister', () => {
    const talk = new Talk();
    talk.say('2026-01-01', [{ relation: 'sister', value: 'une sœur' }]);
    talk.say('2026-01-02', [{ relation: 'sister', value: 'Anna' }]);
    expect(talk.lines()).toEqual(['user sister Anna ..']);
    expect(talk.facts[0]?.valueId).toBeDefined();
    talk.say('2026-01-03', [{ relation: 'sister', value: 'Marie' }]);
    expect(talk.facts).toHaveLength(2);
  });
});
