/** French endings that want a complement: asked last, of phrases in which no other rule finds anything. */
import * as say from './french-words.ts';
import { ends, has, is, type Rule } from './rule.ts';

const clitics = `(?:(?:le|la|les|l'|me|m'|te|t'|se|s'|lui|leur|y|en|nous|vous) )*`;
const modals = `pourraient|devraient|pourrions|devrions|voudraient|soient|aient|fut|furent|eut|eurent|puisse|puissent|doive|doivent|sauraient`;
/** They say what something is, has or does only with what follows. */
const wantObject = `devient|devenait|deviennent|devint|devenu|semble|semblent|semblait|paraît|demeure|constitue|constituent|représente|représentent|comporte|comportent|contient|contiennent|désigne|permet|permettent|permettait|possède|possèdent|concerne|concernent|entraîne|entraînent|provoque|provoquent|exige|nécessite|reçoit|obtient|consacre|conçoit|conçoivent`;
const wantPreposition = `(?:situé|composé|basé|destiné|constitué|fondé|lié|consacré|considéré|appelé|nommé|surnommé|issu|censé|obligé|inclu)(?:e|s|es)?|capables?|incapables?|susceptibles?|originaires?|dû|due`;
/** Adverbs of manner in the form of a participle. */
const wholeGerunds = `attendant|courant|marchant|dormant|chantant|riant|pleurant|passant|rentrant|mangeant|travaillant|partant|arrivant|revenant|sortant|parlant|conduisant|avançant`;
const edges = `au bord|au sein|au nom|au moyen|au pied|au sommet|au cœur|au coeur|à la suite|à la tête|à l' origine|à l' issue|à l' aide|en faveur|en raison|en dehors|au profit|au détriment|sous forme|sous la forme|faute|à base|à destination`;

export const openRules: readonly Rule[] = [
  {
    // `le lion ne ressemble`: the other half of the negation is missing.
    pattern: ends(`(?:ne|n') ${clitics}[^ ]+(?: -[^ ]+)?`),
    unless: ends(`(?:ne|n') (?:sais|peux|cesse|importe|pas|plus|jamais|rien)`),
    finished: 0.08,
  },
  { pattern: ends(modals), unless: has(say.knowsWhat), finished: 0.06 },
  { pattern: ends(wantObject), unless: has(`${say.knowsWhat}|qui`), finished: 0.12 },
  { pattern: ends(wantPreposition), unless: has(`${say.knowsWhat}|bien|mal|c'`), finished: 0.15 },
  { pattern: ends(`en [^ ]{2,}ant`), unless: ends(`en (?:${wholeGerunds})`), finished: 0.15 },
  { pattern: ends(`(?:${edges})`), finished: 0.15 },
  {
    pattern: ends(
      `(?:dans|pour|par|avec|sur|sous|selon|à|chez) (?:laquelle|lequel|lesquels|lesquelles)(?: [^ ]+){0,3}`,
    ),
    finished: 0.2,
  },
  { pattern: ends(`combien (?:font|fait) \\d[\\d·]* (?:pour cent|pourcent|%)`), finished: 0.12 },
  {
    pattern: ends(
      `(?:parle|parlez|va|est|sont|être|es|suis|c' est|mets -le|mets -la) (?:un peu |beaucoup |bien )?(?:plus|moins)`,
    ),
    unless: has(`ne|n'`),
    finished: 0.2,
  },
  {
    pattern: ends(
      `(?:un|une|le|la|les|l'|des|de|ce|cette) (?:net|nette|célèbre|fameux|fameuse|véritable|énorme|immense|haut|haute|long|longue|nombreux|nombreuses|multiples|différents|différentes|moindre)`,
    ),
    finished: 0.2,
  },
  { pattern: ends('plusieurs|de nombreux|de nombreuses'), unless: has("en|y en|l' un"), finished: 0.12 },
  {
    pattern: is(
      `malheureusement|heureusement|néanmoins|en effet|généralement|actuellement|traditionnellement|récemment|finalement|parfois|souvent`,
    ),
    finished: 0.1,
  },
  { pattern: is('hey|hé|hep|dis|dites'), finished: 0.1 },
  {
    pattern: is(
      'verrouille|déverrouille|reprends|mets|règle|tamise|désactive|verrouiller|rappelle -moi|minuteur',
    ),
    finished: 0.2,
  },
];
