/** Facts said with a noun: "my birthday is on May 4", "la pointure de Paul, c'est 43", "blue is my favourite colour". */
import type { Language } from '../../../domain/language.ts';
import type { PredicateShape } from './predicate-table.ts';
import { withLists } from './word-lists.ts';

export interface Attribute {
  readonly noun: RegExp;
  /** `favourite_*`: the kind stands in the group `kind`. */
  readonly relation: string;
  readonly shape: PredicateShape;
}

const tables: Readonly<Record<Language, string>> = {
  en: `
(?:date of birth|birthday|birth date) :: birthday :: date
(?:full |first |real )?name :: name :: name
(?:last name|surname|family name|maiden name) :: last_name :: name
nick ?name :: nickname :: name
(?:new |mobile |cell |home |work )?(?:phone|mobile|cell|cell phone|telephone)(?: number)? :: phone_number :: digits
(?:new )?number :: phone_number :: digits
(?:new |work |personal )?(?:e ?mail|mail)(?: address)? :: email :: email
(?:new |home |postal |current |mailing )?address :: address :: address
(?:wi ?fi|wi fi|internet|wireless|guest wifi)(?: (?:password|code|key|passcode))? :: wifi_password :: code
(?<=wi ?fi [^.?!]{0,60})(?:password|code|passcode) :: wifi_password :: code
favourite (?<kind>[a-z]+(?: [a-z]+)?)(?= (?:is|are|was|'s|has|,|:)| ?$| [.!?]) :: favourite_* :: list
(?:job|profession|occupation|job title) :: job :: np
blood (?:type|group) :: blood_type :: code
shoe size|feet size|foot size :: shoe_size :: code
ring size :: ring_size :: code
(?:dress |shirt |t shirt |trouser |clothes |clothing |jeans |pants )size :: clothes_size :: code
(?:star|zodiac|astrological) sign :: zodiac_sign :: np
(?:mother tongue|native language|first language) :: speaks :: list
nationality :: nationality :: np
religion :: religion :: np
(?:licence|license|number|registration) (?:plate|number) :: licence_plate :: code
(?:new )?car :: car :: anp
(?:new )?phone :: phone :: anp
(?:new )?(?:bike|bicycle) :: bike :: anp
(?:new )?(?:laptop|computer) :: computer :: anp
bank :: bank :: np
(?:insurance|insurer|insurance company) :: insurer :: np
gym :: gym :: np
(?:phone company|provider|phone provider|operator|carrier|network) :: phone_company :: np
(?:wedding )?anniversary :: anniversary :: date
weight :: weight :: code
height :: height :: code
age :: age :: count
(?:main |only |biggest )?(?:hobby|hobbies|passion|passions|pastime) :: hobby :: list
(?:school|college|university|high school|primary school) :: attends :: np
(?:employer|company i work for) :: works_at :: np
(?:football |favourite |soccer )?team :: supports_team :: np
allerg(?:y|ies) :: allergic_to :: list
(?:medication|medicine|meds) :: takes_medicine :: list
(?:biggest |worst )?(?:fear|phobia) :: afraid_of :: np
(?:biggest |lifelong )?dream :: wants :: verb
home ?town :: comes_from :: place
breed :: breed :: np`,
  fr: `
anniversaire de mariage :: anniversary :: date
(?:date de naissance|anniversaire) :: birthday :: date
(?:prenom|nom complet|vrai nom) :: name :: name
(?:nom de famille|nom de jeune fille) :: last_name :: name
nom :: name :: name
(?:surnom|petit nom|pseudo) :: nickname :: name
(?:nouveau )?(?:numero de )?(?:telephone|portable|mobile|tel|fixe) :: phone_number :: digits
(?:nouveau )?numero :: phone_number :: digits
(?:nouvelle )?(?:adresse )?(?:e ?mail|mail|email|adresse electronique|courriel) :: email :: email
(?:nouvelle )?adresse(?: postale)? :: address :: address
(?:mot de passe|code|cle)(?: de le| de la| du)? (?:wifi|wi fi|internet|box) :: wifi_password :: code
(?:wifi|wi fi) :: wifi_password :: code
(?<=wi ?fi [^.?!]{0,60})(?:mot de passe|code|cle) :: wifi_password :: code
(?<kind>[a-z]+(?: [a-z]+)?) (?:preferee?s?|favorite?s?|favori) :: favourite_* :: list
(?:metier|profession|travail|boulot|job) :: job :: np
groupe sanguin :: blood_type :: code
pointure :: shoe_size :: number
taille de (?:bague|doigt) :: ring_size :: code
taille de (?:vetements?|pantalon|chemise|tee shirt|t shirt|jean|robe) :: clothes_size :: code
signe(?: astrologique| astro| du zodiaque)? :: zodiac_sign :: np
langue maternelle :: speaks :: list
nationalite :: nationality :: np
religion :: religion :: np
(?:plaque de immatriculation|immatriculation|plaque) :: licence_plate :: code
(?:nouvelle )?(?:voiture|caisse|bagnole) :: car :: anp
(?:nouveau )?(?:telephone|portable|smartphone) :: phone :: anp
(?:nouveau )?velo :: bike :: anp
(?:nouvel |nouveau )?(?:ordinateur|ordi|pc) :: computer :: anp
banque :: bank :: np
(?:assurance|assureur|mutuelle) :: insurer :: np
salle de sport :: gym :: np
operateur :: phone_company :: np
anniversaire de mariage :: anniversary :: date
poids :: weight :: code
taille :: height :: code
age :: age :: count
(?:principal |seul |grand )?(?:loisir|loisirs|passe temps|passion|passions|hobby) :: hobby :: list
(?:ecole|lycee|college|universite|fac) :: attends :: np
(?:employeur|boite|entreprise) :: works_at :: np
(?:equipe|club) :: supports_team :: np
allergies? :: allergic_to :: list
(?:traitement|medicament|medicaments) :: takes_medicine :: list
(?:plus grande )?(?:peur|phobie) :: afraid_of :: np
(?:plus grand )?reve :: wants :: verb
ville (?:natale|de origine) :: comes_from :: place
race :: breed :: np`,
};

