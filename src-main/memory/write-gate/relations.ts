/** Every relation that a fact may have: its canonical name, how it reads in both languages, and how many values hold at once. */
import type { Bilingual } from '../../domain/language.ts';
import { kinRelations } from './relations-of-people.ts';

export interface Relation {
  /** snake_case English. */
  readonly name: string;
  /** Stands between subject and value: "Anna" + "is allergic to" + "nuts". */
  readonly display: Bilingual;
  /** `one`: a new value ends the old one (lives_in); `many`: values stand side by side (likes). */
  readonly values: 'one' | 'many';
  /** The same value under that relation ends with this one: who likes something no longer dislikes it. */
  readonly excludes?: string;
  /** The value is the name of a person or an animal. */
  readonly isPerson?: boolean;
}

type Line = readonly [name: string, french: string, english: string, values?: 'many', excludes?: string];

const lines: readonly Line[] = [
  // Who somebody is.
  ['name', "s'appelle", 'is called'],
  ['last_name', 'a pour nom de famille', 'has the last name'],
  ['nickname', 'a pour surnom', 'has the nickname', 'many'],
  ['age', 'a (âge)', 'is (age)'],
  ['birthday', 'est né le', 'has the birthday'],
  ['birth_year', 'est né en', 'was born in the year'],
  ['born_in', 'est né à', 'was born in'],
  ['comes_from', 'vient de', 'comes from'],
  ['nationality', 'est de nationalité', 'has the nationality', 'many'],
  ['speaks', 'parle', 'speaks', 'many'],
  ['learns', 'apprend', 'is learning', 'many'],
  ['zodiac_sign', 'a pour signe', 'has the zodiac sign'],
  ['religion', 'a pour religion', 'has the religion'],
  ['marital_status', 'est (état civil)', 'is (marital status)'],
  ['number_of_children', "a comme nombre d'enfants", 'has this many children'],
  ['number_of_siblings', 'a comme nombre de frères et sœurs', 'has this many siblings'],
  // Where.
  ['lives_in', 'vit à', 'lives in'],
  ['grew_up_in', 'a grandi à', 'grew up in'],
  ['lives_with', 'vit avec', 'lives with', 'many'],
  ['address', 'habite au', 'has the address'],
  ['home', 'a pour logement', 'has the home'],
  ['moving_to', 'va déménager à', 'is moving to'],
  ['located_in', 'se trouve', 'is kept at'],
  // Work and school.
  ['works_at', 'travaille chez', 'works at'],
  ['works_in', 'travaille dans', 'works in'],
  ['job', 'est de métier', 'works as'],
  ['starts_job', 'commence un travail', 'starts a job'],
  ['studies', 'étudie', 'studies', 'many'],
  ['attends', 'est élève à', 'attends'],
  ['school_year', 'est en classe de', 'is in year'],
  ['graduated_from', 'est diplômé de', 'graduated from', 'many'],
  ['work_status', 'est (situation)', 'is (working life)'],
  // Tastes.
  ['likes', 'aime', 'likes', 'many', 'dislikes'],
  ['dislikes', "n'aime pas", 'dislikes', 'many', 'likes'],
  ['prefers', 'préfère', 'prefers', 'many'],
  ['thinks', 'pense que', 'thinks that', 'many'],
  ['fan_of', 'est fan de', 'is a fan of', 'many'],
  ['supports_team', 'soutient', 'supports', 'many'],
  ['afraid_of', 'a peur de', 'is afraid of', 'many'],
  ['feels', 'se sent', 'feels', 'many'],
  // Health and the body.
  ['allergic_to', 'est allergique à', 'is allergic to', 'many'],
  ['intolerant_to', 'est intolérant à', 'is intolerant to', 'many'],
  ['diet', 'suit le régime', 'has the diet', 'many'],
  ['does_not_eat', 'ne mange pas de', 'does not eat', 'many'],
  ['does_not_drink', 'ne boit pas de', 'does not drink', 'many'],
  ['takes_medicine', 'prend (médicament)', 'takes (medicine)', 'many'],
  ['has_condition', 'souffre de', 'has (condition)', 'many'],
  ['blood_type', 'a pour groupe sanguin', 'has the blood type'],
  ['height', 'mesure', 'is (height)'],
  ['weight', 'pèse', 'weighs'],
  ['shoe_size', 'chausse du', 'has the shoe size'],
  ['clothes_size', "fait (taille d'habits)", 'has the clothes size'],
  ['ring_size', 'a pour taille de bague', 'has the ring size'],
  ['smokes', 'fume', 'smokes'],
  ['expecting', 'attend', 'is expecting'],
  // Belongings.
  ['owns', 'possède', 'owns', 'many'],
  ['car', 'a pour voiture', 'has the car', 'many'],
  ['bike', 'a pour vélo', 'has the bike', 'many'],
  ['phone', 'a pour téléphone', 'has the phone', 'many'],
  ['computer', 'a pour ordinateur', 'has the computer', 'many'],
  ['licence_plate', "a pour plaque d'immatriculation", 'has the licence plate'],
  ['bought', 'a acheté', 'bought', 'many'],
  ['lost', 'a perdu', 'lost', 'many'],
  ['has_pet', 'a (animal)', 'has (pet)', 'many'],
  ['breed', 'est de race', 'is of the breed'],
  ['colour', 'est de couleur', 'has the colour'],
  // Ways to reach somebody or something.
  ['phone_number', 'a pour numéro de téléphone', 'has the phone number'],
  ['email', 'a pour adresse électronique', 'has the e-mail address'],
  ['wifi_password', 'a pour code wifi', 'has the wifi password'],
  ['code', 'a pour code', 'has the code', 'many'],
  ['number', 'a pour numéro', 'has the number', 'many'],
  // Time: what was, what will be, what returns.
  ['appointment', 'a rendez-vous', 'has an appointment', 'many'],
  ['plan', 'prévoit', 'plans', 'many'],
  ['takes_place_on', 'a lieu le', 'takes place on'],
  ['deadline', 'doit être fini pour', 'is due'],
  ['wants', 'veut', 'wants', 'many'],
  ['habit', 'a pour habitude', 'has the habit', 'many'],
  ['event', 'a vécu', 'experienced', 'many'],
  ['visited', 'a visité', 'visited', 'many'],
  ['married_on', "s'est marié le", 'got married on'],
  ['anniversary', 'a pour anniversaire de mariage', 'has the wedding anniversary'],
  ['died_on', 'est mort le', 'died on'],
  ['quit', 'a arrêté', 'quit', 'many'],
  ['started', 'a commencé', 'started', 'many'],
  // What somebody does and can.
  ['collects', 'collectionne', 'collects', 'many'],
  ['volunteers_at', 'est bénévole à', 'volunteers at', 'many'],
  ['hobby', 'a pour loisir', 'has the hobby', 'many'],
  ['plays', 'joue de', 'plays', 'many'],
  ['member_of', 'est membre de', 'is a member of', 'many'],
  ['knows_how_to', 'sait', 'knows how to', 'many', 'cannot'],
  ['cannot', 'ne sait pas', 'cannot', 'many', 'knows_how_to'],
  ['reads', 'lit', 'is reading', 'many'],
  ['watches', 'regarde', 'is watching', 'many'],
  // Whose customer.
  ['bank', 'a pour banque', 'has the bank', 'many'],
  ['insurer', 'a pour assureur', 'has the insurer', 'many'],
  ['gym', 'a pour salle de sport', 'has the gym'],
  ['phone_company', 'a pour opérateur', 'has the phone company'],
];

