/** Praise that is meant as blame: a cheer before bad luck, "or not" behind it, set phrases. */
import type { Language } from '../../domain/language.ts';
import type { Evidence } from './evidence.ts';
import type { Utterance } from './reading/tokens.ts';

/** Set phrases that praise nobody, over the words of an utterance as they are read (`la` is `le`, "n't" is "not"). */
const setPhrases: Record<Language, RegExp> = {
  en: new RegExp(
    [
      'just what i (?:needed|wanted)',
      'exactly what i needed',
      'yeah right',
      'oh (?:joy|great|brilliant|perfect|fantastic|wonderful|lovely|goodie)',
      '(?:thanks|thank you|cheers) (?:a lot |so much |very much )?for (?:nothing|ruining|waking|wasting|ignoring|forgetting|breaking|losing|letting me down|leaving me|making me wait|keeping me)',
      '(?:great|good|nice) (?:job|work|one) .*(?:wrong|broken|late|again|ruin|lost|broke)',
      'as if i did not have enough',
      'as if that (?:was|were|is) not enough',
      'that is all i need(?:ed)?',
      'lucky me$',
      'my favou?rite (?:thing|part|way) .*(?:queue|traffic|waiting|rain|hold|tax)',
      'could not you be more (?:late|slow)',
      'how (?:nice|kind|lovely|thoughtful) of (?:you|him|her|them) to (?:forget|ignore|leave|break|lie|cancel)',
      'love it when .*(?:late|break|crash|ignore|cancel|lie|yell|shout|again|not)',
    ].join('|'),
  ),
  fr: new RegExp(
    [
      'il (?:ne )?manquait plus que (?:ca|le|un)',
      'manquait plus que ca',
      'comme si ca (?:ne )?suffisait pas',
      'comme si je (?:ne )?avais que ca a faire',
      'merci pour rien',
      'merci de (?:me|nous) avoir (?:reveille|fait attendre|oublie|menti|laisse|abandonne|prevenu trop tard|ignore)',
      '(?:bravo|merci|chapeau|felicitations) (?:pour|a) .*(?:ponctualite|organisation|efficacite|rapidite|discretion|politesse|delicatesse|accueil|serieux|retard|professionnalisme|gachis|reveil)',
      'quelle (?:chance|joie|efficacite|ponctualite|rapidite|delicatesse) .*(?:encore|retard|panne|pleut|pas|annule)',
      'exactement ce (?:que je|dont je) .*(?:avais besoin|voulais)',
      'pile ce (?:que|qu il|dont) .*(?:fallait|besoin)',
      '(?:ah|oh) (?:bravo|super|genial|parfait|bien|formidable)',
      'de mieux en mieux',
      'on se demande bien a quoi',
      'me voila bien',
      'je adore quand .*(?:retard|plante|annule|ignore|ment|crie|panne|encore|pas|coupe)',
      'trop aimable',
    ].join('|'),
  ),
};
const takenBack: Record<Language, RegExp> = {
  en: /(?:or not|not)$/,
  fr: /ou pas$|non je (?:rigole|plaisante|deconne)$/,
};
/** A cheer that may open an irony, in the first words of an utterance. */
const cheers: Record<Language, RegExp> = {
  en: /^(?:oh |well |ah |just |how |yay |so )*(?:great|brilliant|nice|wonderful|fantastic|perfect|lovely|awesome|super|terrific|excellent|marvellous|marvelous|fabulous|cool|good|splendid|bravo|congratulations|congrats|well done|amazing|thanks|thank you|charming|yay|hooray|yippee)\b/,
  fr: /^(?:oh |ah |eh bien |alors le |ben |bah |et |tiens |c est |ce est |trop )*(?:genial|super|bravo|parfait|top|formidable|chouette|merveilleux|magnifique|excellent|merci|bien joue|fantastique|cool|nickel|felicitations|extra|sympa|chapeau|splendide|youpi|de mieux en mieux|quelle chance|quel bonheur|quelle joie|charmant)\b/,
};
/** Something that happens once too often. */
const again: Record<Language, RegExp> = {
  en: /\b(?:another|again|still|now)\b/,
  fr: /\b(?:encore|toujours|maintenant|de nouveau|rebelote)\b/,
};
/** "Perfect, now the card is refused": what comes now is no reason to cheer. */
const nowThis: Record<Language, RegExp> = {
  en: /^(?:oh |well )?\w+ (?:and )?now (?:the|my|our|it|he|she|they|i have|we have)\b(?!.*\b(?:can|works?|fixed|ready|done|finally)\b)/,
  fr: /^(?:oh |ah )?\w+ (?:et )?(?:voila que |maintenant (?:le|mon|ma|mes|notre|il|elle|ils|ce est)\b)(?!.*\b(?:peux|peut|marche|fonctionne|pret|prete|fini|enfin)\b)/,
};
const cheerWords = 5;

export function isIronic(utterance: Utterance, evidence: readonly Evidence[], language: Language): boolean {
  const words = utterance.tokens.map(token => token.word).join(' ');
  if (setPhrases[language].test(words)) return true;
  const praises = evidence.some(({ valence, isTurned }) => valence > 0.3 && !isTurned);
  if (praises && takenBack[language].test(words)) return true;
  if (!cheers[language].test(words)) return false;
  const after = evidence.filter(({ from }) => from > 0);
  const blames = after.some(({ valence, weight, isTurned }) => valence < -0.2 && weight >= 0.25 && !isTurned);
  const alsoPraises = after.some(
    ({ valence, weight, from }) => valence > 0.3 && weight > 0.5 && from >= cheerWords,
  );
  const onceMore = again[language].test(words) && after.some(({ feeling }) => feeling === 'trouble');
  return (blames || onceMore || nowThis[language].test(words)) && !alsoPraises;
}

/** Praise turned into annoyance; what was blamed stays. */
export function readIronically(evidence: readonly Evidence[]): readonly Evidence[] {
  const turned = evidence.map(item =>
    item.valence > 0
      ? { ...item, feeling: 'anger' as const, valence: -0.6, arousal: 0.55, isTurned: true }
      : item,
  );
  return [
    ...turned,
    {
      feeling: 'anger',
      valence: -0.6,
      arousal: 0.6,
      dominance: 0.5,
      weight: 1,
      from: 0,
      to: 0,
      isTurned: true,
    },
  ];
}
