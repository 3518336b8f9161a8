/** Word lists that predicates name as `@…@`, folded, both languages together where they do not clash. */
const job = `nurse|teacher|doctor|engineer|lawyer|baker|butcher|farmer|plumber|electrician|carpenter|mechanic|driver|pilot|chef|cook|waiter|waitress|bartender|barista|
  cashier|accountant|architect|artist|painter|writer|author|journalist|editor|photographer|musician|singer|actor|actress|dancer|designer|developer|programmer|scientist|
  researcher|biologist|chemist|physicist|pharmacist|dentist|surgeon|vet|veterinarian|psychologist|psychiatrist|therapist|physiotherapist|midwife|paramedic|firefighter|
  policeman|policewoman|officer|soldier|judge|secretary|receptionist|manager|director|consultant|analyst|salesman|saleswoman|salesperson|hairdresser|barber|gardener|cleaner|librarian|translator|
  interpreter|professor|lecturer|tutor|principal|social worker|caretaker|nanny|babysitter|realtor|estate agent|banker|broker|entrepreneur|technician|welder|mason|builder|
  tailor|florist|optician|radiologist|cardiologist|pediatrician|paediatrician|flight attendant|sailor|fisherman|beekeeper|winemaker|intern|apprentice|student teacher|data scientist|
  software engineer|project manager|product manager|web developer|graphic designer|truck driver|bus driver|taxi driver|security guard|civil servant|postman|mailman|stay at home|priest|pastor|trainer|coach|
  infirmiere?|infirmier|professeure?|prof|medecin|docteur|ingenieure?|avocate?|boulangere?|boucher|bouchere|agriculteur|agricultrice|plombier|electricienn?e?|menuisier|menuisiere|charpentier|mecanicienn?e?|
  chauffeur|chauffeuse|conducteur|conductrice|pilote|cuisinier|cuisiniere|serveur|serveuse|caissier|caissiere|comptable|architecte|artiste|peintre|ecrivaine?|auteure?|autrice|journaliste|photographe|musicienn?e?|
  chanteur|chanteuse|acteur|actrice|danseur|danseuse|designer|graphiste|developpeur|developpeuse|informaticienn?e?|scientifique|chercheur|chercheuse|biologiste|chimiste|pharmacienn?e?|dentiste|chirurgienn?e?|veterinaire|
  psychologue|psychiatre|kinesitherapeute|kine|sage femme|ambulanciere?|ambulancier|pompier|pompiere|policier|policiere|gendarme|militaire|soldat|juge|secretaire|receptionniste|directeur|directrice|consultante?|vendeur|vendeuse|
  coiffeur|coiffeuse|jardinier|jardiniere|bibliothecaire|traducteur|traductrice|interprete|institutrice|instituteur|enseignante?|assistante sociale|assistante maternelle|assistante?|aide soignante?|aide soignant|nounou|agent immobilier|
  banquier|banquiere|technicienn?e?|soudeur|soudeuse|macon|couturier|couturiere|fleuriste|opticienn?e?|cardiologue|pediatre|hotesse de l'air|steward|marin|pecheur|apiculteur|apicultrice|vigneronn?e?|stagiaire|apprentie?|
  chef de projet|cheffe de projet|data scientist|routier|facteur|factrice|fonctionnaire|maire|pretre|educateur|educatrice|animateur|animatrice|formateur|formatrice|maitresse|maitre nageur|commerciale?|libraire|patissier|patissiere|
  notaire|urbaniste|statisticienn?e?|geologue|orthophoniste|osteopathe|ergotherapeute|dieteticienn?e?|nutritionniste|nutritionist|dietitian|geologist|statistician|electronics engineer|carer|caregiver|plasterer|roofer|economist|economiste|mathematicienn?e?|mathematician|sculptor|sculpteur|sculptrice|illustrator|illustratrice|illustrateur|producer|realisateur|realisatrice|blogger|youtuber|streamer|graphic artist|jeweller|bijoutier|horloger|watchmaker|ebeniste|cabinetmaker|cordonnier|shoemaker|cheesemaker|fromager|fromagere|veto|psy|psys|osteo|gyneco|ophtalmo|dermato|instit|infographiste|veto|paysagiste|maraichere?|maraicher|sommelier|sommeliere|brewer|brasseur|policeofficer`;
