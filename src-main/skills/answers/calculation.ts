/** Answers to sums, percentages and conversions; an honest no to exchange rates. */
import type { Language } from '../../domain/language.ts';
import { figure, nbsp, sumText } from './phrasing.ts';
import { numberSlot, type Question, type Skill, say, textSlot } from './skill.ts';

const problems: Readonly<Record<string, Record<Language, string>>> = {
  'division-by-zero': { fr: 'Diviser par zéro n’est pas défini.', en: 'Dividing by zero is not defined.' },
  'not-a-number': { fr: 'Ce calcul n’a pas de résultat réel.', en: 'That has no real result.' },
  'too-large': { fr: 'Le résultat est trop grand pour moi.', en: 'The result is too large for me.' },
  'different-dimensions': {
    fr: 'Ces deux unités ne mesurent pas la même chose.',
    en: 'These two units do not measure the same thing.',
  },
};

function problemOf({ understanding, language }: Question) {
  const text = problems[understanding.details?.problem ?? '']?.[language];
  return text === undefined ? undefined : say(text);
}

/** Sums that read well in signs are repeated; "Σ 2 3" is not. */
const readable = (expression: string): boolean =>
  expression !== '' && !/[ΣΠΔ;]|x̄|∛|⅓|⅔|^0\.\d+ ×/.test(expression);

export const sum: Skill = async question => {
  const { language, understanding } = question;
  const answer = numberSlot(question, 'answer');
  if (answer === undefined) return problemOf(question);
  const expression = understanding.details?.expression ?? '';
  const result = figure(answer, language);
  const share = /÷ .+ × 100$/.test(expression) ? `${nbsp}%` : '';
  return say(
    readable(expression) ? `${sumText(expression, language)} = ${result}${share}` : `= ${result}${share}`,
  );
};

export const conversion: Skill = async question => {
  const { language, understanding } = question;
  const answer = numberSlot(question, 'answer');
  if (answer === undefined) return problemOf(question);
  const [amount = '', ...unit] = (understanding.details?.expression ?? '').split(' ');
  const from = `${figure(Number(amount), language)}${nbsp}${unit.join(' ')}`;
  const to = `${figure(answer, language, 7)}${nbsp}${textSlot(question, 'unit')}`;
  return say(unit.length > 0 ? `${from} = ${to}` : to);
};

export const currency: Skill = async ({ language }) =>
  say(
    language === 'fr'
      ? 'Les taux de change viennent d’Internet, et je n’y vais pas. Je ne peux donc pas convertir de monnaies.'
      : 'Exchange rates come from the Internet, and I do not go there, so I cannot convert currencies.',
  );
