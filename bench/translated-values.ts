/** Values of facts with their translations, by kind: what is the same in the other language, and what only resembles it. */

const pairs = (list: string): readonly (readonly [french: string, english: string])[] =>
  list
    .trim()
    .split(/\s*;\s*/)
    .map(pair => pair.split('=') as [string, string]); // prettier-ignore

export const translatedValues: Readonly<Record<string, ReturnType<typeof pairs>>> = {
  food: pairs(`noix=nuts; cacahuètes=peanuts; fraises=strawberries; crustacés=shellfish; champignons=mushrooms;
    fromage de chèvre=goat cheese; chocolat noir=dark chocolate; coriandre=coriander; huîtres=oysters; ail=garlic; lait=milk;
    œufs=eggs; poisson=fish; viande=meat; pommes=apples; tomates=tomatoes; poulet=chicken; bœuf=beef; porc=pork; agneau=lamb;
    saumon=salmon; thon=tuna; crevettes=shrimp; poivrons=peppers; oignons=onions; carottes=carrots; courgettes=zucchini;
    aubergines=eggplant; framboises=raspberries; cerises=cherries; pêches=peaches; poires=pears; amandes=almonds;
    noisettes=hazelnuts; pistaches=pistachios; gluten=gluten; lactose=lactose; soja=soy; kiwi=kiwi; oignons crus=raw onions;
    fruits de mer=seafood; olives=olives; pollen=pollen`),
  drinks:
    pairs(`café=coffee; thé=tea; vin rouge=red wine; vin blanc=white wine; bière=beer; eau=water; jus d'orange=orange juice;
    whisky=whisky; cidre=cider`),
  colours: pairs(
    'bleu=blue; vert=green; rouge=red; jaune=yellow; violet=purple; orange=orange; noir=black; blanc=white',
  ),
  languages:
    pairs(`italien=Italian; allemand=German; espagnol=Spanish; portugais=Portuguese; japonais=Japanese; arabe=Arabic;
    polonais=Polish; anglais=English; français=French; chinois=Chinese`),
  trades:
    pairs(`infirmière=nurse; médecin=doctor; avocat=lawyer; juge=judge; professeur=teacher; boulanger=baker;
    plombier=plumber; cuisinier=cook; serveur=waiter; ingénieur=engineer; architecte=architect; vendeur=salesman;
    comptable=accountant; journaliste=journalist; écrivain=writer; dentiste=dentist; menuisier=carpenter`),
  animals:
    pairs(`chien=dog; chat=cat; cheval=horse; lapin=rabbit; souris=mouse; vache=cow; cochon=pig; mouton=sheep; oiseau=bird;
    araignées=spiders; serpents=snakes`),
  pastimes:
    pairs(`piano=piano; violon=violin; guitare=guitar; flûte=flute; football=football; rugby=rugby; tennis=tennis;
    natation=swimming; randonnée=hiking; lecture=reading; cuisine=cooking; jardinage=gardening; course à pied=running;
    vélo=cycling; escalade=climbing; yoga=yoga; danse=dancing; boxe=boxing; judo=judo; ski=skiing; cinéma=cinema;
    musique classique=classical music; montagne=mountains; mer=sea`),
  health: pairs(
    'asthme=asthma; diabète=diabetes; migraines=migraines; épilepsie=epilepsy; eczéma=eczema; insuline=insulin',
  ),
  places: pairs(`Londres=London; Bruxelles=Brussels; Genève=Geneva; Lisbonne=Lisbon; Lyon=Lyon; Nantes=Nantes;
    Marseille=Marseille; Berlin=Berlin; France=France; Allemagne=Germany; Espagne=Spain; Italie=Italy; Japon=Japan;
    Angleterre=England; Pologne=Poland`),
};

const known = new Set(
  Object.values(translatedValues)
    .flat()
    .map(([french, english]) => `${french}=${english}`.toLowerCase()),
);

export const isTranslation = (french: string, english: string): boolean =>
  known.has(`${french}=${english}`.toLowerCase());
