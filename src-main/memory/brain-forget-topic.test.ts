/** "Forget X" means X in every form, by name and by kin, and nobody else. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../domain/memory.ts';
import { topicOf } from './brain-forget-topic.ts';

let made = 0;
const kin = (relation: string, value: string): Fact => {
  made += 1;
  return {
    ...{
      id: `f${made}`,
      subject: 'user',
      relation,
      value,
      valueId: `p${made}`,
      language: 'fr',
      confidence: 1,
    },
    ...{ timesSaid: 1, firstSaidMs: 0, lastSaidMs: 0, proposedBy: 'rules', sourceEpisodeIds: [] },
  };
};

async function spoken(about: string, people: readonly Fact[], texts: readonly string[]) {
  const topic = await topicOf(about, { facts: async () => people });
  return texts.filter(text => topic.matches(text));
}

test.each([
  ['noix', ['Une noix.', 'Des NOIX !', 'allergique aux noix'], ['Noir', 'noisette', 'Je noie']],
  ['walnuts', ['a walnut', 'WALNUTS'], ['wall', 'nuts']],
  ['mon divorce', ['Le divorce est fini', 'Nous avons divorcé', 'divorcer'], ['divers']],
  ['élève', ['une eleve', 'Les ÉLÈVES', 'e\u0301le\u0300ve'], ['levée']],
  ['journaux', ['un journal', 'Les journaux'], ['jour']],
  ['Marie', ['Marie est là', 'C’est à MARIE'], ['mon mari', 'mariage']],
  ['Anna', ['Anna’s birthday', 'chez anna'], ['Annabelle', 'année', 'an']],
  ['les allergies d’Anna', ['Anna est allergique aux noix', 'l’allergie d’Anna'], ['Anna habite à Lyon']],
  ['secrétaire général', ['la Secrétaire Générale'], ['le secrétaire', 'en général']],
  [
    'j’ai un chien',
    ['mon chien s’appelle Biscuit', 'j’ai un chien', 'J’ai un gros chien noir'],
    ['Un chien !', 'le chien de Marc', 'j’ai un chat'],
  ],
  ['I have a dog', ['My dog is called Biscuit', 'We have two dogs'], ['I have a cat', 'her dog']],
  ['je suis allergique aux noix', ['Allergique aux noix depuis toujours'], ['je suis là', 'des noix']],
  ['???', [], ['Quoi ?', '']],
  ['le', [], ['le chat']],
])('%s', async (about, found, others) => {
  expect(await spoken(about, [], [...found, ...others])).toEqual(found);
});

describe('people', () => {
  const anna = kin('sister', 'Anna');
  const texts = [
    'Ma sœur Anna habite à Lyon',
    'My little sister called',
    'Anna arrive',
    'Sa sœur est là',
    'Boris est mon frère',
  ];

  test('by kin and by name are the same, as long as nobody else is meant', async () => {
    const both = texts.slice(0, 3);
    expect(await spoken('ma sœur', [anna], texts)).toEqual(both);
    expect(await spoken('Anna', [anna], texts)).toEqual(both);
    expect(await spoken('my sister Anna', [anna], texts)).toEqual(both);
    expect(await spoken('ma sœur', [], texts)).toEqual(texts.slice(0, 2));
    // Of whom no fact is known.
    expect(await spoken('my cousin Wlodek', [anna], ['Wlodek arrive lundi', 'Mon cousin dort'])).toEqual([
      'Wlodek arrive lundi',
    ]);
  });

  test('of two sisters only the one that is named goes', async () => {
    const two = [anna, kin('sister', 'Léa')];
    const said = ['Anna arrive', 'Léa arrive', 'Ma sœur arrive'];
    expect(await spoken('Anna', two, said)).toEqual(['Anna arrive']);
    expect(await spoken('ma sœur Léa', two, said)).toEqual(['Léa arrive']);
    expect(await spoken('mes sœurs', two, said)).toEqual(said);
  });

  test('of two bearers of a name the other stays where kin tells them apart', async () => {
    const colleague = kin('colleague', 'Anna');
    const topic = await topicOf('ma sœur Anna', { facts: async () => [anna, colleague] });
    expect([...topic.personIds]).toEqual([anna.valueId]);
    expect(topic.matches('Ma sœur arrive')).toBe(true);
    expect(topic.matches('Ma collègue Anna arrive')).toBe(false);
    const anybody = await topicOf('Anna', { facts: async () => [anna, colleague] });
    expect(anybody.matches('Ma collègue Anna arrive')).toBe(true);
    expect([...anybody.personIds].sort()).toEqual([anna.valueId, colleague.valueId].sort());
  });

  test('mother and mum are one', async () => {
    const mother = kin('mother', 'Claire');
    expect(await spoken('ma mère', [mother], ['Maman est malade', 'Claire dort', 'la mère de Paul'])).toEqual(
      ['Maman est malade', 'Claire dort'],
    );
  });
});
