/** French words and turns that open something, and those that close it; alternatives of patterns over spaced words. */
import { oneLine } from './rule.ts';

export const questionWord = `qui|que|quoi|quel|quelle|quels|quelles|lequel|laquelle|où|quand|comment|combien|pourquoi`;

/** Complete as they stand. */
export const wholes = oneLine(`
  oui|non|si|ouais|ok|d' accord|merci|au revoir|à demain|à plus|à plus tard|à bientôt|bonne nuit|stop|pause
  mm|mhm|mm hm|hm hm|voilà|exactement|bien sûr|parfait|super|vas -y|allons -y|on y va|allez|ça va|et toi|et vous|et alors
  pourquoi pas|comme ça|comme d' habitude|tout de suite|plus tard|maintenant|encore|encore une fois|rien|rien d' autre|c' est tout
  c' est bon|c' est fini|ça suffit|tais -toi|arrête|arrête -toi|attends|recommence|annule tout|efface tout
  laisse tomber|moi non plus|moi aussi|toi aussi|un peu|beaucoup|pas du tout|pas encore|jamais|toujours|peut être|les deux|l' un et l' autre
  aucun|aucune|le même|la même|le premier|la première|le dernier|la dernière|le second|la seconde|le deuxième|la deuxième|le petit|le grand
  la petite|la grande|l' autre|les autres|le bleu|le rouge|aide -moi|à l' aide|c' est vrai|je sais|je vois|je comprends|je ne sais pas|je sais pas
  oui merci|non merci|oui s' il te plaît|s' il te plaît|s' il vous plaît|après|avant|suivant|suivante|précédent|précédente|la suite|plus fort|moins fort
  ça marche|ça y est|au secours|on arrête|réessaie|essaie encore|dors|réponds|hein|pardon
`);

/** Close whatever stands before them. */
export const closings = oneLine(`
  c' est tout|s' il te plaît|s' il vous plaît|et c' est tout|voilà tout|non plus|à la place|à partir de maintenant|tout à l' heure
  n' est -ce pas|tout de suite|dès maintenant|en même temps|quand même|là dessus|là dedans|en avant|par là|comme ça|et tout|et cetera|etc
  quelque part|nulle part|en ce moment|pour l' instant|pour le moment|tous les jours|tous les deux|de plus|du tout|à peu près ça
  l' un de l' autre|les uns les autres|va -?t' en|-m' en|-t' en
`);

export const hesitation = oneLine(`
  euh+|heu+|hum+|hmm+|hem|bah|beh|ben|eh bien|eh ben|comment dire|comment on dit|comment dirais -je|comment ça s' appelle déjà|voyons
  voyons voir|disons|je veux dire|c' est -à -dire|c' est à dire|c' est-à-dire|à savoir|attends voir|comment s' appelle|genre|du genre|style|laisse -moi réfléchir
  je réfléchis|je cherche|qu' est -ce que je voulais dire|comment déjà|mmh|m+h+m*
`);

/** Alone or behind a comma they only hold the floor. */
export const searching = oneLine(`
  alors|donc|enfin|en fait|du coup|et puis|puis|ensuite|et|mais|bon|bref|voilà|tu sais|vous savez|tu vois|quoi d' autre|et ensuite|par contre|sinon|et sinon
  par exemple|d' ailleurs|en plus|après tout|par ailleurs|cependant|toutefois|pourtant|autrement|ou alors|ou bien|parce que|et aussi|et après ça
  et donc|et alors là|alors voilà|en gros|justement|surtout|notamment|au fait|dis|dis donc|dites|écoute|tiens|hé|hep|ah|oh|d' abord|premièrement|deuxièmement|enfin bref
`);

export const calls = `hé|hey|dis|ok|okay|eh|bonjour|salut|bonsoir|dis donc|oh|alors|et|bon`;

export const politeness = oneLine(`
  s' il te plaît|s' il vous plaît|stp|svp|merci|merci beaucoup|merci d' avance|jarvis|s' il te plaît jarvis|merci jarvis|si possible
  si tu peux|si tu veux bien|si vous voulez bien|quand tu peux|dès que tu peux
`);

