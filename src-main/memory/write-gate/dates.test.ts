/** Which day words mean: the last one gone by or the next to come, and the hour as people say it. */
import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import { parseLocalTime } from '../../domain/local-time.ts';
import { datesIn } from './dates.ts';
import { wordsOf } from './words.ts';

const zone = 'Europe/Paris';
/** A Saturday. */
const nowMs = parseLocalTime('2026-11-21T10:00', zone) ?? 0;
const cases = `
fr|on a déménagé à Nantes en mars|2026-03
fr|on déménage à Nantes en mars|2027-03
fr|on va déménager en mars|2027-03
fr|j'ai commencé chez Thales lundi|2026-11-16
fr|je commence chez Thales lundi|2026-11-23
fr|Marc arrive samedi|2026-11-28
fr|samedi on a mangé chez Paul|2026-11-14
fr|samedi dernier c'était bien|2026-11-14
fr|mardi je vais chez le dentiste|2026-11-24
fr|j'ai pris rendez-vous chez le dentiste mardi|2026-11-24
fr|le rdv a été décalé à mardi|2026-11-24
fr|j'ai réservé un resto pour vendredi|2026-11-27
fr|depuis mars j'habite à Nantes|2026-03
fr|je fume plus depuis juin|2026-06
fr|Paul a dit que Marc arrive samedi|2026-11-28
fr|ma mère est venue dimanche|2026-11-15
fr|mon examen était mardi|2026-11-17
fr|mon examen est mardi|2026-11-24
fr|le 4 mai on s'est mariés|2026-05-04
fr|on se marie le 4 mai|2027-05-04
fr|on partira en juillet|2027-07
fr|en juillet dernier on était en Grèce|2026-07
fr|j'ai rendez-vous jeudi à quatre heures et demie|2026-11-26T16:30
fr|j'ai rendez-vous jeudi à 9h moins le quart|2026-11-26T08:45
fr|rendez-vous jeudi à midi et demi|2026-11-26T12:30
fr|réunion jeudi à 15h30|2026-11-26T15:30
fr|réunion jeudi à huit heures du soir|2026-11-26T20:00
fr|à 15h jeudi j'ai une réunion|2026-11-26T15:00
fr|j'ai un rendez-vous demain à neuf heures vingt-cinq|2026-11-22T09:25
fr|je partais toujours en vacances en août|2026-08
fr|demain à trois heures de l'après-midi|2026-11-22T15:00
fr|mon frère se marie en juin prochain|2027-06
fr|elle s'est cassé la jambe en janvier|2026-01
fr|il travaillait chez Total jusqu'en septembre|2026-09
fr|je suis à Paris jusqu'en septembre|2027-09
fr|mon père a été opéré le 3 février|2026-02-03
fr|je suis libre mardi|2026-11-24
fr|j'ai mardi un cours de yoga|2026-11-24
fr|nous avons adopté un chien en avril|2026-04
en|we moved to Cardiff in April|2026-04
en|we're moving to Cardiff in April|2027-04
en|I started at Siemens on Monday|2026-11-16
en|I start at Siemens on Monday|2026-11-23
en|we went to the zoo with the kids on Saturday|2026-11-14
en|on Saturday we went to the zoo|2026-11-14
en|Marc arrives Saturday|2026-11-28
en|Paul told me Marc is coming on Saturday|2026-11-28
en|I've got an exam on Tuesday|2026-11-24
en|I booked a table for Friday|2026-11-27
en|my appointment was moved to Tuesday|2026-11-24
en|since March I live in Nantes|2026-03
en|my exam was on Tuesday|2026-11-17
en|last June we were in Greece|2026-06
en|next June we get married|2027-06
en|I have a dentist appointment Thursday at half past four|2026-11-26T16:30
en|I have a dentist appointment Thursday at quarter to nine|2026-11-26T08:45
en|meeting on Thursday at ten past six|2026-11-26T18:10
en|meeting on Thursday at 7:42|2026-11-26T07:42
en|meeting on Thursday at nine thirty|2026-11-26T09:30
en|meeting at 2 pm on Thursday|2026-11-26T14:00
en|meeting tomorrow at three in the afternoon|2026-11-22T15:00
en|the party is tomorrow at eight in the evening|2026-11-22T20:00
en|I used to go out with him until August|2026-08
en|I had surgery in February|2026-02
en|she was born in May|2026-05
en|he'll be five in May|2027-05
en|I will be in Rome from the 5th to the 9th of May|2027-05-05
en|I was in Rome from the 5th to the 9th of May|2026-05-05
en|I haven't seen Tom since Monday|2026-11-16
en|did I tell you we adopted a dog in May|2026-05
en|we decided to get married in May|2027-05`;

describe('the first date of a sentence', () => {
  it.each(
    cases
      .trim()
      .split('\n')
      .map(line => line.split('|')),
  )('%s: %s: %s', (language = '', text = '', iso = '') => {
    expect(datesIn(wordsOf(text, language as Language), { nowMs, zone })[0]?.iso).toBe(iso);
  });
});
