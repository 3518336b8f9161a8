/** Marks which words are stated: not what is asked, ordered, supposed, told of a story, joked or put into another's mouth. */
import type { Language } from '../../domain/language.ts';
import { type Cast, type Entity, entityAt } from './entities.ts';
import { endsSentence, isPunctuation, tokenAt, type Words } from './tokens.ts';

export type Frame = 'stated' | 'question' | 'command' | 'supposed' | 'told' | 'joke' | 'instruction';

export interface Frames {
  /** One for each token. */
  readonly of: readonly Frame[];
  /** Whose words they are where they are another's. */
  readonly speakers: readonly (Entity | undefined)[];
  /** They were asked to be remembered. */
  readonly isAskedToRemember: boolean;
}

const fr = (pattern: string): RegExp => new RegExp(`(?:^| )(?:${pattern})(?= |$)`, 'g');

/** From here to the end of the sentence nothing is stated. */
const supposing: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "if|unless|suppose|supposing|imagine|let us say|let 's say|say i|what if|pretend|assuming|assume|hypothetically|in case|as if|as though|i wish|would have|if only|even if|were i|had i|in an alternate|in another life|in theory|i would(?! (?:like|love|rather|prefer|say|never))|i dreamed|i dreamt|in my dream|had a dream|had a nightmare|once upon a time",
  ),
  fr: fr(
    "si(?! (?:bien|tot|tard|longtemps|content|contente|fatigue|fatiguee|heureux|heureuse|beau|bon|mal) )|a (?:ta|sa|votre|leur) place|(?:je|on|nous|il|elle|ils|elles) (?!(?:voudr|aimer|souhaiter|pourr|devr|preferer|adorer))\\S*(?:er|[^t]ir|iendr|endr|ondr|aindr|oudr|mettr|vivr|cevr|aur|ser|err)(?:ais|ait|ions|aient)|imagine|imaginons|imaginez|suppose|supposons|supposez|admettons|mettons que|disons que|faisons comme|et si|au cas ou|a moins que|comme si|meme si|en supposant|dans l'hypothese|hypothetiquement|je aurais|j'aurais|on aurait dit|je ai reve|j'ai reve|dans mon reve|fait un reve|fait un cauchemar|il etait une fois|dans une autre vie|en theorie|pourvu que|je serais|j'irais|j'habiterais",
  ),
};
/** A story, a film, an article, hearsay: the whole sentence is somebody else's. */
const telling: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:in|from|of) (?:the|this|that|a|my) (?:\\S+ )?(?:novel|film|movie|book|series|show|story|song|game|article|poem|play|episode|documentary|tale|comic|cartoon|video|podcast)(?! club)|the (?:main )?(?:hero|heroine|character|protagonist|narrator|villain|detective|singer|article|song|post|text|website|page)|the lyrics|you (?:said|told|mentioned|think|thought|just said)|according to|i read (?:that|somewhere|in)|they say|people say|as the saying goes|the saying goes|my character|in the script|it says|the ad says|says here|rumour has it|rumor has it|apparently|supposedly|i (?:just )?(?:watched|saw|read) (?:a|the|this) (?:\\S+ )?(?:novel|film|movie|book|series|show|story|article|documentary)|quote|in minecraft|in the sims|my avatar',
  ),
  fr: fr(
    "(?:(?:dans|de) (?:le |la |un |une |ce |cette |mon |ma )|du )(?:\\S+ )?(?:roman|film|livre|serie|histoire|chanson|jeu|article|poeme|piece|episode|documentaire|conte|bd|dessin anime|video|podcast|manga)|le (?:heros|personnage|narrateur|protagoniste|mechant|detective|chanteur dit)|heroine|la heroine|l'heroine|le article|l'article|tu (?:as dit|me as dit|disais|me disais|viens de dire|as deja dit)|vous (?:avez dit|me avez dit)|selon|d'apres|de apres|je ai lu (?:que|dans|quelque part)|il parait|on dit que|les gens disent|comme dit le proverbe|le proverbe|mon personnage|soi disant|la pub dit|je ai (?:vu|lu|regarde) (?:un|une|le|la|ce|cette) (?:\\S+ )?(?:roman|film|livre|serie|histoire|article|documentaire|reportage)|citation|dans minecraft|dans les sims|mon avatar",
  ),
};
const joking: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "(?:i am |am |was |'m )?(?:just |only )?(?:kidding|joking|teasing)(?: you)?|jk|just a joke|it was a joke|that was a joke|it is a joke|pulling your leg|got you|gotcha|april fools?|not really|haha no|knock knock|here is a joke|a man walks into|just messing with you|i made that up|not serious|i am lying|that was a lie|i lied|lol no|as a joke|to be funny|in jest",
  ),
  fr: fr(
    "je (?:plaisante|plaisantais|rigole|rigolais|deconne|deconnais|blague|te taquine|te fais marcher|mens|mentais|te charrie)|nan je rigole|ce est (?:une|pour de la) blague|ce etait (?:une blague|pour rire|pas vrai)|pour rire|poisson de avril|d'avril|je t'ai eu|je te ai eu|ce est l'histoire de un|ce est le histoire|toc toc|une blague|ce est pas vrai|je ai menti|je ai invente|mdr non|lol non|pas serieux|humour|hahaha non|pour blaguer|pour plaisanter",
  ),
};
const subordinate: Readonly<Record<Language, RegExp>> = {
  en: fr('because|since|given that|as i|as my|as we|seeing that|considering that|considering'),
  fr: fr(
    'parce que|vu que|sachant que|etant donne que|puisque|car|comme (?:je|ma|mon|mes|on|nous)|maintenant que',
  ),
};
const asking: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "(?:what|how|where|when|why|which|who|whose|whom)(?: \\S+)?(?: \\S+)? (?:is|are|am|was|were|do|does|did|can|could|should|shall|would|will|has|have|'s)(?= )|(?:do|does|did|can|could|would|will|should|shall) (?:you|i|we|he|she|they|it|my|the)|(?:is|are|am|was|were|have|has) (?:you|i|we|he|she|they|it|there|that|this)(?= )|any (?:idea|ideas|suggestion|suggestions|advice|tips)|what about|how about|how come|do you|have you|are you|is it|guess|which one|remind me what|do i|am i|did i|have i|what to|how to|where to|when is|what is|who is|where is",
  ),
  fr: fr(
    "ce est vrai que|est ce que|qu'est ce|que est ce|(?:avec|en|de|a|pour) quoi|ce est (?:quoi|quand|ou|qui|combien|lequel|quel)|quel(?:s|le|les)? (?:est|sont|\\S+ (?:me|tu|je|vous|est|puis|dois|peut))|(?:que|ou|quand|comment|pourquoi|combien|quoi|qui) (?:est ce|puis je|dois je|peux tu|peux je|faire|dois|peut on|pourrais|me conseilles|conseilles|proposes|suggeres|cuisiner|preparer|offrir|aller|acheter|veux|penses|as|es|habite|travaille|est|sont|fais|sais|a)|tu (?:sais|connais|peux|pourrais|penses|crois|te souviens|as|es|veux|aurais|me conseilles|proposes|fais|aimes)(?! que)|vous (?:savez|connaissez|pouvez|pensez|avez|etes)|je (?:fais|prepare|cuisine|mets|lui offre|offre|achete) quoi|quoi (?:faire|cuisiner|preparer|offrir|acheter)|comment (?:je|on|ca|tu|faire|se|s)|une idee|des idees|un conseil|est il|est elle|ai je|suis je|dois je|puis je|peut on|as tu|es tu|peux tu|sais tu|connais tu|te souviens tu|combien de|a quelle heure|a quoi|avec qui|chez qui|de qui|ou est|ou sont|ou ai je|ou je|qui est|quel age",
  ),
};
const ordering: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:ok|okay|hey|so|and|then|now|first) )?(?:please )?(?:set|play|call me back|call|open|stop|turn|remind|add|show|tell|give|find|search|write|translate|read|send|start|cancel|delete|remove|put|make|create|help|let|check|look|calculate|convert|explain|summari[sz]e|list|book|order|schedule|wake|pause|resume|skip|repeat|describe|recommend|suggest|define|draft|save|switch|increase|lower|mute|answer|speak|talk|wait|shut|be|come|compare|correct|fix|generate|rewrite|proofread|spell|sing|plan|print|google|navigate|take me|text|email|message|ring|launch|close|volume|louder|next|ignore|act|behave|use|stay|don't|keep quiet|say|pretend|remember(?= to)|prepare|organi[sz]e|propose|rephrase|shorten|update|move the|change the|change my (?:alarm|timer)|count|tell me|get me|bring me|teach) /,
  fr: /^(?:(?:ok|et|puis|maintenant|alors|d'accord) )?(?:mets|mettez|met|joue moi|lance|ouvre|arrete|allume|eteins|eteint|rappelle moi|rappelez moi|rappelle(?= (?:le|la|ma|mon))|ajoute|rajoute|montre|dis|dites|donne|donnez|trouve moi|trouve(?= (?:un|une|le|la|des|les))|cherche(?= (?:un|une|le|la|des|les|moi|sur))|cherche moi|ecris|ecrivez|redige|traduis|traduisez|lis(?= (?:moi|mes|le|la))|envoie|demarre|commence(?= (?:la|le|a lire))|annule|supprime|efface|enleve|retire|fais(?= (?:moi|un|une|le|la))|faites|cree|aide|aidez|laisse|regarde(?= (?:si|le|la|sur))|verifie|calcule|convertis|explique|resume|liste|reserve|commande|programme|reveille|mets en pause|reprends(?= (?:la|le))|passe(?= (?:a|la))|repete|decris|recommande|conseille|suggere|propose|definis|sauvegarde|change|augmente|monte|baisse|coupe|reponds|parle(?= (?:moi|plus|moins|en))|attends|tais|sois|viens|compare|corrige|genere|reformule|chante|imprime|appelle(?= (?:ma|mon|le|la|les|papa|maman|\S+ $))|ferme|ignore|utilise|compte|prepare moi|organise moi|raconte|planifie|note moi|achete moi|oublie|prends(?= (?:un rendez|note))|apprends moi|joue(?= (?:du|de|la|une|un|moi))|note(?= (?:dans|de|sur|moi))|tu (?:me|nous) (?:lis|mets|dis|donnes|fais|lances|rappelles|montres|trouves|passes|envoies|cherches|reveilles|racontes|expliques|conseilles|traduis)|peux tu|pourrais tu|tu peux|tu pourrais|pouvez vous|pourriez vous) /,
};
const requesting: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:can|could|would|will) you|i (?:want|need|would like) you to|i want to (?:know|listen|hear|watch|see)|i would like to (?:know|hear|listen|see)|i need (?:help|you|a recipe|an idea|to know)|i am looking for|help me|tell me|show me|remind me|give me|find me|i am wondering|i wonder|let me know|i have a question',
  ),
  fr: fr(
    "peux tu|pourrais tu|pouvez vous|pourriez vous|tu (?:peux|pourrais|veux bien)|vous (?:pouvez|pourriez)|je (?:veux|voudrais|aimerais) (?:que|savoir|ecouter|entendre|voir|connaitre|comprendre)|je (?:ai|aurais) besoin (?:de aide|que tu|de un conseil|de une recette|de une idee)|je cherche|aide moi|dis moi|montre moi|rappelle moi|donne moi|trouve moi|je me demande|je ai une question|fais moi|j'ai une question",
  ),
};
const remembering: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:ok|okay|and|hey|can you|could you|would you|please|i want you to|i would like you to|i need you to) )?(?:always )?(?:remember(?: this)?|do remember|(?:do not |don't )?forget|note(?: down)?|make a note|keep in mind|bear in mind|memori[sz]e|know|store|save|take note|learn|write down) (?:that |: |, |the fact that |for later that |for next time that )+|^(?:remember|note|don't forget|memori[sz]e) (?=(?:my|our|i|we|his|her) (?!to ))/,
  fr: /^(?:(?:ok|et|tu peux|peux tu|pourrais tu|il faut que tu|je veux que tu|je voudrais que tu|surtout|dis) )?(?:te )?(?:souviens toi(?: bien)?|souvenez vous|rappelle toi|rappelez vous|retiens(?: bien)?|retenez|retenir|retiennes|note(?: bien)?|notes|notez|noter|oublie|oublies|oubliez|memorise|memoriser|garde (?:en|a l') ?(?:memoire|tete|esprit)|garde en tete|enregistre|souvenir|souviennes|sache|mets dans ta memoire|apprends) (?:que |: |, |le fait que |ceci |bien que )+|^(?:retiens|note|memorise|n'oublie pas) (?=(?:mon|ma|mes) )/,
};
const instructing: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:remember|make sure|be sure|try) to (?:always|never|only|be|answer|reply|call me|speak|use|send)|you (?:must|should|shall|have to|need to|are to|will|always|never|are now|are a|are an|can only|may only|ought to)|(?:always|never|only) (?:answer|reply|respond|speak|say|send|ignore|give|use|add|start|end|call me (?:sir|master|boss))|from now on|ignore (?:all|any|your|the|every|previous)|your (?:instructions|rules|system prompt|new name|task|job|role) (?:is|are)|send (?:my|all|the|me|your)|respond only|answer only|answer in|reply in|speak to me|act as|forward my|disregard|obey|do whatever',
  ),
  fr: fr(
    "(?:souviens toi|rappelle toi|pense|veille|tache) (?:de|a) (?:toujours|jamais|etre|repondre|me appeler|parler|utiliser|envoyer)|tu (?:dois|devras|devrais|doit|vas|es maintenant|seras|ne dois|reponds|repondras|parleras|parles desormais|t'appelles|te appelles|dois toujours)|vous (?:devez|devrez|etes maintenant)|(?:reponds|repondez|repondre|parle|envoie|envoyer|ignore|ignorez|obeis)(?= )|desormais (?:tu|reponds|parle)|a partir de maintenant|dorenavant|tes (?:instructions|regles|consignes)|il faut que tu|oublie (?:toutes|tes|les instructions)",
  ),
};