/** Articles, conjunctions, clitics and subjects: something must follow. */
export const neverLast = oneLine(`
  ait été|a été|ont été|avait été|être|le|la|les|l'|un|une|des|du|de|au|aux|à|et|ou|ni|car|or|mais|que|qui|dont|où|quel|quelle|quels|quelles|ce|cet|cette|ces|duquel|auquel|auxquels|desquels
  mon|ma|mes|ton|ta|tes|son|sa|ses|notre|votre|nos|vos|leurs|leur|chaque|quelques|je|j'|tu|il|ils|on|ne|me|te|se|en|il y|y|lorsque|puisque|quoique
  parce|tandis|pendant que|afin|lors|dès|jusque|quand|comme|si|très|tellement|trop de|environ|presque|puis|et puis|et ensuite|et aussi|donc de
  plus de|moins de|assez de|beaucoup de|peu de|m|aussitôt|sitôt|certains|certaines|divers|diverses|tel|telle|elle se|elle me|et elle|que nous|que vous|qu' elle|qu' elles|si elle|et nous|et moi je|par le|y compris
  parmi|sauf|selon|via|malgré|chez|vers|envers|hormis|outre|concernant|moyennant|suivant le|quant|afin|plutôt que|ainsi que|alors que|étant donné
`);

export const prepositions = oneLine(`
  avec|sans|pour|par|dans|sur|sous|entre|pendant|depuis|contre|dessus de|durant|jusqu' à|d' après|à travers|à cause|au lieu|grâce|en train|à partir|au sujet
  par rapport|de la part|en raison|au niveau|de façon|de manière|de peur|en face de|à côté de|près|loin de|auprès|autour|le long|à force|au cours|au bout|à l' aide de|en fonction|en cas|au cas|à moins|à condition
  avant de|après avoir|avant d'|afin de|au milieu|à propos de|lors de|en dehors|à l' intérieur de|face|suite
`);

export const looseAdverbs = oneLine(`
  plus ou moins|à peu près|le plus|la plus|les plus|le moins|la moins|aussi bien|soit|surtout|notamment|c' est à dire|par exemple|à peine|ainsi|même si|au moins|exactement à|plutôt|aux environs|autant|tant|seulement si|sauf si|un petit|une petite
  pourquoi|comment|combien|lequel|laquelle|tous les|toutes les|tout le|toute la|tous mes|toutes mes|bien que|voire|dis -moi (?:où|quand|qui|si|ce)
`);

/** They need `de`, `que` or a verb behind them. */
export const openPhrases = oneLine(`
  j' ai besoin|tu as besoin|on a besoin|nous avons besoin|il a besoin|elle a besoin|j' aurais besoin|j' ai envie|j' aurais envie|tu as envie|on a envie|j' ai l' intention|j' ai décidé
  j' ai peur que|je me demande|je me demandais|j' aimerais savoir|je voudrais savoir|je veux savoir|peux -tu me dire|pouvez -vous me dire|tu peux me dire|pourrais -tu me dire|vous pouvez me dire
  est -ce|qu' est|est -ce que|est -ce qu'|qu' est -ce|qu' est -ce que|il y a|il y avait|y a|il y aura|ça fait|il fait|il faisait|il fera|je vais|je viens de|rappelle|fais en sorte|quel est|quelle est|quels sont|quelles sont|où est|où sont|qui est|c' est quoi le|c' est quoi la
  la dernière fois|le jour|la première fois|tu te souviens|souviens -toi|rappelle -toi|n' oublie pas|n' oubliez pas|il se trouve|il paraît|il semble|il semblerait|c' est pour|voici|(?:le|la|les) nombre|une sorte|une espèce|un genre|un tas|plein|un rendez -vous à
  (?:mets|mettre|règle|lance|programme|crée)(?: -moi)? (?:un minuteur|une alarme|un rappel|un réveil)|en d' autres termes|d' une part|d' autre part|d' un côté|d' un autre côté|autrement dit|tout d' abord|pour commencer
  à mon avis|selon moi|à vrai dire|cela dit|ceci dit|d' autant plus|c' est (?:un peu|plutôt|assez)|au passage|pour être honnête|pour ma part|ce qui|ce dont
`);

export const subjects = `je|j'|tu|il|elle|on|nous|vous|ils|elles|ça|cela|c'|ce|qui`;
export const reflexives = `(?:me |m' |te |t' |se |s' |nous |vous |lui |leur )?`;
export const openVerbs = oneLine(`
  pense|penses|crois que|trouve que|suppose|supposais|imagine|espère|souhaite|souhaiterais|désire|préfère|préférerais|adore|déteste|aime|aimes|demande|demandais|propose|suggère|compte|essaie|essaye|essayais|commence|refuse|accepte de|promets|habite|travaille à|rêve|ressemble|appartient|consiste|dépend
  appelle|appelles|appelait|pensais|croyais|disais|voulais|espérais|cherche|cherchais|regarde|attends que|prends|prend|mets|met|envoie|apporte|donne|donnes|dis|dit|disait|raconte|explique|montre|achète|utilise
`);
export const knowsWhat = `que|qu'|quoi|comment|où|combien|quel|quelle|ce que|ce qu'`;