const animal = `dog|cat|puppy|kitten|rabbit|bunny|hamster|guinea pig|horse|pony|parrot|budgie|canary|goldfish|fish|turtle|tortoise|snake|ferret|hen|chicken|lizard|gecko|rat|gerbil|chinchilla|goat|sheep|donkey|duck|pig|labrador|poodle|beagle|spaniel|retriever|terrier|dachshund|greyhound|collie|
  chienn?e?|chatte?|chaton|chiot|lapine?|cochon d'inde|cheval|poney|perroquet|perruche|canari|poisson rouge|poisson|tortue|serpent|furet|poule|lezard|rat|gerbille|chinchilla|chevre|mouton|ane|canard|cochon|oiseau|berger allemand|caniche|teckel|golden|bouledogue|epagneul|gerbilles|chevaux|oiseaux`;
const nation = `french|english|british|american|german|italian|spanish|portuguese|belgian|swiss|dutch|irish|scottish|welsh|canadian|mexican|brazilian|argentinian|argentine|chilean|colombian|peruvian|chinese|japanese|korean|indian|pakistani|
  vietnamese|thai|australian|russian|ukrainian|polish|czech|romanian|bulgarian|greek|turkish|moroccan|algerian|tunisian|egyptian|lebanese|syrian|israeli|iranian|iraqi|senegalese|nigerian|ghanaian|kenyan|ethiopian|swedish|norwegian|danish|finnish|
  austrian|hungarian|croatian|serbian|filipino|indonesian|malaysian|cuban|jamaican|
  francaise?|anglaise?|britannique|americaine?|allemande?|italienn?e?|espagnole?|portugaise?|belge|suisse|neerlandaise?|hollandaise?|irlandaise?|ecossaise?|galloise?|canadienn?e?|quebecoise?|mexicaine?|bresilienn?e?|argentine?|
  chilienn?e?|colombienn?e?|chinoise?|japonaise?|coreenn?e?|indienn?e?|vietnamienn?e?|thailandaise?|australienn?e?|russe|ukrainienn?e?|polonaise?|tcheque|roumaine?|bulgare|grecque|grec|turque|turc|marocaine?|algerienn?e?|tunisienn?e?|
  egyptienn?e?|libanaise?|syrienn?e?|israelienn?e?|iranienn?e?|senegalaise?|ivoirienn?e?|malienn?e?|camerounaise?|congolaise?|suedoise?|norvegienn?e?|danoise?|finlandaise?|autrichienn?e?|hongroise?|croate|serbe|bretonn?e?|corse|malgache|haitienn?e?`;
const language = `french|english|german|italian|spanish|portuguese|dutch|chinese|mandarin|cantonese|japanese|korean|arabic|russian|polish|greek|turkish|hindi|urdu|bengali|tamil|swedish|norwegian|danish|finnish|hebrew|latin|welsh|gaelic|swahili|persian|farsi|vietnamese|thai|czech|romanian|hungarian|ukrainian|esperanto|sign language|catalan|
  francais|anglais|allemand|italien|espagnol|portugais|neerlandais|chinois|japonais|coreen|arabe|russe|polonais|grec|turc|suedois|norvegien|danois|finnois|hebreu|breton|basque|corse|occitan|persan|vietnamien|tcheque|roumain|hongrois|ukrainien|langue des signes|wolof|creole|kabyle|berbere|lingala`;
const playable = `piano|guitar|violin|cello|flute|clarinet|saxophone|sax|trumpet|trombone|drums|bass|harp|ukulele|accordion|keyboard|harmonica|viola|oboe|banjo|organ|football|soccer|tennis|basketball|rugby|volleyball|handball|hockey|golf|badminton|cricket|squash|baseball|chess|poker|darts|padel|video games|ping pong|table tennis|board games|bridge|scrabble|minecraft|water polo|
  guitare|violon|violoncelle|clarinette|trompette|batterie|basse|harpe|accordeon|saxo|synthe|orgue|alto|hautbois|cor|foot|basket|volley|hand|petanque|echecs|cartes|jeux video|belote|tarot|tennis de table|flechettes|billard|bowling|contrebasse|djembe|tambour|bandoneon|cornemuse`;
