/** What a day or time expression can say, in either language. */

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** What an expression says; what it leaves open is absent. */
export interface WhenParts {
  dayOffset?: number;
  /** 0 is Sunday. */
  weekday?: number;
  weekdayShift?: 'next' | 'last' | 'week-after';
  day?: number;
  /** 1 to 12. */
  month?: number;
  year?: number;
  monthOffset?: number;
  yearOffset?: number;
  hour?: number;
  minute?: number;
  half?: 'am' | 'pm';
  part?: DayPart;
  /** From now, seconds. */
  afterSeconds?: number;
  /** Written as on a digital clock (17:30, 07:15, 17 h): the hour is not to be guessed. */
  exactHour?: boolean;
}

export interface Fragment {
  /** Regular-expression source with plain groups. */
  readonly source: string;
  readonly read: (groups: readonly string[]) => WhenParts | undefined;
}
