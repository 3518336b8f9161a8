/** Relations from one being to another (kin, friends, animals, people one is a customer of) and the words that name them. */
import type { Bilingual, Language } from '../../domain/language.ts';

export interface KinRelation {
  readonly name: string;
  readonly noun: Bilingual;
  /** Somebody has but one of it at a time. */
  readonly isSingle: boolean;
  /** Folded words of each language that name it. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** Which pronoun takes it up again; absent: either. */
  readonly gender?: 'f' | 'm';
  readonly isAnimal?: boolean;
}

/** name | gender | one? | French noun | English noun | further French words | further English words */
const people = `
parent|||parent|parent||folk
parent_in_law|||beau-parent|parent-in-law|beaux parent|parent in law,in law,in-law
grandparent|||grand-parent|grandparent|grands parent|
mother|f|1|mère|mother|maman,mman,daronne,mater|mom,mum,mama,mummy,mam
father|m|1|père|father|papa,daron|dad,daddy,papa,pa
sister|f||sœur|sister|frangine,soeurette,petite soeur,grande soeur,demi-soeur,soeur jumelle|sis,little sister,big sister,older sister,younger sister,half-sister,twin sister,kid sister,baby sister
brother|m||frère|brother|frangin,frerot,petit frere,grand frere,demi-frere,frere jumeau|bro,little brother,big brother,older brother,younger brother,half-brother,twin brother,kid brother,baby brother
daughter|f||fille|daughter|fillette,petite fille ainee,fille ainee,fille cadette|little girl,oldest daughter,eldest daughter,youngest daughter,older daughter,younger daughter
son|m||fils|son|fiston,fils aine,fils cadet|little boy,oldest son,eldest son,youngest son,older son,younger son
child|||enfant|child|gamin,gamine,gosse,bebe,petit dernier,petite derniere,aine,ainee,cadet,cadette,benjamin|kid,baby,eldest,youngest,toddler
husband|m|1|mari|husband|epoux|hubby
wife|f|1|femme|wife|epouse|missus
partner||1|conjoint|partner|conjointe,compagnon,compagne|spouse,other half
boyfriend|m|1|copain|boyfriend|petit ami,petit copain,mec,chum|bf
girlfriend|f|1|copine|girlfriend|petite amie,petite copine,meuf,blonde|gf
fiance||1|fiancé|fiancé|fiancee|fiancee
ex_husband|m||ex-mari|ex-husband|ex mari|ex husband
ex_wife|f||ex-femme|ex-wife|ex femme|ex wife
ex_partner|||ex|ex|ex-copain,ex-copine,ex copain,ex copine|ex-boyfriend,ex-girlfriend,ex boyfriend,ex girlfriend
grandmother|f||grand-mère|grandmother|grand mere,mamie,meme,mamy,mami,memere,grand-maman|grandma,granny,nana,nan,gran,grandmum,grandmom
grandfather|m||grand-père|grandfather|grand pere,papi,papy,pepe,pepere,grand-papa|grandpa,granddad,grandad,gramps
granddaughter|f||petite-fille|granddaughter|petite fille|
grandson|m||petit-fils|grandson|petit fils|
uncle|m||oncle|uncle|tonton|
aunt|f||tante|aunt|tata,tatie|auntie,aunty
cousin|||cousin|cousin|cousine|
nephew|m||neveu|nephew||
niece|f||nièce|niece||
mother_in_law|f|1|belle-mère|mother-in-law|belle mere,belle-maman,belle maman|mother in law
father_in_law|m|1|beau-père|father-in-law|beau pere|father in law
sister_in_law|f||belle-sœur|sister-in-law|belle soeur|sister in law
brother_in_law|m||beau-frère|brother-in-law|beau frere|brother in law
daughter_in_law|f||belle-fille|daughter-in-law|belle fille,bru|daughter in law
son_in_law|m||gendre|son-in-law|beau-fils,beau fils|son in law
stepmother|f||marâtre|stepmother||step-mother,stepmom,stepmum
stepfather|m||parâtre|stepfather||step-father,stepdad
stepdaughter|f||fille du conjoint|stepdaughter||step-daughter
stepson|m||fils du conjoint|stepson||step-son
stepsister|f||sœur par alliance|stepsister||step-sister
stepbrother|m||frère par alliance|stepbrother||step-brother
godmother|f||marraine|godmother||
godfather|m||parrain|godfather||
godson|m||filleul|godson||
goddaughter|f||filleule|goddaughter||
best_friend|||meilleur ami|best friend|meilleure amie,meilleur pote,bff|bestie,best mate,best buddy
friend|||ami|friend|amie,pote,copain de classe,copine de classe|buddy,mate,pal
colleague|||collègue|colleague|collaborateur,collaboratrice|coworker,co-worker,co worker,workmate,teammate
boss||1|chef|boss|cheffe,patron,patronne,manager,manageuse,responsable,n+1|manager,supervisor,line manager
assistant|||assistant|assistant|assistante,secretaire|secretary
neighbour|||voisin|neighbour|voisine|neighbor
roommate|||colocataire|roommate|coloc|flatmate,housemate,room mate
landlord|||propriétaire|landlord|proprio,bailleur|landlady
tenant|||locataire|tenant||
teacher|||professeur|teacher|prof,professeure,maitre,maitresse,instit,instituteur,institutrice,enseignant,enseignante,moniteur,monitrice|professor,tutor,instructor,driving instructor,class teacher,piano teacher,guitar teacher,violin teacher,music teacher,singing teacher,dance teacher,yoga teacher,swimming teacher,ballet teacher,maths teacher,math teacher,science teacher,history teacher,english teacher,french teacher,spanish teacher
coach||1|coach|coach|entraineur,entraineuse|trainer,personal trainer
nanny|||nounou|nanny|babysitter,baby-sitter,assistante maternelle|babysitter,childminder,sitter
classmate|||camarade|classmate|camarade de classe|
doctor||1|médecin|doctor|docteur,medecin traitant,toubib,medecin de famille,generaliste|gp,physician,family doctor
dentist||1|dentiste|dentist|orthodontiste|orthodontist
therapist||1|psy|therapist|psychologue,psychiatre,therapeute|psychologist,psychiatrist,shrink
physiotherapist||1|kiné|physiotherapist|kinesitherapeute,osteo,osteopathe|physio,osteopath
eye_doctor||1|ophtalmo|eye doctor|ophtalmologue,opticien|optician,optometrist,ophthalmologist
gynaecologist||1|gynéco|gynaecologist|gynecologue,sage-femme|gynecologist,midwife
vet||1|véto|vet|veterinaire|veterinarian
hairdresser||1|coiffeur|hairdresser|coiffeuse|barber,hairstylist
lawyer||1|avocat|lawyer|avocate,notaire|attorney,solicitor,notary
accountant||1|comptable|accountant||
banker||1|banquier|banker|banquiere,conseiller bancaire,conseillere|
plumber||1|plombier|plumber||
mechanic||1|garagiste|mechanic|mecanicien|
cleaner||1|femme de ménage|cleaner|femme de menage,homme de menage|housekeeper,cleaning lady
dog|||chien|dog|chienne,chiot,toutou,labrador,caniche,teckel,berger allemand,bouledogue,epagneul|puppy,pup,doggo,labrador,poodle,beagle,spaniel,terrier,dachshund,greyhound,collie,bulldog
cat|||chat|cat|chatte,chaton|kitten,kitty
rabbit|||lapin|rabbit|lapine|bunny
hamster|||hamster|hamster||
guinea_pig|||cochon d'Inde|guinea pig|cochon d'inde|
horse|||cheval|horse|jument,poney|mare,pony
bird|||oiseau|bird|perroquet,perruche,canari|parrot,budgie,canary,parakeet
fish|||poisson rouge|goldfish|poisson|fish
turtle|||tortue|turtle||tortoise
snake|||serpent|snake||
ferret|||furet|ferret||
hen|||poule|hen||chicken
pet|||animal|pet|animal de compagnie|
`;

const animals = new Set(
  'dog cat rabbit hamster guinea_pig horse bird fish turtle snake ferret hen pet'.split(' '),
);

const folded = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
const listed = (words: string): string[] => words.split(',').filter(word => word !== '');

function readLine(line: string): KinRelation {
  const [name = '', gender = '', one = '', fr = '', en = '', moreFrench = '', moreEnglish = ''] =
    line.split('|');
  return {
    name,
    noun: { fr, en },
    isSingle: one === '1',
    words: { fr: [folded(fr), ...listed(moreFrench)], en: [folded(en), ...listed(moreEnglish)] },
    ...((gender === 'f' || gender === 'm') && { gender }),
    ...(animals.has(name) && { isAnimal: true }),
  };
}

export const kinRelations: readonly KinRelation[] = people.trim().split('\n').map(readLine);