/** What a favourite is of, by its folded noun. */
const kinds: Readonly<Record<string, string>> = {
  colour: 'colour',
  color: 'colour',
  couleur: 'colour',
  food: 'food',
  dish: 'food',
  meal: 'food',
  plat: 'food',
  dessert: 'dessert',
  drink: 'drink',
  boisson: 'drink',
  fruit: 'fruit',
  vegetable: 'vegetable',
  legume: 'vegetable',
  cheese: 'cheese',
  fromage: 'cheese',
  film: 'film',
  movie: 'film',
  series: 'series',
  show: 'series',
  serie: 'series',
  book: 'book',
  novel: 'book',
  livre: 'book',
  roman: 'book',
  author: 'author',
  writer: 'author',
  auteur: 'author',
  autrice: 'author',
  ecrivain: 'author',
  song: 'song',
  chanson: 'song',
  singer: 'singer',
  artist: 'singer',
  chanteur: 'singer',
  chanteuse: 'singer',
  artiste: 'singer',
  band: 'band',
  groupe: 'band',
  music: 'music',
  musique: 'music',
  actor: 'actor',
  actress: 'actor',
  acteur: 'actor',
  actrice: 'actor',
  sport: 'sport',
  player: 'player',
  joueur: 'player',
  team: 'team',
  club: 'team',
  equipe: 'team',
  game: 'game',
  jeu: 'game',
  animal: 'animal',
  season: 'season',
  saison: 'season',
  day: 'day',
  jour: 'day',
  month: 'month',
  mois: 'month',
  city: 'city',
  ville: 'city',
  country: 'country',
  pays: 'country',
  place: 'place',
  endroit: 'place',
  lieu: 'place',
  restaurant: 'restaurant',
  resto: 'restaurant',
  flower: 'flower',
  fleur: 'flower',
  subject: 'subject',
  matiere: 'subject',
  number: 'number',
  chiffre: 'number',
  nombre: 'number',
  toy: 'toy',
  jouet: 'toy',
  doudou: 'toy',
  brand: 'brand',
  marque: 'brand',
}; // prettier-ignore

/** `plat préféré` → `favourite_food`; a kind that the table lacks is a favourite thing. */
export function favouriteOf(kind: string): string {
  const last = kind.trim().split(' ').at(-1) ?? '';
  const one = last.replace(/s$/, '');
  const known = Object.hasOwn(kinds, last) ? kinds[last] : Object.hasOwn(kinds, one) ? kinds[one] : undefined;
  return `favourite_${known ?? 'thing'}`;
}

const built = new Map<Language, readonly Attribute[]>();
export function attributesOf(language: Language): readonly Attribute[] {
  const known = built.get(language);
  if (known) return known;
  const made = tables[language]
    .trim()
    .split('\n')
    .map(line => {
      const [noun = '', relation = '', shape = ''] = line.split('::').map(part => part.trim());
      return {
        noun: new RegExp(`(?:${withLists(noun)})(?= |$)`, 'dy'),
        relation,
        shape: shape as PredicateShape,
      };
    }); // prettier-ignore
  built.set(language, made);
  return made;
}

/** Between the noun and its value. */
export const copula: Readonly<Record<Language, RegExp>> = {
  en: /(?:(?:now |right )*(?:is|are|'s|was|has been|will be|is now|is called|:|=|,)(?: now| actually| still| called| always| always been| simply)*|is )(?: |(?<= ))/dy,
  fr: /(?:(?:, )?(?:ce est|est|sont|etait|a toujours ete|reste|:|=|sera|tombe)(?: maintenant| toujours| desormais)*)(?: |(?<= ))/dy,
};
export const leadIn: Readonly<Record<Language, RegExp>> = {
  en: /(?:(?:on|the|of|to be|an?) )*/y,
  fr: /(?:(?:que )?(?:le|la|les|l|du|de|des|un|une|en|au) )*/y,
};
