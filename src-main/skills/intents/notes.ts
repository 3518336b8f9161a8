/** Notes: take one, read them, delete the last or one about something. */
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { tidy, withoutArticle } from './slots.ts';

/** "note ce texte sur 20", "prends une note de musique": not for the notebook. */
const notForNotes =
  /^(?:(?:que |that )?(?:je (?:plaisant|rigol|blagu)\w+|i (?:was|am|m) (?:just |only )?(?:kidding|joking))|(?:of )?(?:how|why|the way|the use|the fact)\b|de (?!(?!lecture|papier|cahier|frontiere|lettre|titre)\w+(?:er|ir|re) )|d (?!\w+(?:er|ir|re) )|sur (?:\d+|vingt|dix|cent)\b|ce texte|cette (?:copie|redaction)|ma copie|to my (?:boss|teacher|landlord|mother|colleague|neighbou?r|friend)|de (?:musique|bas de page)\b)/;

/** A note written to somebody, or about how to do something, is a text to compose; "note to" wants a thing to do. */
const onPaper =
  /^(?:\w+ )+note (?:to|for) (?:my(?!self)|the|his|her|your|our|a|an|someone|santa|him|them|mr|mrs|dr)\b|^note to (?!self\b|(?:buy|call|pick|get|send|pay|book|order|check|ask|write|email|fix|clean|bring|take|do|go|make|find|return|water|feed|wash|read|look|try|see|visit|prepare|finish)\b)|note (?:about|on) how\b/;

