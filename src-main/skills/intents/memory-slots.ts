/** What the sentences about remembered facts hold, and which of them are meant for a model instead. */

import { fold } from '../../domain/fold.ts';
import type { Language } from '../../domain/language.ts';
import type { Built, Match } from '../grammar.ts';
import { placeNamed } from '../places.ts';
import { tidy } from './slots.ts';

export function remember(match: Match): Built | undefined {
  const fact = tidy(match.words('fact'));
  const norm = match.norm('fact');
  if (fact === '' || norm.split(' ').length < 2 || instruction.test(norm) || otherOrder.test(norm))
    return undefined;
  return { intent: 'memory.remember', slots: { fact } };
}
/** "remember that you must answer in JSON" is an order to a model, no fact about the user. */
const instruction = /^(?:you|your|this|these|tu|vous|ton|ta|tes|ceci) /;

/** Behind a pause something else is asked for: the first words were a quotation or an introduction. */
const otherOrder =
  /[,:|] (?:(?:ecri[st]|ecrivez|redige|explique|raconte|traduis|resume|commente|write|explain|tell me|translate|summari[sz]e|comment)(?: |$)|(?:de qui|qui (?:est|a)|pourquoi|comment|who|what|why|which|where|how) .*)/;

const verbEn =
  /(?:^| )(?:is|are|was|were|has|have|had|likes?|loves?|hates?|needs?|works?|lives?|goes|starts?|ends?|costs?|opens?|closes?|can|can t|cannot|will|must|should|want|wants|prefers?|prefer|am|do not|does not|don t|doesn t|leaves?|arrives?|comes?|drinks?|eats?|plays?|owns?|keeps?|parked|put|left|moved|got|takes?|studies|speaks?|named|called|means|equals|expires?|turns|moves|becomes|weighs?|drives?|wears?|uses?|did|s|born|gets?|sleeps?|snores?|collects?|knows?|enjoys?|cannot|allergic|married|belongs?|runs?|rides?|visits?|celebrates?)(?: |$)/;
/** "that day in June", "that film we saw": pointing, not telling. */
const pointing =
  /^(?:day|time|times|film|movie|song|one|guy|girl|man|woman|night|summer|winter|moment|episode|scene|feeling|place|party|thing|book|game|show|trip|word|quote|story|joke|old|great|funny|crazy|first|last)\b/;

/** "I parked on level 3, remember that": only what the speaker tells of the own. */
export const rememberTold = (match: Match): Built | undefined =>
  /^(?:i|we|my|our|je|j|on|nous|mon|ma|mes|notre|nos|(?:le|la|l) (?:code|mot de passe|numero|cle)|the (?:code|password|number|key)) /.test(
    match.norm('fact'),
  )
    ? remember(match)
    : undefined;

/** English "that" may point ("remember that day"): what follows must be a clause. */
export function rememberClause(match: Match): Built | undefined {
  const fact = match.norm('fact');
  if (pointing.test(fact) || !verbEn.test(fact)) return undefined;
  return remember(match);
}

/** What only the user can have told; about anything else a model may know more. */
const personal = / (?:my|our|me|us|i|mon|ma|mes|notre|nos|moi|nous|j|je) /;

