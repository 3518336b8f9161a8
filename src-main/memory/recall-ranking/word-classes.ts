/** Classes of folded words that tell what a sentence holds: who speaks, a time, a number, a reason; French and English. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const functionWords = {
  en: set(
    'a an the and or but if of at by for with about to from in on is are was were be been being am do does did done have has had having i me my we our you your he him his she her hers it its us they them their this that these those there here what which who whom whose when where why how so than too very can will just not no nor s t d ll m re ve don isn didn doesn wasn couldn wouldn haven would could should may might must shall also as into over under then up down out off any some such own same other both each more most few all only again once during before after between because while through against ever get got much many yes oh well really',
  ),
  fr: set(
    'a ai as au aux avec avais avait avez avons avoir c ca car ce cela celle celles celui ces cet cette ceux chez comme comment d dans de des deja depuis donc dont du elle elles en encore entre est et etaient etais etait ete etes etre eu eux fait fais ici il ils j je l la le les leur leurs lui m ma mais me meme mes moi mon n ne ni non nos notre nous on ont ou oui par parce pas peu peut plus pour pourquoi quand que quel quelle quelles quels qu qui quoi s sa sans se ses si soi sommes son sont sous suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais vers vos votre vous y lequel laquelle lesquels combien aussi alors bien',
  ),
} as const;

export const frenchGrammar: ReadonlySet<string> = functionWords.fr;

/** The grammar words of the language that `words` are most likely in: "son" is a child in one and grammar in the other. */
export function grammarOf(words: readonly string[]): ReadonlySet<string> {
  let french = 0;
  let english = 0;
  for (const word of words) {
    if (functionWords.fr.has(word)) french += 1;
    if (functionWords.en.has(word)) english += 1;
  }
  return french > english ? functionWords.fr : functionWords.en;
}

export const firstPerson = set(
  'i my me mine myself we our us je j mon ma mes moi m nous notre nos mien mienne',
);
export const secondPerson = set('you your yours yourself tu te ton ta tes toi vous votre vos');

export const timeWords = set(
  'yesterday today tonight tomorrow last next ago week weekend weeks month months year years monday tuesday wednesday thursday friday saturday sunday recently since soon morning evening day days january february march april june july august september october november december summer spring winter autumn fall hier avant demain aujourd prochain prochaine dernier derniere semaine semaines mois an ans annee annees lundi mardi mercredi jeudi vendredi samedi dimanche recemment depuis bientot matin soir jour jours janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ete printemps hiver automne',
);
export const numberWords = set(
  'one two three four five six seven eight nine ten eleven twelve twenty hundred thousand twice couple few several many dozen deux trois quatre cinq sept huit neuf dix onze douze vingt cent mille plusieurs quelques',
);
export const reasonWords = set(
  'because cause since reason so inspired inspires helps helped made wanted parce car puisque raison grace inspire aide voulais envie',
);
export const durationWords = set(
  'for since over years year months month weeks week days day hours depuis pendant ans annees mois semaines jours heures',
);

/** How a turn begins that answers what the other said rather than telling something. */
export const reactions = set(
  'wow cool congrats congratulations thanks thank awesome sounds nice yeah yep yup sure great absolutely definitely glad aw haha ok okay merci super genial bravo felicitations oui ouais ah oh bien sympa chouette',
);

const months: readonly (readonly string[])[] = [
  ['january', 'janvier'],
  ['february', 'fevrier'],
  ['march', 'mars'],
  ['april', 'avril'],
  ['may', 'mai'],
  ['june', 'juin'],
  ['july', 'juillet'],
  ['august', 'aout'],
  ['september', 'septembre'],
  ['october', 'octobre'],
  ['november', 'novembre'],
  ['december', 'decembre'],
];
export const monthOf: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, month) => names.map(name => [name, month] as const)),
);