function add(match: Match): Built | undefined {
  const text = tidy(match.words('text')).replace(/^(?:de |d['’])(?=\p{L}+(?:er|ir|re)\b)/iu, '');
  if (notForNotes.test(match.norm('text')) || text === '') return undefined;
  return { intent: 'note.add', slots: { text } };
}
/** "The code is 4512, write that down." */
function addTold(match: Match): Built | undefined {
  return / /.test(match.norm('text')) &&
    !/^(?:write|ecris|explain|explique|tell|raconte)/.test(match.norm('text'))
    ? add(match)
    : undefined;
}
const addNothing = (): Built => ({ intent: 'note.add', slots: {} });
const list = (): Built => ({ intent: 'note.list', slots: {} });
function remove(match: Match): Built | undefined {
  const about = tidy(withoutArticle(tidy(match.words('about')), match.language));
  return { intent: 'note.delete', slots: about === '' ? { which: 'last' } : { about } };
}

const takeFr =
  '(prends|prend|prenez|prendre|fais|faire|ecris|ecrivez|ecrire|ajoute|ajoutes|ajoutez|ajouter|cree|creez|creer|enregistre|enregistrez|enregistrer|sauvegarde|sauvegarder|mets|mettre|redige|note|laisse|garde|rajoute)[ moi| nous]';
const aNoteFr =
  '(une|la|en|cette|1|une nouvelle|une petite|une autre) (note|petite note|nouvelle note|note rapide)';
const takeEn =
  '(take|make|write|add|create|save|leave|record|store|jot down|jot|put down|put|start|keep|new|post|taking|making)[ me| down| up| myself| for me]';
const aNoteEn =
  '(a|an|the|this|another|one|a new|a quick|new|quick|1|a short|me a) (note|quick note|new note|memo|short note)';

export const noteRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `${takeFr} (une|1|la|une nouvelle) (note|nouvelle note)`,
        'nouvelle note',
        '(note|notez|noter) (quelque chose|un truc|ca|ceci)',
      ],
      build: addNothing,
    },
    {
      patterns: [
        `[me |m ]${takeFr} ${aNoteFr}~<text:any>`,
        `[me |m ]${takeFr} ${aNoteFr} (que|qu|disant que|disant qu|disant|indiquant que|pour dire que|qui dit que|qui dit|selon laquelle|comme quoi|avec ecrit|avec) <text:any>`,
        `(prends|prend|prenez|prendre)[ en]? note[ que| qu| du fait que| de ceci| de ca]?~<text:any>`,
        `(prends|prend|prenez|prendre) [en ]?note (que|qu) <text:any>`,
        `(nouvelle note|memo|note rapide|note vocale|pense bete) <text:any>`,
        `(note|notes|notez|noter)[ moi| bien| ceci| ca| aussi| donc| quelque part| dans mes notes]~<text:any>`,
        `(note|notes|notez|noter)[ moi| bien| aussi| quelque part] (que|qu) <text:any>`,
        `(note|notes|notez|noter) dans (mes notes|mon carnet|le carnet|mon calepin)( que| qu)? <text:any>`,
        `(ajoute|ajouter|mets|mettre|ecris|ecrire|enregistre|inscris)[ moi| ca| ceci] (a|dans) (mes notes|mon carnet|mon bloc notes)( que| qu)? <text:any>`,
        `(ecris|ecrivez|enregistre) (ceci|ca) <text:any>`,
        '(ajoute|ajouter|ajoutez|cree|creer|enregistre|fais|mets|prends|prend|prenez|prendre)[ moi] (une|1) (note|nouvelle note) <text:any>',
      ],
      build: add,
      longText: true,
    },
    {
      patterns: [
        '<text:line>~(tu peux |peux tu )?(note le|notez le|note la|notes le|note ca|notez ca|le noter|noter ca|ecris le|mets le dans mes notes|mets ca dans mes notes|prends en note|prends le en note|prends note)',
      ],
      build: addTold,
    },
    {
      patterns: ['(note|notez|noter)[ moi] <text:any>'],
      build: match =>
        /^(?:d |de |acheter|appeler|rappeler|penser|prendre|faire|aller|envoyer|payer|reserver|commander|passer|chercher|rendre|ecrire|demander|verifier|rdv |rendez vous |mon (?:numero|code|rdv|rendez vous)|le (?:numero|code|rdv|rendez vous|mot de passe) )/.test(
          match.norm('text'),
        ) && !/^de (?:1|0|zero|un) a|^de (?:bas|musique)/.test(match.norm('text'))
          ? add(match)
          : undefined,
      longText: true,
    },
    {
      patterns: [
        '[me |nous ](sors|sortir|ressors|lis|lisez|lire|montre|montres|montrez|montrer|affiche|affiches|affichez|afficher|donne|donnez|donner|liste|lister|listez|voir|ouvre|ouvrir|ouvrez|relis|relire|rappelle|rappeler|quelles sont|c est quoi|c quoi|consulte|consulter|enumere|parcours|dicte|ou sont|dis|dire|quelle est|la liste de|liste de|voyons|je peux voir|qu est ce qu il y a dans|qu y a t il dans|il y a quoi dans|y a quoi dans|que contiennent|que disent|ya quoi dans)[ moi| nous] (mes|les|toutes mes|toutes les|l ensemble de mes|la liste de mes|mon carnet de|ma liste de|mes dernieres|la derniere|ma derniere) notes?[ enregistrees| prises| (du jour|d aujourd hui)]',
        '[la |ma ]liste (des|de mes|de) notes',
        '(mes|toutes mes|les) notes',
        '(quelles|combien de|quoi comme) notes (ai je|j ai|as tu|tu as|est ce que j ai|il y a|on a|sont|y a t il)[ prises?| enregistrees?| notees?]',
        '(qu est ce que|que|qu) (j ai|ai je|j avais|avais je) (note|mis dans mes notes|pris comme notes|ecrit dans mes notes|pris en note)[ aujourd hui| deja]',
        'j ai (note quoi|quoi comme notes|quelles notes|des notes)',
        '(est ce que j ai|ai je|y a t il|il y a|j ai) des notes[ enregistrees]',
        'j ai quoi dans mes notes',
        'qu est ce qu il y a dans mes notes',
        '(qu est ce que|que|qu|quoi) (j ai|j avais|ai je|tu as|il y a|y a t il|on a) (dans|comme|en) (mes |les )?notes?',
        '[(je peux|est ce que je peux) ](entendre|ecouter|lire|voir|consulter|revoir|reentendre) (mes|les|toutes mes) notes',
      ],
      build: list,
    },
    {
      patterns: [
        '(supprime|supprimer|supprimez|efface|effacer|effacez|enleve|enlever|retire|jette|jeter)[ moi] (la|ma) (derniere note|note la plus recente|note precedente|note)',
        '(supprime|supprimer|efface|effacer|enleve|enlever|retire|jette)[ moi] (la|ma|les|mes) notes? (sur|de|du|des|concernant|a propos de|au sujet de|qui parle de|qui parle du|pour) <about:few>',
      ],
      build: remove,
    },
  ],
  en: [
    {
      patterns: [
        '<text:line>~(please )?(write|jot|note|take|put) (that|it|this) down',
        '<text:line>~(make|take) a note of (that|it|this)',
        '<text:line>~(add|put|save) (that|it|this) (to|in) my notes',
      ],
      build: addTold,
    },
    {
      patterns: [
        `${takeEn} (a|1|another|a new) (note|memo)`,
        'new note',
        'note this[ down]',
        'take this down',
        'take notes',
      ],
      build: addNothing,
    },
    {
      patterns: [
        `${takeEn} ${aNoteEn}~<text:any>`,
        `${takeEn} ${aNoteEn} (that|saying|saying that|which says|that says|reading|to say|to say that|with|stating|stating that|about the fact that) <text:any>`,
        `(take|make) note [(that|of the fact that) ]<text:any>`,
        `(take|make) note~<text:any>`,
        `(make|take|write) a note (to|of|about) <text:any>`,
        `(new note|memo|quick note|note to self|a note|voice note|new memo)( that| to)? <text:any>`,
        `(note|noting)[ down| this| this down| the following| for me| also]~<text:any>`,
        `(note|noting)[ down| also] that <text:any>`,
        `(write|jot|note|put|take|get)[ this| the following| that| it] down~<text:any>`,
        `(write|jot|note|put) down~<text:any>`,
        `(write|jot|note|put) down that <text:any>`,
        `(note|jot) down <text:any>`,
        `(write|jot|note|take|get) (this|that) down <text:any>`,
        `write down (my|our|the|that|this|his|her|these|call|buy|get|\\w+ s) <text:any>`,
        `(write|put|add|save|record)[ this] (in|to|into) my (notes|notebook|notepad)( that)? <text:any>`,
        `(add|save|put|write|record) <text:any> (to|in|into) my (notes|notebook|notepad)`,
        `(write|jot|take) this (down )?~<text:any>`,
        '(add|create|make|save|record|take|leave) (a|1|a new|another) (note|memo|quick note) <text:any>',
        'note to (self )?<text:any>',
      ],
      build: match => (onPaper.test(match.sentence.text) ? undefined : add(match)),
      longText: true,
    },
    {
      patterns: [
        '(read|read me|read out|read aloud|read back|show|show me|list|display|open|see|give me|tell me|view|check|go through|what are|what is in|what is on|what do i have in|pull up|let me see|let me hear|go over|get|get me|bring up|what is|recite|what does|can i see|what have i got in|what have i got for|look at|review|see|hear|listen to|play|look over|run through) (me |back )?(my|the|all my|all the|all of my|me my|our|my latest|my last|my recent|the last|the latest) (notes?|notebook|saved notes|memos?)[ to me| aloud| out loud| for me| back to me| back| say| out| today]',
        '(my|all my|all|the) notes',
        '(what|which|how many|any) (notes|memos) (do i have|have i (taken|made|got|saved|written)|did i (take|make|write|save)|are there|do you have|i have|have you got|have i)[ saved| so far| today]',
        'what (did|have) i (note|noted|write|wrote|written|jot|jotted|put)( down| in my notes)?[ today| so far]',
        'do i have (any|some) notes[ saved]',
        'what (do|does) my notes? (say|contain|tell)[ me]',
        '[(give me|show me|read me|read) ](a |the )?list of (my |the |all my )?notes',
        '(notes|note) list',
        'list (of )?(my )?notes',
        'are there any notes',
        'show notes',
        '(show|read|list|display) all notes',
        'read notes',
        'list notes',
        'read note',
        'open notes',
        'display notes',
      ],
      build: list,
    },
    {
      patterns: [
        '(delete|remove|erase|discard|trash|throw away) (the|my) [(last|latest|most recent|previous|newest) ]note',
        '(delete|remove|erase|discard|trash) (the|my) notes? (about|on|for|concerning|regarding|that says|saying) <about:few>',
        '(delete|remove|erase) (the|my) <about:few> note',
      ],
      build: remove,
    },
  ],
};
