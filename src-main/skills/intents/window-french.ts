/** French sentences that do something in the window. */
import type { Sentences } from './window-sentences.ts';

const show =
  '(ouvre|ouvrir|ouvrez|ouvres|affiche|afficher|affichez|montre|montrer|montrez|fais voir|voir)[ moi| nous][ donc]';
const go =
  '(va|vas|aller|allez|allons|passe|passer|passez|passons|retourne|retourner|retournez|retournons|reviens|revenir|revenez|revenons|rends toi|amene moi|emmene moi)';
const set =
  '(mets|mettre|mettez|mets toi|mets moi|passe|passer|passez|active|activer|activez|choisis|choisir|prends|utilise|utiliser|bascule|basculer)';
const off =
  '(desactive|desactiver|desactivez|coupe|couper|coupez|arrete|arreter|arretez|eteins|eteindre|enleve|enlever)';
const on = '(active|activer|activez|mets|mettre|mettez|allume|allumer|lance|lancer|demarre|demarrer)';
const erase = '(supprime|supprimer|supprimez|efface|effacer|effacez)';
const take = '(exporte|exporter|exportez|enregistre|sauvegarde|sauvegarder|telecharge)';
const change = '(change|changer|changez|modifie|modifier|modifiez)';
const the = '(la |le |les |l |ma |mes |mon |ta |tes |ton |vos |votre |nos )?';
const page = '(page |piece |ecran |fenetre |onglet |vue |rubrique )';
const of = '(de la |du |des |de l |de |d )?';

/** "Ouvre la mémoire", "va dans les réglages", "retourne à la page des réglages". */
const walk = (nouns: string): readonly string[] => [
  `${show} ${the}(${page}${of})?(${nouns})`,
  `${go} (a |au |aux |dans |sur |vers |voir )${the}(${page}${of})?(${nouns})`,
  `${page}${of}(${nouns})`,
];
const settings = 'reglages|parametres|preferences';

