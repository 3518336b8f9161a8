/** Words for people by what they are to somebody, and for lists and places, with the pronoun that stands for them. */
import type { Language } from '../../domain/language.ts';
import type { Gender } from './first-names.ts';

interface PersonWord {
  readonly gender?: Gender;
  readonly many: boolean;
}

const table = (female: string, male: string, either: string, many: string): ReadonlyMap<string, PersonWord> =>
  new Map<string, PersonWord>([
    ...female.split(' ').map(word => [word, { gender: 'female', many: false }] as const),
    ...male.split(' ').map(word => [word, { gender: 'male', many: false }] as const),
    ...either.split(' ').map(word => [word, { many: false }] as const),
    ...many.split(' ').map(word => [word, { many: true }] as const),
  ]);

/** Folded. */
export const personWords: Readonly<Record<Language, ReadonlyMap<string, PersonWord>>> = {
  fr: table(
    'soeur mere maman fille femme tante cousine grand-mere mamie mamy niece belle-mere belle-soeur epouse fiancee copine amie voisine patronne cheffe directrice collaboratrice prof-femme infirmiere avocate boulangere coiffeuse nounou marraine demi-soeur',
    'frere pere papa fils mari oncle cousin grand-pere papi papy neveu beau-pere beau-frere epoux fiance copain ami voisin patron chef directeur medecin avocat boulanger coiffeur facteur parrain plombier demi-frere kine',
    'collegue dentiste bebe conjoint prof',
    'parents enfants amis copains freres soeurs filles cousins cousines grands-parents voisins collegues jumeaux jumelles neveux nieces amies fils-multiples beaux-parents',
  ),
  en: table(
    'sister mother mum mom mommy daughter wife aunt auntie grandmother grandma granny niece mother-in-law sister-in-law fiancee girlfriend godmother stepmother stepsister landlady waitress',
    'brother father dad daddy son husband uncle grandfather grandpa nephew father-in-law brother-in-law fiance boyfriend godfather stepfather stepbrother landlord plumber',
    'cousin friend neighbour neighbor boss colleague coworker partner doctor dentist teacher nurse lawyer baby manager roommate',
    'parents kids children friends brothers sisters sons daughters cousins grandparents neighbours neighbors colleagues coworkers twins nephews nieces in-laws',
  ),
};

const lists: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['liste']),
  en: new Set(['list']),
};
export const isListWord = (word: string, language: Language): boolean => lists[language].has(word);

/** Before a name they make it a place; « à Anna » does not, so first names come first. */
const placePrepositions: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('a en au aux vers depuis dans pres quitte visite habite'.split(' ')),
  en: new Set('in to at from near into around visit visited left via'.split(' ')),
};
export const isPlacePreposition = (word: string, language: Language): boolean =>
  placePrepositions[language].has(word);

const possessives: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set('mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs'.split(' ')),
  en: new Set('my your his her our their'.split(' ')),
};
export const isPossessive = (word: string, language: Language): boolean => possessives[language].has(word);
