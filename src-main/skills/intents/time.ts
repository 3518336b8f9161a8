/** Time of day here and elsewhere, today's date, and the day of the week of a date. */

import { civilOf, isoDate, midnightOf } from '../../domain/local-time.ts';
import { resolveDay, saysDay } from '../calendar.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { placeNamed } from '../places.ts';
import { readWhen } from '../when.ts';

const plainTime = (): Built => ({ intent: 'time.now', slots: {} });
const today = (): Built => ({ intent: 'date.today', slots: {} });

function dayOfDate(match: Match): Built | undefined {
  const parts = readWhen(match.norm('when'), match.language);
  if (!parts || !saysDay(parts) || parts.hour !== undefined || parts.afterSeconds !== undefined)
    return undefined;
  const day = resolveDay(parts, match);
  if (day === undefined) return undefined;
  if (parts.dayOffset === 0) return today();
  return { intent: 'day.ofDate', slots: { date: isoDate(day) } };
}

/** "How many days until Christmas". */
function daysUntil(match: Match): Built | undefined {
  const built = dayOfDate(match);
  return built?.intent === 'day.ofDate' ? { ...built, intent: 'date.until' } : undefined;
}

/** "Depuis le 3 mars": the last one, where no year is said. */
function daysSince(match: Match): Built | undefined {
  const parts = readWhen(match.norm('when'), match.language);
  if (!parts || !saysDay(parts) || parts.hour !== undefined || parts.afterSeconds !== undefined)
    return undefined;
  const day = resolveDay(
    { weekdayShift: 'last', ...(parts.month !== undefined && { yearOffset: -1 }), ...parts },
    match,
  );
  if (day === undefined || day >= midnightOf(civilOf(match.nowMs, match.zone))) return undefined;
  return { intent: 'date.since', slots: { date: isoDate(day) } };
}

const namesDay = (match: Match): boolean => readWhen(match.norm('day'), match.language) !== undefined;

const elsewhereKnown = (match: Match): Built | undefined =>
  placeNamed(match.words('place').replace(/[\s,:]+$/, '')) ? elsewhere(match) : undefined;

/** A place that is not known is still a place when it is written as a name. */
function elsewhere(match: Match): Built | undefined {
  const said = match.words('place').replace(/[\s,:]+$/, '');
  const known = placeNamed(said) !== undefined;
  if (!known && !/^(?:l[ae]s? |the |l['’])?\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}[\p{L}'’-]*){0,3}$/u.test(said))
    return undefined;
  const place =
    known && said === said.toLowerCase()
      ? said.replace(/(?<=^|[\s-])\p{Ll}/gu, letter => letter.toUpperCase())
      : said;
  return { intent: 'time.elsewhere', slots: { place } };
}

const nowFr =
  '(maintenant|la|la maintenant|actuellement|en ce moment|exactement|au juste|precisement|a present|chez (moi|nous)|ici|deja|a l instant|a cet instant|tout de suite|environ|a peu pres|du coup)';
const quelleHeure = '(quelle?s?|kelle) heure?s?';
const onIs =
  '(on est|nous sommes|sommes nous|est on|c est|est ce|on e|on etait|etait on|on sera|on serait|sera t on|serons nous|nous serons|etions nous|ce sera|c etait|etait ce|sera ce|est|sera|etait|serait|tombe|tombera|tombait|tombe t il|tombent|ca tombe|ca tombera|va tomber|est ce que tombe|correspond a|correspondait a|c|va etre|est ce que c etait|est ce que ce sera|est ce que c est|est ce qu on sera|est ce qu on est|est ce qu on etait|qu on sera)';
const dayWord = 'jour[ de la semaine| du mois]';
const nowEn =
  '(now|right now|currently|at the moment|exactly|here|at this moment|please|today|rn|at present|over here|where i am|just now|right this second|anyway)';
const isEn =
  '(is it going to be|is it|was it|will it be|is|s|was|will be|would be|does it fall on|are we on|will we be|be)';
const askTimeEn = '(what time|what hour|wat time|which time)';

const howLongFr =
  '[il reste |il y a |y a t il |ca fait |reste t il |il nous reste ](combien de (jours|temps|semaines|dodos|nuits|mois)|quel nombre de jours)[ reste t il| il reste| y a t il| il y a| nous reste t il| me reste t il| ca fait| encore| faut il attendre| faut il]';
const howLongEn =
  '(how many (days|weeks|sleeps|nights|months|more days)|how (long|much longer|much time|much more time))[ (is it|are there|is there|do we have|do i have|left|is left|are left|have i got|have we got|remain|remaining|to go|has it been|have passed|has passed|is it going to be)][ left| to go]';

