/** Politeness, hesitation, the assistant's name and request forms: what surrounds a command without being part of it. */
import type { Language } from '../domain/language.ts';

interface FillerWords {
  /** Heard anywhere. */
  readonly anywhere: readonly string[];
  /** Heard anywhere too, but with a meaning of their own in free text. */
  readonly adverbs: readonly string[];
  /** Before the command: greetings and requests addressed to the assistant. */
  readonly leading: readonly string[];
  /** Before the command: the speaker's own wish, which one-word commands do not follow ("I want to stop"). */
  readonly desire: readonly string[];
  readonly trailing: readonly string[];
}

/** Regular-expression sources over folded words. */
const words: Record<Language, FillerWords> = {
  fr: {
    anywhere: [
      'euh+',
      'heu+',
      'hum+',
      'hmm+',
      's il (?:te|vous) plai[ts]',
      'sil te plai[ts]',
      'sil (?:te|vous) plai[ts]',
      'stp',
      'svp',
      'je (?:te|vous|t|v) ?(?:en )?prie',
      'sivouplait',
      'siouplait',
    ],
    adverbs: [
      '(?:deja|bien|donc|alors|la|encore|juste|vraiment|exactement|precisement|un peu|vite|maintenant|actuellement|aujourd hui|tout|vraiment|stp|aussi|desormais|normalement|quand meme|du coup|en fait|par hasard|ici|toujours|enfin|finalement)',
    ],
    leading: [
      '(?:hey|he|hei|ey|ohe|ok|okay|salut|bonjour|bonsoir|coucou|yo|re|bon|bien|alors|donc|et|ah|oh|bah|ben|voila|tiens|allez|hop|du coup|au fait|sinon|pardon|excuse moi|excusez moi|dis|dites|ecoute|jarvis|djarvis|mon cher|mon ami|maintenant|vite|tout d abord|d accord|oui|super|parfait|merci)',
      '(?:dis|dites) (?:moi|nous)(?: donc| un peu| voir| vite)?',
      'me (?:dire|donner)(?= (?:quel|quelle|combien|ce que|si|ou|comment|qui)(?: |$))',
      '(?:est ce que |est ce qu )?(?:tu (?:peux|pourrais|saurais|sais|veux|voudrais|pourras|peut)|vous (?:pouvez|pourriez|sauriez|voulez|voudriez|pourrez)|on (?:peut|pourrait)|il (?:te|vous) serait possible (?:de|d))(?: tu)?(?: bien)?',
      '(?:peux|pourrais|peut|saurais|veux|voudrais|sais) ?tu(?: bien)?',
      '(?:pouvez|pourriez|sauriez|voulez|voudriez|savez) vous(?: bien)?',
      '(?:tu|vous) (?:me|nous|m|te)(?= (?:\\w+(?:s|ez|e)) )',
      '(?:tu|vous)(?= (?:ajoute|rajoute|met|note|enleve|retire|lance|annule|arrete|supprime|calcule|converti|demarre|programme|affiche|montre|retien|oublie)(?:s|tez|ez|nez|ssez)(?: |$))',
      '(?:on|tu) (?:part|pars|parte) sur',
      'merci (?:de bien vouloir|de|d)',
      '(?:ayez|auriez vous|aurais tu|aie|tu aurais) (?:la bonte|la gentillesse|l amabilite|l obligeance|l extreme obligeance) (?:de|d)',
      'priere (?:de|d)',
      'si (?:tu|vous) (?:pouvais|pouviez|pourrais|pourriez|peux|pouvez)',
      'je (?:te|vous) (?:demande|demanderais|prie|saurais gre)(?: (?:de bien vouloir|de|d))?',
      'veuillez(?: (?:me|nous))?',
      '(?:me|nous|m)(?= \\w+(?:er|ir|re)(?: |$))',
      'pour (?:info|information|memoire|plus tard)[,:]?(?= (?:souviens|souvenez|retiens|retenez|sache|rappelle|note|n oublie))',
      'n oublie pas (?:de|d)(?= (?:ajouter|noter|mettre|enlever|retirer|lancer)(?: |$))',
      'veux tu bien',
      'serait il possible (?:de|d|que tu)',
      '(?:est il|c est|ce serait|est ce) possible (?:de|d|que tu)',
      'ca te (?:derangerait|dérangerait|dirait) (?:de|d)',
      'ca t ennuierait (?:de|d)',
      'aurais tu (?:la gentillesse|l amabilite|l obligeance) (?:de|d)',
      'auriez vous (?:la gentillesse|l amabilite|l obligeance) (?:de|d)',
      'pense a(?= (?:me|m|ajouter|noter|mettre) ?)',
      'tu (?:me|m) (?:dis|dirais)',
      'une idee de',
      'juste',
      'petite question',
      'question',
      'rapidement',
      'i?l? ?faudrait que tu me dises',
      'aide moi a(?= (?:calculer|convertir) )',
      'vas y',
      'fais moi plaisir',
    ],
    desire: [
      'je (?:veux|voudrais|souhaite|souhaiterais)(?: bien)?(?: savoir| connaitre)?(?: (?:que tu|qu on|que vous))?',
      'j (?:ai|aurais|aurai) (?:bien )?besoin (?:de connaitre|de savoir|que tu|que vous|qu on|de|d|du)',
      'j aimerais(?: bien)?(?: (?:savoir|connaitre|avoir))?(?: (?:que tu|qu on|que vous))?',
      'on aimerait(?: bien)?',
      'je (?:desire|desirerais|aurais voulu)(?: (?:savoir|connaitre|avoir))?',
      '(?:est ce que je |je |puis |on )(?:peux|pourrais|peut|je)(?: je)? avoir',
      'je cherche a savoir',
      'j ai besoin (?:de savoir|de|d|que tu)',
      'il (?:faut|faudrait|faudra)(?: que (?:tu|vous))?(?= (?:me|m|nous|te|t|vous|\\w+(?:er|ir|re|es|ez))(?: |$))',
      'faudrait(?: que (?:tu|vous))?(?= (?:me|m|nous|\\w+(?:er|ir|re|es|ez))(?: |$))',
      'faut que tu',
      'il me (?:faut|faudrait)',
      'j ai envie (?:de|d|que tu)',
      'je me demande',
      'je vais avoir besoin (?:de|d)',
      'j ai oublie',
    ],
    trailing: [
      '(?<!dire |un |du |grand |de )merci(?: (?:beaucoup|bien|d avance|jarvis|a toi|infiniment))?',
      'jarvis',
      'd accord',
      'hein',
      'ok',
      'okay',
      'si possible',
      'si tu (?:peux|veux)(?: bien)?',
      'si vous (?:pouvez|voulez)(?: bien)?',
      'quand tu (?:peux|veux)',
      'par pitie',
      'tout de suite',
      'vite fait',
      'rapidement',
      'du coup',
      'bonne journee',
      'tu (?:peux|veux)',
      'pour moi',
      'par hasard',
      'finalement',
      'mon (?:ami|grand|vieux|cher|pote)',
      '(?:veux|peux|voulez|pouvez) (?:tu|vous)(?: bien)?',
      'au plus vite',
      'des que (?:possible|tu peux)',
      '(?:sil|s il) (?:te|vous) (?:plait|plais)',
      'tu serais gentil',
      'ce serait (?:gentil|sympa|super)',
      'tu veux bien',
    ],
  },
  en: {
    anywhere: ['uh+', 'um+', 'erm*', 'uhm+', 'hmm+', 'please'],
    adverbs: [
      '(?:already|just|still|exactly|precisely|actually|really|now|right now|currently|again|then|so|today|by any chance|at the moment|quickly|anyway|maybe|also|here|at all|all|yet|possibly|kindly|please|ever|even|though|my friend)',
    ],
    leading: [
      '(?:hey|hi|hello|yo|ok|okay|alright|right|so|well|now|and|also|then|oh|ah|jarvis|jarvice|excuse me|sorry|good (?:morning|evening|afternoon)|listen|look|quickly|quick|just|kindly|actually|yes|great|cool|thanks|thank you|hey there|btw|by the way)',
      '(?:would|could|will|can) you (?:mind|be able to|be (?:so|very) kind (?:as )?to|be (?:kind|good) enough to|be a (?:dear|love|sweetheart) and|please)',
      '(?:if you (?:could|would|can|will)|if you would be so kind as to)(?: (?:just|please|kindly))?',
      '(?:can|could|would|will|can t|won t|couldn t|might|may) (?:you|ya|u)(?: (?:maybe|possibly|kindly|just|also|quickly|perhaps|help me|go ahead and|please))*',
      'i (?:was|am) (?:hoping|wondering) (?:if )?(?:you|we) (?:could|can|would|might)',
      'i (?:would|will|d) (?:be grateful|appreciate it|be glad|love it|be happy) if you (?:could|would|can)',
      'remind me(?= (?:what (?:time|day|the (?:time|date|day)|is on|i (?:said|told))|which day)(?: |$))',
      'for (?:future reference|the record|your information|later)[,:]?(?= (?:remember|keep|note|bear|do not))',
      '(?:please )?do not forget to(?= (?:add|note|put|remove|set) )',
      'i must ask you to',
      'you (?:would|would not|wouldn t|do not|don t) happen to(?= (?:have|know))',
      '(?:can|could|shall|may|should) (?:we|i)(?= (?:do|set|start|add|put|run|remove|cancel|stop|change|make) )',
      'i would like for you to',
      'may i ask(?: you)?(?: to)?',
      'any chance (?:you (?:could|can)|of)',
      'do you mind',
      'are you able to',
      'tell(?:ing)? (?:me|us)',
      'letting me know',
      'let me know(?= (?:what|how|which|when|where|if) )',
      'do you (?:know|have)(?= (?:what|how|the|which|where|when) )',
      'do you happen to know',
      '(?:any|an) idea',
      'you know',
      'do me a favou?r(?: and)?',
      'go ahead and',
      'be a dear and',
      'let us',
      'would it be possible to',
      'is it possible to',
      'make sure to',
      'make sure you',
      'be sure to',
      'you can',
      'you could',
      'quick question',
      'question',
      'i was wondering(?: if you could)?',
      'i wonder',
      'help me(?= (?:calculate|convert|compute|work out) )',
      'try to',
      'mind',
      'why don t you',
      'why do not you',
    ],
    desire: [
      'i (?:want|need|would like|would love|d like|have)(?: (?:you )?to(?: know| find out)?)?(?= )',
      'i (?:want|need|would like|d like) you to(?: know| tell me)?',
      'i need to know',
      'i (?:want|would like) to know',
      'we need (?:you )?to',
      'i am going to need',
      'i will need',
      'i forgot',
      'i d appreciate it if you could',
      'i would appreciate it if you could',
      'give me(?= (?:a|an|\\d)(?: |$))',
      '(?:can|could|may|might|shall) (?:i|we) (?:please )?(?:get|have|ask for|see|hear|request)',
      '(?:i|we) (?:require|would require|would appreciate|d love|would love)(?: (?:you )?to)?',
      'i (?:am )?(?:gonna|going to) need',
      'we (?:need|want|would like)',
      'i could use',
    ],
    trailing: [
      '(?<!say |a |saying |big )(?:thanks|thank you|cheers)(?: (?:a lot|so much|very much|in advance|jarvis|buddy|mate|you))?',
      'jarvis',
      'if you (?:can|could|please|would|do not mind|would not mind)',
      'for (?:me|us)',
      'by any chance',
      '(?:my )?(?:friend|dear|love|darling|pal|bud|man|dude|sweetheart)',
      '(?:that|it) would be (?:great|nice|lovely|helpful|wonderful)',
      'if (?:that|it) is (?:ok|okay|possible|all right|alright)',
      'if possible',
      'when you (?:can|get a chance)',
      '(?:would|will|can|could) you',
      'okay',
      'ok',
      'mate',
      'buddy',
      'quickly',
      'real quick',
      'asap',
      'right away',
      'alright',
    ],
  },
};

