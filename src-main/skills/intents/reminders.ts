/** Reminders and alarms: a moment and what to say then. */
import { resolveMoment } from '../calendar.ts';
import { isoMinute } from '../civil-time.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { findWhen, joinParts, readWhen } from '../when.ts';
import { tidy, withoutArticle } from './slots.ts';

const questionWords = {
  fr: /^(?:pourquoi|comment|qui|quoi|quels?|quelles?|quand|ou|combien|ce qu[ei]?|si|s il|lequel|laquelle|a quelle?|en quelle?|de quoi|de quel|d ou|de qui|qu est ce|qu a|dans quel|sur quoi|le nom|son nom|sa |les? regles?|c est|de ce que|de la|du )(?: |$)/,
  en: /^(?:who|what|how|why|where|when|which|whose|if|whether|of)(?: |$)/,
};
const connective = {
  fr: /^(?:de |d |a |que |qu |qu il faut |que je dois |que je doive |qu on doit |pour |avec |intitulee? |appelee? |disant |: )+/,
  en: /^(?:to |that |about |for |of |saying |called |named |titled |with |: )+/,
};
const recurring = {
  fr: /(?:^| )(?:tous les|toutes les|chaque|quotidiennement|une fois par)(?: |$)/,
  en: /(?:^| )(?:every|each|daily|weekly|monthly|weekdays)(?: |$)/,
};
const danglers = {
  fr: /(?: |^)(?:de|d|du|des|a|au|pour|et|le|la|les|que)$/,
  en: /(?: |^)(?:to|for|of|the|a|at|on|and|about|from)$/,
};

