/** Countdown timers: set, cancel, list, time left. */
import { parseDuration } from '../durations.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { tidy, withoutArticle } from './slots.ts';

function label(match: Match): string | undefined {
  const said = tidy(withoutArticle(tidy(match.words('label')), match.language));
  return said === '' ||
    /^(?:(?:me|us|moi|nous|everything|tout|go|now|here|it|that|this)$|(?:on|in|at|of|for|to|and|the|sur|dans|de|du|pour|avec|et|a|au)(?: |$))/i.test(
      said,
    )
    ? undefined
    : said;
}

function withLabel(intent: string, match: Match, slots: Built['slots'] = {}): Built {
  const name = label(match);
  return { intent, slots: name === undefined ? slots : { ...slots, label: name } };
}

function set(match: Match): Built | undefined {
  const seconds = parseDuration(match.norm('duration'), match.language);
  if (seconds === undefined || misleading.test(match.norm('label'))) return undefined;
  return withLabel('timer.set', match, { seconds });
}
/** Words that make "10 minute … timer" something else than a named timer. */
const misleading =
  /\b(?:how|what|why|who|is|are|was|buy|invented|kitchen that|broken|comment|pourquoi|qui|est|sont|casse|and set|then)\b/;

const cancel = (match: Match): Built => withLabel('timer.cancel', match);
const cancelReminder = (match: Match): Built => withLabel('timer.cancel', match, { kind: 'reminder' });
/** "check the timer" asks about the one, "check the timers" about all. */
const list = (match: Match): Built =>
  /^(?:check|verifie|regarde) (?:the|my|le|mon|la|ma) \w+(?:r|e|n|o)$/.test(match.sentence.text)
    ? remaining(match)
    : { intent: 'timer.list', slots: {} };
const remaining = (match: Match): Built => withLabel('timer.remaining', match);

const tFr =
  '(minuteurs?|minuter|minuteries?|timers?|comptes? a rebours|chronos?|chronometres?|decomptes?|sabliers?|tmer|minteur|compteurs?)';
const rFr = '(rappels?|alarmes?|reveils?|reveil matin|alertes?)';
const setFr =
  '(mets|met|mettez|mettre|mettes|lance|lances|lancez|lancer|demarre|demarres|demarrez|demarrer|regle|regles|reglez|regler|programme|programmes|programmez|programmer|cree|crees|creez|creer|active|actives|activez|activer|fais|faire|faites|ajoute|ajouter|ajoutez|enclenche|enclencher|commence|commencer|declenche|declencher|pose|poser|prepare|preparer|place|placer|start|set|configure|configurer|prevois|prevoir|donne|donner|ouvre|initie|initialise|regles moi|tu mets|on met)';
const theFr =
  '(un|une|le|la|mon|ma|1|l|un autre|une autre|un nouveau|une nouvelle|un petit|une petite|un deuxieme|un second|notre|ce|cette)';
const forFr =
  '(pour|appele|appelee|nomme|nommee|intitule|intitulee|qui s appelle|avec le nom|avec comme nom|avec pour nom|que tu appelles|etiquette|sur|label)';
const deFr = '(de|d|pour|sur|a|dans|pendant|qui dure|d une duree de|durant|avec|qui sonne dans|reglee? sur)';
const tellFr =
  '(previens|prevenez|avertis|avertissez|alerte|alertez|bipe|sonne|fais|reveille|reveillez|notifie|appelle|secoue|fais signe a|fais moi signe|fais nous signe|fais signe|previendras|previendrez|fait|dis le|dis)';
const cancelFr =
  '(annule|annules|annulez|annuler|supprime|supprimes|supprimez|supprimer|arrete|arretes|arretez|arreter|stoppe|stoppes|stoppez|stopper|stop|coupe|coupes|coupez|couper|enleve|enleves|enlevez|enlever|efface|effacez|effacer|desactive|desactivez|desactiver|vire|virer|termine|terminer|retire|retirer|eteins|eteignez|eteindre|interromps|interrompre|stope|debranche|laisse tomber|mets fin a|mettre fin a|mets fin|oublie|oublier|degage|jette|zappe|plus besoin|j ai plus besoin|je n ai plus besoin|abandonne)';
const whichFr =
  '(le|la|les|l|mon|ma|mes|ce|cet|cette|ces|tous les|toutes les|tous mes|toutes mes|du|au|aux|des|de mon|un|une|notre|tout les|1)';