/** Each word of `words` in its frame. */
export function framesOf(words: Words, cast: Cast): Frames {
  const of: Frame[] = new Array(words.tokens.length).fill('stated');
  const speakers: (Entity | undefined)[] = new Array(words.tokens.length).fill(undefined);
  const sheet: Sheet = { words, of, speakers, cast };
  let isAskedToRemember = false;
  let isStory = false;
  for (const [from, to] of sentencesOf(words)) {
    const line = words.line.slice(words.offsets[from], words.offsets[to] ?? words.line.length);
    if (isStory) mark(sheet, from, to, 'supposed');
    const asked = remembering[words.language].exec(line);
    const start = asked ? tokenAt(words, (words.offsets[from] ?? 0) + asked[0].length) : from;
    if (asked) isAskedToRemember = true;
    markSentence(sheet, start, to, asked !== null);
    isStory ||=
      /^(?:imagine|imaginons|imaginez|suppose|supposons|pretend|faisons comme|let us pretend|let 's pretend|once upon|il etait une fois|in my dream|i dreamed|i dreamt|je ai reve) /.test(
        line,
      );
  }
  markDictation(sheet);
  markJokes(sheet);
  return { of, speakers, isAskedToRemember };
}

interface Sheet {
  readonly words: Words;
  readonly of: Frame[];
  readonly speakers: (Entity | undefined)[];
  readonly cast: Cast;
}