/** Forms of be, have, go and of the modal verbs: alone at the end they wait for what they help. */
export const copulas = oneLine(`
  suis|es|est|sommes|êtes|sont|étais|était|étions|étiez|étaient|serai|seras|sera|serons|serez|seront|serais|serait|seraient|soit|ai|as|a|avons|avez|ont|avais|avait|avions|avaient|aurai|auras|aura|aurons|aurez|auront|aurais|aurait
`);
export const bare = `${copulas}|${oneLine(`
  vais|vas|va|allons|vont|allais|allait|iras|ira|irai|veux|veut|voulons|voulez|veulent|voulais|voulait|voudrais|voudrait|voudriez|peux|peut|pouvons|pouvez|peuvent|pouvais|pouvait|pourrais|pourrait|pourriez|pourras|pourra|pourrions
  dois|doit|devons|devez|doivent|devrais|devrait|devions|devais|devait|faut|faudrait|faudra|fallait|aimerais|aimerait|aimeriez|sais si|fais|fait|faites|font|ferais|faire
`)}`;
export const inverted = ` -(?:je|tu|il|elle|on|nous|vous|ils|elles|ce)| -t -(?:il|elle|on)`;
export const littleAdverbs = `bien|encore|toujours|aussi|déjà|vraiment|juste|pas|plus|jamais|souvent|peut être|surtout|seulement|tout|tellement|très|trop|assez|aussi un|certainement|probablement|presque`;

export const wishes = oneLine(`
  (?:si|comme|quand|dès que|où|ce que|autant que|tant que|tout ce que) (?:tu|vous|on|je|nous|il|elle) (?:le |la |les |l' )?(?:veux|voulez|veut|peux|pouvez|peut|voudras|pourras|souhaites|souhaitez|préfères|préférez|dois|faut)
  s' il le faut|comme il faut|ça (?:me|te|vous|nous) dit|(?:m'|t'|s'|nous|vous) en (?:vais|vas|va|vont|irai|allons|allez)|(?:suis|es|est|sommes|êtes|sont) (?:pour|contre|avec|sans)|ça va|comment va|comment vas -tu|comment allez vous|comment ça va|on y va|j' y vais|vas -y|ça y est|tel quel|où on va|où tu vas|je n' en peux plus|oui je (?:le )?(?:veux|peux|dois)|non je ne (?:veux|peux|dois) pas|je (?:ne )?(?:sais|peux|veux|crois|pense) pas
  qu' est -ce que c' est|qu' est -ce que c' était|c' est quoi|qu' est -ce qu' il y a|combien il y en a|quelle heure il est|quelle heure est -il|quel temps fait -il|quel temps il fait|il est quelle heure|ce qu' il faut|ce qu' il y a
  (?:oui|non) ,? ?je (?:crois|pense|suppose|sais|veux bien)|je (?:crois|pense|suppose|veux) bien|qu' en penses -tu|tu en penses quoi|qu' est -ce que tu (?:en )?(?:fais|veux|penses|crois|cherches|dis|racontes|préfères|proposes|aimes)
`);

export const askForMore = `rappelle|dis|donne|montre|lis|raconte|explique|envoie|trouve|mets|passe|apporte|cherche|indique|prépare|fais|achète|réserve|rappelez|dites|donnez|montrez|trouvez|mettez|lance|joue|propose|demande|dire|donner|montrer|rappeler|expliquer|envoyer|trouver|mettre|écris|parle|prends|commande|note`;
export const moments = `demain|ce soir|demain matin|demain soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|à (?:\\d+|\\p{L}+) heures|dans (?:\\d+|\\p{L}+) (?:minutes|heures|jours)|tout à l' heure`;

