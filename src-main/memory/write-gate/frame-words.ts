/** The words by which a sentence tells that it asks, orders, supposes, jokes, quotes, or wants to be remembered. */
import type { Language } from '../../domain/language.ts';

const fr = (pattern: string): RegExp => new RegExp(`(?:^| )(?:${pattern})(?= |$)`, 'g');

/** From here to the end of the sentence nothing is stated. */
export const supposing: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "if|unless|suppose|supposing|imagine|let us say|let 's say|say i|what if|pretend|assuming|assume|hypothetically|in case|as if|as though|i wish|would have|if only|even if|were i|had i|in an alternate|in another life|in theory|i would(?! (?:like|love|rather|prefer|say|never))|i dreamed|i dreamt|in my dream|had a dream|had a nightmare|once upon a time",
  ),
  fr: fr(
    "si(?! (?:bien|tot|tard|longtemps|content|contente|fatigue|fatiguee|heureux|heureuse|beau|bon|mal) )|a (?:ta|sa|votre|leur) place|(?:je|on|nous|il|elle|ils|elles) (?!(?:voudr|aimer|souhaiter|pourr|devr|preferer|adorer))\\S*(?:er|[^t]ir|iendr|endr|ondr|aindr|oudr|mettr|vivr|cevr|aur|ser|err)(?:ais|ait|ions|aient)|imagine|imaginons|imaginez|suppose|supposons|supposez|admettons|mettons que|disons que|faisons comme|et si|au cas ou|a moins que|comme si|meme si|en supposant|dans l'hypothese|hypothetiquement|je aurais|j'aurais|on aurait dit|je ai reve|j'ai reve|dans mon reve|fait un reve|fait un cauchemar|il etait une fois|dans une autre vie|en theorie|pourvu que|je serais|j'irais|j'habiterais",
  ),
};
/** A story, a film, an article, hearsay: the whole sentence is somebody else's. */
export const telling: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:in|from|of) (?:the|this|that|a|my) (?:\\S+ )?(?:novel|film|movie|book|series|show|story|song|game|article|poem|play|episode|documentary|tale|comic|cartoon|video|podcast)(?! club)|the (?:main )?(?:hero|heroine|character|protagonist|narrator|villain|detective|singer|article|song|post(?! office)|text|website|page)|the lyrics|you (?:said|told|mentioned|think|thought|just said)|according to|i read (?:that|somewhere|in)|they say|people say|as the saying goes|the saying goes|my character|in the script|it says|the ad says|says here|rumour has it|rumor has it|apparently|supposedly|i (?:just )?(?:watched|saw|read) (?:a|the|this) (?:\\S+ )?(?:novel|film|movie|book|series|show|story|article|documentary)|quote|in minecraft|in the sims|my avatar',
  ),
  fr: fr(
    "(?:(?:dans|de) (?:le |la |un |une |ce |cette |mon |ma )|du )(?:\\S+ )?(?:roman|film|livre|serie|histoire|chanson|jeu|article|poeme|piece|episode|documentaire|conte|bd|dessin anime|video|podcast|manga)|le (?:heros|personnage|narrateur|protagoniste|mechant|detective|chanteur dit)|heroine|la heroine|l'heroine|le article|l'article|tu (?:as dit|me as dit|disais|me disais|viens de dire|as deja dit)|vous (?:avez dit|me avez dit)|selon|d'apres|de apres|je ai lu (?:que|dans|quelque part)|il parait|on dit que|les gens disent|comme dit le proverbe|le proverbe|mon personnage|soi disant|la pub dit|je ai (?:vu|lu|regarde) (?:un|une|le|la|ce|cette) (?:\\S+ )?(?:roman|film|livre|serie|histoire|article|documentaire|reportage)|citation|dans minecraft|dans les sims|mon avatar",
  ),
};
export const joking: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "(?:i am |am |was |'m )?(?:just |only )?(?:kidding|joking|teasing)(?: you)?|jk|just a joke|it was a joke|that was a joke|it is a joke|pulling your leg|got you|gotcha|april fools?|not really|haha no|knock knock|here is a joke|a man walks into|just messing with you|i made that up|not serious|i am lying|that was a lie|i lied|lol no|as a joke|to be funny|in jest",
  ),
  fr: fr(
    "je (?:plaisante|plaisantais|rigole|rigolais|deconne|deconnais|blague|te taquine|te fais marcher|mens|mentais|te charrie)|nan je rigole|ce est (?:une|pour de la) blague|ce etait (?:une blague|pour rire|pas vrai)|pour rire|poisson de avril|d'avril|je t'ai eu|je te ai eu|ce est l'histoire de un|ce est le histoire|toc toc|une blague|ce est pas vrai|je ai menti|je ai invente|mdr non|lol non|pas serieux|humour|hahaha non|pour blaguer|pour plaisanter",
  ),
};
export const subordinate: Readonly<Record<Language, RegExp>> = {
  en: fr('because|since|given that|as i|as my|as we|seeing that|considering that|considering'),
  fr: fr(
    'parce que|vu que|sachant que|etant donne que|puisque|car|comme (?:je|ma|mon|mes|on|nous)|maintenant que',
  ),
};
export const asking: Readonly<Record<Language, RegExp>> = {
  en: fr(
    "(?:what|how|where|when|why|which|who|whose|whom)(?: \\S+)?(?: \\S+)? (?:is|are|am|was|were|do|does|did|can|could|should|shall|would|will|has|have|'s)(?= )|(?:do|does|did|can|could|would|will|should|shall) (?:you|i|we|he|she|they|it|my|the)|(?:is|are|am|was|were|have|has) (?:you|i|we|he|she|they|it|there|that|this)(?= )|any (?:idea|ideas|suggestion|suggestions|advice|tips)|what about|how about|how come|do you|have you|are you|is it|guess|which one|remind me what|do i|am i|did i|have i|what to|how to|where to|when is|what is|who is|where is",
  ),
  fr: fr(
    "ce est vrai que|est ce que|qu'est ce|que est ce|(?:avec|en|de|a|pour) quoi|ce est (?:quoi|quand|ou|qui|combien|lequel|quel)|quel(?:s|le|les)? (?:est|sont|\\S+ (?:me|tu|je|vous|est|puis|dois|peut))|(?:que|ou|quand|comment|pourquoi|combien|quoi|qui) (?:est ce|puis je|dois je|peux tu|peux je|faire|dois|peut on|pourrais|me conseilles|conseilles|proposes|suggeres|cuisiner|preparer|offrir|aller|acheter|veux|penses|as|es|habite|travaille|est|sont|fais|sais|a)|tu (?:sais|connais|peux|pourrais|penses|crois|te souviens|as|es|veux|aurais|me conseilles|proposes|fais|aimes)(?! que)|vous (?:savez|connaissez|pouvez|pensez|avez|etes)|je (?:fais|prepare|cuisine|mets|lui offre|offre|achete) quoi|quoi (?:faire|cuisiner|preparer|offrir|acheter)|comment (?:je|on|ca|tu|faire|se|s)|une idee|des idees|un conseil|est il|est elle|ai je|suis je|dois je|puis je|peut on|as tu|es tu|peux tu|sais tu|connais tu|te souviens tu|combien de|a quelle heure|a quoi|avec qui|chez qui|de qui|ou est|ou sont|ou ai je|ou je|qui est|quel age",
  ),
};
export const ordering: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:ok|okay|hey|so|and|then|now|first) )?(?:please )?(?:set|play|call me back|call|open|stop|turn|remind|add|show|tell|give|find|search|write|translate|read|send|start|cancel|delete|remove|put|make|create|help|let|check|look|calculate|convert|explain|summari[sz]e|list|book|order|schedule|wake|pause|resume|skip|repeat|describe|recommend|suggest|define|draft|save|switch|increase|lower|mute|answer|speak|talk|wait|shut|be|come|compare|correct|fix|generate|rewrite|proofread|spell|sing|plan|print|google|navigate|take me|text|email|message|ring|launch|close|volume|louder|next|ignore|act|behave|use|stay|don't|keep quiet|say|pretend|remember(?= to)|prepare|organi[sz]e|propose|rephrase|shorten|update|move the|change the|change my (?:alarm|timer)|count|tell me|get me|bring me|teach) /,
  fr: /^(?:(?:ok|et|puis|maintenant|alors|d'accord) )?(?:mets|mettez|met|joue moi|lance|ouvre|arrete|allume|eteins|eteint|rappelle moi|rappelez moi|rappelle(?= (?:le|la|ma|mon))|ajoute|rajoute|montre|dis|dites|donne|donnez|trouve moi|trouve(?= (?:un|une|le|la|des|les))|cherche(?= (?:un|une|le|la|des|les|moi|sur))|cherche moi|ecris|ecrivez|redige|traduis|traduisez|lis(?= (?:moi|mes|le|la))|envoie|demarre|commence(?= (?:la|le|a lire))|annule|supprime|efface|enleve|retire|fais(?= (?:moi|un|une|le|la))|faites|cree|aide|aidez|laisse|regarde(?= (?:si|le|la|sur))|verifie|calcule|convertis|explique|resume|liste|reserve|commande|programme|reveille|mets en pause|reprends(?= (?:la|le))|passe(?= (?:a|la))|repete|decris|recommande|conseille|suggere|propose|definis|sauvegarde|change|augmente|monte|baisse|coupe|reponds|parle(?= (?:moi|plus|moins|en))|attends|tais|sois|viens|compare|corrige|genere|reformule|chante|imprime|appelle(?= (?:ma|mon|le|la|les|papa|maman|\S+ $))|ferme|ignore|utilise|compte|prepare moi|organise moi|raconte|planifie|note moi|achete moi|oublie|prends(?= (?:un rendez|note))|apprends moi|joue(?= (?:du|de|la|une|un|moi))|note(?= (?:dans|de|sur|moi))|tu (?:me|nous) (?:lis|mets|dis|donnes|fais|lances|rappelles|montres|trouves|passes|envoies|cherches|reveilles|racontes|expliques|conseilles|traduis)|peux tu|pourrais tu|tu peux|tu pourrais|pouvez vous|pourriez vous) /,
};
export const requesting: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:can|could|would|will) you|i (?:want|need|would like) you to|i want to (?:know|listen|hear|watch|see)|i would like to (?:know|hear|listen|see)|i need (?:help|you|a recipe|an idea|to know)|i am looking for|help me|tell me|show me|remind me|give me|find me|i am wondering|i wonder|let me know|i have a question',
  ),
  fr: fr(
    "peux tu|pourrais tu|pouvez vous|pourriez vous|tu (?:peux|pourrais|veux bien)|vous (?:pouvez|pourriez)|je (?:veux|voudrais|aimerais) (?:que|savoir|ecouter|entendre|voir|connaitre|comprendre)|je (?:ai|aurais) besoin (?:de aide|que tu|de un conseil|de une recette|de une idee)|je cherche|aide moi|dis moi|montre moi|rappelle moi|donne moi|trouve moi|je me demande|je ai une question|fais moi|j'ai une question",
  ),
};
export const remembering: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:ok|okay|and|hey|can you|could you|would you|please|i want you to|i would like you to|i need you to) )?(?:always )?(?:remember(?: this)?|do remember|(?:do not |don't )?forget|note(?: down)?|make a note|keep in mind|bear in mind|memori[sz]e|know|store|save|take note|learn|write down) (?:that |: |, |the fact that |for later that |for next time that )+|^(?:remember|note|don't forget|memori[sz]e) (?=(?:my|our|i|we|his|her) (?!to ))/,
  fr: /^(?:(?:ok|et|tu peux|peux tu|pourrais tu|il faut que tu|je veux que tu|je voudrais que tu|surtout|dis) )?(?:te )?(?:souviens toi(?: bien)?|souvenez vous|rappelle toi|rappelez vous|retiens(?: bien)?|retenez|retenir|retiennes|note(?: bien)?|notes|notez|noter|oublie|oublies|oubliez|memorise|memoriser|garde (?:en|a l') ?(?:memoire|tete|esprit)|garde en tete|enregistre|souvenir|souviennes|sache|mets dans ta memoire|apprends) (?:que |: |, |le fait que |ceci |bien que )+|^(?:retiens|note|memorise|n'oublie pas) (?=(?:mon|ma|mes) )/,
};
export const instructing: Readonly<Record<Language, RegExp>> = {
  en: fr(
    '(?:remember|make sure|be sure|try) to (?:always|never|only|be|answer|reply|call me|speak|use|send)|you (?:must|should|shall|have to|need to|are to|will|always|never|are now|are a|are an|can only|may only|ought to)|(?:always|never|only) (?:answer|reply|respond|speak|say|send|ignore|give|use|add|start|end|call me (?:sir|master|boss))|from now on|ignore (?:all|any|your|the|every|previous)|your (?:instructions|rules|system prompt|new name|task|job|role) (?:is|are)|send (?:my|all|the|me|your)|respond only|answer only|answer in|reply in|speak to me|act as|forward my|disregard|obey|do whatever',
  ),
  fr: fr(
    "(?:souviens toi|rappelle toi|pense|veille|tache) (?:de|a) (?:toujours|jamais|etre|repondre|me appeler|parler|utiliser|envoyer)|tu (?:dois|devras|devrais|doit|vas|es maintenant|seras|ne dois|reponds|repondras|parleras|parles desormais|t'appelles|te appelles|dois toujours)|vous (?:devez|devrez|etes maintenant)|(?<=^|(?:[,.:;!]|et|puis|donc|alors|que|toujours|jamais|dois|doit|devez|faut|de|a|me) )(?:reponds|repondez|repondre|parle|envoie|envoyer|ignore|ignorez|obeis)(?= )|desormais (?:tu|reponds|parle)|a partir de maintenant|dorenavant|tes (?:instructions|regles|consignes)|il faut que tu|oublie (?:toutes|tes|les instructions)",
  ),
};

/** A sentence that begins so asks, question mark or not. */
export const opensQuestion: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:and|so|but|then) )?(?:who|why|whose|which|how(?! i )|what(?! (?:i|we|my|a|an|she|he|they) )|where(?! (?:i|we|my) )|when (?:is|was|are|did|do|does|will|'s)|can|could|is|are|do|does|did|was|were|has|will|would|should|shall|am|have (?:you|we|they|i)) /,
  fr: /^(?:(?:et|mais|donc) )?(?:qui|quel|quelle|quels|quelles|pourquoi|combien|comment|quoi|que (?:dois|peut|puis|faire|penses|veut|fait)|quand est|a quelle|a quoi|de quoi|avec qui|chez qui|en quelle) /,
};

export const dictating: Readonly<Record<Language, RegExp>> = {
  en: /^(?:(?:can|could|would) you |please |i want you to )?(?:write|draft|compose|translate|summari[sz]e|correct|repeat|rephrase|rewrite|proofread|spell|read|generate|explain|analy[sz]e|shorten|fix|reply|answer|type|dictate|how do you (?:say|spell|write)|what does) /,
  fr: /^(?:(?:tu peux|peux tu|pourrais tu|je veux que tu) )?(?:me )?(?:ecris|ecrire|redige|rediger|traduis|traduire|resume|resumer|corrige|corriger|repete|repeter|reformule|reformuler|lis|lire|genere|explique|analyse|tape|dicte|reponds|comment (?:on|tu|ca se) (?:dit|ecrit|dis)|que veut dire) /,
};
