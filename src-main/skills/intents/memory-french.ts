/** French sentences that ask to remember, tell about, or forget a fact. */
import type { Rule } from '../grammar.ts';
import { ask, askCode, askOwn, forget, forgetAll, remember, rememberTold } from './memory-slots.ts';

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

export const frenchMemory: readonly Rule[] = [
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
      `(il|elle|ils|elles) (s appelle|se nomme|s appellent) comment <about:line>`,
      `(il|elle|c) est (ou|quand) <about:line>`,
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
];
