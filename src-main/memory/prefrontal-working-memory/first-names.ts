/** First names that are frequent in French and English, by the pronoun that usually stands for them. */

export type Gender = 'female' | 'male';

const female =
  'alice alison amanda amelia amelie amy anais andrea angela anita ann anna anne annie antoinette audrey aurelie barbara beatrice bella betty brigitte camille carla carole caroline catherine cecile celine charlotte chloe christine clara clemence colette corinne cynthia daisy danielle deborah delphine diana diane dorothy elaine eleanor elena elise elisabeth elizabeth ella elodie emilie emily emma erica estelle eva evelyn fanny fatima florence francoise frances gabrielle genevieve georgia gina hannah heather helen helene irene isabel isabella isabelle jacqueline jane janet janice jennifer jenny jessica joan joanna josephine judith judy julia julie juliette karen karine kate kathleen katie laetitia laura laure lauren lea leila lena lily linda lisa lola louise lucie lucy manon margaret margot maria marianne marie marion martha martine mary mathilde maud megan melanie melissa michelle mia mireille monica monique nadia nancy natalie nathalie nicole nina nora odile olivia pamela patricia pauline penelope rachel rebecca rosa roxane ruth sabine sabrina samantha sandra sara sarah simone sophia sophie stella stephanie susan suzanne sylvie tara theresa therese valerie vanessa veronique victoria virginie vivian yvonne zoe';
const male =
  'aaron adam adrian adrien alain alan albert alex alexander alexandre alexis alfred andre andrew anthony antoine antonio arnaud arthur ben benjamin benoit bernard bob brandon brian bruce bruno carl charles chris christian christophe christopher claude clement colin cyril damien dan daniel david denis dennis didier dominique donald douglas edward emile emmanuel eric ethan etienne eugene fabien fabrice felix fernand florent francis francois frank fred frederic gabriel gary gautier george georges gerald gerard gerome gilbert gilles gregory guillaume guy harold harry henri henry herve hugo ibrahim isaac ivan jack jacob jacques james jason jean jeff jeffrey jeremy jerome jim joe joel john jonathan jordan jose joseph joshua jules julien justin karim karl keith ken kevin kyle larry laurent leo leon louis luc lucas luke malik manuel marc marcel mark martin mathieu matthew matthieu maurice max maxime mehdi michael michel mike mohamed nathan nicholas nicolas noah olivier omar oscar pascal patrick paul peter phil philip philippe quentin raphael raymond remi rene richard robert roger romain ronald roy ryan sam samir samuel scott sean sebastien serge simon stefan stephane stephen steve steven sylvain theo thibault thierry thomas tim timothy tom tony victor vincent walter william xavier yann yves zachary';

const genders = new Map<string, Gender>([
  ...female.split(' ').map(name => [name, 'female'] as const),
  ...male.split(' ').map(name => [name, 'male'] as const),
]);
export const firstNames: ReadonlySet<string> = new Set(genders.keys());

/** `name`: folded; its first word decides. Undefined where it is not known: either pronoun may stand for it. */
export const genderOf = (name: string): Gender | undefined => genders.get(name.split(' ')[0] ?? '');