const activity = `yoga|pilates|judo|karate|boxing|ballet|gymnastics|swimming|running|crossfit|zumba|athletics|fencing|taekwondo|aikido|pottery|ceramics|theatre|improv|archery|climbing|meditation|martial arts|tai chi|weightlifting|calligraphy|woodworking|knitting|photography|sudoku|crosswords|gardening|salsa|tango|triathlons|marathons|parkour|
  yoga|boxe|danse|gymnastique|gym|natation|course a pied|escrime|athletisme|musculation|muscu|poterie|ceramique|tir a l'arc|escalade|meditation|equitation|cheval|velo|vtt|randonnee|rando|ski|surf|voile|plongee|jardinage|couture|tricot|photo|peinture|dessin|aquarelle|chorale|chant|aviron|kayak|footing|jogging|marche nordique|aquagym|patinage|roller|skate|planche a voile|parapente|peche|chasse|apiculture|cuisine|patisserie|broderie|mosaique|sculpture|trail|triathlon|scoutisme|moto|theatre|jonglage|escrime|tir|cirque`;
const carmake = `car|tesla|renault|peugeot|citroen|toyota|honda|ford|bmw|audi|mercedes|volkswagen|vw|golf|polo|clio|twingo|megane|zoe|scenic|kangoo|fiat|fiat 500|mini|volvo|skoda|seat|opel|nissan|mazda|hyundai|kia|suzuki|dacia|sandero|duster|jeep|subaru|porsche|ferrari|lexus|corolla|prius|yaris|civic|corsa|focus|fiesta|mustang|van|minivan|hybrid|electric car|camper van|pickup|truck|convertible|suv|
  voiture|caisse|bagnole|berline|break|camionnette|fourgon|\\d{3}|c3|c4|c5|208|308|2008|3008|voiture electrique|hybride`;
const phonemake = `iphone|samsung|galaxy|pixel|android|xiaomi|huawei|oneplus|nokia|fairphone|smartphone|telephone|motorola`;
const thing = `boat|motorbike|motorcycle|piano|guitar|violin|garden|allotment|caravan|camper|pool|swimming pool|second home|holiday home|cottage|telescope|drone|tablet|ipad|kindle|sewing machine|greenhouse|vegetable garden|electric scooter|sauna|
  bateau|moto|guitare|violon|jardin|potager|caravane|piscine|residence secondaire|maison de campagne|telescope|tablette|liseuse|machine a coudre|serre|scooter|trottinette|camping car|voilier|mobylette|atelier|cave a vin|terrain|verger`;
const condition = `asthma|diabetes|migraines?|epilepsy|high blood pressure|arthritis|cancer|adhd|autism|(?:coeliac|celiac)(?: disease)?|crohn|eczema|psoriasis|depression|anxiety|insomnia|hay fever|sleep apnea|vertigo|tinnitus|dyslexia|high cholesterol|back pain|a bad back|a bad knee|scoliosis|endometriosis|lupus|parkinson|alzheimer|dementia|heart condition|hypothyroidism|anaemia|anemia|osteoporosis|fibromyalgia|multiple sclerosis|the flu|covid|sciatica|gout|ibs|ptsd|ocd|a pacemaker|hypertension|bipolar|glaucoma|tendinitis|
  vertige|asthme|diabete|migraines|epilepsie|hypertension|tension|arthrose|arthrite|trouble|tdah|maladie (?:coeliaque|de \\S+)|eczema|depression|anxiete|insomnies?|rhume des foins|apnee du sommeil|vertiges|acouphenes|dyslexie|cholesterol|mal de dos|scoliose|endometriose|sclerose en plaques|hypothyroidie|anemie|osteoporose|fibromyalgie|grippe|sciatique|goutte|glaucome|pacemaker|hernie|probleme (?:de|au|aux) \\S+|souffle au coeur|lombalgie|tendinite`;