/** Verbs that mean little without their object. */
export const transitives = oneLine(`
  ajoute|ajouter|ajoutez|appelle|appeler|appelez|mets|mettre|mettez|envoie|envoyer|envoyez|rappelle|rappeler|rappelez|cherche|chercher|cherchez|ouvre|ouvrir|ouvrez|ferme|fermer|fermez|allume|allumer|allumez|éteins|éteindre|éteignez
  achète|acheter|achetez|prends|prendre|prenez|note|noter|notez|règle|régler|réglez|programme|programmer|crée|créer|créez|trouve|trouver|trouvez|montre|montrer|montrez|donne|donner|donnez|dis|dire|dites|demande|demander|demandez
  raconte|raconter|explique|expliquer|traduis|traduire|calcule|calculer|convertis|convertir|réserve|réserver|commande|commander|prépare|préparer|supprime|supprimer|enlève|enlever|retire|retirer|déplace|déplacer|remplace|remplacer|modifie|modifier|change|changer
  écris|écrire|lance|lancer|joue|joué à|télécharge|télécharger|installe|installer|baisse|baisser|monte|augmente|augmenter|diminue|diminuer|apporte|apporter|cuisine des|choisis|choisir|vérifie|vérifier|compare|comparer|souviens -toi|fixe|fixer|planifie|planifier|organise|organiser|retiens|rappelle -toi
  invite|inviter|contacte|contacter|préviens|prévenir|partage|partager|voir|savoir|avoir|être|pouvoir|vouloir|devoir|aller|viens de|active|activer|désactive|désactiver|coupe le|branche|brancher|nettoie|nettoyer|imprime|imprimer|enregistre|enregistrer|lis|épelle|épeler|définis|cite|décris|décrire|résume|multiplie|divise|soustrais|additionne|démarre|démarrer|affiche|afficher
`);

export const determiners = `un|une|le|la|les|l'|mon|ma|mes|ton|ta|tes|son|sa|ses|notre|votre|nos|vos|ce|cet|cette|ces|des|de|d'|du|au|aux|à la|quel|quelle`;
export const adjectivesBefore = `petit|petite|petits|petites|grand|grande|grands|grandes|nouveau|nouvel|nouvelle|nouveaux|prochain|prochaine|prochains|prochaines|dernier|dernière|derniers|dernières|premier|première|premiers|premières|deuxième|troisième|autre|autres|même|mêmes|meilleur|meilleure|meilleurs|bon|bonne|bons|bonnes|gros|grosse|vieux|vieil|vieille|joli|jolie|beau|bel|belle|belles|mauvais|mauvaise|seul|seule|vrai|vraie|ancien|ancienne|futur|future|simple|double|demi|principal|principale|plus|moins|quelque|certain|certaine`;

/** A time or a reason that the main sentence has yet to follow. */
export const relativeOpeners = `le jour où|la fois où|au moment où|tout en|en [\\p{L}]+ant`;

/** One word that may be all, or the beginning of an order or a question. */
export const maybeWholes = `bonjour|bonsoir|salut|écoute|parle|tourne|avance|recule|continue|répète|annule|lequel|laquelle|suivant|précédent|encore|maintenant|beaucoup|demain|aujourd'hui`;

/** A question about what was just said, or the first word of one. */
export const loneQuestions = `quoi|comment|combien|pourquoi|où|quand`;

/** What they name is of something: `la capitale de…`. */
export const relational = `capitale|nom|prénom|prix|numéro|couleur|taille|hauteur|longueur|largeur|profondeur|population|distance|définition|racine|racine carrée|sens|traduction|adresse|moitié|somme|différence|président|présidente|auteur|créateur|inventeur|roi|reine|maire|directeur|capital|vitesse|poids|âge|superficie|résultat|horaire|recette|meilleure façon|rapport|durée|fin|début|reste|signification|symbole|monnaie|drapeau|langue`;
/** What makes a question one, besides its first word. */
export const questionVerbs = `est|sont|était|étaient|sera|seront|serait|a|ont|avait|aura|fait|font|faisait|fera|va|vont|ira|vas|allez|allons|peut|peux|pouvez|doit|dois|faut|veut|veux|voulez|coûte|coûtent|reste|restent|mesure|pèse|dure|vaut|valent|veut dire|signifie|s' appelle|s' appellent|t' appelles|s' écrit|se trouve|se trouvent|se passe|se dit|marche|fonctionne|commence|finit|ouvre|ferme|part|arrive|existe|y a|habite|vit|joue|gagne|dit|dis|ça va|viens|vient|[^ ]{2,}(?:er|ir|oir|dre|tre|ire)|[^ ]+(?:ait|aient|era|ira)`;
