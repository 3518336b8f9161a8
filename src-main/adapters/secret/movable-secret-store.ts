/** A store whose place may change while others use it: they wait for the move, and go on in the new place. */
import type { SecretPlace } from '../../domain/secret-place.ts';
import type { SecretStore } from '../../ports/secret-store.ts';

export interface MoveOptions {
  /** What may be in the old place, which a keychain cannot tell. */
  readonly names: readonly string[];
  /** Where the new place asks for one. */
  readonly passphrase?: string;
}

export interface MovableSecretStore extends SecretStore {
  /** Throws what the places throw, `secret.in-the-way`; nothing has moved then. Moving to where they are does nothing. */
  move(to: SecretPlace, options: MoveOptions): Promise<void>;
}

export function movable(
  first: SecretStore,
  moved: (old: SecretStore, to: SecretPlace, options: MoveOptions) => Promise<SecretStore>,
): MovableSecretStore {
  let store = first;
  let before: Promise<unknown> = Promise.resolve();
  /** One after the other: what is written during a move is never written to the place that is being left. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = before.then(work);
    before = result.catch(() => undefined);
    return result;
  };
  return {
    get kind() {
      return store.kind;
    },
    get warning() {
      return store.warning;
    },
    get: name => inTurn(() => store.get(name)),
    set: (name, value) => inTurn(() => store.set(name, value)),
    delete: name => inTurn(() => store.delete(name)),
    move: (to, options) =>
      inTurn(async () => {
        if (to !== store.kind) store = await moved(store, to, options);
      }),
  };
}
