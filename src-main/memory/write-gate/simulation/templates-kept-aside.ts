/** What is said in the simulation's measured half: kind | words | facts (subject>relation>value[>old]) | the turn before. Written before any was run. */
export const keptAsideTemplates = {
  en: `
fact|my {kf} {pf} cannot eat {food}|user>{kf.rel}>{pf} ; {pf}>does_not_eat>{food}
fact|my {kf} {pf} is allergic to {food}|user>{kf.rel}>{pf} ; {pf}>allergic_to>{food}
fact|i have an allergy to {food}|user>allergic_to>{food}
fact|doctors found out I'm allergic to {food}|user>allergic_to>{food}
fact|we've been living in {city} since {year}|user>lives_in>{city}
fact|home is in {city} now, we live in {city}|user>lives_in>{city}
fact|I have a flat, I live in {city}|user>lives_in>{city}
fact|my {km} {pm} lives in {city}|user>{km.rel}>{pm} ; {pm}>lives_in>{city}
fact|{pf} is my {kf}|user>{kf.rel}>{pf}
fact|I have a {km} called {pm}|user>{km.rel}>{pm}
fact|my {kf}'s name is {pf}|user>{kf.rel}>{pf}
fact|my {kf}'s {km} is called {pm}|{kf}>{km.rel}>{pm}
fact|I work for {company}|user>works_at>{company}
fact|I'm a {job} by trade|user>job>{job}
fact|my {km} is a {job}|{km}>job>{job}
fact|my {km} {pm} works at {company}|user>{km.rel}>{pm} ; {pm}>works_at>{company}
fact|I adore {food}|user>likes>{food}
fact|I'm crazy about {food}|user>likes>{food}
fact|I've always hated {food}|user>dislikes>{food}
fact|I do not like {food} at all|user>dislikes>{food}
fact|my favourite dish is {food}|user>favourite_food>{food}
fact|{colour} is my favourite color|user>favourite_colour>{colour}
fact|my {kf}'s birthday is on {monthday}|{kf}>birthday>{monthday}
fact|I was born on {monthday}, {birthyear}|user>birthday>{monthday}, {birthyear}
fact|my {km} is {age}|{km}>age>{age}
fact|I just turned {age}|user>age>{age}
fact|I can speak {language}|user>knows_how_to>speak {language}
fact|my mother tongue is {language}|user>speaks>{language}
fact|my {kf} {pf} speaks {language}|user>{kf.rel}>{pf} ; {pf}>speaks>{language}
fact|I've been playing the {instrument} for years, I play the {instrument}|user>plays>{instrument}
fact|we have a {pet} named {petname}|user>{pet}>{petname}
fact|our {pet} is called {petname}|user>{pet}>{petname}
fact|you can reach me at {phone}, my number is {phone}|user>phone_number>{phone}
fact|my email address is {email}|user>email>{email}
fact|the {thing} is in the {spot}|{thing}>located_in>{spot}
fact|I keep the {thing} in the {spot}|{thing}>located_in>{spot}
fact|the wifi code is {code}|user>wifi_password>{code}
fact|I've got a doctor's appointment on {weekday} at {hour}|user>appointment>doctor's appointment
fact|I'm going to {city} on {weekday}|user>plan>going to {city}
fact|my {kf} is visiting us on {weekday}|{kf}>plan>visiting us
fact|every {weekday} evening I go swimming|user>habit>go swimming every {weekday} evening
fact|I take {medicine} twice a day|user>takes_medicine>{medicine}
fact|I have {illness}|user>has_condition>{illness}
fact|I've been a {diet} for two years|user>diet>{diet}
fact|I support {team}|user>supports_team>{team}
fact|my shoe size is {size}|user>shoe_size>{size}
fact|I drive a {car}|user>car>{car}
fact|my dentist is Dr {lastname}|user>dentist>Dr {lastname}
fact|we got married on {monthday}, {birthyear}|user>married_on>{monthday}, {birthyear}
fact|my {kf} and I are very close, her name is {pf}|user>{kf.rel}>{pf}
fact|I'm scared of {fear}|user>afraid_of>{fear}
fact|remember that my {km} is allergic to {food}|{km}>allergic_to>{food}
fact|please note that I'm allergic to {food}|user>allergic_to>{food}
fact|I'm allergic to {food}, what dessert could I make?|user>allergic_to>{food}
fact|what should I cook for my {kf} {pf}, who hates {food}?|user>{kf.rel}>{pf} ; {pf}>dislikes>{food}
fact|because I'm a {diet}, I need a recipe without meat|user>diet>{diet}
change|we just moved to {city}|user>lives_in>{city}
change|I've moved to {city}|user>lives_in>{city}
change|I left {company2} last month, now I work at {company}|user>works_at>{company}
change|I got a new job at {company}|user>works_at>{company}
change|I don't work at {company2} anymore, I work at {company} now|user>works_at>{company}>{company2}
change|my new phone number is {phone}|user>phone_number>{phone}
past|when I was young I used to live in {city}|user>lives_in>{city}
past|I lived in {city} until {year}|user>lives_in>{city}
event|I had a long argument with my {km} today|
event|the presentation went much better than I expected|
event|I baked bread this afternoon and burnt it|
event|my {kf} made me laugh so much yesterday|
event|I'm really nervous about the results|
event|we watched the sunset on the beach with friends|
event|my back has been hurting all day|
joke|I'm actually a {job} on the moon, just kidding|
joke|my {kf} eats {food} for breakfast every day haha I'm joking|
joke|I have forty seven children, only kidding!|
supposed|if I lived in {city} I'd be happier|
supposed|what would happen if I quit {company}|
supposed|imagine I had a {pet} called {petname}|
supposed|suppose that my name is {pf}|
supposed|I wish I lived in {city}|
supposed|if my {km} were a {job} we would be rich|
quoted|{pm} says he lives in {city}|{pm}>lives_in>{city}
quoted|{pf} told me she hates {food}|{pf}>dislikes>{food}
quoted|he said "I live in {city}"|
fiction|in the movie the main character lives in {city}|
fiction|in this novel a {job} from {city} has three wives|
fiction|the article said people in {city} love {food}|
fiction|I dreamed that I lived in {city}|
question|what's the name of my {kf}?|
question|where do I work?|
question|does my {km} like {food}?|
question|how far is {city} from here|
question|is {food} good for you?|
question|who invented the {instrument}|
question|when is my {kf}'s birthday|
question|how do you say dog in {language}?|
question|why is the sky blue|
question|can dogs eat {food}?|
command|put {food} on the shopping list|
command|set an alarm for {hour}|
command|call {pf}|
command|play something by {band}|
command|remind me on {weekday} to call my {km}|
command|turn the heating up a bit|
command|find me a good restaurant in {city}|
command|could you read me the news|
command|write a poem about a {pet} who lives in {city}|
command|show me pictures of {city}|
small|hey|
small|thank you very much|
small|wow that's amazing|
small|ok cool|
small|good evening jarvis|
small|you're the best|
small|hmm let me think|
small|no worries|
instruction|remember that you always have to call me master and answer in {language}|
instruction|from now on you must reply only in {language}|
negative|I don't have a {pet}|
negative|I'm not allergic to {food}|
negative|my {kf} doesn't live in {city}|
answer|{pf}|user>{kf.rel}>{pf}|What is your {kf}'s name?
answer|it's {pf}|user>{kf.rel}>{pf}|What's your {kf} called?
answer|in {city}|user>lives_in>{city}|Where do you live now?
answer|{food}|user>allergic_to>{food}|What are you allergic to?
answer|at {company}|user>works_at>{company}|Where do you work?
correction|no, it's {pf}|user>{kf.rel}>{pf}>{pf2}|Your {kf} is called {pf2}.
correction|that's wrong, I live in {city}|user>lives_in>{city}>{city2}|You live in {city2}.
correction|sorry, I meant {city}|user>lives_in>{city}>{city2}|I live in {city2}.
pronoun|she lives in {city}|{pf}>lives_in>{city}|My {kf} {pf} sent me a letter.
pronoun|he's allergic to {food}|{pm}>allergic_to>{food}|My {km} {pm} is coming to dinner.
web|{city} is a beautiful town. I lived there for years and my favourite dish is {food}.|
assistant|Your {kf} {pf} is allergic to {food}.|
assistant|You told me that you live in {city}.|`,
  fr: `
fact|ma {kf} {pf} est allergique {food.aux}|user>{kf.rel}>{pf} ; {pf}>allergic_to>{food}
fact|j'ai une allergie {food.aux}|user>allergic_to>{food}
fact|je fais une allergie {food.aux}|user>allergic_to>{food}
fact|on vit à {city} depuis {year}|user>lives_in>{city}
fact|moi j'habite à {city}|user>lives_in>{city}
fact|on loge à {city} avec les enfants|user>lives_in>{city}
fact|mon {km} {pm} habite à {city}|user>{km.rel}>{pm} ; {pm}>lives_in>{city}
fact|{pf} c'est ma {kf}|user>{kf.rel}>{pf}
fact|j'ai un {km} qui s'appelle {pm}|user>{km.rel}>{pm}
fact|le prénom de ma {kf} c'est {pf}|user>{kf.rel}>{pf}
fact|le {km} de ma {kf} s'appelle {pm}|{kf}>{km.rel}>{pm}
fact|je bosse pour {company}|user>works_at>{company}
fact|je suis {job} de métier|user>job>{job}
fact|mon {km} est {job}|{km}>job>{job}
fact|mon {km} {pm} travaille chez {company}|user>{km.rel}>{pm} ; {pm}>works_at>{company}
fact|j'adore {food.le}|user>likes>{food}
fact|je suis fou {food.de}|user>likes>{food}
fact|j'ai toujours détesté {food.le}|user>dislikes>{food}
fact|je n'aime pas du tout {food.le}|user>dislikes>{food}
fact|mon plat préféré c'est {food.le}|user>favourite_food>{food}
fact|le {colour} c'est ma couleur préférée|user>favourite_colour>{colour}
fact|l'anniversaire de ma {kf} est le {daymonth}|{kf}>birthday>{daymonth}
fact|je suis né le {daymonth} {birthyear}|user>birthday>{daymonth} {birthyear}
fact|mon {km} a {age} ans|{km}>age>{age}
fact|je viens d'avoir {age} ans|user>age>{age}
fact|je parle {language} couramment|user>speaks>{language}
fact|ma {kf} {pf} parle {language}|user>{kf.rel}>{pf} ; {pf}>speaks>{language}
fact|je joue {instrument.du} depuis des années|user>plays>{instrument}
fact|on a un {pet} qui s'appelle {petname}|user>{pet.rel}>{petname}
fact|notre {pet} s'appelle {petname}|user>{pet.rel}>{petname}
fact|tu peux noter mon numéro : {phone}|user>phone_number>{phone}
fact|mon adresse mail c'est {email}|user>email>{email}
fact|{thing.le} est dans {spot.le}|{thing}>located_in>{spot}
fact|j'ai rangé {thing.le} dans {spot.le}|{thing}>located_in>{spot}
fact|le mot de passe du wifi est {code}|user>wifi_password>{code}
fact|j'ai rendez-vous chez le médecin {weekday} à {hour}|user>appointment>rendez-vous chez le médecin
fact|je vais à {city} {weekday}|user>plan>vais à {city}
fact|ma {kf} arrive {weekday}|{kf}>plan>arrive
fact|tous les {weekday}s je vais à la piscine|user>habit>vais à la piscine tous les {weekday}s
fact|je prends {medicine.du} deux fois par jour|user>takes_medicine>{medicine}
fact|j'ai {illness.du}|user>has_condition>{illness}
fact|je suis {diet} depuis deux ans|user>diet>{diet}
fact|je supporte {team}|user>supports_team>{team}
fact|ma pointure c'est le {size}|user>shoe_size>{size}
fact|je roule en {car}|user>car>{car}
fact|mon dentiste c'est le docteur {lastname}|user>dentist>docteur {lastname}
fact|on s'est mariés le {daymonth} {birthyear}|user>married_on>{daymonth} {birthyear}
fact|j'ai la phobie {fear.des}|user>afraid_of>{fear}
fact|retiens que mon {km} est allergique {food.aux}|{km}>allergic_to>{food}
fact|note bien que je suis allergique {food.aux}|user>allergic_to>{food}
fact|je suis allergique {food.aux}, je peux faire quoi comme dessert ?|user>allergic_to>{food}
fact|que cuisiner pour ma {kf} {pf}, qui déteste {food.le} ?|user>{kf.rel}>{pf} ; {pf}>dislikes>{food}
fact|vu que je suis {diet}, il me faut une recette sans viande|user>diet>{diet}
change|on vient de déménager à {city}|user>lives_in>{city}
change|ça y est j'ai emménagé à {city}|user>lives_in>{city}
change|j'ai quitté {company2} pour {company}|user>works_at>{company}>{company2}
change|j'ai trouvé un nouveau boulot chez {company}|user>works_at>{company}
change|je travaille plus chez {company2}, je bosse chez {company} maintenant|user>works_at>{company}>{company2}
change|mon nouveau numéro c'est le {phone}|user>phone_number>{phone}
past|quand j'étais jeune j'habitais à {city}|user>lives_in>{city}
past|j'ai vécu à {city} jusqu'en {year}|user>lives_in>{city}
event|je me suis disputé avec mon {km} aujourd'hui|
event|la présentation s'est mieux passée que prévu|
event|j'ai fait du pain cet après-midi et je l'ai brûlé|
event|ma {kf} m'a fait tellement rire hier|
event|je suis vraiment angoissé pour les résultats|
event|on a regardé le coucher de soleil sur la plage avec des amis|
event|j'ai eu mal au dos toute la journée|
joke|je suis {job} sur la lune, je plaisante|
joke|ma {kf} mange {food.le} au petit-déjeuner mdr je rigole|
joke|j'ai quarante-sept enfants, c'est une blague !|
supposed|si j'habitais à {city} je serais plus heureux|
supposed|il se passerait quoi si je quittais {company}|
supposed|imagine que j'ai un {pet} qui s'appelle {petname}|
supposed|admettons que je m'appelle {pm}|
supposed|j'aurais bien aimé vivre à {city}|
supposed|si mon {km} était {job} on serait riches|
quoted|{pm} dit qu'il habite à {city}|{pm}>lives_in>{city}
quoted|{pf} m'a dit qu'elle déteste {food.le}|{pf}>dislikes>{food}
quoted|il a dit « j'habite à {city} »|
fiction|dans le film le personnage principal vit à {city}|
fiction|dans ce roman un {job} de {city} a trois femmes|
fiction|l'article disait que les gens de {city} adorent {food.le}|
fiction|j'ai rêvé que je vivais à {city}|
question|c'est quoi le prénom de ma {kf} ?|
question|je travaille où déjà ?|
question|mon {km} aime {food.le} ?|
question|{city} c'est à combien de kilomètres|
question|est-ce que {food.le} c'est bon pour la santé ?|
question|qui a inventé la radio|
question|c'est quand l'anniversaire de ma {kf}|
question|comment on dit chien en {language} ?|
question|pourquoi le ciel est bleu|
question|est-ce qu'un chien peut manger {food.de} ?|
command|mets {food.le} sur la liste de courses|
command|mets un réveil à {hour}|
command|appelle {pf}|
command|joue un truc de {band}|
command|rappelle-moi {weekday} d'appeler mon {km}|
command|monte un peu le chauffage|
command|trouve-moi un bon restaurant à {city}|
command|tu peux me lire les infos|
command|écris un poème sur un {pet} qui vit à {city}|
command|montre-moi des photos de {city}|
small|salut|
small|merci beaucoup|
small|ah c'est génial|
small|ok cool|
small|bonsoir jarvis|
small|t'es le meilleur|
small|attends je réfléchis|
small|pas de souci|
instruction|souviens-toi que tu dois toujours m'appeler maître et répondre en {language}|
instruction|à partir de maintenant tu dois répondre uniquement en {language}|
negative|je n'ai pas de {pet}|
negative|je ne suis pas allergique {food.aux}|
negative|ma {kf} n'habite pas à {city}|
answer|{pf}|user>{kf.rel}>{pf}|Comment s'appelle ta {kf} ?
answer|elle s'appelle {pf}|user>{kf.rel}>{pf}|C'est quoi le prénom de ta {kf} ?
answer|à {city}|user>lives_in>{city}|Tu habites où maintenant ?
answer|{food.aux}|user>allergic_to>{food}|À quoi êtes-vous allergique ?
answer|chez {company}|user>works_at>{company}|Où travaillez-vous ?
correction|non, c'est {pf}|user>{kf.rel}>{pf}>{pf2}|Votre {kf} s'appelle {pf2}.
correction|c'est faux, j'habite à {city}|user>lives_in>{city}>{city2}|Vous habitez à {city2}.
correction|pardon, je voulais dire {city}|user>lives_in>{city}>{city2}|J'habite à {city2}.
pronoun|elle habite à {city}|{pf}>lives_in>{city}|Ma {kf} {pf} m'a envoyé une lettre.
pronoun|il est allergique {food.aux}|{pm}>allergic_to>{food}|Mon {km} {pm} vient dîner.
web|{city} est une belle ville. J'y ai vécu des années et mon plat préféré est {food.le}.|
assistant|Votre {kf} {pf} est allergique {food.aux}.|
assistant|Vous m'avez dit que vous habitez à {city}.|`,
} as const;
