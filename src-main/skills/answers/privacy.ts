/** Begins and ends private mode. */
import { nbsp } from './phrasing.ts';
import { type Skill, say } from './skill.ts';

export const privateOn: Skill = async ({ language }, { askedMemory }) => {
  if (askedMemory.isPrivate())
    return say(language === 'fr' ? 'Le mode privé est déjà actif.' : 'Private mode is on already.');
  await askedMemory.setPrivate(true);
  return say(
    language === 'fr'
      ? `Mode privé activé${nbsp}: rien de ce que vous dites n’est gardé, jusqu’à ce que vous le quittiez.`
      : 'Private mode is on: nothing you say is kept until you leave it.',
  );
};

export const privateOff: Skill = async ({ language }, { askedMemory }) => {
  if (!askedMemory.isPrivate())
    return say(language === 'fr' ? 'Le mode privé n’était pas actif.' : 'Private mode was not on.');
  await askedMemory.setPrivate(false);
  return say(
    language === 'fr'
      ? 'Mode privé terminé, il n’en reste rien.'
      : 'Private mode is over; nothing is left of it.',
  );
};
