/** What fills the simulation's templates, in both languages: bare word | with article | with "à" | with "de", where French needs them. */
const split = (words: string): readonly string[] => words.trim().split(/\s*;\s*/);

/** Same in both languages. */
const shared = {
  pf: split(
    'Anna; Claire; Maya; Ingrid; Salomé; Yuki; Fatou; Margot; Elena; Sophie; Leïla; Charlotte; Béatrice; Noor; Astrid; Perrine',
  ),
  pm: split(
    'Paul; Hugo; Karim; Bastien; Oscar; Tomasz; Liam; Étienne; Diego; Samuel; Mathis; Arno; Gaspard; Ravi; Florent; Ismaël',
  ),
  city: split(
    'Nantes; Lyon; Berlin; Toulouse; Porto; Montréal; Dublin; Saint-Étienne; Oslo; Lille; Bruges; Aix-en-Provence; Leeds; Rennes; Valence; New York',
  ),
  company: split(
    'Airbus; Decathlon; Siemens; Spotify; Ikea; Renault; Thales; Google; Capgemini; Michelin; Bosch; Carrefour',
  ),
  petname: split('Rex; Milo; Biscuit; Luna; Pixel; Caramel; Nala; Moka; Simba; Olive'),
  phone: split('06 12 34 56 78; 07 98 76 54 32; 06 55 44 33 22; 07 10 20 30 40'),
  email: split('jo.bell@mail.org; claire77@poste.net; m.durand@example.fr; tom_k@inbox.com'),
  code: split('BlueFox77; Renard2024; 48151623; Sunny-Day-9; azerty123'),
  band: split('Radiohead; Muse; Daft Punk; Coldplay; Stromae'),
  team: split('Liverpool; Arsenal; Marseille; Lens; Barcelona'),
  lastname: split('Martin; Patel; Lund; Moreau; Becker'),
  car: split('Tesla; Clio; Toyota Yaris; Peugeot 208; Fiat 500'),
  year: split('2012; 2015; 2018; 2020; 2021'),
  birthyear: split('1978; 1984; 1990; 1996; 2003'),
  age: split('7; 12; 25; 34; 41; 58; 63'),
  size: split('38; 39; 41; 42; 44'),
} as const;

export const vocabulary = {
  en: {
    ...shared,
    kf: split(
      'sister|sister; mother|mother; daughter|daughter; aunt|aunt; wife|wife; cousin|cousin; niece|niece; best friend|best_friend',
    ),
    km: split(
      'brother|brother; father|father; son|son; uncle|uncle; husband|husband; nephew|nephew; grandfather|grandfather; neighbour|neighbour',
    ),
    food: split(
      'nuts; peanuts; strawberries; shellfish; kiwi; mushrooms; goat cheese; olives; lasagne; sushi; raw onions; dark chocolate; coriander; seafood',
    ),
    job: split(
      'nurse; teacher; baker; lawyer; carpenter; pharmacist; journalist; bus driver; graphic designer; plumber',
    ),
    colour: split('blue; green; red; yellow; purple; orange'),
    language: split('Italian; German; Spanish; Portuguese; Japanese; Arabic; Polish'),
    instrument: split('piano; violin; cello; flute; drums; guitar; saxophone'),
    pet: split('dog; cat; rabbit; hamster'),
    thing: split('passport; spare key; first aid kit; toolbox; charger; umbrella'),
    spot: split('blue drawer; hall closet; garage; top shelf of the pantry; kitchen cupboard; attic'),
    weekday: split('Monday; Tuesday; Wednesday; Thursday; Friday'),
    hour: split('9 am; 3 pm; half past four; 10:30; noon'),
    monthday: split('May 4; October 12; July 23; March 1; November 30'),
    medicine: split('metformin; ibuprofen; insulin; vitamin D; omeprazole'),
    illness: split('asthma; migraines; diabetes; epilepsy; eczema'),
    diet: split('vegetarian; vegan; pescatarian'),
    fear: split('spiders; heights; snakes; needles; flying'),
  },
  fr: {
    ...shared,
    kf: split(
      'sœur|sister; mère|mother; fille|daughter; tante|aunt; femme|wife; cousine|cousin; nièce|niece; meilleure amie|best_friend',
    ),
    km: split(
      'frère|brother; père|father; fils|son; oncle|uncle; mari|husband; neveu|nephew; grand-père|grandfather; voisin|neighbour',
    ),
    food: split(
      "noix|les noix|aux noix|des noix; cacahuètes|les cacahuètes|aux cacahuètes|des cacahuètes; fraises|les fraises|aux fraises|des fraises; crustacés|les crustacés|aux crustacés|des crustacés; kiwi|le kiwi|au kiwi|du kiwi; champignons|les champignons|aux champignons|des champignons; fromage de chèvre|le fromage de chèvre|au fromage de chèvre|du fromage de chèvre; lasagnes|les lasagnes|aux lasagnes|des lasagnes; chocolat noir|le chocolat noir|au chocolat noir|du chocolat noir; coriandre|la coriandre|à la coriandre|de la coriandre; huîtres|les huîtres|aux huîtres|des huîtres; ail|l'ail|à l'ail|de l'ail",
    ),
    job: split(
      'infirmier; journaliste; boulanger; avocat; menuisier; comptable; dentiste; architecte; plombier; graphiste',
    ),
    colour: split('bleu; vert; rouge; jaune; violet; orange'),
    language: split(
      "italien|l'italien; allemand|l'allemand; espagnol|l'espagnol; portugais|le portugais; japonais|le japonais; arabe|l'arabe",
    ),
    instrument: split(
      'piano|du piano; violon|du violon; violoncelle|du violoncelle; flûte|de la flûte; batterie|de la batterie; guitare|de la guitare',
    ),
    pet: split('chien|dog; chat|cat; lapin|rabbit; hamster|hamster'),
    thing: split(
      'passeport|le passeport; double des clés|le double des clés; trousse de secours|la trousse de secours; chargeur|le chargeur; parapluie|le parapluie',
    ),
    spot: split(
      "tiroir bleu|le tiroir bleu; placard de l'entrée|le placard de l'entrée; garage|le garage; armoire de la chambre|l'armoire de la chambre; buffet|le buffet",
    ),
    weekday: split('lundi; mardi; mercredi; jeudi; vendredi'),
    hour: split('9h; 15h; 16h30; 10 heures; midi'),
    daymonth: split('4 mai; 12 octobre; 23 juillet; 1er mars; 30 novembre'),
    medicine: split(
      "doliprane|du doliprane; insuline|de l'insuline; metformine|de la metformine; vitamine D|de la vitamine D",
    ),
    illness: split(
      "asthme|de l'asthme|d'asthme; migraines|des migraines|de migraines; diabète|du diabète|de diabète; eczéma|de l'eczéma|d'eczéma",
    ),
    diet: split('végétarien; végan; flexitarien'),
    fear: split('araignées|des araignées; serpents|des serpents; aiguilles|des aiguilles; orages|des orages'),
  },
} as const;

/** Which part of an entry a slot's ending asks for: `{food.aux}`. */
export const forms: Readonly<Record<string, readonly string[]>> = {
  kf: ['rel'],
  km: ['rel'],
  pet: ['rel'],
  food: ['le', 'aux', 'de'],
  language: ['le'],
  instrument: ['du'],
  thing: ['le'],
  spot: ['le'],
  medicine: ['du'],
  illness: ['du', 'de'],
  fear: ['des'],
};