const runningFr =
  '(en cours|actifs?|actives?|actuels?|qui tournent?|en marche|lances?|lancees?|programmes?|programmees?|restants?|en ce moment|actuellement|aujourd hui|a venir|prevus?|qui (est|sont) en cours|de prevus?|de lances?|qui sonnent|enregistres?|pour demain|pour aujourd hui|d actifs?|d active|en route|en fonction|en fonctionnement|allumes?|allumees?|d allumes?|qui restent|actives?|en attente)';
const ofFr = '(de|des|du|de la|de l|d|pour|pour le|pour la|pour les|pour l|sur|appele|nomme|intitule)';
const restFr =
  '(reste t il|il reste|reste|me reste t il|il me reste|restent il|restent t il|est ce qu il reste|il reste t il|est ce qu il me reste|il nous reste|reste il|y reste|ya)';
const leftOnFr = `(sur|au|a|pour|du|de|dans|avec|avant la fin du|avant la fin de|avant|d)[ (le|la|les|l|mon|ma|ce)] ${tFr}[ ${runningFr}][ ${ofFr} <label:few>]`;
const leftFr = `(${leftOnFr}|avant (la fin|que ca sonne|la sonnerie|que [le |la |mon ]${tFr} [ne ]sonne|que [le |la |mon ]${tFr} [ne ]se termine)|(pour|sur) (le|la|les|l|mon|ma|mes) <label:word>)`;

const tEn =
  '(timers?|countdowns?|kitchen timers?|countdown timers?|count down|stopwatch|tmer|timmer|timer clock)';
const rEn = '(reminders?|alarms?|alerts?|wake up calls?)';
const setEn =
  '(set|start|put|make|create|begin|launch|run|add|do|get|turn on|activate|schedule|setup|set up|put on|kick off|fire up|need|open|program|initiate|use|give|setting|starting|have|sets|trigger|switch on|let s do|let us do|count)';
const meEn = '(me|us|up|on|going|off|me up)';
const theEn =
  '(a|an|the|my|another|one|1|new|a new|a second|a quick|an additional|another new|second|your|a short|this)';
const forEn =
  '(for|called|named|labeled|labelled|to|on|with the name|with the label|with label|titled|name|label|and call it|and name it|and label it)';
const inEn =
  '(for|of|to|at|with|lasting|in|on|that lasts|that runs for|going for|running for|from|with a duration of|that goes off in|to go off in|that is|set to|set for)';
const tellEn =
  '(wake me|wake me up|alert me|notify me|beep|beep me|ping me|buzz me|ring|let me know|tell me|warn me|call me|signal|give me a shout|alert|make a sound|sound an alarm|go off)';
const cancelEn =
  '(cancel|cancels|cancelling|canceling|stop|stopping|delete|deleting|clear|clearing|kill|killing|remove|removing|turn off|switch off|shut off|end|ending|dismiss|abort|disable|deactivate|drop|get rid of|quit|scrap|erase|turning off|forget about|forget|silence|shut down|never mind|nevermind|i do not need|we do not need|i no longer need|discard|cancle|halt|ditch|dump|bin|undo|lose|pause)';
const whichEn =
  '(the|my|all|all the|all of the|all my|all of my|that|this|every|any|a|both|those|these|our|all running|all active|my current|the current|the running|every single|each)';
const runningEn =
  '(running|active|set|on|going|currently running|currently set|currently active|right now|now|going on|that are running|that are set|left|at the moment|in progress|pending|currently|ongoing|today|for today|for tomorrow|scheduled|coming up|going right now|set up|running right now|running now|already set|set right now|started)';
const ofEn = '(for|of|called|named|labeled|labelled|on|about|to)';
const leftEn = `(on|for|in|with|to|of|until|till|before)[ (the|my|this|that)] [<label:few> ]?${tEn}[ ${ofEn} <label:few>][ (goes off|ends|is done|is up|rings|finishes|is over|runs out|expires|to end|to finish|to go off|stops|is finished|beeps)]`;

