/** What facts are about, in eight themes: each relation belongs to one. */
import { kinRelations } from '../write-gate/relations-of-people.ts';

export const themes = [
  'people',
  'health',
  'home',
  'work',
  'tastes',
  'belongings',
  'dates',
  'identity',
] as const;
export type Theme = (typeof themes)[number];

const relationsOf: Readonly<Record<Exclude<Theme, 'people' | 'identity'>, string>> = {
  health: `allergic_to intolerant_to diet does_not_eat does_not_drink takes_medicine has_condition blood_type height
    weight shoe_size clothes_size ring_size smokes expecting feels doctor dentist therapist physiotherapist eye_doctor
    gynaecologist`,
  home: 'lives_in grew_up_in lives_with address home moving_to located_in landlord tenant roommate neighbour',
  work: `works_at works_in job starts_job studies attends school_year graduated_from work_status colleague boss assistant
    teacher classmate`,
  tastes: `likes dislikes prefers thinks fan_of supports_team afraid_of collects hobby plays member_of volunteers_at reads
    watches knows_how_to cannot learns`,
  belongings: `owns car bike phone computer licence_plate bought lost has_pet breed colour phone_number email wifi_password
    code number bank insurer gym phone_company`,
  dates: `appointment plan takes_place_on deadline wants habit event visited married_on anniversary died_on quit started
    birthday birth_year`,
};

const known: ReadonlyMap<string, Theme> = new Map([
  ...kinRelations.map(({ name }) => [name, 'people'] as const),
  ...themes.flatMap(theme =>
    theme === 'people' || theme === 'identity'
      ? []
      : relationsOf[theme].split(/\s+/).map(relation => [relation, theme] as const),
  ),
]);

/** A relation that no theme claims tells who somebody is. */
export const themeOf = (relation: string): Theme =>
  known.get(relation) ?? (relation.startsWith('favourite_') ? 'tastes' : 'identity');

const places = new Set(
  'lives_in grew_up_in born_in comes_from moving_to address home works_at works_in attends graduated_from located_in visited volunteers_at bank gym favourite_city favourite_country favourite_place favourite_restaurant'.split(
    ' ',
  ),
);

/** Whether the value of such a fact is somewhere. */
export const isPlace = (relation: string): boolean => places.has(relation);