export const frenchSentences: Sentences = [
  ['system.measures', walk('mesures|graphiques|graphiques de performance')],
  [
    'system.ledger',
    [
      ...walk('registre|registre des envois|envois'),
      `${show} ce qui (est sorti|sort|est envoye|a ete envoye) de (la|cette|ma) machine`,
    ],
  ],
  ['system.logs', walk('journaux|journal|journal du programme')],
  [
    'answer.read',
    [
      '(lis|lire|lisez|relis|dis)[ moi| nous] (la|ta|cette|ta derniere|la derniere) reponse (a voix haute|a haute voix)',
      '(lis|lire|lisez)[ moi| nous] (la|ta|cette|ta derniere|la derniere) reponse',
    ],
  ],
  ['conversation.pin+', ['(epingle|epingler) (cette|la) (conversation|discussion)']],
  ['conversation.pin-', ['(desepingle|desepingler|detache) (cette|la) (conversation|discussion)']],
  ['window.panel+', ['(ouvre|ouvrir|affiche|afficher|montre) le panneau[ de droite| lateral]']],
  ['window.panel-', ['(ferme|fermer|cache|cacher|masque|masquer|enleve) le panneau[ de droite| lateral]']],
  ['room.conversation', [...walk('conversation|discussion|chat'), `${go} (discuter|parler avec toi)`]],
  ['room.memory', walk('memoire|souvenirs|explorateur de memoire|explorateur de la memoire')],
  [
    'room.now',
    [
      `${show} ce qui est en cours`,
      `${page}en cours`,
      `${show} ${the}(taches|activites|telechargements) en cours`,
      `${go} (a|dans|sur) en cours`,
    ],
  ],
  ['room.system', [...walk('systeme|etat du systeme|performances|tableau de bord')]],
  ['room.settings', [...walk(settings), `(les |tes )?(${settings})`]],
  [
    'room.welcome',
    [...walk('accueil|bienvenue|premiers pas'), '(refais|recommence|relance) (l accueil|les premiers pas)'],
  ],
  [
    'room.back',
    [
      '(reviens|revenir|retourne|retourner|revenez|retour|va|fais retour) en arriere',
      '(reviens|retourne|revenir|retour|va) a la (page|piece) (precedente|d avant)',
      '(page|piece) precedente',
      'retour',
      'en arriere',
    ],
  ],
  [
    'conversation.new',
    [
      '(une )?nouvelle (conversation|discussion)',
      'nouveau chat',
      '(commence|commencer|commencons|demarre|demarrer|ouvre|ouvrir|cree|creer|lance|lancer|fais|faire|debute|on commence|on demarre|on ouvre)[ moi] une (nouvelle|autre) (conversation|discussion)',
      '(commence|demarre|ouvre|cree|lance) un nouveau chat',
      '(change|changeons|changer) de conversation',
    ],
  ],
  [
    'conversation.search',
    [
      '(cherche|chercher|recherche|rechercher|fais une recherche) dans (les|mes|toutes les|toutes mes|nos) (conversations|discussions)',
      `${show} (la )?recherche[ dans les conversations]`,
    ],
  ],
  ['conversation.next', [`(${show} |${go} (a |sur ))?(la )?(conversation|discussion) (suivante|d apres)`]],
  [
    'conversation.previous',
    [`(${show} |${go} (a |sur ))?(la )?(conversation|discussion) (precedente|d avant)`],
  ],
  [
    'conversation.write',
    [
      '(je veux |laisse moi )?(ecrire|taper) (un message|un texte|au clavier)',
      `${go} (dans|sur|a) (le champ|la zone) de (texte|saisie|message)`,
    ],
  ],
  ['conversation.earlier', [`${show} les (anciens messages|messages (precedents|plus anciens|d avant))`]],
  ['conversation.delete', [`${erase} (cette|la) (conversation|discussion)`]],
  ['conversation.exportJson', [`${take} (cette|la) (conversation|discussion) en json`]],
  ['conversation.exportMarkdown', [`${take} (cette|la) (conversation|discussion)[ en markdown]`]],
  ['conversation.exportAllJson', [`${take} toutes (les|mes|nos) (conversations|discussions) en json`]],
  [
    'conversation.exportAllMarkdown',
    [`${take} toutes (les|mes|nos) (conversations|discussions)[ en markdown]`],
  ],
  [
    'conversation.import',
    ['(importe|importer|importez) (une|des|mes|les) (conversation|conversations|discussions)'],
  ],
  [
    'answer.regenerate',
    [
      '(regenere|regenerer|refais|refaire|recommence|recommencer) (la|ta|cette|ta derniere|la derniere) reponse',
      '(donne|propose|essaie|fais)[ moi| nous] une autre reponse',
      'reponds (a nouveau|de nouveau|autrement|une nouvelle fois)',
    ],
  ],
  [
    'answer.continue',
    ['(continue|continuer|poursuis|poursuivre|termine|terminer|finis|finir) (ta|la) (reponse|phrase)'],
  ],
  [
    'answer.copy',
    ['(copie|copier|copiez) (la|ta|ta derniere|la derniere|cette) reponse[ dans le presse papiers]'],
  ],
  ['answer.previousVersion', [`(${show} )?(la )?(version|reponse) precedente`]],
  ['answer.nextVersion', [`(${show} )?(la )?version suivante`]],
  [
    'question.edit',
    ['(modifie|modifier|corrige|corriger|edite|editer) (mon dernier message|ma derniere (question|phrase))'],
  ],
  [
    'voice.hotword-',
    [`${off} (le mot de reveil|le mot d eveil|le mot magique|l ecoute permanente|le mode mains libres)`],
  ],
  [
    'voice.hotword+',
    [`${on} (le mot de reveil|le mot d eveil|le mot magique|l ecoute de ton nom|le mode mains libres)`],
  ],
  [
    'voice.pause+',
    [
      '(arrete|arretez|cesse|cessez) de (m |nous )?ecouter',
      '(n |ne m )ecoute plus[ personne]',
      'suspends l ecoute',
    ],
  ],
  [
    'voice.pause-',
    [
      '(reprends|recommence|reactive|relance|retablis) (l ecoute|a m ecouter)',
      '(rallume|reactive|rouvre) (le|ton|mon) micro',
    ],
  ],
  [
    'voice.speakAnswers-',
    [
      '(reponds|repondez) (moi )?(par ecrit|seulement par ecrit|sans parler|en silence)',
      '(ne )?(lis|dis) (plus|pas) (tes|les) reponses[ a voix haute| a haute voix]',
    ],
  ],
  [
    'voice.speakAnswers+',
    [
      '(lis|dis|prononce) (toujours )?(tes|les) reponses (a voix haute|a haute voix)',
      '(reponds|repondez) (moi )?(a voix haute|a haute voix|a l oral|oralement)',
    ],
  ],
  ['memory.search', ['(cherche|chercher|recherche|rechercher|fais une recherche) dans (la|ta|ma) memoire']],
  ['memory.facts', [`${show} ${the}(page ${of})?faits`]],
  [
    'memory.nights',
    [
      `${show} (ce que la nuit a change|ce qui a change (la nuit|cette nuit)|les changements de (la|cette) nuit|ce que tu as (appris|retenu|range) (la|cette) nuit)`,
      `${show} ${the}(page ${of})?nuits`,
    ],
  ],
  ['memory.documents', [...walk('documents|page de documents|liste des documents|liste de mes documents')]],
  [
    'memory.keeping',
    [
      `${show} ${the}(reglages|parametres) de la memoire`,
      `${go} dans les (reglages|parametres) de la memoire`,
    ],
  ],
  [
    'memory.consolidate',
    [
      '(consolide|consolider|range|trie) (ta|la|ma) memoire[ maintenant]',
      '(consolide|consolider) (tes|mes|les) souvenirs[ maintenant]',
    ],
  ],
  ['memory.exportLines', [`${take} (ma|ta|la) memoire en (json|jsonl|json lines)`]],
  [
    'memory.exportMarkdown',
    [`${take} (ma|ta|la) memoire[ en markdown]`, `${take} (mes|tes|les) souvenirs[ en markdown]`],
  ],
  [
    'memory.import',
    ['(importe|importer|importez) (des|mes|les) souvenirs', '(importe|importer) une memoire'],
  ],
  [
    'system.doctor',
    [
      '(fais|faire|lance|lancer|ouvre|ouvrir|demarre|execute) (un|le|ton|une verification du) (diagnostic|bilan de sante|bilan|systeme)[ complet| du systeme]',
      '(verifie|verifier|controle) que tout (va bien|marche|fonctionne)[ bien]',
      '(diagnostic|bilan de sante)',
    ],
  ],
  [
    'system.models',
    walk('modeles|liste des modeles|catalogue des modeles|modeles disponibles|modeles installes'),
  ],
  [
    'system.getReady',
    [
      '(telecharge|telecharger|installe|installer|telechargez|installez) (les|tous les) modeles[ recommandes| conseilles| qu il faut]',
    ],
  ],
  [
    'system.verify',
    ['(verifie|verifier|controle|controler) (les |tous les )?(fichiers des modeles|modeles)'],
  ],
  [
    'system.refreshModels',
    [
      '(cherche|chercher|recherche|rafraichis|actualise) (a nouveau |encore )?les modeles[ a nouveau| de nouveau]',
    ],
  ],
  ['system.addServer', ['(ajoute|ajouter|connecte|configure) un (nouveau )?serveur[ de modeles]']],
  ['system.addModelFile', ['(ajoute|ajouter|importe|importer) un (nouveau )?(modele|fichier de modele)']],
  [
    'theme.light',
    [
      `(${set} )?(en |au |le |sur le |un )?(theme|mode|affichage) (clair|jour|de jour)`,
      `${set} (la fenetre|l interface|l ecran) en clair`,
    ],
  ],
  [
    'theme.dark',
    [
      `(${set} )?(en |au |le |sur le |un )?(theme|mode|affichage) (sombre|nuit|de nuit|fonce|noir)`,
      `${set} (la fenetre|l interface|l ecran) en sombre`,
    ],
  ],
  ['theme.system', [`(${set} )?(au |le |sur le )?(theme|mode) (du systeme|systeme|automatique)`]],
  ['accent.signal', [`(${set} )?(les |aux )?couleurs signal`]],
  ['accent.lagune', [`(${set} )?(les |aux )?couleurs lagune`]],
  ['accent.givre', [`(${set} )?(les |aux )?couleurs givre`]],
  [
    'motion.less+',
    [
      '(moins|reduis|reduire|coupe|arrete|desactive|supprime) (les |d |de )?(animations|animation|mouvements|mouvement)',
    ],
  ],
  ['motion.less-', ['(remets|reactive|active|retablis) (les )?(animations|mouvements)']],
  [
    'language.en',
    [
      `(${set}|${change}) (jarvis|l interface|la fenetre|le programme|la langue|la langue de l interface) en anglais`,
    ],
  ],
  [
    'language.fr',
    [
      `(${set}|${change}) (jarvis|l interface|la fenetre|le programme|la langue|la langue de l interface) en francais`,
    ],
  ],
  ['profile.add', ['(ajoute|ajouter|cree|creer) un (nouveau |autre )?profil']],
  [
    'settings.voice',
    [
      `${show} ${the}(${settings}) (de la|de ta|de ma) voix`,
      `${go} dans les (${settings}) de la voix`,
      `${change} (de|la|ta) voix`,
    ],
  ],
  ['settings.keys', [`${change} (les|mes) (raccourcis|touches|raccourcis clavier)`]],
  [
    'settings.undo',
    [
      '(annule|annuler|defais) (le dernier|ce) (changement|reglage)[ de reglage]',
      'remets le reglage (d avant|precedent)',
    ],
  ],
  ['window.palette', [`${show} (la palette|toutes les actions|la palette de commandes)`]],
  [
    'window.keys',
    [
      `${show} (les|tous les|toutes les|la liste des) (raccourcis|touches|raccourcis clavier)`,
      'raccourcis clavier',
    ],
  ],
  ['window.rail', [`${show} (la liste des|toutes les|mes|les) conversations`]],
  [
    'window.reload',
    ['(recharge|recharger|actualise|actualiser|rafraichis) (la fenetre|la page|l interface|l ecran)'],
  ],
  [
    'window.dismissToasts',
    ['(ferme|fermer|range|cache|enleve) (les|ces|toutes les) (remarques|notifications)'],
  ],
  [
    'window.undo',
    [
      '(annule|annuler) la suppression',
      '(retablis|restaure|recupere) (la conversation supprimee|ce que j ai supprime|ce qui a ete supprime)',
    ],
  ],
];