/** `favourite_food`, `favourite_colour`, …: what it is a favourite of, in both languages. */
export const favouriteKinds: Readonly<Record<string, Bilingual>> = {
  colour: { fr: 'couleur préférée', en: 'favourite colour' },
  food: { fr: 'plat préféré', en: 'favourite food' },
  dessert: { fr: 'dessert préféré', en: 'favourite dessert' },
  drink: { fr: 'boisson préférée', en: 'favourite drink' },
  fruit: { fr: 'fruit préféré', en: 'favourite fruit' },
  vegetable: { fr: 'légume préféré', en: 'favourite vegetable' },
  cheese: { fr: 'fromage préféré', en: 'favourite cheese' },
  film: { fr: 'film préféré', en: 'favourite film' },
  series: { fr: 'série préférée', en: 'favourite series' },
  book: { fr: 'livre préféré', en: 'favourite book' },
  author: { fr: 'auteur préféré', en: 'favourite author' },
  song: { fr: 'chanson préférée', en: 'favourite song' },
  singer: { fr: 'chanteur préféré', en: 'favourite singer' },
  band: { fr: 'groupe préféré', en: 'favourite band' },
  music: { fr: 'musique préférée', en: 'favourite music' },
  actor: { fr: 'acteur préféré', en: 'favourite actor' },
  sport: { fr: 'sport préféré', en: 'favourite sport' },
  player: { fr: 'joueur préféré', en: 'favourite player' },
  team: { fr: 'équipe préférée', en: 'favourite team' },
  game: { fr: 'jeu préféré', en: 'favourite game' },
  animal: { fr: 'animal préféré', en: 'favourite animal' },
  season: { fr: 'saison préférée', en: 'favourite season' },
  day: { fr: 'jour préféré', en: 'favourite day' },
  month: { fr: 'mois préféré', en: 'favourite month' },
  city: { fr: 'ville préférée', en: 'favourite city' },
  country: { fr: 'pays préféré', en: 'favourite country' },
  place: { fr: 'endroit préféré', en: 'favourite place' },
  restaurant: { fr: 'restaurant préféré', en: 'favourite restaurant' },
  flower: { fr: 'fleur préférée', en: 'favourite flower' },
  subject: { fr: 'matière préférée', en: 'favourite subject' },
  number: { fr: 'chiffre préféré', en: 'favourite number' },
  toy: { fr: 'jouet préféré', en: 'favourite toy' },
  brand: { fr: 'marque préférée', en: 'favourite brand' },
  thing: { fr: 'chose préférée', en: 'favourite thing' },
};

function buildRelations(): ReadonlyMap<string, Relation> {
  const table = new Map<string, Relation>();
  for (const [name, fr, en, values = 'one', excludes] of lines) {
    table.set(name, { name, display: { fr, en }, values, ...(excludes && { excludes }) });
  }
  for (const [kind, words] of Object.entries(favouriteKinds)) {
    const name = `favourite_${kind}`;
    table.set(name, {
      name,
      display: { fr: `a pour ${words.fr}`, en: `has the ${words.en}` },
      values: 'one',
    });
  }
  for (const { name, noun, isSingle } of kinRelations) {
    const display = { fr: `a pour ${noun.fr}`, en: `has the ${noun.en}` };
    table.set(name, { name, display, values: isSingle ? 'one' : 'many', isPerson: true });
  }
  return table;
}

let built: ReadonlyMap<string, Relation> | undefined;

/** The whole table, made with its first use. */
export function relations(): ReadonlyMap<string, Relation> {
  built ??= buildRelations();
  return built;
}

/** What is known of a relation; a name that is not in the table (a model's, an import's) is many-valued and reads as it is. */
export function relationOf(name: string): Relation {
  const words = name.replaceAll('_', ' ');
  return relations().get(name) ?? { name, display: { fr: words, en: words }, values: 'many' };
}
