/** What a client may ask of profiles and their preferences. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `profile.${string}`> | 'preferences.set';

export function profileHandlers(services: Services): Pick<Handlers, Names> {
  const { profiles } = services;
  const changed = () =>
    services.publish('profile.changed', {
      profile: services.current().profile,
      profiles: profiles.list(),
    });
  return {
    'preferences.set': async preferences => {
      await services.current().setPreferences(preferences);
      services.publish('preferences.changed', preferences);
      return preferences;
    },
    'profile.list': async () => ({ profiles: profiles.list(), activeId: services.current().profile.id }),
    'profile.add': async input => {
      const profile = await profiles.add(input);
      changed();
      return profile;
    },
    'profile.change': async input => {
      const profile = await profiles.change(input);
      changed();
      return profile;
    },
    // `use` itself tells the windows: no event of the new profile may come before that.
    'profile.use': ({ id }) => profiles.use(id),
  };
}
