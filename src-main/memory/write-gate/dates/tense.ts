/** Whether a day or month that is named without its year lies behind or ahead, by the verb that it goes with. */
import { isPunctuation, type Token, type Words } from '../tokens.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const englishPast =
  set(`was were had did went came saw met got took gave made said lost won broke ate drank bought brought caught chose cost cut drove fell felt
  fought found flew forgot grew heard held hurt kept knew led left lent met paid put ran rang read rode sang sat sent shot slept sold spent spoke stole
  stood swam taught threw wore woke wrote became began built burnt dreamt learnt quit tore sank shook hid hit`);
/** In the past, but of what is to come: "I booked a table for Friday". Also what passes words on: what follows has a tense of its own. */
const lookingAhead =
  set(`booked reserved planned scheduled arranged agreed confirmed decided promised invited registered postponed pushed rescheduled delayed ordered asked
  told said heard announced learned warned hoped wanted offered
  reserve prevu decide programme planifie reporte decale deplace repousse avance promis invite inscrit inscrite commande confirme fixe cale convenu dit
  appris annonce entendu propose accepte demande prevenu voulu`);
const englishPresent =
  set(`am is are 's has have do does will shall would might may can could should must want wants need needs hope hopes plan plans go goes come comes
  start starts leave leaves arrive arrives fly flies meet meets see sees live lives work works move moves begin begins finish finishes return returns
  turn turns think thinks know knows`);
const auxiliaryHave = /^(?:ai|as|a|avons|avez|ont|avais|avait|aviez|avaient|aura|aurai)$/;
const auxiliaryBe = /^(?:suis|es|est|sommes|etes|sont)$/;
const motion =
  /^(?:alle|venu|arrive|parti|rentre|sorti|entre|monte|descendu|tombe|reste|ne|nee|mort|decede|passe|revenu|devenu|retourne|nomme|embauche|recrute|opere|hospitalise|licencie|installe)e?s?$/;
const irregular =
  /^(?:eu|ete|fait|dit|pris|mis|vu|lu|bu|su|pu|voulu|recu|vendu|perdu|rendu|entendu|attendu|appris|compris|ecrit|ouvert|offert|couru|vecu|connu|tenu|venu|revenu|parti|sorti|fini|choisi|reussi|senti|dormi|servi|conduit|construit|peint|cru|descendu|repondu|battu|rejoint|obtenu|grandi|rempli|accompli|atterri|guéri|gueri)e?s?$/;
const imperfect =
  /^(?!fais|fait|vais|sais|sait|plait|lait|trait|mais|jamais|frais|mauvais|palais|parfait|francais|anglais|portugais|irlandais|neerlandais|ecossais|japonais|souhait|extrait|portrait|relais|balais|marais|essais?$|delais?$)\S{2,}(?:ais|ait|aient)$/;
const conditional = /(?:rais|rait|raient)$/;
const future =
  /^(?!contrai|vrai)\S{2,}(?:rai|ras|rons|ront)$|^(?:sera|aura|ira|fera|viendra|partira|arrivera|\S{3,}era|\S{3,}ira)$/;

type Tense = 'past' | 'other';

/** At token `i`: the tense of the verb there; undefined where no verb is known to stand. */
function tenseOf(words: Words, i: number): Tense | undefined {
  const token = words.tokens[i] as Token;
  const { w } = token;
  if (token.isPast) return 'past';
  if (lookingAhead.has(w) && (words.language === 'en' || hasAuxiliary(words, i))) return 'other';
  return words.language === 'en' ? englishTense(words, i, w) : frenchTense(words, i, w);
}

