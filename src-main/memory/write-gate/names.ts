/** First names and the words that are never one, so that a name is found in words without capitals, and "she" finds hers. */
import type { Language } from '../../domain/language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const femaleNames =
  set(`anna anne emma lea louise alice chloe lina rose mia jade manon camille sarah sara julie marie sophie
  claire laura lucie pauline julia juliette eva zoe ines jeanne clara elise elodie aurelie celine nathalie sandrine sylvie valerie
  isabelle catherine christine monique francoise nicole brigitte martine veronique florence caroline amelie mathilde margaux margot
  charlotte agathe lola romane nina noemie morgane marine oceane justine audrey emilie virginie stephanie laetitia helene hanna hannah
  emily olivia ava sophia isabella amelia mary patricia jennifer linda elizabeth barbara susan jessica karen nancy lisa betty margaret
  sandra ashley kimberly donna carol michelle amanda melissa deborah rebecca kate katie megan rachel lucy grace ella chiara giulia
  maria elena sofia fatima aicha amina yasmine leila nadia samira nora naomi maya priya mei yuki ingrid astrid freya daisy poppy molly
  holly jane joan judith ruth helen diana victoria beatrice adele lou louna ambre alba romy iris salome capucine apolline odile colette
  yvonne simone josette gisele ginette solene maelle maeva lena elsa fanny estelle karine corinne delphine wendy heidi tessa vera`);
export const maleNames =
  set(`paul jean pierre michel philippe alain nicolas christophe patrick laurent daniel jacques bernard
  thierry eric frederic bruno olivier stephane david julien thomas alexandre antoine maxime hugo lucas louis gabriel arthur jules adam
  raphael leo ethan nathan theo tom noah liam enzo mathis mathieu matthieu romain guillaume sebastien vincent kevin jeremy florian
  quentin clement baptiste valentin benjamin simon samuel victor martin axel robin gael malo yann erwan loic ludovic gilles denis
  didier pascal marc luc remi remy cedric fabien arnaud xavier francois andre rene marcel henri georges robert john james william
  michael richard joseph charles christopher matthew anthony mark steven andrew joshua kenneth brian george edward ronald
  timothy jason jeffrey ryan jacob gary jonathan stephen larry justin scott brandon frank gregory ben sam peter oliver jack harry
  oscar henry max felix leon mohamed ahmed ali omar youssef karim mehdi rachid hassan ibrahim amir luca marco giovanni carlos jose
  luis diego pablo javier lars sven erik nils ivan igor boris kenji hiroshi raj arjun tim bob bill joe mike dave steve tony fred
  fabrice herve yves roger gerard etienne emile gaspard basile achille mael sacha eliott timeo nolan marius auguste lenny
  rex`);

/** Words that follow "my sister" or begin a sentence and are no name, folded. */
const english = `a an the and or but so if because since when while that which who whom whose what where why how to of in on at by for from
  with without about into over under after before until till than then as not no never yes ok okay i you he she it we they me him her us them my your
  his its our their mine this these those there here is are was were be been being am has have had do does did can could will would shall should may
  might must got get gets gave give gives went go goes going gone came come comes coming said says say told tell tells asked ask asks thinks think
  thought knows know knew wants want wanted needs need needed likes like liked loves love loved hates hate hated lives live lived works work worked moved
  moves move bought buys buy called calls call named name studies study studied plays play played speaks speak spoke eats eat ate drinks drink drank
  takes take took makes make made sees see saw feels feel felt turned turns turn died dies born married got visited visits left leaves leave started
  starts start finished lost broke runs run ran swims swim drives drive sent sends reads read wrote writes loves enjoys prefers supports collects owns
  keeps everyone everybody someone somebody nobody people anyone any keep kept just now today tomorrow yesterday tonight always usually often sometimes still already soon later monday tuesday wednesday thursday
  friday saturday sunday january february march april may june july august september october november december morning evening afternoon night week
  month year day time car house home job work school birthday phone number address email favourite and spelled spelt written pronounced christmas easter`;
const french = `le la les un une des du de d au aux et ou mais donc or ni car si que qui quoi dont quand comme lorsque puisque parce pour par avec sans sous
  sur dans en chez vers entre depuis pendant avant apres je tu il elle on nous vous ils elles me te se lui leur y ce cet cette ces ca cela mon ma mes ton
  ta tes son sa ses notre nos votre vos leurs est sont suis es sommes etes etait etaient a ai as avons avez ont avait avaient va vais vas vont allons
  fait fais font dit dis vient viens viennent habite vit travaille bosse aime adore deteste prefere parle joue etudie mange boit prend veut peut doit sait
  part pense croit trouve demande appelle nomme achete vend perd dort court nage lit ecrit regarde ecoute vivait habitait travaillait sera serait aura
  aurait ira oui non ok merci bonjour salut demain hier aujourd'hui maintenant toujours souvent parfois deja encore bientot tres trop plus moins bien mal
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre matin soir
  midi nuit semaine mois an annee jour heure ans voiture maison travail ecole anniversaire telephone numero adresse la-bas ici enceinte malade allergique
  comment pourquoi est-ce voila voici enfin bref desole attends ecoute sinon bien tres tellement seulement surtout apparemment mardi quel quelle quels quelles quoi combien lequel laquelle personne quelqu'un tout chacun preferee prefere arrive arrivee passe rentre reste tombe devient fume chante danse collectionne soutient supporte commence finit fete attend noel paques epelle ecrit`;
const notNames: Readonly<Record<Language, ReadonlySet<string>>> = { en: set(english), fr: set(french) };
const startsSentence =
  set(`hello hi hey bonjour salut bonsoir coucou merci thanks dear cher chere monsieur madame mr mrs ms miss dr internet google
  facebook youtube netflix amazon spotify siri alexa jarvis french english francais anglais france paris london europe`);

export const isNeverName = (w: string, language: Language): boolean =>
  notNames[language].has(w) || !/^\p{L}[\p{L}']+$/u.test(w);
export const isFirstName = (w: string): boolean => femaleNames.has(w) || maleNames.has(w);
export const genderOfName = (w: string): 'f' | 'm' | undefined =>
  femaleNames.has(w) ? 'f' : maleNames.has(w) ? 'm' : undefined;
export const isOpening = (w: string): boolean => startsSentence.has(w);
