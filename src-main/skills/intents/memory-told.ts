/** Asked about memory itself: why something is known, that it is wrong, and what held before. */
import type { Match, Rule, RulesByLanguage } from '../grammar.ts';
import { tidy } from './slots.ts';

const plain = (intent: string, patterns: readonly string[]): Rule => ({
  patterns,
  build: () => ({ intent, slots: {} }),
});

/** Only what the answer before told can be wrong: whoever answers looks whether it told anything. */
const correct = (match: Match) => {
  const value = tidy(match.words('value'));
  const wrong = tidy(match.words('wrong'));
  if (value === '' || value.split(' ').length > 6 || notValue.test(match.norm('value'))) return undefined;
  return {
    intent: 'memory.correct',
    slots: { value, ...(wrong !== '' && { wrong }) },
    details: { implicit: true as const },
  };
};
/** Of a day an appointment is not named: taken for its value, "non, c'est mercredi" would rename it. */
const notValue =
  /^(?:vrai|faux|bon|bien|mal|bete|dommage|pas|plus|tout|rien|ca|cela|fini|grave|normal|possible|difficile|facile|true|false|fine|ok|okay|good|bad|wrong|right|not|nothing|all|over|done|me|you|moi|toi|(?:le |on |this |next |ce )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|apres demain|aujourd hui|ce soir|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight)|a \d|at \d|a |an |the (?:opposite|other|same)|l inverse|le contraire)\b/;

const before = (match: Match) => {
  const verb = match.norm('verb');
  const relation = /^(?:habit|viv|live|living)/.test(verb)
    ? 'lives_in'
    : /^(?:travaill|bosse|work)/.test(verb)
      ? 'works_at'
      : undefined;
  const about = tidy(match.words('about'));
  if (relation === undefined && about === '') return undefined;
  return {
    intent: 'memory.before',
    slots: relation === undefined ? { about } : { relation },
    details: { implicit: true as const },
  };
};

const isFr =
  '(c est|il s agit de|elle s appelle|il s appelle|ca s appelle|c etait|son nom est|son nom c est)';
const wrongFr =
  '(c est faux|c est pas vrai|ce n est pas vrai|c est inexact|tu te trompes|vous vous trompez|non|mais non|faux|erreur|c est une erreur|pas du tout|c est pas ca|ce n est pas ca|non c est faux|non tu te trompes|c est incorrect)';
const isEn =
  '(it is|it s|its|that is|that s|she is called|he is called|her name is|his name is|its name is|it was|the right one is|she is|he is)';
const wrongEn =
  '(that is wrong|that s wrong|wrong|that is not right|that s not right|that is not true|that s not true|no|nope|that is incorrect|incorrect|you are wrong|you re wrong|that is false|that is a mistake|you are mistaken|no that is wrong|no that s wrong|not quite)';

