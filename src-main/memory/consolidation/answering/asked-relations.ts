/** Which relations a question asks for, by its words in either language. */
import { favouriteKinds, relations } from '../../write-gate/relations.ts';
import { kinRelations } from '../../write-gate/relations-of-people.ts';

const food = ['allergic_to', 'intolerant_to', 'does_not_eat', 'does_not_drink', 'diet', 'dislikes'];
const tastes = ['likes', 'prefers', 'fan_of', 'hobby', 'plays', 'collects', 'favourite'];

type Line = readonly [pattern: RegExp, relations: readonly string[]];

/** On folded words. The first that fits counts. */
const lines: readonly Line[] = [
  [
    /\bqui (?:suis-je|je suis)\b|\bwho (?:am i|i am)\b/,
    ['name', 'last_name', 'job', 'works_at', 'lives_in', 'birthday', 'age'],
  ],
  // What not to give somebody to eat.
  [/allerg/, ['allergic_to', 'intolerant_to']],
  [/intoleran/, ['intolerant_to', 'allergic_to']],
  [
    /(?:\bn['e ]|\bne\b|\bpas\b|\bsans\b|evit|\bnot\b|n't\b|avoid|never|careful|attention).*(?:cuisin|prepar|mang|serv|offr|donn|boire|cook|bak|make|eat|serve|give|drink|feed|bring|apport)/,
    food,
  ],
  [/(?:cuisin|prepar|servir|cook|bak|serve|feed).*(?:\bpas\b|\bnot\b|n't\b|avoid|evit)/, food],
  [
    /que (?:puis-je|peut-on|dois-je|pourrais-je).*(?:cuisin|prepar|servir|a manger)|what (?:can|could|should) i (?:cook|bake|make|serve)/,
    [...food, ...tastes],
  ],
  [/regime|vegetari|vegan|\bdiet/, ['diet', 'does_not_eat']],
  [/blood|sanguin/, ['blood_type']],
  [/medica|medicine|traitement|\bpills?\b|\bmedoc/, ['takes_medicine']],
  [/malad|souffr|condition|illness|suffer/, ['has_condition']],
  // Tastes.
  [
    /(?:n'|ne |pas |not |n't )(?:\S+ )?(?:aime|apprecie|supporte|likes?\b|loves?\b|enjoys?\b)|detest|dislike|\bhates?\b|horreur/,
    ['dislikes', 'does_not_eat'],
  ],
  [/\baim|ador|prefer|\bgouts?\b|\blikes?\b|\bloves?\b|\benjoys?\b|tastes?\b|passion/, tastes],
  [/loisir|passe-temps|hobb/, ['hobby', 'plays', 'collects', 'likes']],
  [/\bpeurs?\b|afraid|\bscared/, ['afraid_of']],
  // Time.
  [/anniversaire de mariage|wedding anniversary/, ['anniversary', 'married_on']],
  [
    /\bmari(?:e|ee|es|age)\b|married|wedding|divorc/,
    ['married_on', 'marital_status', 'husband', 'wife', 'partner'],
  ],
  [
    /anniversaire|birthday|\bborn\b|naissance|\bnee?s?\b|\bnaitre|\bbday/,
    ['birthday', 'birth_year', 'born_in'],
  ],
  [/\bage\b|\bhow old\b/, ['age', 'birthday', 'birth_year']],
  [/\bmort|\bdied?\b|\bdead\b|deced/, ['died_on', 'event']],
  [/rendez-vous|\brdv\b|appointment/, ['appointment']],
  [/\bprevu|projet|\bplans?\b|\bprevois|prevoit/, ['plan', 'wants']],
  [/habitude|\bhabits?\b|routine/, ['habit']],
  // Where and what for a living.
  [/demenag|\bmov(?:e|ing)\b/, ['moving_to', 'lives_in']],
  [/adresse(?! (?:mail|e-?mail|elec))|\baddress|\bquelle rue|which street/, ['address', 'lives_in']],
  [
    /habit|\bviv(?:re|s|ais|ait|ent|ez|ions)\b|\bvis\b|\bvit\b|\bvecu|\bloge|\bliv(?:e|es|ed|ing)\b|resid/,
    ['lives_in', 'address', 'home', 'lives_with'],
  ],
  [/grandi|grew up|grow up|enfance|childhood/, ['grew_up_in', 'born_in']],
  [
    /originaire|\bvient|\bviens|come from|comes from|\bfrom where|where .* from/,
    ['comes_from', 'born_in', 'nationality'],
  ],
  [/etudi|\bstud(?:y|ies|ied)/, ['studies', 'attends', 'graduated_from']],
  [
    /\becole|\blycee|\bcollege|\bschool|universi|\bfac\b/,
    ['attends', 'school_year', 'graduated_from', 'studies'],
  ],
  [
    /travail|boulot|\bbosse|metier|profession|\bjobs?\b|\bwork|employ|fait dans la vie|do for a living|\bfirm\b|entreprise|company/,
    ['works_at', 'job', 'works_in', 'work_status', 'starts_job'],
  ],
  // Ways to reach somebody, and things.
  [/e-?mail|courriel|\bmel\b/, ['email']],
  [
    /(?:numero|number).*(?:telephone|phone|portable|mobile)|(?:telephone|phone|portable|mobile).*(?:numero|number)/,
    ['phone_number'],
  ],
  [/wi-?fi/, ['wifi_password', 'code']],
  [/plaque|licen[cs]e plate|registration/, ['licence_plate']],
  [/\bcode\b|password|mot de passe/, ['code', 'wifi_password']],
  [/voiture|\bcar\b|\bcars\b|bagnole|\bauto\b/, ['car', 'licence_plate']],
  [/\bvelo|\bbike|bicycle/, ['bike']],
  [/telephone|\bphone|smartphone/, ['phone', 'phone_number']],
  [/ordinateur|computer|laptop/, ['computer']],
  [/pointure|chauss|\bshoe/, ['shoe_size']],
  [/taille|\bsize|\bheight|\btall\b|mesure/, ['clothes_size', 'height', 'shoe_size', 'ring_size']],
  [/\bpoids|\bpese|\bweigh/, ['weight']],
  [/\blangues?\b|\blanguages?\b|\bparle(?:nt|s)?\b(?!-| moi)|\bspeaks?\b/, ['speaks', 'learns']],
  [/\bpeintur|\bbanque|\bbank\b/, ['bank']],
  [/assur|insur/, ['insurer']],
  [/religi/, ['religion']],
  [/nationalit/, ['nationality']],
  [/\bsigne\b|zodia/, ['zodiac_sign']],
  [/\bequipe|\bteam\b|supporter/, ['supports_team', 'favourite_team', 'fan_of']],
  [/\bsait .*(?:faire|jouer)|can .*(?:do|play)/, ['knows_how_to', 'plays']],
  [/\bjoue\b|\bplays?\b|instrument/, ['plays', 'hobby']],
  [/animaux|\banimal|\bpets?\b/, ['pets', 'has_pet']],
  [/enfants|\bkids\b|\bchildren\b|\bgosses/, ['child', 'son', 'daughter', 'number_of_children']],
  [/freres et soeurs|siblings/, ['sister', 'brother', 'number_of_siblings']],
  [/parents/, ['mother', 'father']],
  [/surnom|nickname/, ['nickname']],
  [/nom de famille|last name|surname|family name/, ['last_name', 'name']],
  [/\bnom\b|\bprenom|s'appel|\bappelle|\bname\b|\bcalled\b/, ['name', 'kin']],
  [
    /\bsont\b.*(?:\bou\b)|\bou (?:est|sont|se trouve|ai-je|j'ai)|where (?:is|are|did i put|'s)|range|\bput\b/,
    ['located_in'],
  ],
]; // prettier-ignore

const animals = new Set(kinRelations.filter(({ isAnimal }) => isAnimal).map(({ name }) => name));

/** Empty: it asks for none in particular. */
export function askedRelations(folded: string): ReadonlySet<string> {
  const favourite = favouriteIn(folded);
  if (favourite) return new Set([favourite]);
  const found = lines.find(([pattern]) => pattern.test(folded))?.[1] ?? [];
  return new Set(found.flatMap(name => expanded(name)));
}

function expanded(name: string): readonly string[] {
  if (name === 'pets') return [...animals];
  if (name === 'favourite') return Object.keys(favouriteKinds).map(kind => `favourite_${kind}`);
  return [name];
}

/** "ma couleur préférée", "my favourite colour". */
function favouriteIn(folded: string): string | undefined {
  if (!/prefere|favou?rite?|\bfave?\b/.test(folded)) return undefined;
  const words = folded.replaceAll('color', 'colour').replaceAll('movie', 'film');
  const kinds = Object.entries(favouriteKinds).flatMap(([kind, names]) =>
    [names.en.replace('favourite ', ''), names.fr.replace(/ préférée?s?$/, '')].map(
      word => [kind, plain(word)] as const,
    ),
  );
  const found = kinds.find(
    ([kind, word]) => new RegExp(`\\b${word}s?\\b`).test(words) && relations().has(`favourite_${kind}`),
  );
  return found && `favourite_${found[0]}`;
}

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** "Qui est allergique aux noix ?": of whom something holds. */
export const asksWho = (folded: string): boolean =>
  /^\W*(?:(?:et|and|mais|but|alors|so) )?(?:qui|who)\b/.test(folded);

/** What was once, and is no more. */
export const asksForPast = (folded: string): boolean =>
  /\bavant\b(?! (?:de|que|le|la|les|l')\b)|auparavant|autrefois|\bjadis|\bancien|precedent|\bbefore\b|previous|\bformer|used to|\bdid\b .*\b(?:live|work|drive|have)\b|\b(?:habit|viv|travaill|boss|ador|aim|av)(?:ais|ait|aient|ions|iez)\b|\bused\b/.test(
    folded,
  );

/** "What do you know about …", "parle-moi de …", "who is …": everything about them. */
export const asksForAll = (folded: string): boolean =>
  /(?:sais|savez|connais|connaissez|souviens|souvenez|retenu|rappelles).*(?:\bsur\b|\bde\b|\bd'|propos|\bau sujet\b|\bdu\b)|que (?:sais|savez)|parle[sz]?-(?:moi|nous)|\bdis-moi tout|know (?:about|of)|remember (?:about|of)?|tell me (?:all |everything |more )?about|t'ai dit .*(?:\bsur\b|\bde\b|\bd'|propos)|(?:tell|told) you .*about|\bqui est\b|\bqui c'est|\bwho(?: i|')s\b|\bc'est qui\b/.test(
    folded,
  );
