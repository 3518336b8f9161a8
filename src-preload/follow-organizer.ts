/** Keeps a client's picture of the organizer: the whole as it was taken, then what changed; the whole again when a part is missing. */
import { afterChange, newerPicture, type OrganizerPicture } from '../src-main/domain/organizer-changes.ts';
import type { CommandOutput, EventData } from './contract.ts';

interface Line {
  call(name: 'organizer.get', input: Record<string, never>): Promise<CommandOutput<'organizer.get'>>;
  on(name: 'organizer.changed', handler: (told: EventData<'organizer.changed'>) => void): () => void;
}

interface Kept {
  current(): OrganizerPicture;
  show(picture: OrganizerPicture): void;
  /** The whole was needed and not given. */
  failed(error: unknown): void;
}

/** The returned function ends it. */
export function followOrganizer(client: Line, kept: Kept): () => void {
  return client.on('organizer.changed', told => {
    const next = afterChange(kept.current(), told);
    if (next !== 'stale') {
      if (next !== kept.current()) kept.show(next);
      return;
    }
    client
      .call('organizer.get', {})
      .then(read => kept.show(newerPicture(kept.current(), read)))
      .catch(kept.failed);
  });
}
