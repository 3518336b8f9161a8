/** Walks through the welcome; where the person is in it is kept with their preferences. */

import type { Context } from './context.ts';
import type { Preferences } from './contract-types.ts';
import { placeActions } from './place-actions.ts';

type Welcome = Preferences['welcome'];

export const welcomeActions = (
  context: Context,
  setPreferences: (change: Partial<Preferences>) => Promise<unknown>,
) => {
  const { goTo } = placeActions(context);
  const keep = (change: Partial<Welcome>): void => {
    const { welcome } = context.store.getState().preferences;
    void setPreferences({ welcome: { ...welcome, ...change } });
  };
  return {
    goToWelcomeStep: (step: Welcome['step']): void => keep({ step }),
    /** It does not open by itself any more; who comes back is at the step they left. */
    leaveWelcome(): void {
      keep({ isDone: true });
      goTo('conversation');
    },
    /** Who comes back begins anew. */
    finishWelcome(): void {
      keep({ isDone: true, step: 'language' });
      goTo('conversation');
    },
  };
};