const medicine = `formin|statin|statine|insulin|insuline|aspirin|aspirine|ibuprofen|ibuprofene|paracetamol|doliprane|levothyrox|levothyroxine|ventolin|ventoline|sertraline|prozac|xanax|lithium|omeprazole|antidepressants?|antidepresseurs?|antihistamines?|antihistaminiques?|antibiotics?|antibiotiques?|blood thinners?|beta blockers?|betabloquants?|anticoagulants?|medication|medicaments?|pill|pilule|vitamins?|vitamine|magnesium|iron tablets|fer|kardegic|lisinopril|amlodipine|ramipril|amoxicillin|amoxicilline|cortisone|tablets?|cachets?|comprimes?|statins|melatonin|melatonine|tegretol|ritalin|ritaline|warfarin|spasfon|xarelto|eliquis|zyrtec|cetirizine|\\d+ ?mg`;
const appointment = `appointment|meeting|interview|exam|test|call|date|checkup|check up|surgery|operation|scan|mri|haircut|flight|train|concert|party|wedding|rehearsal|lesson|class|conference|reservation|viewing|deadline|presentation|match|game|dentist|
  rendez vous|rdv|reunion|entretien|examen|exam|partiel|controle|operation|irm|scanner|vol|train|concert|mariage|repetition|cours|conference|reservation|soutenance|presentation|match|dentiste|coiffeur|bapteme|enterrement|audience|concours|oral|prise de sang|echographie|formation|seminaire|spectacle|gala|tournoi|competition|demenagement`;
const bank = `bnp|societe generale|credit agricole|credit mutuel|la banque postale|banque postale|caisse d'epargne|boursorama|boursobank|lcl|fortuneo|ing|n26|revolut|hsbc|barclays|lloyds|natwest|monzo|chase|wells fargo|bank of america|citibank|santander|maif|macif|maaf|axa|allianz|matmut|aviva|cic|hello bank|qonto|starling|halifax|td bank|desjardins`;
const team = `psg|om|ol|losc|asse|fc|stade|racing|rc|girondins|olympique|paris saint|real|barca|juventus`;
const school = `oxford|cambridge|harvard|yale|mit|stanford|princeton|sorbonne|polytechnique|hec|essec|sciences po|universite|university|fac|lycee|college|ecole|iut|insa|ens|ucl|kcl|lse|eth|epfl|mcgill|science po|the university|la fac|la sorbonne|le lycee|l'ecole`;
const month = `january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre`;
const kin = `mother|father|mom|mum|dad|sister|brother|daughter|son|wife|husband|partner|boyfriend|girlfriend|grandmother|grandfather|grandma|grandpa|grandson|granddaughter|uncle|aunt|cousin|nephew|niece|friend|neighbour|kids|children|parents|family|boss|colleagues?|job|house|
  mere|pere|maman|papa|soeur|frere|fille|fils|femme|mari|copain|copine|grand mere|grand pere|oncle|tante|cousine|neveu|ami|amie|voisin|voisine|enfants|famille|parents|chef|collegues?|travail|boulot|maison|twin|twin sister|twin brother`;
const verb = `go|visit|move|buy|sell|start|stop|take|see|meet|fly|travel|learn|adopt|get|have|change|quit|retire|study|work|marry|paint|build|renovate|celebrate|spend|attend|run|join|leave|return|come|drive|cook|call|apply|finish|write|open|host|invite|live|stay|give|make|propose|become|train|sign|plant|climb|swim|ride|rent|switch|look|try|ask|do|be|pick|throw|organise|organize|bring`;

const lists: Readonly<Record<string, string>> = {
  job,
  animal,
  nation,
  language,
  playable,
  activity,
  carmake,
  phonemake,
  thing,
  condition,
  medicine,
  appointment,
  bank,
  team,
  school,
  month,
  kin,
  verb,
}; // prettier-ignore
/** Those may stand at the beginning of a longer word. */
const open = new Set(['condition', 'medicine', 'school', 'bank', 'team']);
const pluralised = new Set(['job', 'animal', 'nation', 'appointment', 'kin', 'thing']);

const expanded = new Map<string, string>();
function expand(name: string): string {
  const known = expanded.get(name);
  if (known !== undefined) return known;
  const words = (lists[name] ?? '').replace(/\s*\n\s*/g, '');
  const made = `(?:${words})${pluralised.has(name) ? 's?' : ''}${open.has(name) ? '' : '(?= |$)'}`;
  expanded.set(name, made);
  return made;
}

/** A pattern with its `@…@` lists written out. */
export const withLists = (pattern: string): string =>
  pattern.replace(/@([a-z]+)@/g, (_, name: string) => expand(name));
