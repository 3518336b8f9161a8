/** What follows from what in everyday life, French and English: a birth from short nights, a lost job from a tight purse. */

/** One a line: words of a situation | words of what it brings with it, or of what it speaks against. */
export const consequences = `
baby newborn infant birth born pregnant pregnancy maternity twins bebe naissance nee accouche accouchement enceinte grossesse jumeaux nourrisson maternite biberon | tired exhausted sleep sleepless nap eyes yawning energy night nights awake groggy coffee fatigue epuise epuisee dormir sommeil sieste nuit nuits debout reveil cernes cafe energie bailler yeux
insomnia nightmares snoring snores shift nightshift noisy construction insomnie cauchemars ronfle ronflements garde bruit chantier voisins | tired exhausted sleep eyes focus concentrate yawning groggy coffee fatigue epuise epuisee dormir sommeil concentrer cafe yeux endormi
fired laid redundancy unemployed dismissed bankrupt bankruptcy layoff layoffs severance debt debts mortgage loan vire licencie licenciee licenciement chomage faillite dettes dette credit emprunt surendettement | money afford expensive spend spending buy purchase budget bills savings rent price cheap cost holiday restaurant argent cher chere depenser depenses acheter achat budget factures economies loyer prix vacances restaurant offrir
inheritance inherited lottery bonus raise promotion won heritage herite loto prime augmentation promue promu | money spend buy celebrate afford treat invest house car trip argent depenser acheter feter offrir investir maison voiture voyage
nut nuts peanut peanuts almond allergic allergy epipen anaphylaxis noix arachide cacahuetes amande noisette allergique allergie | cake bake baking cookie cookies dessert brownie snack chocolate pesto satay birthday recipe restaurant gateau patisserie cuisiner biscuit biscuits dessert chocolat gouter recette anniversaire
lactose dairy milk vegan vegetarian celiac gluten coeliaque lait vegetarien vegetarienne vegan | pizza cheese cream pasta bread barbecue steak burger dinner menu cake dish cook croissant icecream fromage creme pates pain viande barbecue steak diner menu gateau plat cuisiner glace crepes raclette fondue
shellfish seafood fish crustaces fruits poisson crevettes | dinner restaurant sushi paella menu cook diner sushi restaurant paella menu plateau
diabetes diabetic sugar cholesterol diet diabete diabetique sucre regime cholesterol | dessert cake candy chocolate pastry soda sweet sweets snack gateau bonbons chocolat patisserie glace sucreries gouter apero
sober alcoholic rehab quit drinking alcohol aa sobre alcool abstinent cure desintox | wine bar pub beer cocktail party champagne toast drinks celebrate vin biere bar fete champagne trinquer apero soiree cave
smoking cigarettes smoker nicotine patch fumer cigarette cigarettes tabac nicotine | irritable nervous snap weight gum stress breath balcony nerveux grossir chewing-gum souffle balcon
broke broken leg ankle knee cast crutches sprained hip surgery wheelchair jambe cheville genou platre bequilles entorse fracture hanche fauteuil roulant operation | walk stairs hike run climb ski dance bike sport jog escalator elevator marathon trail marcher marche escalier escaliers randonnee courir grimper ski danser velo sport ascenseur rando etage foot
back slipped disc hernia sciatica dos lumbago hernie sciatique lombalgie | lift carry move boxes furniture gardening couch heavy chair desk shoveling porter soulever demenager demenagement cartons meubles lourd jardiner bureau chaise canape
wrist arm shoulder elbow finger tendinitis poignet bras epaule coude doigt tendinite canal carpien | type typing keyboard write guitar piano tennis throw lift bowling paint clavier taper ecrire guitare piano tennis lancer porter peindre bricoler
heart attack stroke bypass pacemaker hypertension coeur infarctus avc tension stent | stress salt exertion stairs shovel marathon sauna coffee roller sel effort escaliers pelleter sauna cafe sport montagnes
asthma lungs pneumonia breathing asthme poumons bronchite pneumonie inhalateur | smoke dust run mountain campfire pollen candles paint fumee poussiere courir montagne bougies encens feu peinture
migraine migraines headache concussion maux tete migraine migraines commotion | screen light noise concert bright loud wine perfume glare ecran lumiere bruit concert fort parfum
pollen hayfever dust cat fur rhume foins acariens poils chat | picnic flowers bouquet garden meadow sneeze eyes kitten adopt sofa pique-nique fleurs bouquet jardin campagne eternuer chaton adopter yeux
eyesight glasses cataract blind vision lunettes vue cataracte aveugle myope | read print drive screen book sign fine small lire conduire ecran livre panneau petit caracteres ecrit
deaf hearing ears tinnitus sourd oreilles acouphenes audition appareil auditif | phone loud concert repeat music speak movie telephone fort concert repeter musique parler sous-titres
cancer chemo chemotherapy tumor diagnosis biopsy treatment hospital chimio tumeur diagnostic biopsie hopital traitement | hair tired appetite wig hope strong worry scared visit support cheveux fatigue appetit perruque espoir inquiet peur visite moral
died death funeral passed buried widow widower mourning grave ashes mort decede decedee deces enterrement obseques veuf veuve deuil cendres perdu | alone quiet cry holiday christmas empty photos anniversary house miss lonely mood chair table seul seule silence pleurer noel vide photos maison manque triste moral dimanche cimetiere
divorce divorced separated breakup split custody ex-husband ex-wife divorcee separation separe separee rupture quitte garde ex-mari ex-femme | alone lonely dating apartment weekend wedding ring kids empty valentine bed cook seul seule rencontre appartement weekend mariage alliance enfants vide valentin lit solitude celibataire
engaged wedding proposal fiance fiancee bride marry fiancailles mariage demande bague epouser noces | dress venue guests cake honeymoon ring nervous church budget suit speech robe salle invites gateau voyage alliance stress eglise costume discours traiteur
dog puppy cat kitten vet pet died euthanized chien chiot chat chaton veterinaire animal euthanasie | walk quiet leash bowl empty fur bark toys home sofa park furniture shoes vacation promener promenade silence laisse gamelle vide poils aboyer jouets parc meubles chaussures vacances
moved moving relocated abroad emigrated transfer demenage demenagement mute mutation expatrie etranger installe | lonely friends neighbors boxes commute language homesick lost know nobody furniture seul amis voisins cartons trajet langue mal pays perdu connais personne meubles
flood fire burglary robbed stolen burglar leak storm inondation incendie cambriolage cambriole vole vol fuite tempete degats | insurance safe lock door alarm noise scared night replace ceiling window assurance serrure porte alarme bruit peur nuit remplacer plafond fenetre
accident crash collision car wreck totaled accident collision voiture tonneau carambolage | drive driving highway nervous road license passenger traffic insurance bus conduire conduite autoroute volant nerveux route permis passager circulation assurance
license suspended points speeding dui permis retire suspendu exces radar | drive pick airport car trip road lift ride conduire chercher aeroport voiture trajet route emmener
plane flying turbulence claustrophobia heights phobia elevator peur avion vertige claustrophobie phobie hauteur | flight vacation trip overseas balcony tower bridge lift ladder roof ride vol vacances voyage balcon tour pont ascenseur echelle toit manege telepherique
drowned swim swimming water drowning noye noyade nager eau | beach pool boat lake kayak sail cruise snorkel plage piscine bateau lac kayak voile croisiere mer plongee
spider spiders snake dog bite bitten araignee araignees serpent mordu morsure guepe | attic basement camping garden visit cellar grenier cave camping jardin garage sous-sol visite
exam exams thesis bar finals studying student revision examen examens concours these bac partiels revisions soutenance | stress nervous party weekend sleep library focus results celebrate free tired nerveux fete weekend dormir bibliotheque resultats libre sortir trac
promotion boss manager deadline overtime project launch burnout promotion chef deadline heures supplementaires lancement surmenage burn-out | stress weekend tired late family holiday evenings rest vacation hobby stresse weekend fatigue tard famille vacances soirees repos soir
retired retirement pension retraite retraitee pension | free days bored time hobby travel mornings alarm libre jours ennui ennuie temps voyage matin reveil occuper
interview application candidate recruiter entretien embauche candidature recruteur poste | suit nervous phone tie waiting shoes morning call costume nerveux telephone cravate attendre appel chemise
quit resigned business startup self-employed freelance shop demissionne entreprise independant boutique auto-entrepreneur startup | money customers stress income hours risk boss taxes clients argent revenus horaires risque impots patron
marathon race training triathlon competition championship marathon course entrainement triathlon competition championnat | shoes sleep diet sore legs morning pasta rest beer chaussures dormir jambes courbatures matin pates repos
diet losing weight pounds regime maigrir perdre poids kilos | dessert cake pizza buffet clothes scale trousers snack fries gateau pizza buffet vetements balance pantalon frites
vegetables garden tomatoes seeds allotment potager jardin tomates graines semis | rain drought slugs water watering frost snails harvest pluie secheresse limaces arroser arrosage gel recolte canicule
mother father parent alzheimer dementia care nursing home mere pere parent alzheimer demence maison retraite ehpad | visit forget keys names weekend sad tired phone guilty memory visite oublier cles noms weekend triste culpabilite telephone memoire
son daughter teenager college left university army fils fille adolescent parti fac universite armee internat | quiet empty house room cook dinner worry miss calls plate silence vide maison chambre diner inquiet manque appels assiette
kids school daycare nanny nursery enfants ecole creche nounou rentree garderie | morning late sick germs cold work holidays strike pick matin retard malade microbes rhume vacances greve chercher
adoption fertility ivf miscarriage trying adoption fiv fausse couche infertilite procreation | baby shower pregnant announcement mother's children naissance bebe enceinte annonce mere enfants fete
racing gambling casino poker bets jeu casino poker paris hippiques | money app bet bored match win argent pari ennui gagner grattage
broken car engine gearbox garage mechanic panne moteur boite garage voiture embrayage | bus late drive trip commute train weekend lift bus retard conduire trajet train weekend emmener
bicycle scooter motorcycle helmet velo trottinette moto casque | rain traffic fall commute ice cold pluie circulation chute trajet verglas froid
boiler heating furnace broken chaudiere chauffage radiateur panne | cold shower sweater winter blanket bath froid douche pull hiver couverture bain frileux
internet router outage wifi box panne reseau | video call movie work streaming meeting visio film travail reunion serie
phone dropped cracked stolen telephone casse vole ecran | photos call message alarm contacts photos appeler message reveil contacts joindre
roof renovation kitchen contractor plumber toit travaux renovation cuisine plombier artisan | dust noise guests dinner party cook rain bucket poussiere bruit invites diner fete cuisiner pluie
neighbor dispute noise complaint voisin dispute tapage plainte | party music night drum piano loud fete musique nuit batterie piano fort
lactation breastfeeding allaite allaitement | wine medicine coffee trip pump vin medicament cafe voyage
pregnant expecting trimester enceinte trimestre attend | sushi wine nausea sick names room crib coaster paint sushi vin nausee nausees prenoms chambre berceau manege peinture
medication antibiotics antidepressants pills medicaments antibiotiques antidepresseurs comprimes traitement | alcohol wine grapefruit drive sun drowsy alcool vin pamplemousse conduire soleil somnolent
depression depressed therapy therapist anxiety panic depression deprime psy therapie angoisse anxiete panique | tired bed cancel crowd party mood joy morning energy motivation fatigue lit annuler foule fete moral envie matin energie motivation
sunburn skin melanoma mole soleil peau melanome grain beaute | beach sunny hat tan terrace plage ensoleille chapeau bronzer terrasse
tooth teeth dentist braces root canal dent dents dentiste appareil carie sagesse | candy ice chew crunchy steak apple toffee bonbons glace macher croquant pomme caramel nougat
religion ramadan fasting kosher halal lent ramadan jeune casher halal careme | lunch pork wine bacon dinner buffet dejeuner porc vin jambon diner charcuterie
passport visa expired passeport visa expire perime | trip flight abroad airport border holiday voyage vol etranger aeroport frontiere vacances
strike cancelled delayed greve annule retard | train airport plan meeting trip aeroport reunion voyage partir
surprise party secret birthday surprise fete secret anniversaire | tell invite free evening plans saturday dire inviter libre soiree samedi cadeau
lent borrowed owe prete emprunte doit dette | drill tools back money tent return perceuse outils rendre argent tente recuperer
argument fought fight betrayed lied dispute dispute trahi menti fache brouille | invite dinner wedding call christmas sit table inviter diner mariage appeler noel table
won medal award graduated diploma gagne medaille prix diplome recu | celebrate proud party dinner champagne feter fier fete diner champagne
night shifts nurse firefighter nuits garde infirmiere pompier | daytime curtains sleep noise phone morning journee rideaux dormir bruit telephone matin
claustrophobic crowd panic agoraphobe foule | concert subway elevator stadium metro ascenseur concert stade
volunteer shelter foodbank benevole association refuge | clothes cans blankets donate weekend vetements conserves couvertures donner weekend
power electricity bill solar electricite facture panne solaire | heater freezer dryer air-conditioning chauffage congelateur seche-linge climatisation
language lessons learning cours langue apprendre | trip subtitles accent movie menu voyage sous-titres accent film menu
glutton choir band theater play rehearsals chorale groupe theatre piece repetitions | voice throat evening lines stage nervous voix gorge soir texte scene trac
`;