/** "what I told you about Paul" is about Paul. */
const told =
  /^(?:(?:tout )?ce que (?:je |j['’]\s?)(?:t['’]\s?|te |vous )?.*?(?:dit|raconté|raconte|appris|confié|expliqué)(?:e?s)? (?:sur |de |d['’]\s?|du |à propos (?:de |d['’]\s?|du )|au sujet (?:de |d['’]\s?|du )|concernant )|(?:what|everything|anything|all) (?:that )?(?:i|we)['’ ].*?(?:told|said|mentioned|shared|taught)(?: to)?(?: you)? (?:about|regarding|concerning) )/i;

/** "black holes", "la Révolution française", a city: anybody may know about them, so a model is asked. */
function isWorldly(about: string, language: Language): boolean {
  if (personal.test(` ${fold(about)} `)) return false;
  if (placeNamed(about)) return true;
  if (language === 'fr')
    return (
      /^(?:les \p{L}+[sx](?: |$)|\p{Ll}{4,}[sx]$|.* en g[ée]n[ée]ral$|l[ae] .*\p{Lu}|l['’].*\p{Lu}|(?!(?:l[ae]s?|une?|des?|ce|cet|cette|ton|ta|tes) |[ld]['’])[\p{Ll}’'-]+ [\p{Ll}’'-]+$)/u.test(
        about,
      ) && !/ (?:de|d['’]) ?\p{Lu}\p{L}+$/u.test(about)
    );
  return (
    /^(?:the .*\p{Lu}|(?!the |this |that |your )[\p{Ll}-]+ (?:\p{Ll}+ )*\p{Ll}+s?$|(?!things$|us$)\p{Ll}{3,}s$)/u.test(
      about,
    ) && !/['’]s(?: |$)/.test(about)
  );
}

export function ask(match: Match): Built | undefined {
  const about = tidy(match.words('about')).replace(told, '');
  const words = about.split(' ').length;
  if (about === '' || words > 8 || isWorldly(about, match.language)) return undefined;
  const implicit =
    personal.test(` ${match.norm('about')} `) || /^\p{Lu}\S*$/u.test(about)
      ? {}
      : { details: { implicit: true as const } };
  return { intent: 'memory.ask', slots: { about }, ...implicit };
}

const impersonal = {
  fr: /^(?:mon|ma|mes|notre|nos|la|le|les) (?:problemes?|avis|opinion|interet|role|but|destin|droits?|chances?|options?|meilleure?s?|adresse ip|ip|ascendant|erreur|faute|sens|possibilites?|minuteurs?|timers?|listes?|notes?|rappels?|alarmes?|courses|taches|obligations|recours|marge|prochaine? etape|signe|imc|niveau (?:d|de)|horoscope|score|point faible|plus )/,
  en: /^(?:my|our|the) (?:problem|problems|purpose|role|rights?|chances?|options?|best|ip|ip address|mistake|errors?|next (?:step|move)|timers?|lists?|notes?|reminders?|alarms?|bmi|horoscope|score|fault|future|destiny|potential|obligations|tax|taxes|odds|greatest|biggest|line|congressman|star sign|zodiac sign|sign|point|weakness|life|sentence|text|code doing|program|function|essay|screen resolution|public ip|location)(?: |$)/,
};
/** Questions that only begin like one about the speaker's own things. */
const elsewhere =
  / (?:in|en) (?:english|french|spanish|german|italian|japanese|chinese|arabic|latin|russian|anglais|francais|espagnol|allemand|italien|japonais|chinois|arabe|russe)$| (?:doing|thinking|saying|trying|missing|supposed|looking|feeling|worth)$/;
/** A question about the speaker's own things, which only a remembered fact can answer. */
export function askOwn(match: Match): Built | undefined {
  const about = match.norm('about');
  if (elsewhere.test(about)) return undefined;
  if (impersonal[match.language].test(`${about} `) || about.split(' ').length > 7) return undefined;
  const words = tidy(match.words('about')).replace(/ (?:déjà|deja|again)$/i, '');
  return words === ''
    ? undefined
    : { intent: 'memory.ask', slots: { about: words }, confidence: 0.8, details: { implicit: true } };
}

const technical =
  /\b(?:function|error|program|loop|class|page|app|website|python|javascript|java|script|button|table|country|countries|france|file|sql|html|css|api|sorting|erreur|fonction|programme|pays|postal|civil|penal|travail|route)\b/;
export const askCode = (match: Match): Built | undefined =>
  technical.test(match.norm('about')) ? undefined : askOwn(match);

export function forget(match: Match): Built | undefined {
  const about = tidy(match.words('about'));
  const text = match.norm('about');
  return about === '' || !/[a-z0-9]/.test(text) || notMemory.test(text)
    ? undefined
    : { intent: 'memory.forget', slots: { about } };
}
const notMemory =
  /^(?:ca|cela|it|this|that|la question|le reste|ce message|mon message|ma question|ma demande|my (?:question|message|last (?:question|message|request)|request|previous (?:question|message|request)|instructions)|mes instructions|ma derniere|mon dernier|tes |your |les (?:regles|instructions)|the (?:question|rules|instructions|previous|last|rest))(?: |$)/;
export const forgetAll = (match: Match): Built => ({
  intent: 'memory.forget',
  slots: { about: match.language === 'fr' ? 'moi' : 'me' },
});