/** Particular phrases stand before single words, which stand in the first source of each list. */
const alternatives = ([first = '', ...sources]: readonly string[]): string =>
  `(?:${[...sources, first].join('|')})`;
const insideText = (sources: readonly string[]): RegExp =>
  new RegExp(`(?<=^| )${alternatives(sources)}(?:,|:)?(?= |$)`, 'dg');
const compile = (language: Language) => ({
  anywhere: insideText(words[language].anywhere),
  adverbs: insideText([...words[language].anywhere, ...words[language].adverbs]),
  leading: new RegExp(`^(?:${alternatives(words[language].leading)}(?:[,:]| \\|)*|[,:|])(?: |$)`),
  desire: new RegExp(`^${alternatives(words[language].desire)}(?:[,:])?(?: |$)`),
  trailing: new RegExp(`(?:^|[,:]? (?:\\| )?)(?:${alternatives(words[language].trailing)}|\\|)$`),
});
const compiled = { fr: compile('fr'), en: compile('en') };

/** Ranges of hesitation and politeness inside a normalised sentence. */
export function fillersAnywhere(
  text: string,
  language: Language,
  withAdverbs: boolean,
): (readonly [number, number])[] {
  return [...text.matchAll(compiled[language][withAdverbs ? 'adverbs' : 'anywhere'])].map(match => [
    match.index,
    match.index + match[0].length,
  ]);
}

