/** Repeats, helps and stops. */
import type { Language } from '../../domain/language.ts';
import { forgotten } from './memory.ts';
import { bullets, nbsp } from './phrasing.ts';
import { changed, type Skill, say } from './skill.ts';

export const repeat: Skill = async ({ language }, { lastAnswer }) => {
  const last = lastAnswer();
  if (last !== undefined && last !== '') return say(last);
  return say(
    language === 'fr'
      ? 'Je n’ai encore rien dit dans cette conversation.'
      : 'I have not said anything in this conversation yet.',
  );
};

/** "Forget that": never mind, unless the answer before told something from memory. */
const forgetThat =
  /^\W*(?:jarvis\W+)?(?:oublie|oubliez|oublies|efface|forget|erase|delete)[\s-]+(?:ça|ca|cela|le|tout ça|that|it|all that|about it)\b[^\p{L}]*(?:s['’]il te plaît|stp|please)?\W*$/iu;

/** A short word; and whatever is ringing falls silent. */
export const stop: Skill = async ({ language, text: asked, askedAt }, { organizer, clock, askedMemory }) => {
  if (forgetThat.test(asked) && askedAt !== undefined) {
    const gone = await askedMemory.forgetTold(askedAt);
    if (gone !== undefined) return say(forgotten(gone, language));
  }
  const ringing = (await organizer.listTimers()).filter(timer => timer.rangAtMs !== undefined);
  for (const timer of ringing) await organizer.dismissTimer(timer.id, clock.nowMs());
  const text = language === 'fr' ? 'D’accord.' : 'OK.';
  return ringing.length > 0 ? changed(text) : say(text);
};

const examples: Record<Language, readonly string[]> = {
  fr: [
    `**L’heure et la date**${nbsp}: «${nbsp}Quelle heure est-il à Tokyo${nbsp}?${nbsp}»`,
    `**Les calculs et les unités**${nbsp}: «${nbsp}Combien font 15${nbsp}% de 80${nbsp}?${nbsp}»`,
    `**Les minuteurs et les rappels**${nbsp}: «${nbsp}Rappelle-moi d’appeler le dentiste demain à 9${nbsp}h${nbsp}»`,
    `**Les notes**${nbsp}: «${nbsp}Note${nbsp}: acheter des fleurs${nbsp}»`,
    `**Les listes**${nbsp}: «${nbsp}Ajoute du lait à la liste de courses${nbsp}»`,
    `**La mémoire**${nbsp}: «${nbsp}Souviens-toi que ma sœur s’appelle Anna${nbsp}»`,
  ],
  en: [
    '**Time and date**: “What time is it in Tokyo?”',
    '**Sums and units**: “What is 15% of 80?”',
    '**Timers and reminders**: “Remind me to call the dentist tomorrow at 9”',
    '**Notes**: “Note: buy flowers”',
    '**Lists**: “Add milk to the shopping list”',
    '**Memory**: “Remember that my sister is called Anna”',
  ],
};

export const help: Skill = async ({ language }) => {
  const intro =
    language === 'fr'
      ? `Même sans modèle de langage, je sais faire ceci${nbsp}:`
      : 'Even without a language model I can do this:';
  return say(`${intro}\n\n${bullets(examples[language])}`);
};