export const timeRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `${quelleHeure}[ il| est il| il est| est ce| c est| est t il| qu il est| il est il| est| est ce qu il est| sommes nous| avons nous| avez vous| as tu| tu as| t as| il e| y est][ ${nowFr}][ ${nowFr}]`,
        `(il est|c est|on est a|nous sommes a|est ce qu il est|i est|y est|il e) ${quelleHeure}[ ${nowFr}][ ${nowFr}]`,
        `[est ce que ](tu as|t as|vous avez|as tu|avez vous|auriez vous|aurais tu|tu aurais|vous auriez|t aurais|tu connais|connais tu|tu n aurais pas|vous n auriez pas|tu as pas|t as pas)[ pas] l heure[ exacte| qu il est][ ${nowFr}]`,
        `[me |nous |m ](donne|donnez|donner|indique|indiquez|indiquer|dire|affiche|afficher|annonce|annoncer|lis|rappelle|rappeler)[ moi| nous] l heure[ qu il est| exacte| actuelle| locale][ ${nowFr}]`,
        `(l heure|heure)[ qu il est| exacte| actuelle| locale| courante][ ${nowFr}]`,
        `[me |nous ](file|filer|balance|regarde|regarder|verifie|verifier|lis|lire|consulte|consulter|redis|redire|controle|connaitre|savoir)[ moi] l heure[ qu il est| exacte][ ${nowFr}]`,
        `(c est quoi|quelle? est|qu elle est|c quoi) l heure[ qu il est| exacte| actuelle| locale][ ${nowFr}]`,
      ],
      build: plainTime,
    },
    {
      patterns: [
        `${quelleHeure}[ sera t il| serait il| il serait| ont ils| est il| il est| est ce| c est| est t il| qu il est| est ce qu il est| fait il| est][ ${nowFr}] (a|au|aux|en|dans|sur|du cote de|chez|la bas a|pour) <place:few>[ ${nowFr}]`,
        `(il est|c est|on est a|est ce qu il est|il fait) ${quelleHeure}[ ${nowFr}] (a|au|aux|en|dans|sur|du cote de|chez|la bas a) <place:few>[ ${nowFr}]`,
        `[chez <who:few> ](a|au|aux|en) <place:few> ((il est|c est|on est a|qu il est) ${quelleHeure}|${quelleHeure} est il|${quelleHeure} il est)[ ${nowFr}]`,
        `[me |nous |m ][(donne|donnez|donner|indique|indiquer|dire|affiche|c est quoi|quelle est|quel est|connais tu|tu connais)[ moi| nous] ][l ]heure[ locale| actuelle| exacte| qu il est][ ${nowFr}] (a|au|aux|en|dans|de|du|d|des|pour) <place:few>[ ${nowFr}]`,
        `<intro:line> (a|au|aux|en) <place:few>~(${quelleHeure} (est il|il est)|(il est|c est) ${quelleHeure}) (la bas|chez (lui|elle|eux)|a cet endroit)[ ${nowFr}]`,
        `quelle est l heure [locale |actuelle ](a|au|aux|en|de|du) <place:few>[ ${nowFr}]`,
      ],
      build: elsewhere,
    },
    { patterns: ['[l ]heure <place:few>'], build: elsewhereKnown },
    {
      patterns: [
        `[en |a ](quel|quelle) (jour|date|mois|annee|semaine)[ de la semaine| du mois][ (est ce|sommes nous|on est|est on|est|c est|nous sommes|est ce qu on est|qu on est|somme nous|est il|on e|somme on)][ aujourd hui| ce jour| ce matin| ce soir| la][ ${nowFr}]`,
        `[aujourd hui ](on est|nous sommes|c est|est ce qu on est|on e|nous somme|on est on) (quel jour|quelle date|le combien|le quel|en quelle annee|quelle annee|quel mois|en quel mois|quelle semaine|combien|quel)[ de la semaine| du mois][ aujourd hui][ ${nowFr}][ aujourd hui]`,
        `(aujourd hui|aujourd hui c est|aujourd hui on est|aujourd hui nous sommes) (quel jour|quelle date|le combien|on est quel jour|on est le combien|c est quel jour)`,
        `[me |nous |m ][(donne|donnez|donner|indique|indiquer|dire|affiche|rappelle|rappeler|c est quoi|quelle? est|c est quand|quelle est)[ moi| nous] ](la date|le jour|la date et le jour|le jour et la date|la date du jour|la date de ce jour|la date courante|la date complete|le jour de la semaine|le mois|l annee|le jour qu on est|le jour qu il est)[ d aujourd hui| du jour| actuelle| actuel| en cours| de ce jour| exacte| qu on est| aujourd hui][ ${nowFr}]`,
        '[aujourd hui ](on est|nous sommes|c est|est ce qu on est|sommes nous) [le |un ]<day:word> ou [le |un ]<day:word>[ aujourd hui]',
        'date[ du jour| d aujourd hui| actuelle| de ce jour]',
        '[la ](date|jour) d aujourd hui',
        '[c est ]quoi (la date|le jour|comme jour)[ aujourd hui| d aujourd hui]',
        'on est quoi comme jour[ aujourd hui]',
        'quel est le jour[ d aujourd hui| de la semaine| aujourd hui]',
        '(le combien|combien) (sommes nous|on est|est on)[ aujourd hui]',
      ],
      build: match => (match.norm('day') === '' || namesDay(match) ? today() : undefined),
    },
    {
      patterns: [
        `${howLongFr} (avant|jusqu a|jusqu au|d ici a?|d ici au|pour arriver a|pour arriver au|nous separent? (de|du|d)) [le |la ]<when:line>`,
        `dans combien de (jours|temps|semaines|dodos) (est|est ce|c est|ce sera|sera|tombe|on sera|on est|arrive) <when:line>`,
        `<when:line> (c est|est|ce sera|tombe|arrive) dans combien de (jours|temps|semaines|dodos)`,
      ],
      build: daysUntil,
    },
    {
      patterns: [
        `${howLongFr} (depuis|se sont ecoules depuis|ont passe depuis|sont passes depuis) [le |la ]<when:line>`,
        `<when:line> (c etait|etait|ca fait|il y a) (il y a )?combien de (jours|temps|semaines)`,
      ],
      build: daysSince,
    },
    {
      patterns: [
        `quel ${dayWord} [${onIs} ][${onIs} ][que ]<when:line>`,
        `quelle? date [${onIs} ]<when:line>`,
        `<when:line> [${onIs} |(ca|c|il|elle|on|ce) ${onIs} ](quel ${dayWord}|quelle date|le combien|un quel ${dayWord}|quoi comme jour)[ cette annee| exactement]`,
        `(on sera|on est|c est|nous serons|c etait|ce sera|on etait|on serait|c sera|ca sera|ca tombe|ca tombera|tombe) (quel ${dayWord}|quelle date|le combien|quoi comme jour) <when:line>`,
        `(quelle est|quelle sera|c est quoi|donne[ moi]|quelle etait|me donner) la date [(de|du|d|pour|le|a) ]<when:line>`,
        `la date (de|du|d) <when:line>`,
        '(la date|le jour) <when:line>',
        `le combien (${onIs}) <when:line>`,
        `(quel|le) ${dayWord} (du|de la|de|d) <when:line>`,
        `<when:line> quel ${dayWord} ${onIs}`,
        `quel ${dayWord} (tombe|tombera|tombait|est|sera) <when:line>[ cette annee| l annee prochaine]`,
        `quand (tombe|tombera|est) <when:line>[ cette annee]`,
        `<when:line> (tombe|tombera|tombait|tombe t il) quel ${dayWord}`,
        `sur quel ${dayWord} tombe <when:line>`,
        'quel est le jour de la semaine (du|de|pour) <when:line>',
      ],
      build: dayOfDate,
    },
  ],
  en: [
    {
      patterns: [
        `${askTimeEn}[ is it| it is| is| is it is| have you got| do you have| do you make it| has it got| it][ ${nowEn}][ ${nowEn}]`,
        `(what is|what|whats) the (time|hour|current time|exact time|local time|correct time|time of day|clock)[ is| it is| please][ ${nowEn}][ ${nowEn}]`,
        `(have you got|do you have|got|you got|do you know|can i have|could i have|have you) the (time|current time|exact time)[ on you][ ${nowEn}]`,
        `[(give me|give us|say|check|read|read me|announce|show me|tell|get me|need) ][the ](time|current time|exact time|local time|time now)[ it is| of day][ ${nowEn}]`,
        'time check',
        'how late is it[ now| already]',
        '(it is|its) what time[ now]',
        `the time it is`,
        `what does the clock say[ now]`,
        `what is [the |my ]current time`,
        `what the (time|hour) is[ ${nowEn}]`,
      ],
      build: plainTime,
    },
    {
      patterns: [
        `${askTimeEn}[ is it| it is| is| would it be| will it be| might it be| is it now| do they have| have they got][ ${nowEn}] [over |out |back |down |up ](in|at|for|around) <place:few>[ ${nowEn}]`,
        `[(what is|what|whats|have you got|do you have|do you know|give me|say|check|show me|get me|tell) ][the ](time|current time|local time|exact time|hour|time of day)[ it is| is it][ ${nowEn}] [over |out ](in|at|for|of) <place:few>[ ${nowEn}]`,
        `(in|at) <place:few> ${askTimeEn} is it`,
        `<intro:line> (in|at) <place:few>~${askTimeEn} (is it|would it be|do they have) (there|over there|where (he|she|they) (is|are|lives?))[ ${nowEn}]`,
        `what is <place:few> (time|local time|current time)[ now| right now]`,
        `what is <place:few> s (time|local time|current time)[ now| right now]`,
        `[the ]current time in <place:few>`,
        `how late is it in <place:few>`,
        `<place:few> (time now|local time|current time)`,
      ],
      build: elsewhere,
    },
    { patterns: ['<place:few> time', '[the ][current |local ]time <place:few>'], build: elsewhereKnown },
    {
      patterns: [
        `(what|which|wat) (day|date|year|month|weekday|week)[ of the (week|month|year)][ (is it|it is|is|are we on|is this|are we in|are we|we are|is today|today is|s it|it)][ today][ ${nowEn}][ today]`,
        `(what is|what|whats) (the (date|day|day of the week|day of the month|current date|year|month|current year|current month|weekday|full date)|today s date|today s day|todays date|today|the day and date|the date and day)[ today| today s| is it| it is| of today| for today][ ${nowEn}]`,
        `[(give me|say|check|read|show me|tell) ](the date|the current date|today s date|the date today|the day|today date|the day of the week)[ it is][ today| please][ ${nowEn}]`,
        `what (is|s) today s (date|day)`,
        '[the |current |today ]date',
        'date today',
        `what day of the (week|month) (is it|is today|it is|are we)[ today][ ${nowEn}]`,
        `today is what (day|date)`,
        'it is what day[ today]',
        'what day is it again',
        '(is it|is today|are we) <day:word> or <day:word>[ today]',
        'what (the|today s) (date|day|day of the week) is[ today]',
        'what is it today[ monday or tuesday]',
      ],
      build: match => (match.norm('day') === '' || namesDay(match) ? today() : undefined),
    },
    {
      patterns: [
        `${howLongEn} (until|till|til|to|before) [the ]<when:line>[ from now| from today]`,
        `${howLongEn} away (is|are|s) <when:line>`,
        `how (far|long|soon)[ away| off| from now] is <when:line>[ away| off]`,
        `<when:line> is how many (days|weeks|sleeps) away`,
      ],
      build: daysUntil,
    },
    {
      patterns: [
        `${howLongEn} since <when:line>`,
        `how long ago (was|is) <when:line>`,
        `how many (days|weeks|months) ago (was|is) <when:line>`,
      ],
      build: daysSince,
    },
    {
      patterns: [
        `(what|which|wat) (day|weekday|date)[ of the week| of the month][ ${isEn}] <when:line>[ fall on| fall| be| on| land on| falls on| is| was| will be| going to be][ this year]`,
        `(what|which) (day|weekday|date)[ of the week] (does|did|will|is|was) <when:line> (fall on|fall|land on|be|going to be|going to fall on)[ this year]`,
        `(what|which) (day|weekday|date)[ of the week] <when:line> (falls on|fell on|is|was|will be|is on|lands on|is going to be)`,
        `(what is|what was|what will be|tell me|give me) the (date|day|weekday|day of the week) [(for|on|of|in) ]<when:line>`,
        `what will the (date|day) be [on |in ]?<when:line>`,
        `what is going to be the date <when:line>`,
        `what (is|was|will be) <when:line> s (date|day)`,
        `when (is|was|will be) <when:line>`,
        `on (what|which) (day|date) (does|did|will|is|was) <when:line> (fall|be)[ this year| on]`,
        `<when:line> (is|was|falls on|will be|fell on|is on) (what|which) (day|weekday|date)[ of the week]`,
        `on (what|which) day[ of the week] (does|did|is|was|will) <when:line>[ fall| be]`,
        'the date <when:line>',
        `what date (is|will it be|was) <when:line>`,
        `what is the date <when:line>`,
        `<when:line>~(what|which) (day|weekday|date|day of the week) (is|was|will|would) (that|it|this)[ be| going to be| fall on]`,
      ],
      build: dayOfDate,
    },
  ],
};
