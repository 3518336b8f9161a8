/** Shopping, to-do and other lists: add, remove, show, empty. */
import type { Language } from '../../domain/language.ts';
import type { Built, Match, RulesByLanguage } from '../grammar.ts';
import { listName } from '../list-names.ts';
import { tidy } from './slots.ts';

const separators: Record<Language, RegExp> = {
  fr: /\s*(?:[,;\n]\s*(?:et\s+|puis\s+)?|\s(?:et|puis|ainsi que|plus|et aussi)\s|\s&\s)\s*/i,
  en: /\s*(?:[,;\n]\s*(?:and\s+|then\s+)?|\s(?:and|plus|and also|as well as)\s|\s&\s)\s*/i,
};
const articles: Record<Language, RegExp> = {
  fr: /^(?:aussi |encore |et |du |de la |de l['’]\s?|des |de |d['’]\s?|le |la |les |l['’]\s?|(?:un|une) (?!(?:kilos?|kg|litres?|l|douzaine|dizaine|demi\p{L}*|paquets?|bo[iî]tes?|bouteilles?|pots?|sachets?|tranches?|livre|pack|tube|plaquette|botte|barquette|brique|gramme|peu|bon) )(?=\p{L}{2}))/iu,
  en: /^(?:also |some more |some |any |the |(?:an?) (?!(?:kilos?|kg|lit(?:re|er)s?|dozen|half|packs?|packets?|box|bottles?|jars?|bags?|slices?|pounds?|loaf|cans?|tins?|bunch|carton|gallon|pint|cup|piece|couple|few|lot) )(?=\p{L}{2}))/iu,
};
const oneThing =
  /\b(mac|fish|half|salt|bread|gin|rum|cookies) and (cheese|chips|half|vinegar|butter pudding|tonic|coke|cream)\b/gi;

/** "du lait, des œufs et trois pommes" as three items, in the user's own words without the articles. */
function splitItems(words: string, language: Language): string[] {
  const glued = words.replace(oneThing, '$1\u0000$2');
  return glued
    .split(separators[language])
    .map(item => tidy(item.replace('\u0000', ' and ')).replace(articles[language], ''))
    .map(item => tidy(item.replace(/ (?:aussi|également|as well|too|also)$/i, '')))
    .filter(item => item !== '' && !/^(?:et|and|aussi|also)$/i.test(item));
}

const change =
  (intent: string) =>
  (match: Match): Built | undefined => {
    const list = listName(match.norm('list'), match.words('list'), match.language);
    const items = splitItems(match.words('items'), match.language);
    if (list === undefined || items.length === 0 || vague.test(match.norm('items'))) return undefined;
    return { intent, slots: { list, items } };
  };
/** What stands for items without naming any. */
const vague =
  /^(?:ca|cela|le|la|les|it|that|this|those|them|something|quelque chose|des choses|tout|everything|all|un element|an? items?|items?|an? elements?|elements?|(?:les? |the )?(?:duplicates?|doublons?|first .+|last .+|premiere? .+|derniere? .+|element .+))$/;

const whole =
  (intent: string) =>
  (match: Match): Built | undefined => {
    const list = listName(match.norm('list'), match.words('list'), match.language);
    return list === undefined ? undefined : { intent, slots: { list } };
  };
const emptied = (match: Match): Built | undefined => {
  const list = listName(match.norm('list'), match.words('list'), match.language);
  return list === undefined ? undefined : { intent: 'list.clear', slots: { list } };
};
/** Orders and questions that only end like "milk on the list". */
const notItems = {
  fr: /^(?:qu|que|quoi|combien|y a|il y a|ya|c est|est ce|quel|quelle|montre|lis|affiche|verifie|combien|comment|pourquoi|regarde|trouve|cherche|compte|trie|resume|explique|decris|analyse|corrige|parle|dis|redis|lis|va|viens|reviens|retourne|plus|pas|je|tu|il|elle|on|nous|vous)(?: |$)|^(?:mon|ma|mes|ton|ta|tes|son|sa|j) .*(?:est|sont|a|ai|suis|etait)(?: |$)/,
  en: /^(?:what|which|how|show|read|is|are|who|do|does|tell|when|where|why|it|there|i|he|she|they|we|my \w+ (?:is|was)|look|go|going|switch|change|listen|according|thanks|back|next|the (?:first|last|next)|find|search|sort|count|explain|describe|summari[sz]e|analy[sz]e|write|reply|respond|any|no|not|you)(?: |$)/,
};
const addBare = (match: Match): Built | undefined =>
  notItems[match.language].test(match.norm('items')) ? undefined : change('list.add')(match);
/** "take everything off the list" empties it. */
const removeOrEmpty = (match: Match): Built | undefined =>
  /^(?:everything|all|all items|all (?:of )?the items|anything|tout|tous les (?:articles|elements|produits))$/.test(
    match.norm('items'),
  )
    ? emptied(match)
    : change('list.remove')(match);

const shoppingShown = (): Built => ({ intent: 'list.show', slots: { list: 'shopping' } });
const todoShown = (): Built => ({ intent: 'list.show', slots: { list: 'todo' } });

const addFr =
  '(ajoute|ajoutes|ajoutez|ajouter|ajoutons|rajoute|rajoutes|rajoutez|rajouter|mets|met|mettez|mettre|note|notes|notez|noter|inscris|inscrivez|inscrire|ecris|ecrivez|ecrire|insere|inserer|place|placer|ajoute y|enregistre|marque|marquer|ajout|ajoutte|add|mette|rentre|rentrer|pense a ajouter|colle|coller|glisse|glisser|fous|inclus|inclure|incluez|reporte|reporter|integre|rajouterais|ajouterais|mettrais|prevois)[ moi| nous| aussi| encore]';
const removeFr =
  '(enleve|enleves|enlevez|enlever|retire|retires|retirez|retirer|supprime|supprimes|supprimez|supprimer|raye|rayez|rayer|barre|barrez|barrer|efface|effacez|effacer|ote|otez|oter|vire|virer|coche|cocher|cochez|elimine|eliminer|sors|sortir|biffe|biffer|decoche|raie|tire|degage|enleverais|retirerais|jette)[ moi| nous]';
const onFr = '(a|a la|dans|sur|au|aux|a l|en|dans la|sur la|pour|a ma|la|ma)';
const fromFr = '(de|du|des|sur|dans|de l|d|de sur|hors de|depuis)';
const showFr =
  '(montre|montres|montrez|montrer|affiche|affiches|affichez|afficher|lis|lisez|lire|donne|donnez|donner|voir|ouvre|ouvrir|rappelle|rappeler|dicte|enonce|dis|dire|enumere|enumerer|consulte|consulter|envoie|verifie|verifier|verifiez|regarde|regarder|relis|relire|entendre|ecouter|fais voir|fais moi voir|montre voir|connaitre|parcours|parcourir|resume|recapitule|(redis|dis|dire|lis|lire|donne|montre|rappelle|rappeler)[ moi| nous] (ce qu il y a|ce que j ai|ce qu on a|ce qui est|ce qui reste|ce qu il reste) (sur|dans)|(on a|tu as|t as) quoi (sur|dans)|c est quoi|quelle est|quelles sont|il y a quoi (sur|dans)|y a quoi (sur|dans)|ya quoi (sur|dans)|qu y a t il (sur|dans)|qu est ce qu il y a (sur|dans|de marque sur|de note sur)|qu est ce qu on a (sur|dans)|que contient|que contiennent|qu est ce qui (est|reste|figure|se trouve) (sur|dans)|que reste t il (sur|dans|a acheter sur)|qu est ce que (j ai|contient|il reste|on a) (sur|dans|mis sur|mis dans)?|il reste quoi (sur|dans)|quoi (sur|dans)|qu ai je (sur|dans|mis sur|mis dans|note sur)|qu y a t il d ecrit sur|j ai quoi (sur|dans)|j ai mis quoi (sur|dans)|qu est ce que j ai mis (sur|dans)|qu est ce qu il y a d ecrit sur|qu est ce qu il reste (sur|dans)|je peux voir|est ce que je peux voir|jette un oeil a|qu est ce que j ai a (acheter|faire|prendre) sur|j ai quoi a (acheter|faire) sur|que dois je acheter sur|ou en est|ou en sont|c quoi|contenu de|le contenu de)[ moi| nous]';
const addEn =
  '(add|adds|adding|put|puts|putting|append|include|insert|write|stick|place|pop|throw|jot|jot down|write down|note|enter|log|save|ad|drop|record|toss|chuck|bung|sling|shove|whack|slap|scribble|mark|pencil in|enter)[ down]';
const toEn = '(to|on|onto|in|into|down on|at|unto)';
const removeEn =
  '(remove|removes|removing|delete|deleting|take|taking|erase|cross|cross off|strike|strike off|drop|scratch|scratch off|check off|tick off|tick|check|clear|cut|get rid of|pull|eliminate|rub|rub out|mark off|mark|take off|ditch|lose|scrap|chuck|dump|strike out|cross out|unlist|tick|wipe)[ off| out]';
const fromEn = '(from|off|off of|out of|on|from off|of)';
const showEn =
  '(show|show me|read|read me|read out|read back|read aloud|display|open|list|tell me|give me|get|get me|see|view|check|pull up|bring up|let me see|let me hear|what is on|what is in|what are on|what do i have on|what do i have in|what have i got on|what have i got in|what do we have on|what have i put on|what did i put on|what did i add to|what is there on|what is left on|what is still on|what all is on|what items are on|which items are on|what things are on|what does|what is written on|is there anything on|do i have anything on|anything on|what have we got on|go over|go through|run through|hear|listen to|look over|what about|how is|recite|look at|what is|what are|what on|whats on|can i see|could i see|may i see|i want to see|print|what else is on|how many things are on|how many items are on|contents of)';

export const listRules: RulesByLanguage = {
  fr: [
    {
      patterns: [
        `${addFr} <items:line> ${onFr} <list:list>`,
        `${addFr} <items:line> ${onFr} <list:few>`,
        `${addFr} ${onFr} <list:list> <items:line>`,
        `${addFr} ${onFr} <list:few>~<items:line>`,
        `<items:line>~(tu peux |peux tu |tu pourrais |tu |vous )?(l |le |la |les |en )?${addFr}[ (le|la|les|l|ca|cela|en)] ${onFr} <list:list>`,
        `(faut|il va falloir|faudrait|faudra|j ai|on a|nous avons|il y a|il me faut|il nous faut|il faut|il faudrait|il manque|on manque|je manque|il n y a|y a|j ai plus|je n ai|on n a|il reste)[ besoin| envie| plus| presque plus| pas| acheter| racheter| prendre] (de |du |des |d )?<items:line>~(tu peux |peux tu |tu pourrais |tu |vous )?(l |le |la |les |en )?${addFr}[ moi][ (le|la|les|l|ca|cela|en)] ${onFr} <list:list>`,
        `<list:list> ${addFr} <items:line>`,
        `(sur|dans|a|pour) <list:list> ${addFr} <items:line>`,
        `(sur|dans|a) <list:few>~${addFr} <items:line>`,
      ],
      build: change('list.add'),
    },
    {
      patterns: [
        `${removeFr} <items:line> ${fromFr} <list:list>`,
        `${removeFr} <items:line> ${fromFr} <list:few>`,
        `${removeFr} ${fromFr} <list:list> <items:line>`,
        `<list:list> ${removeFr} <items:line>`,
        `(sur|dans|de) <list:list> ${removeFr} <items:line>`,
        `(j ai|je n ai|on a|on n a|nous avons|c est bon j ai) (achete|pris|trouve|deja|fini|fait|plus besoin de|plus besoin d|plus besoin du) (le |la |les |l |du |des )?<items:line>~(tu peux )?${removeFr}[ (le|la|les|l|ca|cela)] ${fromFr} <list:list>`,
        `[(le|la|les|l) ]<items:line>~(tu peux |peux tu |vous pouvez |tu pourrais |tu |on )?(l |le |la |les )?${removeFr}[ (le|la|les|l|ca|cela)] ${fromFr} <list:list>`,
        `(plus besoin|pas besoin|j ai plus besoin|je n ai plus besoin|on n a plus besoin|plus la peine) (de |d |du |des )?<items:line> ${fromFr} <list:list>`,
        `<items:line> (n est|ne sont|est|sont) plus (a acheter|necessaires?|utiles?) ${fromFr} <list:list>`,
      ],
      build: removeOrEmpty,
    },
    {
      patterns: [
        `<list:list>: <items:line>`,
        `<items:line> (a ajouter|a mettre) ${onFr} <list:list>`,
        `(cree|creer|fais|faire|commence|ouvre|prepare)[ moi] <list:list> avec <items:line>`,
        `[il ](faut |faudrait |faudra )(ajouter|rajouter|mettre|noter) <items:line> ${onFr} <list:list>`,
        `<items:line> (sur|dans) <list:list>`,
      ],
      build: addBare,
    },
    {
      patterns: [
        `(vide|vider|videz|efface|effacer|supprime|supprimer|reinitialise|nettoie|purge|remets a zero) [toute |completement |entierement ](la|ma|mes|les|notre) <list:few>`,
        `(vide|vider|efface|supprime|enleve|retire) tout (de|dans|sur|ce qu il y a sur|ce qu il y a dans) (la|ma|mes|les) <list:few>`,
      ],
      build: emptied,
    },
    {
      patterns: [
        `[me |nous |est ce que je peux ]${showFr} <list:list>[ (aujourd hui|en ce moment|maintenant|actuellement|en entier)]`,
        `[me |nous ]${showFr} (la|ma|mes|notre|les) <list:few>`,
        `(ma|la|notre) (<list:list>|<list:few>)`,
        `<list:list> (contient quoi|il y a quoi (dessus|dedans)|qu est ce qu il y a (dessus|dedans))`,
        `(est ce qu |est ce que )?(il y a|y a t il|j ai) (quelque chose|des choses|quoi) (sur|dans) <list:list>`,
        `(sur|dans) <list:list> (il y a quoi|qu est ce qu il y a|y a quoi|qu y a t il)`,
      ],
      build: whole('list.show'),
    },
    {
      patterns: [
        '(que|qu est ce que|quoi|qu est ce qu) (dois je|je dois|il faut|faut il|faut il que j|j ai a|on doit|il me faut|doit on|devons nous|nous devons|ai je a|il faut que j|il reste a|il me reste a|il nous reste a|me reste t il a|on a a|reste t il a|je devais) (acheter|achete)[ aujourd hui| au (magasin|supermarche)| en courses| comme courses]',
        '(qu est ce que j ai|j ai quoi|il y a quoi|qu y a t il) a acheter[ aujourd hui]',
        '(mes|les) courses',
        'je dois acheter quoi',
      ],
      build: shoppingShown,
    },
    {
      patterns: [
        '(quelles sont|c est quoi|montre[ moi]|affiche[ moi]|lis[ moi]|donne[ moi]|liste[ moi]|me (montrer|donner|lister|lire)) (mes|les) (taches|choses a faire|trucs a faire)[ a faire| du jour| d aujourd hui]',
        'mes taches',
        '(quelles taches|quoi comme taches) (j ai|ai je|il me reste|me reste t il)[ a faire]',
        '(qu est ce que j ai|qu ai je|j ai quoi) [a faire ]sur ma to ?do',
      ],
      build: todoShown,
    },
    {
      patterns: [
        '[me ](quelles sont|montre|affiche|liste|donne|c est quoi|lister|montrer)[ moi] (mes|les|toutes mes|toutes les) listes',
        'mes listes',
        '(quelles listes|quoi comme listes|combien de listes) (ai je|j ai|as tu|est ce que j ai|il y a|tu as)',
        'j ai (quoi comme|quelles) listes',
      ],
      build: () => ({ intent: 'list.show', slots: {} }),
    },
  ],
  en: [
    {
      patterns: [
        `${addEn} <items:line> ${toEn} <list:list>`,
        `${addEn} <items:line> ${toEn} <list:few>`,
        `${addEn} ${toEn} <list:list> <items:line>`,
        `${addEn} ${toEn} <list:few>~<items:line>`,
        `(need|need to buy|need to get|need more|i need|we need|i need to buy|we need to buy|we have to buy|i have to buy|i have run out of|we have run out of|we are out of|i am out of|we ran out of|i ran out of|we are running low on|there is no more|there is no|we have no more|i want|out of|we are low on|i am running low on|we are missing) <items:line>~(and |so )?(can you |could you )?${addEn} (it|that|this|them|those|some)[ down] ${toEn} <list:list>`,
        `(get |have |need |want |i need |we need |i want |like )?<items:line> (added|put|written|written down) (to|on|onto|in) <list:list>`,
        `<list:list> ${addEn} <items:line>`,
        `${toEn} <list:list> ${addEn} <items:line>`,
      ],
      build: change('list.add'),
    },
    {
      patterns: [
        `${removeEn} <items:line> ${fromEn} <list:list>`,
        `${removeEn} <items:line> ${fromEn} <list:few>`,
        `${removeEn} ${fromEn} <list:list> <items:line>`,
        `<list:list> ${removeEn} <items:line>`,
        `${fromEn} <list:list> ${removeEn} <items:line>`,
        `(i|we) (bought|got|have bought|have got|have|already have|already bought|already got|picked up|found|did|have done|finished|have found|have picked up|do not need|no longer need) (the |some |any )?<items:line>~(so )?(you can |please )?${removeEn} (it|them|that|those|this)[ off] ${fromEn} <list:list>`,
        `[(the|some) ]<items:line>~(you can |can you |could you |please |just )?${removeEn} (it|them|that|those)[ off] ${fromEn} <list:list>`,
        `(i|we) (do not need|no longer need) (the |some |any )?<items:line> (on|from) <list:list>[ anymore| any more| any longer]`,
      ],
      build: removeOrEmpty,
    },
    {
      patterns: [
        `<list:list>: <items:line>`,
        `<items:line> (goes|go|should go|needs to go|need to go|needs to be|must be) ${toEn} <list:list>`,
        `(create|make|start|begin)[ me] <list:list> with <items:line>`,
        `<items:line> (to|on|onto) <list:list>`,
        `(i need|we need|get) <items:line> (on|added to) <list:list>`,
      ],
      build: addBare,
    },
    {
      patterns: [
        `(clear|clear out|empty|empty out|wipe|reset|erase|delete|clean|clean out) [all of |the whole |the entire ]<list:list>`,
        `(clear|empty|wipe|reset|erase|delete) (the|my|our) <list:few>`,
      ],
      build: emptied,
    },
    {
      patterns: [
        `${showEn} <list:list>[ (say|contain|look like|have on it|look|have|now|today|right now|to me|aloud|out loud|so far|for me|back to me|currently|again|once more|at the moment)]`,
        `${showEn} (the|my|our) <list:few>[ (now|today|to me|so far|for me|again)]`,
        `(my|the|our) <list:few>`,
        `<list:list> what is on it`,
        `(what|which) (items|things|stuff) (are|do i have|have i got|is) (on|in) <list:list>`,
        `(what|which) (items|things) (are|is) (on|in) (my|the) <list:few>`,
        `(on|in) <list:list> what (do i have|is there|have i got)`,
        `(do i have|is there|have i got) (anything|something) (on|in) <list:list>`,
        'shopping list',
        'to do list',
        'grocery list',
      ],
      build: match =>
        match.norm('list') === ''
          ? {
              intent: 'list.show',
              slots: { list: match.sentence.text.startsWith('to') ? 'todo' : 'shopping' },
            }
          : whole('list.show')(match),
    },
    {
      patterns: [
        'what (do|should|must|did) (i|we) (need to|have to|need|want to|got to|gotta) ?(buy|get|pick up|purchase)[ (at|from) the (store|shop|supermarket)| today| for groceries]',
        'what (groceries|shopping) (do i|do we|should i) (need|have|buy)[ to buy| to get]',
        'what (is|s|else is) (left|there|still)[ left] to (buy|get|pick up)',
        'what should i (buy|get) (at|from) the (store|shop|supermarket|grocery store)',
      ],
      build: shoppingShown,
    },
    {
      patterns: [
        '(what are|show me|show|read|list|tell me|give me|read me) (my|the) (tasks|to dos|to do s|to do items|todos)[ for today| today]',
        'my (tasks|to dos|todos)',
        'what (tasks|to dos) do i have[ today| left]',
      ],
      build: todoShown,
    },
    {
      patterns: [
        '(what are|show me|show|list|tell me|give me|read) (my|all my|the|all the|all of my) lists',
        '(what|which|how many) lists (do i have|have i got|are there|do you have)',
        'my lists',
      ],
      build: () => ({ intent: 'list.show', slots: {} }),
    },
  ],
};