export const memoryToldRules: RulesByLanguage = {
  fr: [
    plain('memory.why', [
      '(pourquoi|comment) (tu sais|sais tu|est ce que tu sais|vous savez|savez vous|tu connais|connais tu|tu as su|as tu su|tu peux savoir) (ca|cela|tout ca|ceci)',
      '(d ou|de ou) (tu (le )?(sais|tiens|connais|sors)|(le )?(sais|tiens) tu|vous (le )?(savez|tenez)|est ce que tu (le )?(sais|tiens)) ?(ca|cela)?',
      '(d ou) (ca (te )?vient|vient cette (info|information)|te vient (ca|cette info|cette information)|ca sort)',
      '(qui (t a|te l a|vous a|vous l a)) (dit|raconte|appris)[ ca| cela]',
      '(quand|ou) (est ce que )?(je t ai|t ai je|je te l ai|te l ai je|je vous ai|vous ai je|j ai) dit (ca|cela)',
      'quand est ce que je te l ai dit',
      '(pourquoi|comment) (le |l )?(sais tu|tu le sais|as tu appris)',
      'sur quoi (tu te bases|te bases tu|tu t appuies|t appuies tu|vous vous basez)[ pour dire ca]',
      '(quelle est|c est quoi) (ta|la|votre) source[ pour ca]',
      '(montre|donne)[ moi] (tes|les|ta|la) sources?',
    ]),
    {
      patterns: [
        `${wrongFr} ${isFr} <value:few>`,
        `${wrongFr} (ce n est pas|c est pas|pas) <wrong:few> (c est|mais) <value:few>`,
        '(ce n est pas|c est pas|c etait pas|elle ne s appelle pas|il ne s appelle pas|elle s appelle pas|il s appelle pas) <wrong:few> (c est|mais|c etait|elle s appelle|il s appelle) <value:few>',
        '(corrige|rectifie)[ ca] (c est|en|par) <value:few>',
        '<value:few>~pas <wrong:few>',
      ],
      build: correct,
      noDesire: true,
    },
    {
      patterns: [
        '(ou|dans quelle ville) (est ce que )?(j |je )<verb:word> (avant|auparavant|autrefois|a l epoque|avant ca)',
        '(ou) <verb:word> je (avant|auparavant|autrefois|avant ca)',
        '(j |je )<verb:word> (ou|dans quelle ville) (avant|auparavant|autrefois|avant ca)',
        '(avant|auparavant) (ou (est ce que )?(j |je )<verb:word>|(j |je )<verb:word> ou)',
        '(quel|quelle|qui|c) (etait|etait deja) (mon|ma) <about:few> (avant|auparavant|d avant|precedent|precedente)',
        '(quel|quelle|qui|c) (etait|etait deja) (mon|ma) (ancien|ancienne|precedent|precedente|vieux|vieille) <about:few>',
        '(c etait quoi|c etait qui) (mon|ma) (ancien|ancienne|precedent|precedente|vieux|vieille) <about:few>',
        '(c etait quoi|c etait qui) (mon|ma) <about:few> (avant|d avant)',
      ],
      build: before,
      noDesire: true,
    },
  ],
  en: [
    plain('memory.why', [
      '(why|how) (do|did|can|could) you (know|remember|recall|learn|find out)( about)? (that|this|it|all that|all this)',
      '(how come|why is it that) you (know|remember) (that|this|it)',
      '(where|who) (did|do) you (know|get|learn|have|hear|take) (that|this|it)( from)?',
      'where does (that|this|it|that information|this information) come from',
      'who told you[ (that|this|about that|so)]',
      'when did i (tell|say)( you)? (that|this|it|so)',
      '(what is|what s) (your|the) source[ for that| of that]',
      '(show|give|tell)[ me] (your|the) sources?',
      'what (is that|is this|do you) base(d)? (on|that on|it on)',
      'how did you know[ that| this]',
    ]),
    {
      patterns: [
        `${wrongEn} ${isEn} <value:few>`,
        `${wrongEn} (it is not|it s not|not) <wrong:few> (it is|it s|but) <value:few>`,
        '(it is not|it s not|it isn t|that is not|she is not called|he is not called|her name is not|his name is not|it was not) <wrong:few> (it is|it s|but|it was|her name is|his name is|she is called|he is called) <value:few>',
        '(correct|fix) (that|it)( to)? (it is|it s|to)? ?<value:few>',
        'it should be <value:few>',
        '<value:few>~not <wrong:few>',
      ],
      build: correct,
      noDesire: true,
    },
    {
      patterns: [
        'where did (i|we) <verb:word> (before|previously|earlier|in the past|before that)',
        'where did (i|we) (use to|used to) <verb:word>',
        'where (have|had) (i|we) <verb:word> before',
        '(where|in which city) was i <verb:word> (before|previously|earlier|before that)',
        '(what|who|which) was my (old|former|previous|last|earlier) <about:few>',
        '(what|who) was my <about:few> (before|previously|earlier)',
        '(what|who) did my <about:few> use to be',
      ],
      build: before,
      noDesire: true,
    },
  ],
};
