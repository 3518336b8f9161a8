/** Reminders and alarms: a moment and what to say then. */
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { remind, remindOfClause } from './reminder-slots.ts';

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
