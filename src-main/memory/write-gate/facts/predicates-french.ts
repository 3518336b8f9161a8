/** What French says of somebody, verb by verb, in the shape of `predicates-english.ts`; accents and elisions are gone. */
export const frenchPredicates = `
habite|habites|habitons|habitent|vis|vit|vivons|vivent|loge|loges|logent|reside|resides|residons|resident :: (?:au |a le |a )?(?:le )?(?=\\d+ |numero) :: address :: address
habite|habites|habitons|habitent|vis|vit|vivons|vivent :: (?=(?:rue|avenue|boulevard|place|impasse|allee|chemin|quai) ) :: address :: address
habite|habites|habitons|habitent|vis|vit|vivons|vivent|loge|loges :: (?:chez|avec) (?!moi|toi|lui|ca) :: lives_with :: list
habite|habites|habitons|habitent|vis|vit|vivons|vivent|loge :: dans une? (?=(?:\\S+ ){0,2}(?:appartement|appart|maison|studio|loft|peniche|ferme|duplex|chalet|colocation|coloc|villa|pavillon|immeuble|t\\d|f\\d)) :: home :: np
habite|habites|habitons|habitent|vis|vit|vivons|vivent|loge|loges|logent|reside|resides|residons|resident :: (?:tout )?(?:a cote de|pres de|a|au|aux|en|dans|sur|vers) (?:cote de )?(?!la maison|la campagne avec|ici) :: lives_in :: place
suis|est|sommes|sont :: (?:install[eé]e?s?|bas[eé]e?s?|domicilie?e?s?) (?:a|au|aux|en|dans) :: lives_in :: place
habitais|habitait|habitions|habitaient|vivais|vivait|vivions|vivaient|logeais|logeait :: (?:avant |autrefois )?(?:a|au|aux|en|dans|sur|pres de) :: lives_in :: place :: past
ai|a|avons|ont :: (?:habite|vecu|loge) (?:\\S+ (?:ans|mois) )?(?:a|au|aux|en|dans) :: lives_in :: place :: past
ai|a|avons|ont :: grandi (?:a|au|aux|en|dans|pres de) :: grew_up_in :: place
ai|a|avons|ont|viens|vient|venons|viennent :: (?:de )?demenag(?:e|er) (?:de|d) (?<old>(?:\\S+ ){1,3}?)(?:a|au|aux|en|vers|pour) :: lives_in :: place :: begins
ai|a|avons|ont|viens|vient|venons|viennent :: (?:de )?(?:demenag(?:e|er)|emmenag(?:e|er)) (?:a|au|aux|en|dans|vers|sur) (?!un |une |mon|ma|notre|son|sa) :: lives_in :: place :: begins
me|se|nous :: (?:suis|est|sommes|sont) installe?e?s? (?:a|au|aux|en|dans) :: lives_in :: place :: begins
ai|a|avons|ont :: quitte (?<old>\\S+ )(?:pour (?:aller |partir |habiter |vivre |m'installer )?)(?:a|au|aux|en|dans) :: lives_in :: place :: begins
demenage|demenages|demenageons|demenagent :: (?:a|au|aux|en|vers) :: moving_to :: place :: plan
vais|va|allons|vont :: (?:bientot )?(?:demenager|emmenager|habiter|vivre|m'installer|me installer|se installer|nous installer) (?:a|au|aux|en|dans|vers) :: moving_to :: place :: plan
suis|est|sommes|sont :: (?:en|dans une?) (?:maison de retraite|ehpad|residence seniors?|residence senior) (?:a|au|en|pres de) :: lives_in :: place
suis|est|sommes|sont :: (?:en |dans une? )(?<value>maison de retraite|ehpad) :: home :: match
pars|part|partons|partent|va|vais|vont|allons :: (?:partir )?(?:vivre|habiter|s'installer|se installer|me installer|nous installer) (?:a|au|aux|en|dans) :: moving_to :: place :: plan
travaille|travailles|travaillons|travaillent|bosse|bosses|bossons|bossent :: comme :: job :: np
travaille|travailles|travaillons|travaillent|bosse|bosses|bossons|bossent :: (?:chez|pour) (?!moi|lui|elle|nous|ca) :: works_at :: np
travaille|travailles|travaillons|travaillent|bosse|bosses|bossons|bossent :: (?:dans|en) (?!ce|equipe|soiree|journee|horaires) :: works_in :: np
travaille|travailles|travaillons|travaillent|bosse|bosses|bossons|bossent :: (?:a|au|aux) (?!la maison|mi temps|temps|domicile|distance|plein|partir|nouveau|mon compte) :: works_at :: np
travaillais|travaillait|travaillaient|bossais|bossait :: (?:avant )?(?:chez|pour|a|au|aux) :: works_at :: np :: past
travaillais|travaillait|bossais|bossait :: comme :: job :: np :: past
ai|a|avons|ont :: (?:travaille|bosse) (?:\\S+ (?:ans|mois) )?(?:chez|pour|a|au) (?!la maison|domicile) :: works_at :: np :: past
suis|est|sommes|sont :: en (?:cdi|cdd|interim|poste|mission|contrat|apprentissage) (?:chez|a|au|pour) :: works_at :: np
suis|est|sommes|sont :: (?:employee?s?|embauchee?s?|salariee?s?|en stage|en alternance|stagiaire|apprentie?|en poste|recrutee?) (?:chez|a|au|aux|par|pour) :: works_at :: np
suis|est :: (?:maintenant |desormais )?chez (?!moi|toi|lui|elle|nous|eux|mes|ma|mon|le|la|un|une)(?=[a-z0-9]+ (?:maintenant|desormais|$|[.,])) :: works_at :: np
ai|a|avons|viens|vient :: (?:de )?commenc(?:e|er) (?:un |une |mon |ma |son |sa )(?:nouveau |nouvel |nouvelle )?(?:travail|boulot|job|emploi|poste|cdi|cdd|stage|alternance|taf) (?:chez|a|au|dans) :: works_at :: np :: begins
ai|a|avons|viens|vient :: (?:de )?(?:commenc(?:e|er)|debut(?:e|er)) (?:a (?:travailler|bosser) )?(?:chez|a|au) (?!apprendre|faire|lire|jouer|ecrire|courir) :: works_at :: np :: begins
ai|a|viens|vient|avons :: (?:de )?(?:trouv(?:e|er)|decroch(?:e|er)|eu|pris|accept(?:e|er)|sign(?:e|er)|avoir)(?: un| une)?(?: nouveau| nouvel| nouvelle)? (?:travail|boulot|job|emploi|poste|cdi|cdd|stage|alternance|taf) (?:chez|a|au|dans) :: works_at :: np :: begins
ai|a|viens|vient :: (?:de )?(?:rejoin(?:t|dre)|integr(?:e|er)) (?!le |la |les |un |une ) :: works_at :: np :: begins
ai|a|viens|vient :: (?:de )?(?:quitt(?:e|er)|demissionn(?:e|er) de)(?: chez)? (?<old>\\S+ )pour (?:aller chez |rejoindre |bosser chez |travailler chez )? :: works_at :: np :: begins
ai|a|viens|vient :: (?:de )?(?:quitt(?:e|er)) (?:mon|ma|son|sa) (?:travail|boulot|job|poste|emploi|taf) (?:chez|a|au) :: works_at :: np :: ends
ai|a|viens|vient :: (?:de )?demissionn(?:e|er) de(?: chez)? :: works_at :: np :: ends
commence|commences :: (?:a travailler |a bosser |un travail |un nouveau travail |mon nouveau travail )?chez :: works_at :: np :: plan
suis|est|sommes|sont :: (?<value>(?:a la|en) retraite|retraitee?s?|au chomage|sans emploi|etudiante?|independante?|auto entrepreneur|auto entrepreneuse|en conge maternite|en conge parental|en conge paternite|en arret maladie|mere au foyer|pere au foyer|freelance|lyceenn?e?|collegienn?e?)(?! en | a )  :: work_status :: match
suis|est|sommes|sont :: etudiante?s? en :: studies :: np
suis|est|sommes|sont :: (?:etudiante?s? |eleve |scolarisee? |inscrite? )(?:a|au|dans) :: attends :: np
etais|etait :: (?:une? )?(?=@job@) :: job :: np :: past
suis|est|sommes|sont :: (?:devenue? )?(?:une? )?(?=(?:ancienn?e? )?@job@) :: job :: np
viens|vient :: de (?:passer|devenir|etre nommee?) (?=@job@) :: job :: np :: begins
deviens|devient :: (?=@job@) :: job :: np :: begins
dirige|diriges|tiens|tient|gere :: une? (?=(?:\\S+ ){0,2}(?:entreprise|boutique|restaurant|boulangerie|societe|agence|magasin|ferme|cafe|bar|hotel|salon|librairie|pharmacie)) :: job :: np
etudie|etudies|etudions|etudient :: (?:a|au) (?=@school@) :: attends :: np
etudie|etudies|etudions|etudient :: (?!pour|avec|a|au|dans|beaucoup|chez|tous) :: studies :: list
fais|fait|font :: (?:des etudes|une licence|un master|une these|un doctorat|un bts|un dut|un but|une prepa|ses etudes|mes etudes) (?:en|de|d) :: studies :: np
ai|a|avons|ont :: fait (?:mes|ses|des|nos) etudes (?:de|d|en) (?!lycee|fac) :: studies :: np
fais|fait|font :: (?:ses|mes) etudes (?:a|au) :: attends :: place
suis|est|sont :: en (?:fac|licence|master|these|ecole|prepa) (?:de|d) :: studies :: np
suis|est|sont :: en (?<value>cp|ce1|ce2|cm1|cm2|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|6e|5e|4e|3e|petite section|moyenne section|grande section|maternelle|primaire|6eme|5eme|4eme|3eme|2nde) :: school_year :: match
entre|rentre|passe :: (?:en|au) (?<value>cp|ce1|ce2|cm1|cm2|sixieme|cinquieme|quatrieme|troisieme|seconde|premiere|terminale|6e|5e|4e|3e|maternelle|primaire|6eme|5eme|4eme|3eme) :: school_year :: match
va|vais|vont :: (?:a|au|dans) (?=(?:le |la )?(?:\\S+ )?(?:ecole|college|lycee|creche|fac|universite|maternelle) \\S+)(?!(?:le |la )?ecole (?:a|le|la|demain|en|avec|et|tous|lundi|ce) ) :: attends :: np
ai|a :: (?:un diplome|ete diplomee?|obtenu mon diplome|eu mon diplome|fait mes etudes(?= a| au)|fait ses etudes(?= a| au)) (?:de|d|a|au|en) :: graduated_from :: np
suis|est :: diplomee? (?:de|d) :: graduated_from :: np
aime|aimes|aimons|aiment|adore|adores|adorons|adorent|kiffe|kiffes|apprecie|apprecies|raffole|raffoles :: (?:bien |beaucoup |bcp |plus que tout |enormement )?(?:de )?(?!ca|cela|tu|te|que|quand|comment|toi|ton|ta|tes|votre|vos|bien$|bien [,.]|me|savoir|les gens|ma vie|cette|ce |etre|beaucoup|(?:mon|ma|mes) @kin@|rien|on|se) :: likes :: list :: no=dislikes
deteste|detestes|detestons|detestent|hais|hait|execre|deteste|abhorre :: (?!ca|cela|cette|ce|cet|ces|tu|te|que|quand|toi|ma vie|etre|attendre|les gens|me|se) :: dislikes :: list :: no=
ai|a|avons|ont :: horreur (?:de|du|des|d) (?!ca|cela|etre|que) :: dislikes :: list
supporte|supportes|supportent|digere|digeres|tolere :: (?:bien )?(?:le |la |l )?(?=lactose|gluten|lait|fructose|histamine) :: intolerant_to :: np :: denied
supporte|supportes|supportent :: (?!ca|cela|que|tu|te|l'idee) :: dislikes :: list :: denied
supporte|supportes|supportent|soutiens|soutient|soutenons :: (?!ca|cela|que|tu|te|mon|ma|mes|son) :: supports_team :: np
suis|est|sommes|sont :: (?:pour|supporter de|supportrice de|supporters de) (?=(?:le |l )?(?:@team@)) :: supports_team :: np
prefere|preferes|preferons|preferent :: (?!ca|que|etre|quand|ne|pas|tu) :: prefers :: np
suis|est|sommes|sont :: (?:\\S+ )?(?:fans?|fanas?|adepte|supporter|supportrice|amateur|amatrice) (?:absolue? )?(?:de|du|des|d) :: fan_of :: list :: no=dislikes
suis|est|sommes|sont :: (?:\\S+ )?(?:passionnee?s?|accros?|folles?|fous?|fou|dingues?|mordue?|feru?e?|gaga) (?:de|du|des|d|par|a|au|aux) (?!joie|rage|toi) :: likes :: list :: no=dislikes
ai|a|avons|ont :: (?:tres |super )?(?:une )?(?:peur(?: bleue| panique| terrible)?|la phobie|la trouille|phobie|sainte horreur) (?:de|du|des|d) (?!rater|ne|me|te|tomber|oublier|perdre|que|ca) :: afraid_of :: list :: no=
suis|est|sommes|sont :: (?:tres |fortement |gravement |aussi )?allergiques? (?:a|au|aux) :: allergic_to :: list
ai|a|fais|fait|avons|ont :: (?:une |des )?(?:\\S+ )?allergies? (?:\\S+ )?(?:a|au|aux) :: allergic_to :: list
supporte|supporte :: (?:mal )(?:le |la |les ) :: intolerant_to :: list
suis|est|sommes|sont :: (?:tres )?intolerante?s? (?:a|au|aux) :: intolerant_to :: list
ai|a :: une intolerance (?:a|au|aux) :: intolerant_to :: list
suis|est|sommes|sont :: (?:devenue?s? |maintenant |desormais |presque )?(?:une? )?(?<value>vegetarienn?e?s?|vegane?s?|vegetalienn?e?s?|vege|pescetarienn?e?s?|pesco vegetarienn?e?|flexitarienn?e?s?|sans gluten|abstinente?) :: diet :: match
deviens|devient|ai|a :: (?:devenue? |passe )?(?<value>vegetarienn?e?|vegane?|vegetalienn?e?|flexitarienn?e?) :: diet :: match
mange|manges|mangeons|mangent :: (?:que )?(?<value>halal|casher|kasher|sans gluten|vegan|vegetarien|bio|sans lactose|sans sel) :: diet :: match
suis|fais|fait|suit :: (?:au |a le |un )(?<value>regime \\S+(?: \\S+)?) :: diet :: match
mange|manges|mangeons|mangent :: (?:de |du |des )?(?!beaucoup|trop|rien|pas|bien|tard|tot|avec|chez|a|au|le midi|le soir|souvent|ca|en) :: does_not_eat :: list :: denied
peux|peut :: manger (?:de |du |des )?(?!ca|rien|avec|ici|ce) :: does_not_eat :: list :: denied
bois|boit|buvons|boivent :: (?:de |du )?(?!beaucoup|trop|rien|assez|ca|avec) :: does_not_drink :: list :: denied
ai|a|viens|vient|avons :: (?:de )?arret(?:e|er) (?:de |la |le |l |les |du )?(?=fumer|boire|cigarette|tabac|alcool|sucre|viande|cafe|vapoter|manger) :: quit :: verb :: begins
prends|prend|prenons :: (?=(?:\\S+ ){0,3}?\\S*(?:@medicine@)) :: takes_medicine :: np
suis|est :: sous (?=(?:\\S+ ){0,2}?\\S*(?:@medicine@)) :: takes_medicine :: np
suis|est :: sous traitement (?:pour|contre) :: has_condition :: np
souffre|souffres|souffrent :: (?:de|du|des|d) :: has_condition :: list
suis|est :: atteinte? (?:de|du|d) :: has_condition :: list
ai|a|avons|ont|fais|fait :: (?:une? |du |de la |de l |de |des |le |la )?(?:ete diagnostiquee? )?(?=(?:\\S+ )?(?:@condition@)) :: has_condition :: np
suis|est|sommes|sont :: (?<value>diabetiques?|asthmatiques?|epileptiques?|daltonienn?e?s?|dyslexiques?|autistes?|gauchere?s?|droitiere?s?|sourde?s?|aveugles?|myopes?|coeliaques?|anemiques?|insomniaques?|presbytes?|hypertendue?s?|bipolaires?|astigmates?|migraineuse|migraineux) :: has_condition :: match
suis|est :: (?:tombee? )?(?<value>enceinte(?: de (?:\\S+ mois|jumeaux|jumelles))?) :: expecting :: match
attends|attend|attendons :: (?=(?:un|une|des|notre|son|mon|leur) (?:\\S+ )?(?:bebe|enfant|jumeaux|jumelles|fille|garcon|heureux)) :: expecting :: np
suis|est :: (?:du |de )?(?:groupe sanguin|groupe) (?=(?:a|b|ab|o) ) :: blood_type :: code
mesure|mesures|fais|fait :: (?<value>un metre \\S+(?: \\S+)?|1m\\d\\d|\\d+ ?cm|1 ?m ?\\d\\d|1 metre \\d\\d|\\d[.,]\\d+ ?m?(?: metres?)?) :: height :: match
pese|peses :: (?<value>\\S+(?: \\S+){0,2} (?:kilos?|kg)|\\d+kg|\\d+) :: weight :: match
chausse|chausses|chaussent :: (?:du |en )?(?<value>\\S+(?: \\S+)?) :: shoe_size :: number
fais|fait|mets|met|porte|portes :: (?:du |une taille |la taille |taille )(?<value>xs|s|m|l|xl|xxl|\\d{2}) (?!ans|metres|kilometres) :: clothes_size :: match
suis|est|sommes|sont|etait :: ne[es]{0,2} le :: birthday :: date
suis|est :: du (?=\\d+ @month@) :: birthday :: date
suis|est|sommes|sont|etait :: ne[es]{0,2} en (?=(?:19|20)\\d\\d |mille|deux mille|dix neuf cent) :: birth_year :: date
suis|est|sommes|sont|etait :: ne[es]{0,2} (?:en |au mois de |debut |fin |mi )(?=@month@ ) :: birthday :: date
suis|est|sommes|sont|etait :: ne[es]{0,2} (?:a|au|aux|en|dans|pres de) :: born_in :: place
suis|est|sommes|sont :: ne[es]{0,2} (?=hier|aujourd'hui|ce matin|cette nuit|la semaine|il y a|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) :: birthday :: date
ai|a|avons|ont|aura|aurai :: (?:eu |bientot |deja |maintenant |presque |seulement )?(?<value>\\S+(?: \\S+){0,2}) (?:ans|mois)(?! d| pour| de | a | et demi de| que) :: age :: age
fete|fetes|vais|va|viens|vient :: (?:de |avoir |feter |d )?(?:avoir |feter )?(?:ses |mes )?(?<value>\\S+(?: \\S+){0,2}) ans(?! d| de ) :: age :: age
me|se :: (?:appelle|appelles|nomme|prenomme|appellent) :: name :: names
se :: appelait :: name :: name
me|se :: (?:fais|fait) appeler :: nickname :: name
viens|vient|venons|viennent|venait|venaient|venais :: (?:de|du|des|d) (?!me|te|se|le|la|finir|rentrer|faire|passer|voir|manger|recevoir|acheter|lire|perdre|apprendre|commencer|terminer|arriver|avoir|etre|changer|prendre|\\S+er |\\S+ir |\\S+re ) :: comes_from :: place
suis|est|sommes|sont :: originaires? (?:de|du|des|d) :: comes_from :: place
suis|est|sommes|sont :: (?:de origine |une? |a moitie )?(?<value>@nation@) :: nationality :: match
parle|parles|parlons|parlent :: (?:couramment |un peu |bien |aussi |le |l )*(?:le |l )?(?=@language@) :: speaks :: list
suis|est :: (?:bilingue|trilingue) (?:en )?(?=@language@) :: speaks :: list
apprends|apprend|apprenons|apprennent :: (?:a )?(?!que|ca|beaucoup|vite|bien|rien) :: learns :: list
prends|prend :: des cours (?:de|du|d) :: learns :: np
ai|a|viens|vient :: (?:de )?commenc(?:e|er) (?:a apprendre )?(?:le |l |la |des cours de )(?=@language@|@playable@) :: learns :: np
suis|est :: (?:du signe )?(?<value>belier|taureau|gemeaux|lion|vierge|balance|scorpion|sagittaire|capricorne|verseau|poissons) :: zodiac_sign :: match
suis|est|sommes|sont :: (?:de confession )?(?<value>catholiques?|musulmane?s?|juive?s?|juif|bouddhistes?|chretienn?e?s?|athees?|protestante?s?|hindoue?s?|orthodoxes?|croyante?s?) :: religion :: match
suis|est|sommes|sont :: (?:mariee?s?|pacsee?s?|fiancee?s?|en couple) (?:avec|a) :: partner :: name
suis|est|sommes|sont :: (?:toujours |maintenant |desormais )?(?<value>mariee?s?|celibataires?|divorcee?s?|veuve?s?|veuf|pacsee?s?|fiancee?s?|en couple|separee?s?) :: marital_status :: match
me|se :: (?:suis|est|sommes|sont) (?:fiancee?s?|mariee?s?|pacsee?s?|mise?s? en couple) (?:avec|a) (?:une? (?:certaine?|\\S+ qui se appelle|\\S+ nommee?) )? :: partner :: name
vient|viens :: de (?:me |se )(?:fiancer|marier|pacser) (?:avec|a) (?:une? certaine? )? :: partner :: name
sortais|sortait :: avec (?!des|mes|ses|nous|le chien|toi) :: partner :: name :: past
etais|etait|etions :: (?:mariee?s?|fiancee?s?|en couple|pacsee?s?|avec(?= \\S+ (?:jusque|pendant|avant))) (?:avec )?(?!mon|ma|mes|des|un|une) :: partner :: name :: past
suis|est :: (?<=(?:sortai[st]|etai[st]|jusque).{1,60}(?:maintenant|desormais|aujourd'hui) (?:je|il|elle) (?:suis|est) )avec :: partner :: name
suis|est :: (?:maintenant|desormais) avec (?!mon|ma|mes|des|un|une) :: partner :: name
me|se|nous|on :: (?:suis|est|sommes|sont) (?:mariee?s?|pacsee?s?) (?:le|en|a|au|il|samedi)(?<date>) :: married_on :: date
me|se|nous|on :: (?:marie|marions|marient|vais marier|va marier) (?=le|en|samedi|dans|l|la|cet|au) :: married_on :: date
me|se|nous|on :: (?:suis|est|sommes|sont) (?<value>mariee?s?|divorcee?s?|pacsee?s?|fiancee?s?|separee?s?) :: marital_status :: match :: begins
divorce|divorces|divorcent :: (?=le|en|de|avec|$|[,.]) :: event :: head
sors|sort :: avec (?!des|mes|ses|nous|le chien|toi) :: partner :: name
est|sont :: (?:morte?s?|decedee?s?) (?:le |en |il y a |la )?(?=(?:\\S+ ){0,3}) :: died_on :: date
est|sont :: (?=morte?s?|decedee?s?) :: event :: head
ai|a|avons|ont|possede|viens|vient :: (?:de )?(?:adopt(?:e|er) )?(?=(?:\\S+ ){0,3}@animal@) :: pet :: pet
ai|a|avons|ont :: (?=(?:\\S+ ){0,3}(?:@kin@|enfants|gosses|gamins|freres|soeurs|filles|garcons|petits enfants|fils|cousins|neveux|nieces|jumeaux|jumelles)) :: kin :: kin
suis|est :: (?:enfant|fils|fille) unique :: number_of_siblings :: zero
avais|avait|avions|avaient :: une? (?=(?:\\S+ ){0,2}(?:@carmake@)) :: car :: np :: past
avais|avait|avions|avaient :: une? (?=(?:\\S+ ){0,2}(?:@phonemake@)) :: phone :: np :: past
avais|avait|avions|avaient :: une? (?=(?:\\S+ ){0,2}(?:macbook|ordinateur|ordi|portable|pc|imac)) :: computer :: np :: past
roulais|roulait|conduisais|conduisait :: (?:en |une |un )?(?=(?:@carmake@)) :: car :: np :: past
allais|allait|allaient :: (?:a|au|dans) (?=(?:le |la )?(?:\\S+ )?(?:ecole|college|lycee|creche|fac|universite|maternelle) \\S+) :: attends :: np :: past
etais|etait|etaient :: (?:(?:etudiante?|eleve|scolarisee?|inscrite?) )?(?:a|au|dans) (?=(?:le |la )?(?:\\S+ )?(?:ecole|college|lycee|fac|universite|maternelle) \\S+) :: attends :: np :: past
etais|etait :: (?:client |cliente )?(?:a|au|chez) (?:la )?(?=@bank@) :: bank :: np :: past
etais|etait :: (?:salariee? |employee? |embauchee? )?chez (?=\\S+ (?:, )?(?:et |mais )?(?:avant|jusque|maintenant|desormais|aujourd'hui|pendant \\S+ ans|de \\d))(?!moi|toi|lui|elle|nous|eux|mes|ma|mon|le|la|un|une) :: works_at :: np :: past
en :: a (?<value>\\S+(?: \\S+)?) (?:$|[,.!;])(?<= ans .{1,60}) :: age :: number
conduis|conduit|roule|roules :: (?:en |une |un )?(?=(?:@carmake@)) :: car :: np
ai|a|avons|ont|possede|possedons :: une? (?=(?:\\S+ ){0,2}(?:@carmake@)) :: car :: np
ai|a|avons|ont|possede :: une? (?=(?:\\S+ ){0,2}(?:velo|vtt|trottinette)) :: bike :: np
ai|a|utilise|avons :: une? (?=(?:\\S+ ){0,2}(?:@phonemake@)) :: phone :: np
ai|a|utilise|avons :: une? (?=(?:\\S+ ){0,2}(?:macbook|ordinateur|ordi|portable|pc|imac)) :: computer :: np
ai|a|avons|ont :: (?:une? |de )(?=(?:\\S+ ){0,2}(?:@thing@)) :: owns :: np
possede|possedes|possedons|possedent :: (?!ca) :: owns :: np
ai|a|avons|ont|viens|vient|venons :: (?:de |d )?(?:me |se |nous )?(?:achet(?:e|er)|offert|offrir) (?:une? |le |la |les |des )?(?!pain|lait|courses|ca|cadeau) :: bought :: np :: begins
me|se|nous :: (?:suis|est|sommes) (?:achetee?|offerte?) (?:une? |le |la )? :: bought :: np :: begins
ai|a|avons :: vendu (?:mon|ma|notre|son|sa|mes|le|la) :: owns :: np :: ends
joue|joues|jouons|jouent :: (?:au|aux|a|de|du|d|a la|de la|de l) (?:la |le |l )?(?=@playable@) :: plays :: list
fais|fait|faisons|font|pratique|pratiques :: (?:du |de la |de l |de |des |le |la )?(?:la |le |l )?(?=@activity@|@playable@) :: hobby :: list
collectionne|collectionnes|collectionnent :: :: collects :: np
suis|est :: benevole (?:a|au|aux|chez|dans|pour) :: volunteers_at :: np
suis|est|fais|fait :: (?:un )?(?:membre|partie|inscrite?) (?:active? )?(?:de|du|d|des|a|au) :: member_of :: np
chante|joue :: dans une? (?=(?:\\S+ )?(?:chorale|groupe|orchestre|fanfare|choeur|club|equipe)) :: member_of :: np
sais|sait :: (?=(?:nager|conduire|cuisiner|skier|danser|chanter|tricoter|coudre|jongler|jouer|parler|lire|surfer|monter|siffler|faire|ecrire)(?: |$)) :: knows_how_to :: verb :: no=cannot
lis|lit :: (?:en train de )?(?:le livre )?(?!beaucoup|ca|le journal|un peu|tous|dans|pas|un livre|mon|ma|que|la suite|le soir) :: reads :: np
suis|est :: en train de (?:lire|relire) (?!un livre|ca|le journal) :: reads :: np
suis|est :: en train de (?:regarder|mater) (?!la tele|ca|un film|une serie) :: watches :: np
suis|est :: (?:client |cliente )?(?:a|au|chez) (?:la )?(?=@bank@) :: bank :: np
ai|a|avons|ont :: (?:mis|range|laisse|pose|cache|gare|planque) (?:mon |ma |mes |le |la |les |l |son |sa |ses |notre |nos |un |une )?(?<thing>(?:\\S+ ){1,4}?)(?=(?:dans|sur|sous|derriere|a cote de|au fond de|au dessus de|au|chez|devant|pres de) ) :: located_in :: located
range|garde|mets|met|cache :: (?:mon |ma |mes |le |la |les |l |son |sa |ses |notre |nos )(?<thing>(?:\\S+ ){1,4}?)(?=(?:dans|sur|sous|derriere|au fond de) ) :: located_in :: located
me|se :: (?:suis|est) (?=(?:cassee?|foulee?|fracturee?|blessee?|tordue?|dechiree?) ) :: event :: verb :: begins
ai|a|avons|ont :: (?=eu un accident|eu un bebe|accouche|rate (?:mon|son|le)|reussi (?:mon|son|le)|perdu (?:mon|ma|mes|son|sa|ses)|casse (?:mon|ma|mes|son|sa)|gagne (?:un|une|le|la)|ete operee?|rompu|eu (?:mon|son) (?:bac|permis|diplome)) :: event :: verb :: begins
ai|a|avons|ont|aurai|aura :: (?:un |une |le |la |l |mon |ma |mes |pris |de )*(?=(?:\\S+ ){0,3}(?:@appointment@)) :: appointment :: verb :: plan
ai|a|avons|ont :: (?:le |la |l )?(?=(?:dentiste|medecin|docteur|coiffeur|kine|osteo|ophtalmo|gyneco|pediatre|orthodontiste|veto|veterinaire|plombier|psy|dermato|cardiologue|controle technique|generaliste) ) :: appointment :: verb :: dated
ai|a|avons|ont :: (?=(?:diner|dejeuner|cours|entrainement|piscine|yoga|garde|match|concert|repetition|train|avion|sport|chorale|rdv) ) :: appointment :: verb :: dated
vais|va|allons|vont :: (?:peut etre |surement )?(?=\\S+(?:er|ir|re|oir) )(?!voir si|essayer|te|vous|me coucher|dormir|faire simple|dire) :: plan :: verb :: plan
vais|va|allons|vont|pars|part|partons|partent|arrive|arrivent|debarque|debarquent|atterrit|atterrissent|decolle|decollent|rejoint|viens|vient|viennent|rentre|rentrons|rentrent|dine|dinons|dejeune|dejeunons|fete|fetons|passe|passent|reviens|revient|prends|prenons|vois|voit|voyons|recois|recoit|recevons|reprends|reprend|commence|finis|termine|invite|invitons|organise|organisons|demenage|opere|accouche :: :: plan :: head :: dated
me|se|nous :: (?=fais operer|fait operer|vois|voyons|retrouvons|rejoint) :: plan :: verb :: dated
compte|comptes|comptons|prevois|prevoit|prevoyons|envisage|envisages|espere|esperes|pense|pensons|projette :: (?:de |d )?(?=\\S+(?:er|ir|re|oir) )(?!te|vous|que) :: plan :: verb :: plan
ai|a|avons :: (?:prevu|decide|l'intention|le intention|le projet) (?:de |d )(?=\\S+(?:er|ir|re|oir) ) :: plan :: verb :: plan
pourrais|pourrait|pourrions :: (?:peut etre |bien )?(?=\\S+(?:er|ir|re|oir) ) :: plan :: verb :: hedge
vais|va :: peut etre :: plan :: verb :: hedge
veux|veut|voudrais|voudrait|aimerais|aimerait|reve|reves :: (?:bien |de |d |un jour |vraiment |tellement )*(?=(?:apprendre|devenir|visiter|voyager|demenager|acheter|ecrire|vivre|aller|avoir|adopter|changer|ouvrir|partir|courir|habiter|faire) ) :: wants :: verb :: wish
veux|veut|voudrais|voudrait|aimerais|aimerait :: (?:bien )?une? (?=(?:\\S+ ){0,2}(?:@animal@|@thing@|velo|voiture|telephone|ordinateur|bebe|maison)) :: wants :: np :: wish
trouve|trouves|pense|penses :: que (?!tu|ca|c|je vais|je|oui|non|ce est (?:bon|ca)) :: thinks :: rest :: opinion
`;
