/** Tells what is worth keeping from greetings, thanks, weather and words about the assistant. */
import type { Language } from '../../domain/language.ts';
import type { Cast } from './entities.ts';
import { namesSomebody } from './facts/extract.ts';
import type { Frames } from './frames.ts';
import { isPunctuation, type Words } from './tokens.ts';

const whole = (pattern: string): RegExp => new RegExp(`^(?:(?:${pattern})(?: |$))+$`);

/** The whole of what was stated is made of these. */
const chatter: Readonly<Record<Language, RegExp>> = {
  en: whole(
    "hello|hi|hey|hiya|yo|there|again|everyone|buddy|mate|pal|dude|jarvis|good (?:morning|evening|night|afternoon|day)|goodbye|bye(?: bye)?|see you(?: later| soon| tomorrow)?|later|take care|have a (?:nice|good|great) (?:day|one|evening|night|week end)|you too|thanks?(?: you)?(?: (?:so|very) much| a lot| a bunch| anyway| again)?|for (?:that|everything|the help|your help|the info|this)|cheers|much appreciated|you are welcome|no (?:problem|worries|way|thanks|matter|need)|never mind|sorry|my bad|oops|ok|okay|k|alright|all right|right|sure|fine|great|good|cool|nice|perfect|awesome|amazing|excellent|wonderful|brilliant|lovely|super|wow|yes|yep|yup|no|nope|nah|maybe|perhaps|exactly|indeed|agreed|absolutely|interesting|funny|lol|haha+|ha|hehe|hm+|mm+|oh|ah|aha|huh|ugh|phew|and|but|so|then|now|how are you(?: doing)?|what is up|how is it going|nice to meet you|long time no see|i (?:see|know|understand|agree|guess|guess so|think so|hope so|believe so|suppose|mean it|am (?:back|here|ready|fine|good|ok|okay|well|great|done|sure|listening|hungry|thirsty|bored|cold|hot|in|off|out|going to bed|joking|not sure|leaving|so bored)|do|have no idea|doubt it|got it|was wondering|am going to (?:bed|sleep)|know that|like that|love it|love that|like it|did it)|got it|makes sense|that (?:is|was|makes|sounds|works) (?:right|true|great|good|fine|nice|funny|all|it|cool|perfect|interesting|sense|for (?:now|today)|enough|helpful|useful|better|amazing|crazy|wrong|weird|odd|kind)(?: of you)?|sounds? (?:good|great|like a plan)|of course|go on|tell me more|same here|me too|me neither|it is (?:raining|snowing|sunny|cold|hot|nice|fine|ok|okay|late|early|time|windy|cloudy|warm|freezing|nothing|not important|a nice day|a beautiful day|lovely|beautiful|monday|friday)(?: outside| today| out| again| here)?|(?:nice|lovely|beautiful|terrible|awful) (?:weather|day)(?: today)?|what a (?:day|lovely day|beautiful day|week|nice day|mess|shame|pity|surprise)|happy (?:birthday|new year|easter|friday|monday)|merry christmas|good (?:luck|job|point|idea|one|question|news|answer)|well done|bravo|congrats|congratulations|just a (?:minute|second|moment)|one (?:moment|second|sec)|hold on|wait|let us see|let me think|let 's go|not (?:bad|now|yet|really|at all|much|today)|nothing(?: much| special| new)?|test|testing|one two three|blah|whatever|you (?:are|know|rock)(?: (?:right|great|awesome|the best|funny|amazing|so helpful|helpful|so funny|smart|clever|sweet|kind|too kind|wrong|a genius|welcome|a star|my hero|so smart))?|i (?:love|like|hate|miss|trust|appreciate) you(?:r (?:voice|help|answer|name|jokes))?|a bit|today|tonight|please|today is (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
  ),
  fr: whole(
    "ce est (?:une? )?(?:bonne|mauvaise|super|excellente|belle|drole de|bon|mauvais) (?:nouvelle|idee|question|blague|chose|point|remarque|plan)|bonjour|bonsoir|salut|coucou|hello|hey|yo|re|jarvis|bonne (?:nuit|journee|soiree|annee|idee|question|reponse|nouvelle|chance|continuation|apres midi|fete)|bon (?:appetit|courage|week end|matin|apres midi|voyage|anniversaire|point|ben|vent|travail|app)|au revoir|a (?:plus|demain|bientot|tout a le heure|plus tard|toute|la prochaine|tantot|ce soir)|ciao|bye|adieu|merci(?: (?:beaucoup|bien|a toi|infiniment|mille fois|pour (?:tout|ca|ton aide|votre aide|la info|le info)|encore|jarvis|quand meme))?|de rien|je te (?:en|remercie|aime(?: bien)?|adore|deteste|jure|crois)|je vous (?:en|remercie)(?: prie)?|prie|ce est (?:gentil|sympa|cool|super|bien|bon|parfait|note|vrai|clair|ca|tout|pas grave|grave|rien|marrant|drole|interessant|dommage|genial|top|nickel|faux|tout bon|entendu|compris|fini|vendredi|lundi|le week end|fou|dingue|bizarre|pas mal|juste|exact)(?: de ta part| pour le instant| merci| a toi| pour aujourd'hui)?|ca (?:va(?: bien| pas mal| mieux| et toi| aller| super)?|roule|marche|suffit|ira|depend|me va|fait plaisir|y est|alors|baigne|gaze|farte)|comment (?:vas tu|allez vous|ca va|tu vas)|quoi de (?:neuf|beau)|tu vas bien|et (?:toi|vous)|ok|okay|d'accord|ouais|oui|non|nan|si|ah|oh|eh|euh|hm+|mm+|bah|bof|ben|super|genial|parfait|cool|top|excellent|formidable|chouette|nickel|impeccable|bravo|felicitations|bien(?: joue| vu| sur| recu)?|tres|tant (?:mieux|pis)|dommage|pas (?:de (?:souci|probleme|quoi)|grave|mal|vraiment|maintenant|encore|du tout|faux|bete|terrible)|peut etre|exact|exactement|effectivement|evidemment|absolument|certes|voila|bref|entendu|compris|je (?:vois|sais|comprends|crois|pense|suis (?:la|de retour|pret|prete|d'accord|pas sur|pas sure|sur|sure|fatigue de toi)|ai (?:compris|faim|soif|froid|chaud|une question|fini|sommeil)|me (?:ennuie|en vais|demande|en doute)|vais (?:dormir|me coucher|bien|y aller|reflechir|au lit|y reflechir)|en sais rien|ecoute|rigole|reviens|plaisante|te ecoute|pense que (?:oui|non)|crois que (?:oui|non)|suis curieux|aime (?:bien|ca)|adore|sais que|rentre)|moi (?:aussi|non plus)|pareil|il (?:fait (?:beau|chaud|froid|nuit|gris|bon|moche|tard|jour|un temps (?:de chien|magnifique|pourri))|pleut|neige|y a du (?:vent|soleil)|est (?:tard|tot)|gele|caille)(?: dehors| aujourd'hui| encore| ici)?|quelle (?:belle journee|journee|chaleur|horreur|surprise|bonne idee|semaine|plaie)|quel (?:temps|dommage|beau temps|sale temps|bazar|plaisir)|beau temps|sale temps|joyeux (?:noel|anniversaire)|joyeuses (?:paques|fetes)|bonne annee|un (?:instant|moment|peu)|une (?:seconde|minute)|attends|minute|on verra|on y va|allez|allons y|rien(?: de special| de neuf)?|test|un deux trois|bla|peu importe|laisse tomber|oublie|tu (?:es|as) (?:genial|geniale|super|drole|gentil|gentille|raison|le meilleur|la meilleure|tort|intelligent|nul|nulle|sympa|un genie|trop fort|adorable|rigolo|marrant|bete|efficace)|vous etes (?:genial|super|gentil)|je aime (?:ta voix|bien ta voix|ton humour|tes blagues)|merde|zut|mince|punaise|oups|desole|desolee|pardon|mdr|lol|ptdr|haha+|hihi|hehe|hein|quoi|alors|donc|puis|et|mais|la|aujourd'hui|encore|nous sommes (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|on est (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|enfin|merci|beaucoup|chez toi",
  ),
};
const firstPerson: Readonly<Record<Language, RegExp>> = {
  en: /(?:^| )(?:i|my|me|we|our|us|mine|myself)(?= )/,
  fr: /(?:^| )(?:je|mon|ma|mes|me|moi|nous|notre|nos|on)(?= )/,
};
/** Nothing of the person's life, though it says "I": talk about this talk. */
const aboutTalk: Readonly<Record<Language, RegExp>> = {
  en: /^(?:i (?:do not|don't)? ?(?:know|understand|care|mind|think so|remember|get it|see|believe you|mean|follow|have time|want to talk)(?: what you mean| that| what you said| you| why| about it| at all| what to say)* [.!]?|i (?:was|am) (?:just )?(?:asking|testing|checking|talking to|saying|wondering|thinking)\b|i (?:am )?(?:talking|speaking) to you|i (?:want|need|would like) (?:to|some|an?) (?:know|listen|hear|help|information|information|recipe|answer|example|joke|song|music|idea)|i need (?:help|an idea|a recipe|advice)|let me |my (?:question|point) (?:is|was)|i (?:asked|told) you|i love talking|i can not hear you|i said |i have (?:an? |no |some )?(?:idea|question|minute|minutes|moment|problem|point)s? ?$|i have (?:\S+ minutes|to go|to leave|to run)|i (?:almost|nearly) )/,
  fr: /^(?:je (?:sais|comprends|vois|connais|me souviens)(?: ce que| pourquoi| comment| quoi| plus| rien| de quoi| bien| tout| trop)* ?(?:tu (?:veux dire|dis|racontes))? ?[.!]?$|je (?:demandais|testais|verifiais|te parle|te parlais|te demande|te ai (?:demande|dit|pose|parle)|dois y aller|file|y vais|te laisse|ai rien (?:dit|compris)|ai besoin de aide|ai pas compris|entends|te entends|voulais (?:savoir|juste)|cherche)|ma question|on se (?:parle|voit)|je me en fiche|on reparle)/,
};
const general =
  /(?:^| )(?:capital of|capitale de|planets?|planetes?|water boils|eau bout|the earth|la terre|the sun|le soleil|the moon|la lune|in history|world war|guerre mondiale|pi is|the president of|president de la|the population|population de)(?= )/;
const pastEnglish =
  /(?:^| )(?:was|were|went|came|had|got|did|took|made|called|told|saw|lost|won|broke|died|ended|finished|started|arrived|cancelled|moved|\S{3,}ed)(?= )/;
const pastFrench =
  /(?:^| )(?:a|est|ont|sont|etait|avait|etaient) (?:\S+ ){0,2}?(?:ete|\S{2,}(?:e|ee|es|ees|i|ie|is|u|ue|us|ert|erte))(?= )/;

/** Whether what is stated in `words` tells something of the person's life, though no fact was found in it. */
export function tellsOfLife(words: Words, frames: Frames, before: Cast): 'life' | 'chatter' | 'nothing' {
  const stated = words.tokens.filter((_, i) => frames.of[i] === 'stated');
  const plain = stated.filter(({ w }) => !isPunctuation(w)).map(({ w }) => w);
  if (plain.length === 0) return 'nothing';
  const line = `${plain.join(' ')} `;
  if (line.length > 4000) return 'life';
  if (isChatter(line, words.language) || plain.length < 2) return 'chatter';
  if (aboutTalk[words.language].test(line)) return 'chatter';
  const isOwn = firstPerson[words.language].test(line);
  if (isOwn)
    return plain.length + (stated.some(({ denied }) => denied) ? 1 : 0) >= 3 &&
      hasContent(line, words.language)
      ? 'life'
      : 'chatter';
  if (general.test(line)) return 'chatter';
  const isPast = words.language === 'en' ? pastEnglish.test(line) : pastFrench.test(line);
  if (plain.length >= 4 && namesSomebody(words, before)) return 'life';
  return plain.length >= 4 && isPast && !/^(?:you|tu|vous) /.test(line) ? 'life' : 'chatter';
}

/** Greedy word by word, so that long text costs no more than its length. */
function isChatter(line: string, language: Language): boolean {
  return line.length <= 160 && chatter[language].test(line);
}

/** "I do", "je crois": a pronoun with nothing behind it. */
function hasContent(line: string, language: Language): boolean {
  const about =
    language === 'en'
      ? /^(?:you|your) |(?: (?:you|your) )/
      : /^(?:tu|ton|ta|tes|te|toi|vous|votre) |(?: (?:te|toi|ta voix|tes|ton) )/;
  const words = line.trim().split(' ');
  return !(about.test(line) && words.length <= 6);
}