export interface Core {
  readonly start: number;
  readonly end: number;
  /** The speaker's own wish came before ("I would like …"). */
  readonly desire: boolean;
}

/** More greetings in a row than this are no command. */
const mostFillers = 12;

/** Where the command itself stands in a normalised sentence, after each filler peeled off: longest first, shortest last. */
export function peel(text: string, language: Language): Core[] {
  const { leading, desire, trailing } = compiled[language];
  let start = 0;
  let end = text.length;
  let wished = false;
  for (let peeled = 0; peeled < mostFillers; peeled++) {
    const tail = trailing.exec(text.slice(start, end).replace(/[,:]$/, ' '));
    if (!tail || tail[0] === '') break;
    end = start + tail.index;
  }
  // "Hein ?" and "Jarvis?" are no politeness when nothing else is said.
  if (end === 0) end = text.length;
  const cores: Core[] = [{ start, end, desire: false }];
  while (cores.length <= mostFillers) {
    const rest = text.slice(start, end);
    const polite = leading.exec(rest);
    const wish = polite ? null : desire.exec(rest);
    const found = polite ?? wish;
    if (!found || found[0] === '') return cores;
    start += found[0].length;
    wished ||= wish !== null;
    if (start >= end) return cores;
    cores.push({ start, end, desire: wished });
  }
  return cores;
}