function mark({ of }: Sheet, from: number, to: number, frame: Frame): void {
  for (let i = Math.max(from, 0); i < to; i++) of[i] = frame;
}

/** From token to token, cut at full stops, question marks and line ends; ":" cuts too, "dit :" does not. */
export function sentencesOf(words: Words): readonly (readonly [number, number])[] {
  const list: [number, number][] = [];
  let from = 0;
  for (let i = 0; i < words.tokens.length; i++) {
    const token = words.tokens[i];
    const next = words.tokens[i + 1];
    const isLine = token && next && words.text.slice(token.end, next.start).includes('\n');
    if (!endsSentence(token?.w ?? '') && !isLine) continue;
    list.push([from, i + 1]);
    from = i + 1;
  }
  if (from < words.tokens.length) list.push([from, words.tokens.length]);
  return list;
}

function markSentence(sheet: Sheet, from: number, to: number, isRemembered: boolean): void {
  const { words } = sheet;
  const base = words.offsets[from] ?? words.line.length;
  const line = words.line.slice(base, words.offsets[to] ?? words.line.length);
  const at = (match: RegExpExecArray): number =>
    tokenAt(words, base + match.index + (match[0].startsWith(' ') ? 1 : 0));
  const isAsked = words.tokens[to - 1]?.w === '?' || words.tokens[to]?.w === '?';
  if (first(telling, words, line)) mark(sheet, from, to, 'told');
  const instruction = first(instructing, words, line);
  if (instruction && (isRemembered || at(instruction) === from || !isAsked)) {
    mark(sheet, isRemembered ? from : at(instruction), to, 'instruction');
    if (isRemembered) return;
  }
  const question = first(asking, words, line);
  const request = first(requesting, words, line);
  const inSitu = words.language === 'fr' ? inSituQuestion(words, from, to) : undefined;
  const order = ordering[words.language].test(line) && !isRemembered;
  const begins = [
    isQuestion(question, line, isAsked, words) && question
      ? ([clauseStart(words, at(question), from), 'question'] as const)
      : undefined,
    request && !isRemembered ? ([at(request), 'command'] as const) : undefined,
    order ? ([from, 'command'] as const) : undefined,
    isAsked && !question ? ([lastClause(words, from, to), 'question'] as const) : undefined,
    opensQuestion[words.language].test(line) ? ([from, 'question'] as const) : undefined,
    isInverted(words, from, to),
    inSitu,
  ].filter(found => found !== undefined);
  const earliest = begins.sort((a, b) => a[0] - b[0])[0];
  if (earliest) markOpen(sheet, earliest[0], to, earliest[1], line, base);
  const supposed = first(supposing, words, line);
  if (supposed) markSupposed(sheet, at(supposed), from, to);
  markReported(sheet, from, to);
}