function englishTense({ tokens }: Words, i: number, w: string): Tense | undefined {
  const before = tokens[i - 1]?.w ?? '';
  // "I've got an exam": have, not received; "to read": no tense.
  if (w === 'got' && /^(?:have|has|'s)$/.test(before)) return 'other';
  if (/^(?:cut|put|read|hurt|cost|hit|quit)$/.test(w) && /^(?:i|we|they|you)$/.test(before)) return 'past';
  if (englishPast.has(w)) return before === 'to' ? undefined : 'past';
  if (englishPresent.has(w)) {
    const next = tokens[i + 1]?.w ?? '';
    return /^(?:have|has)$/.test(w) && isEnglishParticiple(next) ? 'past' : 'other';
  }
  return isRegularPast(w) && !/^(?:am|is|are|'s|be|been|being|get|gets|a|an|the|my|so)$/.test(before)
    ? 'past'
    : undefined;
}
const isRegularPast = (w: string): boolean =>
  /^\S{2,}ed$/.test(w) &&
  !/^(?:need|feed|speed|bleed|breed|seed|indeed|exceed|succeed|hundred|naked|wicked|red|shed|bed|wed|sacred)$/.test(
    w,
  );
const isEnglishParticiple = (w: string): boolean =>
  isRegularPast(w) ||
  /^(?:gone|been|seen|done|taken|given|eaten|left|met|bought|sold|lost|found|had)$/.test(w);

function frenchTense(words: Words, i: number, w: string): Tense | undefined {
  if (conditional.test(w) && w.length > 5) return 'other';
  if (imperfect.test(w)) return 'past';
  if (future.test(w)) return 'other';
  if (/^(?:vais|va|vas|allons|allez|vont)$/.test(w)) return 'other';
  const { start, end } = words.tokens[i] as Token;
  // "à Nantes" is a preposition.
  if (w === 'a' && words.text.slice(start, end).toLowerCase() === 'à') return undefined;
  const isHave = auxiliaryHave.test(w) && words.tokens[i + 1] !== undefined;
  if (isHave || auxiliaryBe.test(w)) {
    const tense = compound(words, i, isHave);
    return tense === 'other' && w === 'a' ? undefined : tense;
  }
  return /^(?:viens|vient|venons|viennent)$/.test(w) && words.tokens[i + 1]?.w === 'de' ? 'past' : undefined;
}

/** "ai mangé", "est venue", "me suis cassé": the participle stands within three words. */
function compound(words: Words, at: number, isHave: boolean): Tense {
  const before = words.tokens[at - 1]?.w ?? '';
  const isReflexive = !isHave && /^(?:me|se|nous|vous)$/.test(before);
  for (let k = at + 1; k < Math.min(at + 4, words.tokens.length); k++) {
    const { w, start, end } = words.tokens[k] as Token;
    if (isPunctuation(w) || /^(?:une?|des?|du|la|les|mon|ma|mes|rendez)$/.test(w)) return 'other';
    if (lookingAhead.has(w.replace(/e?s?$/, '')) || lookingAhead.has(w)) return 'other';
    // "J'ai pris rendez-vous mardi": for Tuesday.
    if (
      /^pris/.test(w) &&
      /^(?:rendez|un|des|les|le)$/.test(words.tokens[k + 1]?.w ?? '') &&
      isAppointment(words, k)
    )
      return 'other';
    const isWritten = /[éÉ]e?s?$/.test(words.text.slice(start, end));
    const isPlain = k === at + 1 && isHave && /^\S{4,}e$/.test(w) && !/[^\x00-\x7f]/.test(words.text);
    if (
      isHave
        ? isWritten || isPlain || irregular.test(w)
        : motion.test(w) || (isReflexive && (isWritten || irregular.test(w)))
    )
      return 'past';
    if (w === 'ete') return 'past';
  }
  return 'other';
}
const isAppointment = ({ tokens }: Words, at: number): boolean =>
  tokens.slice(at + 1, at + 5).some(({ w }) => /^(?:rendez|billets?|places?|rdv|ticket|tickets)$/.test(w));
const hasAuxiliary = ({ tokens }: Words, i: number): boolean =>
  [1, 2, 3].some(
    back => auxiliaryHave.test(tokens[i - back]?.w ?? '') || auxiliaryBe.test(tokens[i - back]?.w ?? ''),
  );

const clauseEdge = {
  en: /^(?:but|because|so|while|whereas|although|then|that|who|which|when)$/,
  fr: /^(?:mais|parce|donc|car|puis|que|qui|alors|quand)$/,
} as const;
const subject =
  /^(?:i|we|she|he|they|you|it|je|il|elle|on|nous|ils|elles|tu|vous|ca|ce|my|our|mon|ma|mes|notre|nos|the|le|la|les)$/;
const reach = 16;

function isEdge({ tokens, language }: Words, i: number): boolean {
  const w = tokens[i]?.w ?? '.';
  if (/^(?:and|et|que|that)$/.test(w)) return subject.test(tokens[i + 1]?.w ?? '') || w === 'que';
  if (w === ',') return subject.test(tokens[i + 1]?.w ?? '');
  return clauseEdge[language].test(w) || (isPunctuation(w) && w !== '-' && w !== '/');
}

/** Whether the day or month whose first token is `at` was the last gone by. `to`: the token after it. */
export function isGoneBy(words: Words, at: number, to: number): boolean {
  const { tokens } = words;
  let from = at;
  while (
    from > 0 &&
    /^(?:the|on|le|la|en|in|au|du|mois|of|early|late|debut|fin|mi)$/.test(tokens[from - 1]?.w ?? '')
  )
    from--;
  const lead = tokens[from - 1]?.w ?? '';
  if (/^(?:since|depuis)$/.test(lead)) return true;
  if (/^(?:last)$/.test(tokens[at - 1]?.w ?? '') || /^(?:derniere?|passee?)$/.test(tokens[to]?.w ?? ''))
    return true;
  if (
    /^(?:next|coming|prochain|prochaine)$/.test(tokens[at - 1]?.w ?? '') ||
    /^(?:prochain|prochaine)$/.test(tokens[to]?.w ?? '')
  )
    return false;
  // "Booked for Friday", "moved to Tuesday", "reporté au 4 mai".
  if (/^(?:for|pour)$/.test(lead)) return false;
  for (let i = from - 1; i >= Math.max(0, at - reach) && !isEdge(words, i); i--) {
    const tense = tenseOf(words, i);
    if (tense) return tense === 'past' && !isPostponed(words, i, at);
  }
  for (let i = to; i < Math.min(tokens.length, to + reach); i++) {
    if (i > to && isEdge(words, i)) return false;
    const tense = tenseOf(words, i);
    if (tense) return tense === 'past';
  }
  return false;
}

/** "It was moved to Friday", "a été décalé à mardi". */
function isPostponed({ tokens }: Words, verb: number, at: number): boolean {
  const said = tokens.slice(verb, at);
  const moved = said.findIndex(({ w }) =>
    /^(?:moved|brought|put|pushed|shifted|changed|postponed|rescheduled|delayed|decale|reporte|repousse|deplace|avance)e?s?$/.test(
      w,
    ),
  );
  return (
    moved >= 0 &&
    said
      .slice(moved + 1)
      .every(({ w }) => /^(?:back|forward|to|on|the|until|till|from|a|au|le|it|de)$/.test(w))
  );
}
