/** What a client may ask about the place of the keys; the keys themselves never leave the core. */
import type { Handlers } from './handlers-type.ts';
import type { Services } from './services.ts';

export function secretHandlers({
  secrets,
}: Pick<Services, 'secrets'>): Pick<Handlers, 'secret.place' | 'secret.move'> {
  return {
    'secret.place': async () => ({ place: secrets.place() }),
    'secret.move': async ({ to, passphrase }) => {
      await secrets.move(to, passphrase);
      return { place: secrets.place() };
    },
  };
}