export const timerRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `[me |nous ][${setFr} ][moi |nous |en route |en marche ][${theFr} ]${tFr} [${deFr} ]<duration>[ ${forFr} <label:few>]`,
        `[me |nous ][${setFr} ][moi |nous ][${theFr} ]${tFr} ${forFr} <label:few> [${deFr} ]<duration>`,
        `[me |nous ][${setFr} ][moi |nous ][${theFr} ]${tFr} <label:few> [${deFr} ]<duration>`,
        `[me |nous ][${setFr} ][moi |nous ]<duration> (au|sur le|dans le|sur mon|a la|sur la|au compteur du|de|en|d) ${tFr}[ ${forFr} <label:few>]`,
        `<duration> (de |en )?${tFr}[ ${forFr} <label:few>]`,
        `(compte|comptez|compter|chronometre|chronometrer|minute|decompte|decompter|compte a rebours)[ moi] <duration>[ ${forFr} <label:few>]`,
        `[me |m |nous |te ](${tellFr}|prevenir|avertir|alerter|reveiller|notifier|faire signe|sonner|biper|appeler)[ moi| nous| un signe| sonner| signe] (dans|d ici|au bout de|apres|quand) <duration>[ (seront|sont|est|sera) (passees?|ecoulees?|finies?|terminees?|passe)][ pour (le|la|les|l|mon|ma|mes) <label:few>]`,
        `(dans|d ici|au bout de) <duration> (previens|avertis|alerte|sonne|reveille|fais signe|bipe)[ moi| nous]`,
        `[me |nous ][${setFr} ][moi |nous ][${theFr} ]alarme (dans|de|pour dans|d ici|qui sonne dans) <duration>[ ${forFr} <label:few>]`,
        `[${setFr} ][un |une ]${tFr} <duration> <label:word>`,
        `${tFr} pour (le|la|les|l) <label:few>: <duration>`,
        `<duration> ${forFr} (le|la|les|l|mon|ma|mes) <label:few> au ${tFr}`,
        `(mets|met|mettez|mettre|lance|lancer|compte|demarre|donne)[ moi| nous] <duration> pour (le|la|les|l|mon|ma|mes) <label:few>`,
        `(mets|met|mettez|lance|demarre)[ moi] <duration>[ au compteur| au chrono]`,
      ],
      build: set,
    },
    {
      patterns: [
        `${cancelFr}[ moi| d| de| immediatement] [${whichFr} ]${tFr}[ (${runningFr}|que (tu as lance|j ai mis|j ai lance|tu as mis))][ ${ofFr} <label:few>][ ${runningFr}]`,
        `${cancelFr} [${whichFr} ]${tFr} <label:word>`,
        `(plus besoin|je n ai plus besoin|j ai plus besoin) (du|de|de la) ${tFr}`,
        `(le|mon|tous les|les|mes) ${tFr} [on ][l |les ](annule|arrete|oublie|supprime)`,
        `${tFr} (stop|annule|off|arret)`,
        `(arrete|arreter|cesse|stoppe) (de (chronometrer|minuter|compter)|le (chronometrage|comptage))`,
        `(je ne veux plus|je veux plus|on ne veut plus) (du|de|de la|le|la) ${tFr}[ ${ofFr} <label:few>]`,
      ],
      build: cancel,
    },
    {
      patterns: [
        `${cancelFr}[ moi] [${whichFr} ]${rFr}[ (${runningFr}|du matin|de (demain|ce soir))][ ${ofFr} <label:few>]`,
        `${cancelFr}[ moi] [${whichFr} ]${rFr} <label:word>`,
      ],
      build: cancelReminder,
    },
    {
      patterns: [
        `[me |nous ](quels sont|quel est|quelles sont|quelle est|quels|quelles|c est quoi|liste|lister|listez|enumere|enumerer|affiche|affiches|affichez|afficher|montre|montrez|montrer|donne|donnez|donner|voir|dis|dire|lis|lire|rappelle|ou sont|cite|la liste de|la liste des|liste des|liste de)[ moi| nous] [la liste (des|de) ]?(les|mes|tous les|tous mes|toutes les|toutes mes|des|nos|l|ma|mon) (${tFr}|${rFr})[ (${runningFr}|que j ai|que j ai mis|ai je|j ai|qu il y a|qui restent)][ ${runningFr}]`,
        `(combien de|quels|quelles|quel|combien d|quelle) (${tFr}|${rFr}) (tournent|tourne|sont[ t ils]|est|ai je|j ai|est ce que j ai|est ce qu il y a|il y a|y a t il|y a|en cours|restent|ont ete|as tu|tu as|on a|est ce qui|qui|courent|fonctionnent|me restent|il me reste|est ce que tu as)[ ${runningFr}][ ${runningFr}]`,
        `[est ce que |est ce qu ](j ai|ai je|j aurais|il y a|y a t il|y a|on a|tu as|as tu|il reste|reste t il|il existe|t as|ya) [encore |bien |deja |aussi ](des|un|une|quoi comme|combien de|quels|quelles|d autres|plusieurs|quel|lesquels comme) (${tFr}|${rFr})[ (${runningFr}|de ${runningFr}|qui tourne|de prevu|de prevus|a venir)][ ${runningFr}]`,
        `(mes|les|nos|tous mes) (${tFr}|${rFr})[ ${runningFr}]`,
        `(qu est ce que|que) (j ai|tu as|y a t il) comme (${tFr}|${rFr})[ ${runningFr}]`,
        `(un|des|mon|mes) ${tFr} (tourne|tournent|est|sont)[ t il| t ils][ ${runningFr}]`,
        `est ce qu (un|une) (${tFr}|${rFr}) (tourne|est ${runningFr})`,
        `(est ce que )?mes (${tFr}|${rFr}) (tournent|sont ${runningFr})`,
        `quoi comme (${tFr}|${rFr})[ ${runningFr}]`,
        `liste (${tFr}|${rFr})`,
        `[me |nous ][(donne|donner|montre|montrer|affiche|afficher|lis|lire|dis|voir|fais|faire)[ moi| nous] ][la |une ]liste (de|des|d|de mes|de tous mes|de tous les|complete des) (${tFr}|${rFr})[ ${runningFr}]`,
        `[il y a |y a |j ai |reste t il |est ce qu il reste ]encore (des|un|d autres) ${tFr}[ ${runningFr}]`,
      ],
      build: list,
    },
    {
      patterns: [
        `combien [de (temps?|minutes?|secondes?|tps|heures?) ]${restFr}[ encore| encore de temps][ ${leftFr}][ maintenant]`,
        `[il |y |me |il me |il nous ]reste[ encore] combien[ de (temps?|minutes?|secondes?|tps)][ encore][ ${leftFr}]`,
        `combien [de (temps?|minutes?|secondes?) ](encore |restantes? )?${leftOnFr}`,
        `(quel est|c est quoi|donne[ moi]|affiche[ moi]|me donner|le|il) [le |il ]?temps? (restant|qui reste|qu il reste|il reste|qu il me reste)[ ${leftFr}]`,
        `temps? restant[ ${leftFr}]`,
        `[dis moi ]ou (en est|en sont|il en est|en est on|on en est|ca en est) [avec |sur ](le|la|mon|ma|les|mes|du) ${tFr}[ ${ofFr} <label:few>]`,
        `(le|la|mon|ma) ${tFr}[ ${ofFr} <label:few>] [il |elle |ca ]?(en est|en|est|affiche|indique|dit) (ou|a combien|combien|quoi)[ maintenant]`,
        `[c est ](dans combien de temps|quand|dans combien de minutes) (que |est ce que )?(ca|il|elle|le minuteur) (va )?(sonne|sonner|finit|finir|se termine|se terminer|s arrete)`,
        `(le|la|mon) ${tFr} (sonne|se termine|finit|va sonner|est fini|termine|se finit) (quand|dans combien de temps|bientot)`,
        `(quand|dans combien de temps|a quelle heure) (est ce que |que )?(le|la|mon) ${tFr} [va ](sonne|sonner|se termine|finit|se finit|se terminer|finir)[ t il]`,
        `(quand|dans combien de temps) (sonne|se termine|finit|va sonner|se finit) [t il ]?(le|la|mon) ${tFr}[ ${ofFr} <label:few>]`,
        `est ce que (le|la|mon) ${tFr} [est ](bientot |presque |deja )?(fini|finie|terminee?|au bout)`,
        `(le|la|mon) ${tFr} est[ il| elle] (bientot |presque |deja )?(fini|finie|terminee?)`,
        `(le|la) ${tFr} ${ofFr} <label:few> il reste combien[ de temps]`,
        `(le|la|mon) ${tFr} il [lui |y |en ]?reste combien[ de temps]`,
        `(c est|on en est) (quoi|ou) (le|du|au|avec le) ${tFr}`,
        `combien (il reste|reste t il) (d|de) (temps|minutes?|secondes?)[ ${leftFr}]`,
        `il (me )?reste [(beaucoup|longtemps|encore longtemps|encore du temps) ]${leftOnFr}`,
        `${tFr} il reste combien`,
        'encore combien de (temps|minutes)',
        `(encore )?combien de (temps|minutes|secondes) ${leftFr}`,
        `il reste (encore )?(longtemps|beaucoup de temps)( ${leftFr})?`,
        `(ca|il) (finit|sonne|se termine) quand (le|la|mon) ${tFr}`,
        `etat (du|des|de la) ${tFr}`,
        `(c est|ce sera|est ce que c est|ca sera) (bientot |presque |deja |encore loin d etre |quand )?(fini|finie|termine|terminee|pret|bon) [pour ](le|la|mon|ma) ${tFr}[ ${ofFr} <label:few>]`,
        `(il |on )?(en )?reste (t il |encore )?combien (avant|sur|au|pour) [que ](le|la|mon|ma)[ ${tFr}]( sonne| finisse| se termine)?`,
      ],
      build: remaining,
    },
  ],
  en: [
    {
      patterns: [
        `[${setEn} ][${meEn} ][${theEn} ]${tEn} [${inEn} ]<duration>[ from now][ ${forEn} <label:few>]`,
        `[${setEn} ][${meEn} ][${theEn} ]${tEn} ${forEn} <label:few> [${inEn} ]<duration>`,
        `[${setEn} ][${meEn} ][${theEn} ]<duration> [long ]${tEn}[ ${forEn} <label:few>]`,
        `[${setEn} ][${meEn} ][${theEn} ]<duration> <label:few> ${tEn}`,
        `[${setEn} ][${meEn} ][${theEn} ]<label:few> ${tEn} [${inEn} ]<duration>`,
        `[${setEn} ][${meEn} ]${tEn} <label:few> <duration>`,
        `[${setEn} ]<duration> on (the|my|a) (clock|${tEn})[ for <label:few>]`,
        `(time|timing|count down|countdown|count|count down from)[ me] [from |for ]<duration>[ for <label:few>]`,
        `${tellEn} (in|after|once|when|in exactly) <duration>[ (is|are|have|has) (up|passed|over|gone by|elapsed|done)][ from now][ for <label:few>]`,
        `in <duration> (wake me up|wake me|let me know|alert me|notify me|beep|ping me)`,
        `[${setEn} ][${meEn} ][${theEn} ]alarm (for|in|to go off in|that goes off in|of) <duration>[ from now]`,
        `[${setEn} ][${meEn} ][${theEn} ]<duration> alarm[ for <label:few>]`,
        `[${setEn} ]${tEn} <duration> <label:word>`,
        `${tEn} for <label:few>: <duration>`,
        `<duration> for (the|my) <label:few> on the ${tEn}`,
        `[${setEn} ]<duration> (timer|countdown) (please )?(for|called) <label:few>`,
        `(put|set|give me|start) <duration>[ on| on the clock| on the timer] for (the|my) <label:few>`,
        `(put|give me|give us|i want|i need|let us have) <duration> on[ the clock| the timer]`,
        `set <duration>[ on the clock| timer]`,
      ],
      build: set,
    },
    {
      patterns: [
        `${cancelEn} [${whichEn} ]${tEn}[ ${runningEn}][ ${ofEn} <label:few>][ ${runningEn}| anymore]`,
        `${cancelEn} [${whichEn} ]<label:few> ${tEn}[ anymore]`,
        `turn [${whichEn} ][<label:few> ]${tEn} off`,
        `shut [${whichEn} ][<label:few> ]${tEn} off`,
        `${tEn} (stop|off|cancel)`,
      ],
      build: cancel,
    },
    {
      patterns: [
        `${cancelEn} [${whichEn} ]${rEn}[ ${ofEn} <label:few>][ anymore]`,
        `${cancelEn} [${whichEn} ]<label:few> ${rEn}[ anymore]`,
        `turn [${whichEn} ]${rEn} off`,
      ],
      build: cancelReminder,
    },
    {
      patterns: [
        `(what|which|how many|any|what are|what is|list|lists|show|show me|see|display|give me|read|read me|read out|tell me|tell me about|check|view|name|go through|do i have|have i got|have i set|did i set|are there|is there|do we have|got|let me see|what about|pull up|list out|enumerate) [the |my |all the |all my |all of my |any |a |our |all |other |of my |some |all of the |me my |current |active ]?[current |active |running |upcoming |pending ]?(${tEn}|${rEn})[ (do i have|have i got|are|are there|is|i have|do we have|have i set|did i set|i set|i ve set|have been set|are currently|have you got|i ve got|still|do you have|that i have|that i set|there are|am i running|currently)][ ${runningEn}][ ${runningEn}]`,
        `(my|all my|all|active|running|current|the|all the)[ active| running| current| pending] (${tEn}|${rEn})[ ${runningEn}]`,
        `[(give me|show me|read me|show|tell me|read|i want|get me) ](a |the )?list of (my |the |all my |all the |all )?[active |running |current ]?(${tEn}|${rEn})[ ${runningEn}]`,
        `(what|which) (of my )?${tEn} (are|is) [still ]?${runningEn}`,
        `(is|are) (a|any|my|the|there any|there a|there) ${tEn} [still |currently ]?${runningEn}`,
        `${tEn} (status|list)`,
        `how many ${tEn} (are there|do i have|are|have i)[ ${runningEn}]`,
        `what have i (set|got) (as )?(${tEn}|${rEn})`,
        `what (${tEn}|${rEn}) are`,
        `list of (my |the )?(${tEn}|${rEn})`,
      ],
      build: list,
    },
    {
      patterns: [
        `(how much|how many|what) (time|minutes?|seconds?|tim|hours?)[ (is|are|do i have|s|there is)] (left|remaining|remains|to go|still left)[ ${leftEn}]`,
        `(how much|how many|what|how long)[ (is|are|do i have|s|there is)] (left|remaining|remains|to go|still left) ${leftEn}`,
        'how long (is |do i have )?(left|remaining|to go)',
        `(how much|how many|how long|how much longer|how much more)[ (time|minutes?|seconds?|longer|more)][ (is|are|do i have|do we have|have i got)][ (left|remaining|there|to go|it)] ${leftEn}`,
        `how (long|much time|much longer|many minutes|much|many seconds) (does|do|has|have|will|is) (the|my|this) [<label:few> ]?${tEn} (have left|got left|have|got|left|have to go|take|still have|have remaining|last|still running)`,
        `how (long|much time|much|many minutes) (the|my) [<label:few> ]?${tEn} has[ left| got left| to go]`,
        `how (many|much) more (minutes|seconds|time|hours)[ left| to go| remaining][ ${leftEn}]`,
        `(what is|where is|what does) (the|my) [<label:few> ]?${tEn} (at|on|up to|say|show|say now)[ now]`,
        `how much time (is )?(left|remaining) for (the |my )?<label:word>`,
        `(time|minutes) (left|remaining)[ ${leftEn}]`,
        `what is (the )?(time left|remaining time|time remaining)[ ${leftEn}]`,
        `(is|are) (the|my) [<label:few> ]?${tEn} [(almost|nearly|about|still|close to|already) ](done|over|up|finished|running|finishing|to go off|ending|ready)`,
        `(when|what time) (does|will|is|do) (the|my) [<label:few> ]?${tEn} [going to |about to |set to ]?(go off|end|ring|finish|done|be done|stop|be up|be over|expire|run out|up|over)`,
        `(how is|how s|check|check on|what about|where is|where are we (on|with)|what is up with|status of|what is the status of|update on) (the|my) [<label:few> ]?${tEn}[ doing| coming along| at| going| looking]`,
        `how (close|far along) is (the|my) [<label:few> ]?${tEn}[ to being done| to done]`,
        `how much (tim|time|longer) [is ]?left[ on| for| in][ the| my][ ${tEn}]`,
        `[<label:few> ]?${tEn} (status|time left|remaining|progress)`,
        `how long (until|till|before|to) (it|the ${tEn}|my ${tEn}) (rings|goes off|ends|is done|beeps|is up)`,
        `how long (is|have i got|do i have|do we have) (left|to go|remaining)`,
        'how (long|much time|many minutes|much longer) (left|remaining|is remaining|is left|are left|do i have left|have i got left|i have left|to go)',
        'what s left (on|in) (the|my) [<label:few> ]?timer',
        'how much (longer|more time) (for|on|with|until|till) (the|my) <label:few>',
      ],
      build: remaining,
    },
  ],
};