/** A sentence that begins so asks, question mark or not. */
const opensQuestion: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:and|so|but|then) )?(?:who|why|whose|which|how(?! i )|what(?! (?:i|we|my|a|an|she|he|they) )|where(?! (?:i|we|my) )|when (?:is|was|are|did|do|does|will|'s)|can|could|is|are|do|does|did|was|were|has|will|would|should|shall|am|have (?:you|we|they|i)) /,
  fr: /^(?:(?:et|mais|donc) )?(?:qui|quel|quelle|quels|quelles|pourquoi|combien|comment|quoi|que (?:dois|peut|puis|faire|penses|veut|fait)|quand est|a quelle|a quoi|de quoi|avec qui|chez qui|en quelle) /,
};

const first = (
  table: Readonly<Record<Language, RegExp>>,
  { language }: Words,
  line: string,
): RegExpExecArray | null => {
  const pattern = table[language];
  pattern.lastIndex = 0;
  return pattern.exec(line);
};

/** A question word within a statement ("quand j'étais petit", "I know what I want") asks nothing. */
function isQuestion(
  question: RegExpExecArray | null,
  line: string,
  isAsked: boolean,
  { language }: Words,
): boolean {
  if (!question) return false;
  if (isAsked) return true;
  const before = line.slice(0, question.index).trim().split(' ').at(-1) ?? '';
  // "When I was a child we lived in Kenya" tells.
  if (/^(?:when|quand) (?:i|we|my|she|he|they|je|on|nous|ma|mon|mes|il|elle) /.test(line)) return false;
  if (
    question.index > 0 &&
    /^(?:know|knows|remember|see|understand|sais|sait|comprends|that|que|wonder|love|like|tell|of|about|me|day|time|reason|way|place|moment)$/.test(
      before,
    )
  )
    return false;
  if (
    language === 'en' &&
    /^ ?(?:when|who|which|where|how) /.test(question[0]) &&
    question.index > 0 &&
    !/^(?:,|\.|:|so|and|but|-)$/.test(before)
  )
    return false;
  return true;
}

/** "je travaille où", "elle s'appelle comment ma voisine", "on est quel jour": the question word stands where the answer would. */
function inSituQuestion(
  { tokens, text }: Words,
  from: number,
  to: number,
): readonly [number, 'question'] | undefined {
  for (let i = from + 1; i < to; i++) {
    const { w, start, end } = tokens[i] as Words['tokens'][number];
    const before = tokens[i - 1]?.w ?? '';
    const next = tokens[i + 1]?.w ?? '.';
    const isLast =
      i + 1 >= to ||
      isPunctuation(next) ||
      /^(?:deja|moi|mon|ma|mes|le|la|les|toi|ton|ta|maintenant|exactement|comme)$/.test(next);
    const isKnown = /^(?:sais|sait|savoir|comprends|vois|que|importe|dit|dis|demande|de|et)$/.test(before);
    const asks =
      (w === 'ou' && isLast && text.slice(start, end).toLowerCase() === 'où') ||
      (w === 'ou' && (i + 1 >= to || next === 'deja' || next === '?')) ||
      (/^(?:comment|quand|combien|quoi)$/.test(w) && isLast && !isKnown) ||
      (/^(?:quel|quelle|quels|quelles|combien)$/.test(w) && !isKnown && next !== 'que');
    if (asks) return [clauseStart({ tokens } as Words, i, from), 'question'];
  }
  return undefined;
}

/** "dois-je", "habite-t-il": a pronoun behind the verb asks. */
function isInverted(words: Words, from: number, to: number): readonly [number, 'question'] | undefined {
  if (words.language !== 'fr') return undefined;
  for (let i = from + 1; i < to; i++) {
    const token = words.tokens[i];
    if (
      token?.glued &&
      /^(?:je|tu|il|elle|on|nous|vous|ils|elles|t)$/.test(token.w) &&
      !/^(?:rendez|rappelle|rappelez)$/.test(words.tokens[i - 1]?.w ?? '')
    ) {
      let start = i - 1;
      while (start > from && !isPunctuation(words.tokens[start - 1]?.w ?? ',')) start--;
      return [start, 'question'];
    }
  }
  return undefined;
}

/** Back to the pause or the "so" before the question word: "je suis allergique à quoi déjà" asks from its first word. */
function clauseStart({ tokens }: Words, at: number, from: number): number {
  for (let i = at; i > from && at - i < 8; i--) {
    const w = tokens[i - 1]?.w ?? '';
    if (isPunctuation(w) || /^(?:so|and|et|alors|donc|but|mais|then)$/.test(w)) return i;
  }
  return at - from < 8 && !/^(?:i|my|je|ma|mon|she|he|il|elle)$/.test(tokens[from]?.w ?? '')
    ? from
    : at - from <= 4
      ? from
      : at;
}

function lastClause(words: Words, from: number, to: number): number {
  for (let i = to - 2; i > from; i--) {
    const w = words.tokens[i]?.w ?? '';
    if ((w === ',' || w === ':' || w === '-') && to - i <= 5) return i + 1;
  }
  return from;
}

/** A question or an order goes to the end, but "because I am vegetarian" and "who is allergic to nuts" are stated in it. */
function markOpen(sheet: Sheet, from: number, to: number, frame: Frame, line: string, base: number): void {
  const { words } = sheet;
  mark(sheet, from, to, frame);
  const reason = subordinate[words.language];
  reason.lastIndex = Math.max(0, (words.offsets[from] ?? 0) - base);
  const match = reason.exec(line);
  if (match) mark(sheet, tokenAt(words, base + match.index + match[0].length), to, 'stated');
  for (let i = from + 1; i < to; i++) {
    const isStart = words.tokens[i - 1]?.w === ',' && frame === 'command' && restates(words, i);
    if (isStart) {
      mark(sheet, i, to, 'stated');
      break;
    }
  }
}

const restates = (words: Words, at: number): boolean => {
  const two = words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 24);
  return /^(?:i (?:am|have|live|like|love|hate|do|work|can)|my \S+ (?:is|has|'s|likes|lives|hates|loves)|she is|he is|we (?:are|have|live)|je (?:suis|ai|habite|aime|adore|deteste|mange|travaille|bois)|ma \S+ (?:est|a|aime)|mon \S+ (?:est|a|aime)|elle est|il est|on (?:est|a|habite)|nous (?:sommes|avons)) /.test(
    two,
  );
};

/** "If I had a dog, I would …": both halves; "…, if that helps" only the second. */
function markSupposed(sheet: Sheet, at: number, from: number, to: number): void {
  const { words } = sheet;
  const isPolite = /^(?:if|si) (?:that|it|you|ca|tu|vous|cela|jamais ca|jamais tu)/.test(
    words.line.slice(words.offsets[at], (words.offsets[at] ?? 0) + 16),
  );
  if (isPolite) {
    mark(sheet, at, Math.min(to, nextComma(words, at, to)), 'supposed');
    return;
  }
  let start = at;
  while (
    start > from &&
    !isPunctuation(words.tokens[start - 1]?.w ?? ',') &&
    !/^(?:but|mais)$/.test(words.tokens[start - 1]?.w ?? '')
  )
    start--;
  // A condition after its consequence takes it along: "I would move if …"; a plain statement before it stands.
  mark(sheet, at - start <= 12 ? start : at, to, 'supposed');
}
function nextComma({ tokens }: Words, at: number, to: number): number {
  let i = at;
  while (i < to && tokens[i]?.w !== ',') i++;
  return i;
}

const saying = new Set(
  'says said told tells say claims claimed thinks thought explained announced wrote writes replied answered shouted swears insists texted dit disait repete affirme pretend raconte explique annonce ecrit croit pense jure repond repondu crie'.split(
    ' ',
  ),
); // prettier-ignore

/** "Paul says that he lives in Rome": what follows is his; the person's own "I said that" is not. */
function markReported(sheet: Sheet, from: number, to: number): void {
  const { words, speakers, of, cast } = sheet;
  for (let i = from + 1; i < to - 1; i++) {
    if (!saying.has(words.tokens[i]?.w ?? '') || of[i] === 'question') continue;
    const speaker = speakerBefore(words, i, from, cast);
    const isDenied = words.tokens[i]?.denied ?? words.tokens[i - 1]?.denied;
    if (isDenied) mark(sheet, i, to, 'supposed');
    if (!speaker || speaker.name === 'user') continue;
    let end = to;
    while (end < words.tokens.length && !endsSentence(words.tokens[end - 1]?.w ?? '.')) end++;
    for (let k = i + 1; k < end; k++) speakers[k] = speaker;
    return;
  }
}

const unknownSpeaker: Entity = { name: '', aliases: [], isNamed: false };
function speakerBefore(words: Words, verb: number, from: number, cast: Cast): Entity | undefined {
  for (let i = Math.max(from, verb - 7); i < verb; i++) {
    const found = entityAt(words, i, { ...cast, known: [...cast.known] });
    if (!found) continue;
    const between = words.line.slice(words.offsets[found.to], words.offsets[verb]);
    if (
      found.to === verb ||
      /^(?:(?:has|had|a|avait|me|te|nous|lui|just|always|toujours|have|vient de) )+$/.test(between)
    )
      return found.entity;
  }
  const before = words.tokens[verb - 1]?.w ?? '';
  return /^(?:i|je|j'|ai|on|we|nous|have)$/.test(before)
    ? undefined
    : /^(?:he|she|they|il|elle|a|ils|someone|me|everyone|man|woman|guy)$/.test(before)
      ? unknownSpeaker
      : undefined;
}

const dictating: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:can|could|would) you |please |i want you to )?(?:write|draft|compose|translate|summari[sz]e|correct|repeat|rephrase|rewrite|proofread|spell|read|generate|explain|analy[sz]e|shorten|fix|reply|answer|type|dictate|how do you (?:say|spell|write)|what does) /,
  fr: /^(?:(?:tu peux|peux tu|pourrais tu|je veux que tu) )?(?:me )?(?:ecris|ecrire|redige|rediger|traduis|traduire|resume|resumer|corrige|corriger|repete|repeter|reformule|reformuler|lis|lire|genere|explique|analyse|tape|dicte|reponds|comment (?:on|tu|ca se) (?:dit|ecrit|dis)|que veut dire) /,
};
/** "Summarise this: I was born in Ohio …": all that follows is material. */
function markDictation(sheet: Sheet): void {
  if (dictating[sheet.words.language].test(sheet.words.line)) mark(sheet, 0, sheet.of.length, 'command');
}

/** What was said before "just kidding" is void; what is said after it holds. */
function markJokes(sheet: Sheet): void {
  const { words } = sheet;
  const pattern = joking[words.language];
  let last: RegExpExecArray | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words.line); match; match = pattern.exec(words.line)) last = match;
  if (!last) return;
  const end = tokenAt(words, last.index + last[0].length);
  mark(sheet, 0, end, 'joke');
}
