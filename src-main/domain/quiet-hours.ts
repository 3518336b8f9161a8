/** The hours of the day in which nothing may draw attention to itself. */
import { civilOf, dayMs, midnightOf, minuteMs } from './local-time.ts';

/** Times of day as `HH:MM`; an end before the beginning lies in the next morning. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export const isTimeOfDay = (text: string): boolean => timeOfDay.test(text);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Hours that end when they begin are none. */
export function isQuietAt(hours: QuietHours | undefined, nowMs: number, zone: string): boolean {
  if (hours === undefined) return false;
  const civil = civilOf(nowMs, zone);
  const minute = Math.floor(((civil - midnightOf(civil) + dayMs) % dayMs) / minuteMs);
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
