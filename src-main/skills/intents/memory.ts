/** Facts the user asks to be remembered, asked about, or forgotten. */
import type { Language } from '../../domain/language.ts';
import { fold } from '../fold.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { placeNamed } from '../places.ts';
import { tidy } from './slots.ts';

function remember(match: Match): Built | undefined {
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
const rememberTold = (match: Match): Built | undefined =>
  /^(?:i|we|my|our|je|j|on|nous|mon|ma|mes|notre|nos|(?:le|la|l) (?:code|mot de passe|numero|cle)|the (?:code|password|number|key)) /.test(
    match.norm('fact'),
  )
    ? remember(match)
    : undefined;

/** English "that" may point ("remember that day"): what follows must be a clause. */
function rememberClause(match: Match): Built | undefined {
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
      /^(?:les \p{L}+[sx](?: |$)|\p{Ll}{4,}[sx]$|.* en g[ée]n[ée]ral$|l[ae] .*\p{Lu}|l['’].*\p{Lu}|[\p{Ll}’'-]+ [\p{Ll}’'-]+[sx]?$)/u.test(
        about,
      ) && !/ (?:de|d['’]) ?\p{Lu}\p{L}+$/u.test(about)
    );
  return (
    /^(?:the .*\p{Lu}|(?!the |this |that |your )[\p{Ll}-]+ (?:\p{Ll}+ )*\p{Ll}+s?$|(?!things$|us$)\p{Ll}{3,}s$)/u.test(
      about,
    ) && !/['’]s(?: |$)/.test(about)
  );
}

function ask(match: Match): Built | undefined {
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
function askOwn(match: Match): Built | undefined {
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
const askCode = (match: Match): Built | undefined =>
  technical.test(match.norm('about')) ? undefined : askOwn(match);

function forget(match: Match): Built | undefined {
  const about = tidy(match.words('about'));
  const text = match.norm('about');
  return about === '' || !/[a-z0-9]/.test(text) || notMemory.test(text)
    ? undefined
    : { intent: 'memory.forget', slots: { about } };
}
const notMemory =
  /^(?:ca|cela|it|this|that|la question|le reste|ce message|mon message|ma question|ma demande|my (?:question|message|last (?:question|message|request)|request|previous (?:question|message|request)|instructions)|mes instructions|ma derniere|mon dernier|tes |your |les (?:regles|instructions)|the (?:question|rules|instructions|previous|last|rest))(?: |$)/;
const forgetAll = (match: Match): Built => ({
  intent: 'memory.forget',
  slots: { about: match.language === 'fr' ? 'moi' : 'me' },
});

const toRemember =
  '(souviens toi|souvenez vous|te souvenir|souviens t en|te souviennes|te souvienne|rappelle toi|rappelez vous|te rappeler|te rappelles|retiens|retenez|retenir|retiennes|memorise|memorises|memorisez|memoriser|enregistre|enregistrez|enregistrer|garde en tete|garde en memoire|garde bien en tete|garde a l esprit|gardes en tete|gardes en memoire|gardez en memoire|gardez en tete|garder en memoire|garder en tete|garder a l esprit|garde bien en memoire|gardes a l esprit|n oublie pas|n oubliez pas|noublie pas|oublie pas|n oublie jamais|oublie jamais|ne pas oublier|n oublies pas|sache|sachez|saches|mets en memoire|mettre en memoire|mets toi en tete|mets toi dans la tete|note dans ta memoire|note en memoire|apprends|il faut que tu saches|il faut que tu retiennes|tu dois savoir|tu dois retenir|tu dois te souvenir|pour info|pour information|pour ta gouverne|prends en compte|conserve en memoire|stocke|rentre toi dans la tete|mets dans ta memoire|imprime|que tu te souviennes|que tu retiennes|que tu saches|que tu te rappelles)[ bien| pour moi| pour plus tard| aussi| ca| ceci| desormais| toujours]';
const knowFr =
  '(sais tu|tu sais|savez vous|vous savez|connais tu|tu connais|te rappelles tu|tu te rappelles|tu te souviens|te souviens tu|vous rappelez vous|vous souvenez vous|as tu retenu|tu as retenu|t as retenu|tu retiens|retiens tu|t ai je dit|je t ai dit|je t ai raconte|t ai je raconte|j ai dit|vous ai je dit|je vous ai dit|as tu memorise|tu as memorise|as tu note|as tu en memoire|tu as en memoire|as tu appris|tu as appris|as tu enregistre|tu as enregistre|t avais je dit|je t avais dit|t ai dit|t ai je appris|je t ai appris|ai je dit|as tu comme infos|tu as comme infos|est ce que tu sais)[ deja| exactement| au juste| moi]';
const aboutFr =
  '(sur|de|d|du|des|a propos de|a propos d|a propos du|a propos des|au sujet de|au sujet d|au sujet du|au sujet des|concernant|par rapport a|pour|quant a|de la part de)';
const toldFr =
  '(je t ai dit|je t ai raconte|j ai dit|tu sais|tu as retenu|tu connais|je t avais dit|je vous ai dit|vous savez|tu as memorise|tu as appris|je t ai demande de retenir|tu as en memoire|tu te rappelles|t ai dit|je t ai appris|tu as enregistre|t as retenu|tu te souviens)';
const own = '(mon|ma|mes|notre|nos)';
const toForget =
  '(oublie|oublies|oubliez|oublier|efface|effaces|effacez|effacer|supprime|supprimez|supprimer|enleve|enlever|retire|retirer|ne retiens plus|ne te souviens plus|forget|vide|ne retiens pas|ne garde pas|ne garde plus|jette|nettoie)';

export const memoryRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `${toRemember} (que|qu|du fait que|du fait qu|de ceci|de ca) <fact:any>`,
        `${toRemember}~<fact:any>`,
        '[a ](retiens|retenir|memoriser|retenez)~<fact:any>',
        `(retiens|memorise|enregistre|souviens toi|rappelle toi|n oublie pas|retenez|memorisez|memoriser|retenir) (ca|ceci|cette information|cette info|cela|bien ca|bien ceci|cette chose|un truc)~<fact:any>`,
      ],
      build: match =>
        /^(?:tu peux|je peux compter|le |la |de )?$/.test(match.norm('fact')) ? undefined : remember(match),
      longText: true,
    },
    {
      patterns: [
        '<fact:line>~(alors |donc )?(retiens le|retenez le|souviens t en|souvenez vous en|rappelle t en|ne l oublie pas|n oublie pas|garde le en tete|garde ca en tete|garde le en memoire|retiens ca|retiens bien ca|memorise le|memorise ca|retiens la|note le dans ta memoire)',
      ],
      build: rememberTold,
    },
    {
      patterns: [
        '(retiens|memorise|retenir|memoriser|memorisez|retenez|souviens toi|enregistre|rappelle toi)[ bien] <fact:any>',
      ],
      build: match =>
        /^(?:mon|ma|mes|notre|nos|je|j|on|nous|le|la|l|les) .*(?:^| )(?:est|sont|s appelle|a|ai|suis|aime|c est|deteste|habite|travaille|prefere|mesure|fait|vaut|se trouve|etait|:|\d[\d ]*)(?: |$)/.test(
          match.norm('fact').replace(':', ' :'),
        ) && !/^(?:de|du|d) /.test(match.norm('fact'))
          ? remember(match)
          : undefined,
      longText: true,
    },
    {
      patterns: [
        `(que|qu est ce que|qu|est ce que|quoi|quelles informations) ${knowFr} [de beau |de neuf ]?${aboutFr} <about:line>`,
        `(tu sais|tu connais|sais tu|t as retenu|tu as retenu|tu te rappelles|je t ai dit|je t avais dit|j ai dit) quoi ${aboutFr} <about:line>`,
        `[me ](raconte|donne|dire|liste|montre|rappelle|resume|donner|rappeler)?[ moi] ?[tout ]ce que ${toldFr} ${aboutFr} <about:line>`,
        `(qu est ce que|que) (j ai|je t ai) (dit|raconte) ${aboutFr} <about:line>`,
        `(as tu|tu as|t as|est ce que tu as|avez vous) (quelque chose|des infos|des informations|des souvenirs|une info|des choses) (en memoire )?${aboutFr} <about:line>`,
        `(tu sais|sais tu|est ce que tu sais|te souviens tu|tu te souviens|tu te rappelles|t ai je dit|est ce que je t ai dit|est ce que tu te souviens) (de )?(quelque chose|des choses) ${aboutFr} <about:line>`,
        `(quels sont tes|quelles sont tes|tu as des|as tu des) (souvenirs|informations|infos|connaissances) ${aboutFr} <about:line>`,
        `qu y a t il dans ta memoire ${aboutFr} <about:line>`,
        `quoi ${aboutFr} <about:line> (dans ta memoire|en memoire)`,
        `[tout ]ce que ${toldFr} ${aboutFr} <about:line>`,
        `de quoi (te souviens tu|tu te souviens|te rappelles tu|tu te rappelles|vous souvenez vous) ${aboutFr} <about:line>`,
        `(t ai je|je t ai|est ce que je t ai) (deja )?(parle|dit (quelque chose|un mot)) ${aboutFr} <about:line>`,
      ],
      build: ask,
    },
    {
      patterns: [
        `(est ce que )?(tu te souviens|te souviens tu|tu te rappelles|te rappelles tu|vous souvenez vous|vous vous souvenez|tu as retenu|as tu retenu|tu connais|connais tu|tu sais|sais tu|te rappelles tu encore|tu te souviens encore|as tu retenu|avez vous retenu|savez vous) (de |d |du |des )?(ce que je t ai dit (sur |de |d |du ))?<about:line>`,
      ],
      build: match =>
        /(?:te|vous|tu|toi) .*ce que je t ai dit/.test(match.sentence.text) ||
        /^(?:(?:mon|ma|mes|notre|nos|moi)\b|ce que j|(?:code|mot de passe|digicode|numero|code pin) (?:de |du |d )|(?:nom|prenom|code|numero|anniversaire|date|adresse|pointure|age|couleur) (?:de |du |d )(?:mon|ma|mes)|ou (?:j ai|je (?:me suis|suis)|on a|est ma|est mon|sont mes|se trouve ma|se trouve mon|j habite|je travaille)|comment s appelle (?:mon|ma|mes)|quel(?:le)? est (?:mon|ma)|(?:le|la|l) (?:nom|prenom|code|numero|anniversaire|date|adresse|pointure|age|couleur)[ a-z]* (?:de |du |d )?(?:mon|ma|mes))/.test(
          match.norm('about'),
        )
          ? ask(match)
          : undefined,
    },
    {
      patterns: [
        `comment (s appelle|s appellent|se nomme|se nomment|s appelait|est ce que s appelle|s appelle t il|elle s appelle|il s appelle) (deja )?<about:line>`,
        `<about:line> [il |elle ]?(s appelle|se nomme) comment[ deja]`,
        `(quel|quelle|quels|quelles|c est quoi|c est quand|c quoi|qui|quand|ou) (est|sont|etait|etaient|c est) ?(deja )?<about:line>[ deja]`,
        `(c est quoi|c est quand|c est qui|c est ou|c quoi) (deja )?<about:line>[ deja]`,
        `<about:line> (c est|est) (quoi|quand|ou|qui|quelle? jour)[ deja]`,
        `(quand|ou|en quelle annee) (est|tombe|se trouve|sont|est ce que c est|est ranges?|est garee?|sont ranges?|sont garees?|est posee?|se trouvent) (garee? |rangee?s? |posee?s? |cachee?s? )?<about:line>`,
        `ou (ai je|j ai|est ce que j ai|avais je|j avais|ai) (gare|mis|range|pose|laisse|cache|stationne|fourre|gares|oublie)e?s? (deja )?<about:line>`,
        `j ai (gare|mis|range|pose|laisse|cache|stationne)e?s? ou <about:line>`,
        `j ai (gare|mis|range|pose|laisse|cache)e?s? <about:line> ou`,
        `<about:line> (est|sont) ou`,
        `quel age (a|ont) <about:line>`,
        `<about:line> a quel age`,
        `ou (travaille|habite|vit|travaillent|habitent) <about:line>`,
      ],
      build: match =>
        new RegExp(
          `^${own.replace('(', '(?:')} |^(?:l anniversaire|le nom|le prenom|le numero|la date|l adresse|l age|la couleur|la taille|le metier|la pointure|le surnom)[ a-z]* (?:de |d )${own.replace('(', '(?:')} `,
        ).test(`${match.norm('about')} `)
          ? askOwn(match)
          : undefined,
      noDesire: true,
    },
    {
      patterns: [
        '(quel|quelle) (est|etait) (deja )?<about:line>[ deja]',
        'c est quoi (deja )?<about:line>[ deja]',
        '[me ](donne|rappelle|dire|donner|rappeler)[ moi] <about:line>',
      ],
      build: match =>
        /^(?:le |mon )?(?:code|mot de passe|digicode|numero|pin|code pin|code secret|code wifi|mdp) (?:de|du|d|des|pour) /.test(
          match.norm('about'),
        )
          ? askCode(match)
          : undefined,
    },
    {
      patterns: [
        '(comment je m appelle|comment est ce que je m appelle|c est quoi mon nom|quel est mon (nom|prenom)|qui suis je|je m appelle comment|mon nom c est quoi|tu sais qui je suis|sais tu qui je suis)',
      ],
      build: () => ({
        intent: 'memory.ask',
        slots: { about: 'mon nom' },
        confidence: 0.8,
        details: { implicit: true },
      }),
    },
    {
      patterns: [
        '(qu est ce que|que|quoi) (tu sais|sais tu|tu as retenu|as tu retenu|je t ai demande de retenir|tu as en memoire|as tu en memoire|tu as memorise|as tu memorise|as tu enregistre)[ en memoire]',
        'qu y a t il dans ta memoire',
        '[liste |montre |affiche ](tes souvenirs|ta memoire|tout ce que tu sais)',
      ],
      build: () => ({ intent: 'memory.ask', slots: { about: 'moi' } }),
    },
    {
      patterns: [
        `${toForget} [tout |completement ]?ce que ${toldFr}[ a| de retenir] ${aboutFr} <about:line>`,
        `${toForget} (que|qu|le fait que|le fait qu) <about:line>`,
        `${toForget} (tout |toutes les infos |toutes les informations |l information |les informations |l info |les infos |ce que tu as )?(sur|a propos de|a propos d|a propos du|au sujet de|concernant) <about:line>`,
        `${toForget} <about:line> (de|dans) (ta|la|votre) memoire`,
        `${toForget} de (ta|la|votre) memoire [que |qu ]<about:line>`,
        `${toForget} (tous )?(tes|les|vos) (souvenirs|infos|informations|connaissances|donnees) (de|d|du|des|sur|a propos de|concernant|au sujet de) <about:line>`,
        `(ne te souviens plus|ne retiens plus|ne te rappelle plus) (de|d|du|que|qu) <about:line>`,
        `${toForget} [tout ]?(de|d|du) <about:few>`,
      ],
      build: forget,
    },
    {
      patterns: [`(oublie|oublies|oubliez|oublier) <about:few>`],
      build: match =>
        /^(?:(?:mon|ma|mes|notre|nos) |(?:le|l|la|les) (?:code|mot de passe|numero|anniversaire|adresse|nom|prenom|date|couleur|allergie|pointure)\b)/.test(
          match.norm('about'),
        )
          ? forget(match)
          : undefined,
    },
    {
      patterns: [
        `${toForget} [absolument ](tout|tout ce que tu sais|tout ce que je t ai dit|tout ce que tu sais sur moi|tout ce que tu sais de moi|toute ta memoire|ta memoire|tous tes souvenirs|tout sur moi|tout ce que tu as retenu|tout ce que tu as en memoire)`,
        '(vide|efface|reinitialise) [toute ]?(ta|la) memoire',
      ],
      build: forgetAll,
    },
  ],
  en: [
    {
      patterns: [
        '<fact:line>~(so |and )?(remember that|remember this|remember it|keep that in mind|keep it in mind|keep this in mind|do not forget that|do not forget it|do not forget|bear that in mind|memorize that|memorise that|store that|save that)',
      ],
      build: rememberTold,
    },
    {
      patterns: [
        '(remember|remembers|remembering|memorize|memorise|keep in mind|bear in mind|do not forget|don t forget|never forget|keep in memory|store|record|know|learn|commit to memory|store in memory|save in memory|save in your memory|store in your memory|keep in your memory|save|make sure to remember|always remember|remember for me|remember for later|keep track of the fact|keep a note in your memory|retain|fyi|for your information|just so you know|so you know|take into account|you should know|you need to know|put in your memory|remind yourself|log|add to your memory|make a mental note|mental note|keep in your mind|have in mind|be aware)[ the fact] that <fact:any>',
      ],
      build: match =>
        /^(?:store|record|know|learn|save|log)\b/.test(match.sentence.text) &&
        !/^(?:store|record|know|learn|save|log)(?: in (?:your )?memory)? that (?:my|our|the|\w+ s)\b/.test(
          match.sentence.text,
        )
          ? undefined
          : rememberClause(match),
      longText: true,
    },
    {
      patterns: [
        '(remember|memorize|memorise|keep in mind|do not forget|bear in mind|remember this|remember the following|keep this in mind|memorize this|memorise this|please remember|fyi|note for your memory|for the record|save this to memory|commit this to memory|add to memory|add this to your memory|remember for me|remember for later|remember this for me|remember this fact|mental note|store this|save this|memorize this for me|store this in (your )?memory|save this in (your )?memory|keep this in (your )?memory|put this in (your )?memory|learn this|note this in your memory|here is something to remember|one thing to remember|something to remember)~<fact:any>',
      ],
      build: rememberClause,
      longText: true,
    },
    {
      patterns: [
        '(remember|memorize|memorise|keep in mind|do not forget|bear in mind|fyi|never forget|always remember) <fact:any>',
      ],
      build: match =>
        (/^(?:i (?:am|m|like|love|hate|have|live|work|prefer|do not|don t|can not|cannot|parked|put|left|was|want|need|drink|eat|take|wear|drive|play|speak|use|own|keep|always|never|will|go|got|moved|study)|i\b.* allergic|im |(?:my|our|his|her) .+|we (?:are|have|live|like|need|moved|got)|the .+ (?:is|are|was) .+|[a-z]+ s .+ (?:is|are|was) .+)/.test(
          match.norm('fact'),
        ) ||
          /^\p{Lu}\p{Ll}+ (?:is|has|likes|loves|hates|lives|works|prefers|owns|can|can['’]t|does|doesn['’]t|was|will|arrives|comes|always|never|and)\b/u.test(
            match.words('fact'),
          )) &&
        !/^the \p{Lu}/u.test(match.words('fact')) &&
        !/^(?:my|our) (?:words|name|face)?$/.test(match.norm('fact'))
          ? rememberClause(match)
          : undefined,
      longText: true,
    },
    {
      patterns: [
        '(what|what all|what exactly|what else|anything) (do you|did you|can you|do u|you) (know|remember|recall|have|store|learn|have stored|have saved|have in memory)[ already| so far| exactly| in your memory| in memory| on file| saved| stored] (about|of|regarding|concerning|on) <about:line>',
        '(what|what all|which things) (did i|have i|had i|i) (tell|told|say|said|mention|mentioned|tell to|share|shared|teach|taught)[ to][ you][ with you| before| already| earlier| so far| yesterday] (about|regarding|concerning|on|of) <about:line>',
        '[recall |remind me of |remind me |give me |list |show me |repeat |read me ](everything|all|anything|what|all the things|everything that|all that|the things) (you|i) (know|remember|told you|have|ve told you|have told you|said|recall|have stored|have on file|said to you|mentioned) (about|of|on|regarding|concerning) <about:line>',
        '(do you|did you|can you|do u) (know|remember|recall|have|learn) (anything|something|things|stuff|any facts|any information|any info|what i (said|told you|ve said)|what i have told you|everything|what you know|any memories|any memory|information|facts)[ i (told you|said)| that i told you| stored| saved] (about|of|on|regarding|concerning) <about:line>',
        '(have|did) i (ever )?(told|tell|said|say|mentioned|mention)[ to][ you] (anything |something )?(about|regarding) <about:line>',
        '(what is|what s) in your memory (about|on|regarding) <about:line>',
        '(what|any) (facts|information|info|memories) (do you have|have you got|have you)[ stored| saved]? (about|on|of|regarding) <about:line>',
        'what have you (learned|learnt|remembered|memorized|stored|saved|got) (about|on|regarding) <about:line>',
      ],
      build: ask,
    },
    {
      patterns: ['(do|can|did|would) (you|u) (remember|recall|know|still remember|still know) <about:line>'],
      build: match =>
        /^(?:my|our|me|what i|where i (?:parked|put|left|live|work|keep)|where my|where is my|where are my|when my|who my|who i am|how old my|what my|what is my|the (?:name|code|password|number|birthday|address) (?:of|for) my|when is my|who is my)\b/.test(
          match.norm('about'),
        ) && !/^my (?:question|last question|previous)/.test(match.norm('about'))
          ? ask(match)
          : undefined,
    },
    {
      patterns: [
        '(what is|what was|what are|what were|who is|who are|who was|where is|where are|when is|when are|when was|whats|whos|what color is|what colour is|how old is|how tall is|what size is) <about:line>[ again| called]',
        'where (did|have) i (park|parked|put|leave|left|store|stored|hide|hid|place|placed|keep|kept|stash|set|lay) <about:line>',
        'where do i (keep|store|park|put) <about:line>',
        'where i (parked|put|left) <about:line>',
        '(how|when|what) (do|does) [(i|we) ]<about:line> (called|named)',
        'what (do|does) (i|we) (call|name) <about:line>',
        '(which|what) (floor|level) (is|did i park) <about:line>( on)?',
        'what is the (name|age|birthday|color|colour|address|number|phone number) of <about:line>',
        'what (did|do) i (call|name) <about:line>',
        'where (does|do) <about:line> (live|work)',
        'what does <about:line> (like|do for a living|do)',
        'when (does|do) <about:line> (start|end|begin|leave|arrive|expire)',
      ],
      build: match =>
        /^(?:my|our)\b/.test(match.norm('about')) &&
        !/ (?:in|on) (?:notes|shopping)/.test(match.norm('about'))
          ? askOwn(match)
          : undefined,
      noDesire: true,
    },
    {
      patterns: ['(what is|what was|whats|tell me|give me|remind me of) <about:line>[ again]'],
      build: match =>
        /^(?:the|my) (?:code|password|pin|pin code|combination|passcode|wifi password|wi fi password|access code) (?:of|for|to) /.test(
          match.norm('about'),
        ) || /^the [a-z]+ (?:code|password|pin)$/.test(match.norm('about'))
          ? askCode(match)
          : undefined,
    },
    {
      patterns: ['(who am i|do you know who i am|do you know my name|what am i called)'],
      build: () => ({
        intent: 'memory.ask',
        slots: { about: 'my name' },
        confidence: 0.8,
        details: { implicit: true },
      }),
    },
    {
      patterns: [
        'what (do you|did you|have you) (remember|remembered|memorized|memorised|have in (your )?memory|have stored|stored in (your )?memory)[ so far]',
        '(what is|show|show me|list|read) (in |what is in |everything in )?your (memory|memories)',
        '(what|everything) (have|did) i (told|tell|asked|ask) you to remember',
        'tell me everything you (remember|know)',
      ],
      build: () => ({ intent: 'memory.ask', slots: { about: 'me' } }),
    },
    {
      patterns: [
        '(forget|forgets|erase|delete|remove|wipe|clear|drop|discard|unlearn|disregard|stop remembering|do not remember|don t remember)[ please] (everything|all|what|anything|all the things|whatever|the things|the fact|the facts|stuff|what all|all that|everything that|information|all information|all info|the information|any information) [that ]?(i|you|we)? ?(told you|told|ve told you|have told you|said|know|remember|mentioned|have|stored|have stored|said to you|ever told you|have on file|just told you|had told you|asked you to remember)?[ to you] ?(about|regarding|concerning|on) <about:line>',
        'forget (that|the fact that) <about:line>',
        '(erase|delete|remove|wipe|clear|drop|forget|purge|take|scrub) <about:line> (from|in|out of|off) (your |the )?(memory|memories|mind)',
        '(forget|erase|delete|wipe|clear|remove) (all |all of )?(your|the) (memory|memories|knowledge|information|info|data) (of|about|on|regarding) <about:line>',
        '(forget|stop remembering|no longer remember|do not remember|unlearn) about <about:few>',
        'stop remembering (that )?<about:line>',
        '(erase|delete|remove) from (your )?memory [that ]?<about:line>',
        '(you can |you should )?forget (anything|everything|all) about <about:line>',
      ],
      build: match =>
        /^(?:night|day|movie|film|i asked|i said|i ever|we ever)\b/.test(match.norm('about'))
          ? undefined
          : forget(match),
    },
    {
      patterns: ['(forget|unlearn) <about:few>'],
      build: match =>
        /^(?:my|our|the (?:code|password|number|birthday|address|name|pin)|\w+ s (?:birthday|name|address|number|phone number|allergy|age|favorite|favourite))\b/.test(
          match.norm('about'),
        )
          ? forget(match)
          : undefined,
    },
    {
      patterns: [
        '(forget|erase|delete|wipe|clear) (everything|all|everything you know|everything i told you|everything i have told you|everything you know about me|all you know about me|all about me|everything about me|your memory|all your memories|your memories|your entire memory|your whole memory|everything you remember|everything i ve told you|all of your memory)',
      ],
      build: forgetAll,
    },
  ],
};
