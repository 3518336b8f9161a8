/** Classes of words that expressions of the lexicon are written with: `@my` is any possessive, `@kin` anyone dear. */
import type { Language } from '../../../domain/language.ts';

const tables: Record<Language, string> = {
  en: `
@my: my your his her our their its the a an this that these those some
@me: me you him her us them it myself yourself himself herself ourselves themselves everyone everybody someone somebody people
@i: i we she he they you it that this there who everyone everybody nobody
@kin: mother father mum dad sister brother son daughter wife husband uncle aunt cousin nephew niece grandmother grandfather grandma grandpa nan nana gran granny granddad grandson granddaughter friend mate friends parents child baby kid boyfriend girlfriend partner fiance dog cat puppy kitten horse hamster rabbit pet neighbour neighbor colleague teacher twin twins boy girl man woman family bird goldfish fish parrot
@be: be am is are was were been being
@not: not never no cannot hardly without neither nor nobody nothing none barely
@so: so too very really
@time: hour hours minute minutes day days week weeks month months year years second seconds time while
@number: one two three four five six seven eight nine ten twelve fifteen twenty thirty forty few couple several
@food: food meal soup coffee tea milk meat fish sauce dish pizza burger cheese bread drink water wine beer dinner lunch breakfast sandwich egg eggs chicken salad cake steak kebab sushi oysters butter yogurt yoghurt
@body: smell odour odor stench breath feet foot armpits sweat toilet toilets bathroom fridge sink bin rubbish garbage trash hair nails
@thing: car bike bicycle house flat apartment phone wallet purse keys key bag laptop computer passport money ring window job luggage suitcase glasses
@machine: server computer laptop phone printer car app website internet wifi machine washer dishwasher boiler heating lift elevator fridge tv television screen software system network connection battery engine bus train flight plane tram metro
`,
  fr: `
@my: mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs le un une ce cet cette ces de
@me: me te se le lui nous vous leur moi toi eux elle elles y en tout
@i: je tu il elle on nous vous ils elles ca ce qui tout
@kin: mere pere maman papa soeur frere fils fille femme mari oncle tante tonton tata cousin cousine neveu niece mamie papi papy meme pepe grand-mere grandmere grandpere ami amie amis pote copain copine parents enfant enfants bebe chien chienne chat chatte chaton chiot cheval hamster lapin poisson voisin voisine collegue prof professeur jumeaux jumelles petit petite compagnon compagne fiance fiancee conjoint conjointe epoux epouse homme famille perroquet
@be: etre suis es est sommes etes sont etais etait etaient ete sera serait
@not: pas jamais rien personne aucun aucune sans ni plus
@so: si trop tres tellement vraiment
@time: heure heures minute minutes jour jours semaine semaines mois an ans annee annees seconde secondes temps dodo dodos
@number: un une deux trois quatre cinq six sept huit neuf dix douze quinze vingt trente quelques plusieurs
@food: plat repas soupe cafe lait viande poisson sauce pizza burger fromage pain boisson eau vin biere diner dejeuner sandwich oeuf oeufs poulet salade gateau huitres beurre yaourt nourriture bouffe cantine
@body: odeur haleine pieds toilettes chiottes frigo evier poubelle poubelles cheveux aisselles sueur wc
@thing: voiture velo maison appartement appart telephone portable portefeuille sac cles clefs cle ordinateur ordi passeport argent bague fenetre travail boulot bagages valise valises lunettes
@machine: serveur ordinateur ordi telephone portable imprimante voiture appli application site internet wifi machine lave-vaisselle vaisselle chaudiere chauffage ascenseur frigo tele ecran logiciel systeme reseau connexion batterie moteur bus train vol avion tram metro rer
`,
};

/** Which classes each word belongs to. */
export function wordClasses(language: Language): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const line of tables[language].trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ');
    for (const word of words.split(' ')) classes.set(word, [...(classes.get(word) ?? []), name]);
  }
  return classes;
}