const looseEnd = { fr: /\s+(?:de|du|des|d['’]|à|a|au|pour|le)$/i, en: /\s+(?:of|for|at|on|from|the)$/i };

interface Options {
  /** What is said when the words name nothing. */
  readonly what?: string;
  /** An early hour is meant as said. */
  readonly waking?: boolean;
  /** Without a moment this is no reminder. */
  readonly needsWhen?: boolean;
  /** Words for the thing without "to": only with a moment. */
  readonly strict?: boolean;
}

/** Splits the words of slot `rest` into the moment and the thing. */
function remind(match: Match, options: Options = {}): Built | undefined {
  const { language } = match;
  const rest = match.norm('rest');
  const ahead = match.norm('when') === '' ? undefined : readWhen(match.norm('when'), language);
  if (match.norm('when') !== '' && !ahead) return undefined;
  if (questionWords[language].test(rest)) return undefined;
  if (recurring[language].test(rest)) return repeated(match, rest);
  const found = ahead ? [] : findWhen(rest, language);
  const parts = ahead ?? (found.length > 0 ? joinParts(found) : undefined);
  const said = thing(match, rest, found);
  // "la réunion de jeudi à 10 heures": with an hour it is that moment, without one a thing of that day.
  if (said.dangling && parts?.hour === undefined) return undefined;
  if (!parts)
    return options.needsWhen || (options.strict && !said.connected) || !said.connected
      ? undefined
      : plain(said.what, options);
  const moment = resolveMoment(parts, match, language, options.waking ?? false);
  if (!moment) return undefined;
  const what = (said.dangling ? said.what.replace(looseEnd[language], '') : said.what) || options.what;
  const slots = { when: isoMinute(moment.civil), ...(what ? { what } : {}) };
  return { intent: 'reminder.set', slots, details: { dueAtMs: moment.utcMs } };
}

const plain = (what: string, options: Options): Built | undefined =>
  what === '' && options.what === undefined
    ? undefined
    : { intent: 'reminder.set', slots: { what: what || (options.what ?? '') } };

const repeated = (match: Match, rest: string): Built | undefined =>
  rest === ''
    ? undefined
    : {
        intent: 'reminder.set',
        slots: { what: tidy(match.words('rest')) },
        details: { problem: 'recurring' },
      };

interface Said {
  readonly what: string;
  /** A word such as "to" or "de" led to it. */
  readonly connected: boolean;
  /** A preposition was left without its word: the moment was part of the thing ("the meeting of tomorrow"). */
  readonly dangling: boolean;
}

function thing(match: Match, rest: string, found: readonly { start: number; end: number }[]): Said {
  const first = found[0];
  const last = found.at(-1);
  const from = first && first.start === 0 ? first.end : 0;
  const to = last && last.end === rest.length && last.start > 0 ? last.start : rest.length;
  const middle = rest.slice(from, to);
  const lead = middle.length - middle.replace(/^[,:| ]+/, '').length;
  const words = middle.slice(lead).replace(/[,:| ]+$/, '');
  const link = connective[match.language].exec(words)?.[0] ?? '';
  const core = words.slice(link.length);
  const dangling =
    danglers[match.language].test(core) || (questionWords[match.language].test(words) && words !== '');
  if (core === '') return { what: '', connected: false, dangling: words !== '' && link.trim() !== words };
  const start = match.at('rest') + from + lead + link.length;
  const inside = found.length === 1 && first && first.start > from && first.end < to ? first : undefined;
  const bareNoun = /^(?:pour|for|about)\b/.test(link)
    ? (words: string) => withoutArticle(words, match.language)
    : (words: string) => words;
  if (!inside)
    return {
      what: bareNoun(tidy(match.sentence.words(start, start + core.length))),
      connected: link !== '',
      dangling,
    };
  const before = match.sentence.words(start, match.at('rest') + inside.start);
  const after = match.sentence.words(match.at('rest') + inside.end, start + core.length);
  return { what: tidy(`${tidy(before)} ${tidy(after)}`), connected: link !== '', dangling };
}

/** "I have to leave at five, remind me at four": the thing stands before, the moment behind. */
function remindOfClause(match: Match): Built | undefined {
  const parts = readWhen(match.norm('when'), match.language);
  const moment = parts && resolveMoment(parts, match, match.language, false);
  if (!moment) return undefined;
  const slots = { when: isoMinute(moment.civil), what: tidy(match.words('clause')) };
  return { intent: 'reminder.set', slots, details: { dueAtMs: moment.utcMs } };
}

const bare: Readonly<Record<'fr' | 'en', Record<'wake' | 'alarm', string>>> = {
  fr: { wake: 'réveil', alarm: 'alarme' },
  en: { wake: 'wake up', alarm: 'alarm' },
};
const wake = (match: Match): Built | undefined =>
  remind(match, { what: bare[match.language].wake, waking: true, needsWhen: true });
const alarm = (match: Match): Built | undefined =>
  remind(match, { what: bare[match.language].alarm, waking: true, needsWhen: true });
const withMoment = (match: Match): Built | undefined => remind(match, { needsWhen: true });

const rappelle =
  '(rappelle|rappelles|rapelle|rappel|rappelez|rapelez|rappele|rapele|raplle|rappele|rapeles|rappellez)[ moi| nous]';
const rappeler = '(me|m|nous) (rappeler|rapeler|rappelles|rappeles|rappelez|rappelle|rappelais|rappeliez)';
const makeFr =
  '(mets|met|mettez|mettre|cree|creez|creer|programme|programmez|programmer|ajoute|ajoutez|ajouter|fais|faire|enregistre|enregistrer|planifie|planifier|pose|poser|prevois|prevoir|regle|regler|reglez|active|activer|note|noter|place|configure|set|lance|lancer|fixe|fixer|definis|definir|donne|etablis)[ moi| nous]';
const makeEn =
  '(set|set up|setup|create|make|add|schedule|put|put in|program|start|put on|turn on|give|need|get|plan|place|fix|book|setting|save)[ me| us| up]';
const tellFr =
  '(previens|prevenez|avertis|avertissez|alerte|alertez|notifie|notifiez|fais signe a|dis|fais (le )?savoir a)[ moi| nous]';

export const reminderRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        '(reveille|reveilles|reveillez)[ moi| nous] <rest:line>',
        '(me|nous) (reveiller|reveilles|reveilliez) <rest:line>',
        '<when:line> (reveille|reveillez) (moi|nous)',
        `[me |nous ]${makeFr} (mon|le|un|1) (reveil|reveil matin) <rest:line>`,
        'reveil (a|pour|demain|dans) <rest:line>',
        'reveil <rest:line>',
        '(je (veux|voudrais|dois|souhaite) )?(me lever|etre reveille|etre reveillee|que tu me reveilles) <rest:line>',
      ],
      build: wake,
    },
    {
      patterns: [
        `[me |nous ]${makeFr} (une|mon|l|1|la|cette) (alarme|alerte) <rest:line>`,
        '(alarme|alerte) <rest:line>',
        'une (alarme|alerte) <rest:line>',
      ],
      build: alarm,
    },
    {
      patterns: [
        `${rappelle} <rest:line>`,
        `${rappeler} <rest:line>`,
        '(tu|vous) (me|nous) (rappelles|rappelez) (d|de) <rest:line>',
      ],
      build: match => remind(match, { strict: true, needsWhen: /^(?:tu|vous) /.test(match.sentence.text) }),
    },
    {
      patterns: [
        `<when:line> (${rappelle}|tu me rappelles|${rappeler}|pense a me rappeler|fais[ moi] penser)[ a| qu il faut| bien] <rest:line>`,
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        '(n oublie pas|noublie pas|n oubliez pas|pense|pensez|penses|ne pas oublier|oublie pas|il faut) (de|a|d) ?(me|m) (rappeler|rapeler|faire penser|prevenir) <rest:line>',
        '(fais|faites|faire|me faire|fait)[ moi| nous] penser <rest:line>',
        '(fais|faites|faire|fait) (moi|nous) (un rappel|me rappeler|souvenir) <rest:line>',
        '(ne me laisse pas|ne me laissez pas|me laisse pas|ne pas me laisser) oublier <rest:line>',
        '(evite|empeche) moi d oublier <rest:line>',
        '(fais en sorte que je n oublie pas|assure toi que je n oublie pas) <rest:line>',
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        `[me |nous ]${makeFr} (un|le|mon|1|un nouveau|un petit) (rappel|pense bete|memo|rapel) <rest:line>`,
        '(un |nouveau )?(rappel|rapel) <rest:line>',
        'un rappel <rest:line>',
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        `${tellFr} <rest:line>`,
        '(me|nous) (prevenir|avertir|alerter|notifier|faire signe) <rest:line>',
      ],
      build: match =>
        /^(?:que|qu|de|d|a|le|la|les|demain|ce|dans|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|quand|pour|vers|apres) /.test(
          match.norm('rest'),
        ) && !/^(?:quand|ce qu|que tu|dis)/.test(match.norm('rest'))
          ? withMoment(match)
          : undefined,
      noDesire: true,
    },
    {
      patterns: [
        `(je dois|on doit|il faut que je|faut que je|j ai|je vais|n oublions pas de|il faut) <clause:line>~(tu peux |peux tu |alors |donc )?(rappelle|rappelez|me rappeler|me le rappeler|previens|avertis|alerte|fais)[ le| la][ moi| nous][ le| y| penser| signe] <when:line>`,
      ],
      build: remindOfClause,
    },
    {
      patterns: [`[me |nous ]${makeFr} (un|1|un nouveau) rappel`],
      build: () => ({ intent: 'reminder.set', slots: {} }),
    },
    {
      patterns: ['(souviens toi|souvenez vous|n oublie pas|n oubliez pas) (de|d) <rest:line>'],
      build: withMoment,
    },
  ],
  en: [
    {
      patterns: [
        '(wake|get) (me|us) up <rest:line>',
        'wake (me|us) <rest:line>',
        '<when:line> wake (me|us)[ up]',
        'wake up call <rest:line>',
        `${makeEn} [a |my ]?wake up (call|alarm) <rest:line>`,
        '(i (want|need|would like) to )?(be woken up|wake up|get up) <rest:line>',
      ],
      build: wake,
    },
    {
      patterns: [
        `${makeEn} (an|the|my|a|another|one|1) (alarm|alert|alarm clock) <rest:line>`,
        `${makeEn} (alarm|my alarm clock) <rest:line>`,
        '(alarm|an alarm|alert) <rest:line>',
        `${makeEn} (a|an) <rest:line> alarm`,
        '<rest:line> alarm',
      ],
      build: match => (match.norm('rest').length > 40 ? undefined : alarm(match)),
    },
    {
      patterns: [
        '(remind|reminds|reminding|remnid|remindme|remid) (me|us|myself) <rest:line>',
        'remindme <rest:line>',
      ],
      build: match =>
        remind(match, {
          strict: !/^to /.test(match.norm('rest')),
          needsWhen: !/^to |.*\bto /.test(match.norm('rest')),
        }),
    },
    {
      patterns: [
        '<when:line> (remind|reminds) (me|us) <rest:line>',
        '<when:line> i need (a reminder|to be reminded) <rest:line>',
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        '(do not|don t|never) let (me|us) forget <rest:line>',
        '(do not|don t) forget to remind (me|us) <rest:line>',
        '(make sure|be sure|make sure you|ensure) (i|we) (remember|do not forget) <rest:line>',
        'help me (remember|not forget) <rest:line>',
        '(remember|make sure|be sure|do not forget) to remind (me|us) <rest:line>',
        '(i need|i want|i would like|i have) to be reminded <rest:line>',
        'be reminded <rest:line>',
        'make sure i do not forget <rest:line>',
        'get me to remember <rest:line>',
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        `${makeEn} (a|the|another|my|one|1|a new|an) (reminder|remainder|remider) <rest:line>`,
        `${makeEn} reminder <rest:line>`,
        '(a |new )?reminder <rest:line>',
        'a reminder <rest:line>',
      ],
      build: match => remind(match),
    },
    {
      patterns: [
        '(let me know|tell me|alert me|notify me|ping me|warn me|give me a heads up|buzz me|nudge me|prompt me) <rest:line>',
      ],
      build: match =>
        /^(?:to|that|at|on|in|about|tomorrow|tonight|it s|when it s|when it is|by) /.test(match.norm('rest'))
          ? withMoment(match)
          : undefined,
      noDesire: true,
    },
    {
      patterns: [
        `(i|we) (have to|need to|must|have got to|should|am supposed to|want to|ought to|have) <clause:line>~(so )?(can you |could you |please )?(remind|alert|ping|nudge|buzz|warn|notify) (me|us)[ about it| about that| of it| of that| to do it| to do that] <when:line>`,
      ],
      build: remindOfClause,
    },
    {
      patterns: [
        '(make sure|see to it|be sure)[ that] (i|we) <rest:line>',
        '(give|drop|send) (me|us) a (shout|nudge|ping|buzz|ring|bell|call|heads up|poke|reminder|wee reminder|alert|note) <rest:line>',
      ],
      build: withMoment,
    },
    {
      patterns: [`${makeEn} (a|1|another|a new) reminder`],
      build: () => ({ intent: 'reminder.set', slots: {} }),
    },
    { patterns: ['(remember|do not forget) to <rest:line>'], build: withMoment },
  ],
};
