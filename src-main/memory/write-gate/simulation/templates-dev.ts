/** What is said in the simulation's half that rules may be written from, in the shape of `templates-kept-aside.ts`. */
export const devTemplates = {
  en: `
fact|I'm allergic to {food}|user>allergic_to>{food}
fact|{pm}, my {km}, is allergic to {food}|user>{km.rel}>{pm} ; {pm}>allergic_to>{food}
fact|I live in {city}|user>lives_in>{city}
fact|we live near {city}|user>lives_in>{city}
fact|I'm based in {city}|user>lives_in>{city}
fact|my {kf} is called {pf}|user>{kf.rel}>{pf}
fact|I've got a {kf} named {pf}|user>{kf.rel}>{pf}
fact|I work at {company}|user>works_at>{company}
fact|I'm working for {company} as a {job}|user>works_at>{company}
fact|I work as a {job}|user>job>{job}
fact|my {kf} {pf} is a {job}|user>{kf.rel}>{pf} ; {pf}>job>{job}
fact|I really like {food}|user>likes>{food}
fact|I can't stand {food}|user>dislikes>{food}
fact|my {km} loves {food}|{km}>likes>{food}
fact|my favourite food is {food}|user>favourite_food>{food}
fact|my {kf}'s favourite colour is {colour}|{kf}>favourite_colour>{colour}
fact|my birthday is {monthday}|user>birthday>{monthday}
fact|my {km} was born in {birthyear}|{km}>birth_year>{birthyear}
fact|I'm {age} years old|user>age>{age}
fact|my {km} {pm} is {age} years old|user>{km.rel}>{pm} ; {pm}>age>{age}
fact|I speak {language}|user>speaks>{language}
fact|I'm learning {language} these days|user>learns>{language}
fact|I play the {instrument}|user>plays>{instrument}
fact|I have a {pet} called {petname}|user>{pet}>{petname}
fact|my {pet}'s name is {petname}|user>{pet}>{petname}
fact|my phone number is {phone}|user>phone_number>{phone}
fact|my mail is {email}|user>email>{email}
fact|I put the {thing} in the {spot}|{thing}>located_in>{spot}
fact|my {thing} is in the {spot}|{thing}>located_in>{spot}
fact|our wifi password is {code}|user>wifi_password>{code}
fact|I have a meeting on {weekday} at {hour}|user>appointment>meeting
fact|I'm having dinner with {pf} on {weekday}|user>plan>having dinner with {pf}
fact|I swim every {weekday}|user>habit>swim every {weekday}
fact|I'm taking {medicine}|user>takes_medicine>{medicine}
fact|I suffer from {illness}|user>has_condition>{illness}
fact|I'm {diet}|user>diet>{diet}
fact|I'm a big fan of {band}|user>fan_of>{band}
fact|I take a size {size} shoe|user>shoe_size>{size}
fact|I bought a {car}|user>bought>{car}
fact|my doctor is called Dr {lastname}|user>doctor>Dr {lastname}
fact|I'm afraid of {fear}|user>afraid_of>{fear}
fact|don't forget that my {kf} hates {food}|{kf}>dislikes>{food}
fact|my {kf} {pf} is coming for dinner, she is allergic to {food}, any ideas?|user>{kf.rel}>{pf} ; {pf}>allergic_to>{food}
change|I moved to {city}|user>lives_in>{city}
change|we no longer live in {city2}, we live in {city}|user>lives_in>{city}>{city2}
change|I started at {company} on Monday|user>works_at>{company}
past|I used to live in {city}|user>lives_in>{city}
past|I lived in {city} before|user>lives_in>{city}
event|I had a great day with my {kf}|
event|I feel exhausted after this week at the office|
event|we went to the cinema last night|
event|my boss was in a terrible mood this morning|
joke|I own a castle in {city}, just joking|
joke|I married {pf} twice, I'm kidding|
supposed|if I had a {pet} I'd name it {petname}|
supposed|let's imagine I work at {company}|
supposed|what if I moved to {city}|
quoted|{pm} says that he works at {company}|{pm}>works_at>{company}
fiction|in the book the hero is a {job} in {city}|
fiction|in the series she has a {pet} named {petname}|
question|how old is my {km}?|
question|what is {food} made of|
question|where does {pf} live?|
question|do you know {city}?|
question|what's my phone number|
command|add {food} to my list|
command|set a timer for {age} minutes|
command|send {pf} a message|
command|translate my {pet} is sick into {language}|
command|tell me about {city}|
small|hello|
small|thanks|
small|that's funny|
small|good morning|
small|yes please|
small|see you later|
instruction|remember you must never speak {language}|
negative|I have no {pet}|
negative|I don't work at {company}|
answer|{pm}|user>{km.rel}>{pm}|What's the name of your {km}?
answer|{age}|user>age>{age}|How old are you?
answer|I'm a {job}|user>job>{job}|What do you do for a living?
correction|actually it's {pm}|user>{km.rel}>{pm}>{pm2}|My {km} is called {pm2}.
correction|no, I work at {company}|user>works_at>{company}>{company2}|You work at {company2}.
pronoun|she's a {job}|{pf}>job>{job}|My {kf} {pf} called me.
web|I am a {job} from {city} and I love {food}.|
assistant|Happy to hear that you live in {city}!|`,
  fr: `
fact|je suis allergique {food.aux}|user>allergic_to>{food}
fact|{pm}, mon {km}, est allergique {food.aux}|user>{km.rel}>{pm} ; {pm}>allergic_to>{food}
fact|j'habite à {city}|user>lives_in>{city}
fact|nous vivons près de {city}|user>lives_in>{city}
fact|ma {kf} s'appelle {pf}|user>{kf.rel}>{pf}
fact|j'ai une {kf} qui s'appelle {pf}|user>{kf.rel}>{pf}
fact|je travaille chez {company}|user>works_at>{company}
fact|je travaille comme {job}|user>job>{job}
fact|ma {kf} {pf} est {job}|user>{kf.rel}>{pf} ; {pf}>job>{job}
fact|j'aime beaucoup {food.le}|user>likes>{food}
fact|je déteste {food.le}|user>dislikes>{food}
fact|mon {km} adore {food.le}|{km}>likes>{food}
fact|mon plat préféré est {food.le}|user>favourite_food>{food}
fact|la couleur préférée de ma {kf} est le {colour}|{kf}>favourite_colour>{colour}
fact|mon anniversaire c'est le {daymonth}|user>birthday>{daymonth}
fact|mon {km} est né en {birthyear}|{km}>birth_year>{birthyear}
fact|j'ai {age} ans|user>age>{age}
fact|mon {km} {pm} a {age} ans|user>{km.rel}>{pm} ; {pm}>age>{age}
fact|je parle {language}|user>speaks>{language}
fact|j'apprends {language.le} en ce moment|user>learns>{language}
fact|je joue {instrument.du}|user>plays>{instrument}
fact|j'ai un {pet} qui s'appelle {petname}|user>{pet.rel}>{petname}
fact|mon {pet} s'appelle {petname}|user>{pet.rel}>{petname}
fact|mon numéro de téléphone c'est {phone}|user>phone_number>{phone}
fact|mon mail c'est {email}|user>email>{email}
fact|j'ai mis {thing.le} dans {spot.le}|{thing}>located_in>{spot}
fact|{thing.le} se trouve dans {spot.le}|{thing}>located_in>{spot}
fact|le code wifi c'est {code}|user>wifi_password>{code}
fact|j'ai une réunion {weekday} à {hour}|user>appointment>réunion
fact|je dîne avec {pf} {weekday}|user>plan>dîne avec {pf}
fact|je nage tous les {weekday}s|user>habit>nage tous les {weekday}s
fact|je souffre {illness.de}|user>has_condition>{illness}
fact|je suis {diet}|user>diet>{diet}
fact|je suis fan de {band}|user>fan_of>{band}
fact|je chausse du {size}|user>shoe_size>{size}
fact|j'ai acheté une {car}|user>bought>{car}
fact|mon médecin s'appelle docteur {lastname}|user>doctor>docteur {lastname}
fact|j'ai peur {fear.des}|user>afraid_of>{fear}
fact|n'oublie pas que ma {kf} déteste {food.le}|{kf}>dislikes>{food}
fact|ma {kf} {pf} vient dîner, elle est allergique {food.aux}, une idée ?|user>{kf.rel}>{pf} ; {pf}>allergic_to>{food}
change|j'ai déménagé à {city}|user>lives_in>{city}
change|on n'habite plus à {city2}, on habite à {city}|user>lives_in>{city}>{city2}
change|j'ai commencé chez {company} lundi|user>works_at>{company}
past|j'habitais à {city} avant|user>lives_in>{city}
event|j'ai passé une super journée avec ma {kf}|
event|je suis épuisé après cette semaine au bureau|
event|on est allés au cinéma hier soir|
event|mon chef était d'une humeur terrible ce matin|
joke|j'ai un château à {city}, je plaisante|
joke|je me suis marié deux fois avec {pf}, je rigole|
supposed|si j'avais un {pet} je l'appellerais {petname}|
supposed|imaginons que je travaille chez {company}|
supposed|et si je déménageais à {city}|
quoted|{pm} dit qu'il travaille chez {company}|{pm}>works_at>{company}
fiction|dans le livre le héros est {job} à {city}|
fiction|dans la série elle a un {pet} qui s'appelle {petname}|
question|quel âge a mon {km} ?|
question|c'est fait avec quoi {food.le}|
question|où habite {pf} ?|
question|tu connais {city} ?|
question|c'est quoi mon numéro de téléphone|
command|ajoute {food.le} à ma liste|
command|mets un minuteur de {age} minutes|
command|envoie un message à {pf}|
command|traduis mon {pet} est malade en {language}|
command|parle-moi de {city}|
small|bonjour|
small|merci|
small|c'est marrant|
small|bonne journée|
small|oui s'il te plaît|
small|à plus tard|
instruction|souviens-toi que tu ne dois jamais parler {language}|
negative|j'ai pas de {pet}|
negative|je ne travaille pas chez {company}|
answer|{pm}|user>{km.rel}>{pm}|Quel est le prénom de ton {km} ?
answer|{age} ans|user>age>{age}|Vous avez quel âge ?
answer|je suis {job}|user>job>{job}|Vous faites quoi dans la vie ?
correction|en fait c'est {pm}|user>{km.rel}>{pm}>{pm2}|Mon {km} s'appelle {pm2}.
correction|non, je travaille chez {company}|user>works_at>{company}>{company2}|Vous travaillez chez {company2}.
pronoun|elle est {job}|{pf}>job>{job}|Ma {kf} {pf} m'a appelé.
web|Je suis {job} à {city} et j'adore {food.le}.|
assistant|Ravi de savoir que vous habitez à {city} !|`,
} as const;
