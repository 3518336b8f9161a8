/** French words that are said for one another: written and spoken ones, and forms of a verb that begin differently. */

/** One group a line. Words are read as the index reads them: folded, inflected forms together. */
export const synonyms = `
logement logis appartement appart maison baraque habitation domicile studio chez piaule chambre t2 t3 f2 f3 pavillon bail colocation coloc toit
habiter vivre vit vivent vivait reside resider loge loger installe emmenager
demenager demenagement carton cartons emmenager quitter
proprietaire proprio bailleur agence
locataire loue louer location bail loyer sous-location
travail travaille boulot bosser bosse bossait taf job emploi poste metier profession fonctions gagne-pain
employeur patron patronne chef boss superieur directeur directrice gerant gerante responsable manager cadre
collegue collegues equipe binome coequipier
embaucher engager recruter embauche prise cdi cdd contrat signe
licencier virer vire licencie licenciement chomage
salaire paie paye remuneration remunere gagner gagne euros prime
payer paye deboursee debourser regler regle verser coute couter cout frais depenser depense euros balles sous
somme montant prix tarif cout coute couter combien euros
argent sous fric thune thunes euros economies cagnotte epargne
rembourser remboursement rendre rendu doit dette dettes devoir
acheter achete achat offrir procurer acquerir acquis acquisition commander commande
vendre vendu vend vente ceder cede annonce
voiture auto bagnole caisse vehicule clio kangoo berline utilitaire camionnette
camion poids-lourd fourgon semi tonnes
velo bicyclette becane vtt
moto scooter mobylette deux-roues
permis conduire code auto-ecole
conduire conduit rouler roule volant
garage garagiste mecano mecanicien reparation
reparer repare remettre bricoler rafistoler depanner arranger
panne casse cassee lache claque foutu
enfant enfants gosse gosses gamin gamine gamins mome momes petit petite petits bebe minot marmot
garcon fils gamin gars
fille fillette petite gamine
mere maman daronne
pere papa daron
parents vieux darons
grand-mere mamie mame meme mamy mémé
grand-pere papi papy pépé
frere frangin frero
soeur frangine
tante tata tatie
oncle tonton
mari epoux homme mariage conjoint compagnon
femme epouse conjointe compagne
compagnon copain petit-ami cheri mec amoureux fiance chum
compagne copine petite-amie cherie amoureuse fiancee
ami amie amis pote potes copain copine camarade
amoureux amoureuse epris eprise aimer sentiments craquer flirt
mariage marier epouser epouse noces demande alliance temoin
separation separer rupture rompre rompu quitter quitte largue larguer divorce divorcer ex
dispute disputer chamailler engueuler engueulade brouille brouiller fache facher conflit prise-de-bec querelle
reconcilier reconciliation pardonner pardonne excuses
naissance naitre ne nee accoucher accouchement bebe maternite
enceinte grossesse attendre ecographie echo terme bebe
deces deceder decede mort mourir morte mourut enterrement enterrer obseques disparu disparition perdu
homme type mec gars monsieur bonhomme
femme dame nana meuf
gens personnes monde invites
voisin voisine palier immeuble
animal animaux bete betes chat chien perroquet oiseau compagnie
chat chaton matou minou minet felin
chien chienne chiot toutou clebs cabot
oiseau perroquet perruche perruches
veterinaire veto
medecin docteur toubib generaliste specialiste cardiologue consultation
hopital clinique urgences service hospitalise hospitaliser chu
soins soigner traitement medicament medicaments pansement operation
operation operer opere intervention chirurgie bloc
maladie malade souffrant grippe rhume fievre
rhume grippe fievre angine toux
blessure blesser fracture casse casser entorse platre foulure luxation
douleur mal souffrir souffre coince
examen examens analyse analyses scanner radio irm prise-de-sang resultats test tests
sante forme moral
fatigue epuise creve crevee vanne lessive claque fatigant
dormir dort sommeil nuit couche coucher reveil sieste
manger mange bouffer bouffe nourriture repas plat
dejeuner midi repas diner souper restaurant resto
restaurant resto brasserie bistrot cantine table
dessert gateau tarte clafoutis glace flan mousse buche patisserie sucre
plat recette cuisiner cuisine mijoter specialite preparer
boisson boire bu bois buvait verre vin biere cafe the
alcool vin biere picole ivre bourre saoul
fete soiree teuf anniversaire reveillon celebrer feter fetes
anniversaire ans fete bougies fetes
cadeau cadeaux offrir offert offre surprise recu present
recevoir recu recoit reception
vacances conge conges sejour voyage partir ete
voyage voyager sejour partir partie trajet destination vol avion train
voyager trajet route chemin rouler
partir part parti depart quitter aller filer barre
arriver arrive debarquer debarque venir arrivee vient viens
revenir revient retour rentrer rentre retourner
venir vient viens venu venue viendra
aller alle irai ira allait allee rendre rends
train gare sncf tgv ter wagon correspondance
avion vol aeroport decoller atterrir
transports bus metro tram train tramway car
loger hebergement heberger heberge accueillir accueil hotel gite camping auberge
vetement vetements fringues habits tenue robe pull chemise veste manteau pantalon costume
chaussures godasses pompes baskets bottes
bijou bijoux bracelet collier bague pendentif boucles montre
lunettes vue opticien
ecole scolaire classe maternelle primaire eleve eleves rentree maitresse
college lycee scolaire classe seconde troisieme brevet bac
etudes etudier fac universite licence master cours ecole formation
enseigner enseignant enseignante prof professeur cours lecons apprendre
lecons cours seances soutien repetiteur
apprendre appris apprend apprenti formation former enseigner initier
examen examens concours epreuve bac brevet oral partiel partiels diplome
note notes moyenne resultat resultats score points
reussir reussi reussite obtenir obtenu decroche decrocher diplome gagner admis succes
echouer echec rate rater louper loupe plante
gagner gagne victoire remporter remporte premier vainqueur
perdre perd perdu perte egare egarer paume introuvable
trouver trouve retrouver decouvrir decouvert denicher tomber
chercher cherche recherche recherches quete
concours competition tournoi championnat match epreuve
gagnant prix medaille recompense coupe trophee podium
sport entrainement courir course match foot natation judo
courir couru course footing jogging marathon
loisir loisirs passion hobby passe-temps activite atelier cours club
activite atelier cours club inscrire inscrit stage
poterie ceramique argile terre bol tour
musique groupe chanson chanter concert orchestre jouer
chanter chante chorale chanteur chanteurs choeur chant voix
instrument guitare piano violon accordeon trompette saxo batterie
representation spectacle concert piece theatre scene
film cinema cine serie
livre livres bouquin bouquins roman lire lu lit lecture
ecrire ecrit lettre lettres mot message carte courrier
raconter raconte dire dit confier confie avouer
lettre courrier enveloppe carte poste
telephone portable smartphone mobile tel appel appeler
ordinateur ordi pc tablette ecran internet
appeler appelle appel telephoner coup-de-fil sonner joindre
photo photos image cliche album
nom prenom appelle surnom baptise nomme
surnom surnommer appelle sobriquet
idee projet plan envisager penser reve
projet projets compter prevoir prevu envie intention veut
vouloir veut veux voulait voudrait souhaiter souhaite envie desire desirer
souhaiter souhait reve rever envie
craindre crainte peur peurs redouter redoute angoisse inquiet inquiete inquietude trouille flippe stress stresse trac
inquieter inquiet souci soucis inquietude preoccupe
colere enerve enerver fache furieux rage remonte
triste tristesse chagrin peine pleurer pleure larmes
pleurer pleure larmes emu emue chiale sanglots
heureux heureuse content contente joie ravi ravie bonheur
rire ri rigoler marrer drole blague blagues
plaisanterie blague farce canular
surprise surpris etonne etonner etonnant
honte gene genant humilie
aimer aime adore adorer preferer prefere gout kiffe kiffer
detester deteste horreur supporte supporter hais hait allergie
supporter supporte marre plus assez
dire annoncer annonce nouvelle apprendre
mensonge mentir menti excuse pretexte
secret cacher cache cachotterie confidence
aider aide donner coup-de-main depanner depanne service filer prete
preter prete emprunter emprunte pret
transporter porter emmener amener transport cage
donner donne offrir filer refiler
obtenir obtenu avoir decrocher recevoir recu
jeter jete poubelle debarrasser
voler vol vole voleur cambriolage cambriole pique piquer
accident accrochage collision choc percuter carambolage crevaison
tomber tombe chute glisse glisser
incident incidents mesaventure accident probleme souci panne degat degats galere
probleme souci soucis ennui ennuis galere pepin
incendie feu brule bruler pompier pompiers
inondation fuite degat degats eau
travaux chantier renover renovation peindre peinture refaire
meuble meubles lit table armoire canape commode chaise
jardin potager terrasse balcon plantes fleurs legumes
legumes legume tomates courgettes carottes poireaux salade
fruit fruits cerises figues pommes poires fraises
fleurs fleur bouquet rose roses rosier
meteo temps pluie pleut neige orage soleil canicule
mer plage ocean cote bord
montagne ski neige rando randonnee sommet
peche pecher truite canne poisson
ville quartier rue commune banlieue
adresse rue numero
mairie maire elu adjoint prefecture
police policier gendarme gendarmes commissariat plainte amende
amende pv contravention radar
tribunal juge avocat proces audience plainte
justice proces avocat tribunal recours
document papiers dossier formulaire attestation
demarche demarches dossier papiers formulaire
candidature candidater postuler postule cv entretien lettre
entretien rendez-vous oral embauche
mutation affectation muter mute transfert poste
promotion promu promue avancement grade
retraite retraite pension arreter
stage stagiaire apprenti apprentissage apprentie alternance
entreprise boite societe usine atelier magasin salon boutique
usine fabrique atelier ouvrier ouvriere
magasin boutique commerce salon supermarche epicerie
coiffer coiffeuse coiffure salon cheveux ciseaux brushing
client clients cliente clientes clientele
heure heures horaire horaires midi
debuter debut commencer commence demarrer attaquer attaque entamer
finir fini fin terminer termine acheve achever arreter
annuler annule annulation reporter reporte repousse decommande
changer change changement modifier remplacer
attendre attend attente patienter
rester reste restait demeurer
essayer essai tenter tente tentative
choisir choisi choix opter pris
decider decide decision resolu
accepter accepte accord oui dit
refuser refuse refus non dit
promettre promis promesse juré jurer
interdire interdit defendre droit defendu
obliger oblige devoir force
ressembler ressemble allure tete air physique roux couleur
couleur couleurs rouge bleu vert jaune rose blanc noir gris
taille grand petit metres cm pointure
age ans an vieux jeune
origine origines ne nee venir vient pays
pays etranger
religion messe eglise mosquee priere cure
vieux vieille ancien ancienne age
neuf neuve nouveau nouvelle nouvel
genre type sorte espece
raison raisons cause parce motif
motif raison raisons pourquoi
avantage avantages plus mieux interet
inconvenient inconvenients defaut defauts probleme
consequence resultat suite
condition conditions contre echange contrepartie
contrepartie echange contre rendu
habitude habitudes rituel toujours chaque souvent tous
regime maigrir kilos poids balance
fumer fume cigarette clope clopes tabac
arreter arrete cesser cesse fini stoppe
nettoyer nettoie menage laver lave propre
coudre cousu couture recoudre broder brode tricoter tricot aiguille fil
fabriquer fabrique faire confectionner realiser construire creer tricoter bricoler
casser casse brise briser abime
oublier oublie laisse laisser
chambre lit piece
salle-de-bains douche baignoire
heritage heriter herite succession notaire testament
notaire succession acte testament
guerre soldat militaire armee service allemands resistance
militaire armee soldat service regiment
ecriture plume stylo
histoire passe souvenir souvenirs memoire
souvenir souvenirs souviens rappelle memoire
jeunesse jeune enfance epoque temps petit
naguere autrefois avant epoque
mort veuf veuve tombe cimetiere cendres
triche tricher tricheur tricheuse
ami amitie copain
assister assiste voir vu venir
voir vu voit vois verra regarder regarde apercu
entendre entendu ecouter ecoute bruit
savoir sait su connaitre connait connu
croire croit cru croyait penser pense
mettre mis mets met poser pose ranger range
prendre pris prend prends prise
tenir tient tenu
boire boit bu
ouvrir ouvert ouvre ouverture inauguration
fermer ferme fermeture ferment
prevenir prevenu averti avertir informer dit
proposer propose proposition offre
inviter invite invitation convier
participer participe participation inscrire inscrit
repasser repassage fer linge lessive
surveiller garder garde surveillance baby-sitting nounou
garder garde nounou creche
compenser rogner economiser reduire
reduire moins baisse diminuer
augmenter augmentation hausse plus monte
commun ensemble tous deux
moquer moque chambrer blague rire
complimenter compliment felicite feliciter bravo
maladresse betise gaffe bourde erreur
erreur faute tromper trompe confusion
confondre confusion pris trompe erreur
ennuyer ennui ennuie embete embeter
gener gene deranger derange embeter bruit
bruit bruyant tapage vacarme boucan
ancetre arriere aieul
deguiser deguise costume
effrayer peur effraye
transmettre transmis leguer legue heritage
formation stage diplome cours
`;
