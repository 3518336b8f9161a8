/** What is left of numbers in French, with the gender of what they count, and figures inside names. */
import type { NumberReader } from './number-reader.ts';
import type { Rule } from './rule.ts';

const feminineWords = new Set(
  (
    'heure minute seconde année semaine journée nuit matinée soirée personne page fois tonne livre calorie voiture ' +
    'maison pomme poire orange banane fraise cerise tomate carotte tasse cuillère cuillerée pièce rue ville école porte fenêtre table ' +
    'chaise chambre femme fille dame amie sœur mère image photo chanson piste question réponse étape ligne colonne lettre ' +
    'bouteille boîte part tranche goutte pincée gousse feuille place marche tâche note liste alarme alerte chose idée ' +
    'erreur fenêtre carte clé touche chaîne émission série saison équipe victoire défaite balle course étoile planète île langue ' +
    'région commune rive rame gare ligne station œuvre toile statue usine entreprise société boutique ferme vache poule chèvre brebis ' +
    'abeille fleur rose plante branche arme bombe guerre bataille loi règle ampoule bougie lampe pile batterie prise ' +
    'caisse valise chemise robe jupe veste chaussure chaussette dent main jambe épreuve copie classe élève_f candidate ' +
    'voix syllabe phrase histoire nouvelle page partie fiche facture commande livraison requête demande visite entrée sortie ' +
    'tentative tablette machine imprimante caméra application mouche pierre brique planche vis cible médaille médailles marchandise ' +
    'couleur forme face moitié dizaine douzaine centaine vidéo radio moto auto roue vitre poupée bière pizza crêpe tarte salade soupe ' +
    'recette pâte olive noix amande datte prune pêche abricotière cravate bague perle montre horloge pendule'
  ).split(' '),
);
/** Nouns with these endings are feminine but for the exceptions. */
const feminineEndings =
  /(?:[tsx]ion|aison|té|ette|ance|ence|ure|ée|elle|esse|ille|enne|euse|trice|ude|ade|ine|ière|gie|phie|erie|mie|nie|onne)s?$/;
const masculineWords = new Set(
  'musée lycée trophée côté été comité traité pâté karaté député invité murmure silence million stade grade cimetière derrière magazine squelette incendie génie gorille portefeuille parapluie azimut mille'.split(
    ' ',
  ),
);

/** Whether the noun counted is feminine; unknown ones count as masculine, as the dictionary form does. */
function isFeminine(noun: string): boolean {
  const lower = noun.toLowerCase();
  const one = lower.replace(/s$/, '');
  if (masculineWords.has(one) || masculineWords.has(lower)) return false;
  return feminineWords.has(one) || feminineWords.has(lower) || feminineEndings.test(lower);
}

/** Adjectives that stand between a number and its noun. */
const between =
  /^(?:petit|grand|bon|beau|bel|belle|nouvel|nouvelle|vieille|autre|dernière|première|longue|jeune|jolie|grosse|grande|petite|bonne|mauvaise)s?$/i;

export function frenchNumberRules(reader: NumberReader): readonly Rule[] {
  return [
    {
      pattern: new RegExp(String.raw`(?<![\d.,])(${reader.signed})( (?=\p{Ll}))?`, 'gu'),
      say(match) {
        const [, written = '', space = ''] = match;
        const after = match.input.slice(match.index + written.length, match.index + written.length + 60);
        const [, first = '', second = ''] = /^ (\p{L}+)(?: (\p{L}+))?/u.exec(after) ?? [];
        const noun = between.test(first) && second !== '' ? second : first;
        const words = reader.read(written, { feminine: isFeminine(noun) });
        return words + (space === '' ? '' : linkOf(words, after));
      },
    },
    { pattern: /\d+/g, say: ([digits]) => reader.digits(digits) },
  ];
}

/** "un million de visiteurs": a noun follows with "de". */
function linkOf(words: string, after: string): string {
  if (!/(?:million|milliard|billion)s?$/.test(words)) return ' ';
  if (
    !/^ (?!(?:de|d|et|ou|en|à|au|sur|par|pour|plus|moins|est|sont|dans|le|la|les|a|ont|environ|fois)(?!\p{L}))\p{Ll}/u.test(
      after,
    )
  )
    return '';
  return /^ [aeiouyéèêàâîôûh]/u.test(after) ? ' d’' : ' de ';
}
