/** Walks through the welcome; where the person is in it is kept with their preferences. */
import { attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Language, Preferences } from './contract-types.ts';
import { placeActions } from './place-actions.ts';

type Welcome = Preferences['welcome'];

export interface WelcomeOwner {
  setPreferences(change: Partial<Preferences>): Promise<unknown>;
  changeProfile(id: string, name: string, language: Language): Promise<unknown>;
  newConversation(): void;
}

const guessedKey = (profileId: string): string => `jarvis.guessed.${profileId}`;

export const welcomeActions = (context: Context, owner: WelcomeOwner) => {
  const { client, store, around } = context;
  const { goTo } = placeActions(context);
  const keep = (change: Partial<Welcome>): void => {
    const { welcome } = store.getState().preferences;
    void owner.setPreferences({ welcome: { ...welcome, ...change } });
  };

  /** Asks as if it were typed; resolves with the answer's id, or undefined when it was not given. */
  function answerTo(text: string): Promise<string | undefined> {
    const turnId = around.newId();
    const { open, profile } = store.getState();
    return new Promise((resolve, reject) => {
      const stop = client.on('turn.ended', ({ turnId: of, message }) => {
        if (of !== turnId) return;
        stop();
        resolve(message.status === 'complete' ? message.id : undefined);
      });
      const asked = { turnId, conversationId: open.id, text, origin: 'typed' } as const;
      client
        .call('turn.ask', { ...asked, ...(profile && { profileId: profile.id }) })
        .catch((error: unknown) => {
          stop();
          reject(error);
        });
    });
  }

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
    /** Once for a new profile: what the browser speaks is likelier than what the machine was set up in. */
    guessLanguage(): void {
      const { profile, preferences } = store.getState();
      const { step, isDone } = preferences.welcome;
      if (profile === undefined || isDone || step !== 'language') return;
      if (around.recall(guessedKey(profile.id)) !== undefined) return;
      const guessed = around.browserLanguage();
      around.keep(guessedKey(profile.id), guessed);
      if (guessed !== profile.language) void owner.changeProfile(profile.id, profile.name, guessed);
    },
    /** Asks, and has the answer read aloud in this window. */
    askAloud: (text: string) =>
      attempt(context, async () => {
        owner.newConversation();
        const messageId = await answerTo(text);
        if (messageId === undefined) return;
        await client.call('voice.read', { readingId: around.newId(), messageId, from: 0 });
      }),
  };
};
