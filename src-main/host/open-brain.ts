/** Puts the brain of a profile together: its stores, the embedder and the rooms. Loaded after the start. */
import type { Store } from '../adapters/store/open-store.ts';
import type { ModelCandidate } from '../conversation/answer-turn.ts';
import { estimateTokens } from '../conversation/prompt.ts';
import { isAbort } from '../domain/errors.ts';
import type { Profile, ProfilePreferences } from '../domain/settings.ts';
import type { Brain } from '../memory/brain.ts';
import { openRooms } from '../memory/brain-rooms.ts';
import { createConsolidationModel } from '../memory/consolidation/model-consolidation.ts';
import { createBrain } from '../memory/create-brain.ts';
import type { Clock } from '../ports/clock.ts';
import type { Embedder } from '../ports/embedder.ts';
import type { ChosenEmbedder } from './chosen-embedder.ts';

export interface OpenBrainOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly embedders: ChosenEmbedder;
  /** The table by which single words are compared. */
  readonly builtIn: Embedder;
  /** Without meanings, memory goes on by words alone. */
  readonly onError: (error: unknown) => void;
  readonly zone: () => string;
  readonly profile: () => Profile;
  readonly preferences: () => ProfilePreferences;
  readonly candidates: () => readonly ModelCandidate[];
  readonly setPreferences: (preferences: ProfilePreferences) => Promise<void>;
  readonly privacy: { isPrivate(): boolean; setPrivate(on: boolean): Promise<void> };
}

export async function openBrain(options: OpenBrainOptions): Promise<Brain> {
  const { store, clock, zone, preferences, setPreferences, privacy } = options;
  const { episodic, semantic, perception, eraser, arrivals, explorer, knowledge } = store;
  const { memory: conversations } = store;
  const { embedders, builtIn } = options;
  // The table is read now, and not by the first question.
  await builtIn.embed(['']).catch(options.onError);
  // The same for the vectors of what is remembered: half a second for 100,000, in short steps.
  const models = (await episodic.models()).map(({ model }) => model);
  for (const model of new Set([embedders.current().model, ...models])) await episodic.prepare(model);
  const rooms = openRooms({
    ...{ episodic, semantic, conversations, embedder: builtIn, clock, zone },
    asking: () => embedders.asking(),
    model: () => {
      const [candidate] = options.candidates();
      return candidate && createConsolidationModel(candidate.backend, candidate.model);
    },
  });
  const stopper = new AbortController();
  const reading = rooms.prepare(stopper.signal).catch((error: unknown) => {
    if (!isAbort(error)) options.onError(error);
  });
  const brain = createBrain({
    ...{ episodic, semantic, perception, eraser, arrivals, explorer, knowledge, conversations, clock, zone },
    get embedder() {
      return embedders.current();
    },
    bytes: store.bytes,
    estimateTokens,
    userName: () => options.profile().name,
    preferences: () => preferences().memory,
    changePreferences: memory => setPreferences({ ...preferences(), memory }),
    isPrivate: privacy.isPrivate,
    setPrivate: privacy.setPrivate,
    rooms: {
      ...rooms,
      letGo: () => {
        rooms.letGo();
        embedders.letGo();
      },
    },
  });
  return {
    ...brain,
    close: async () => {
      stopper.abort();
      await reading;
      await brain.close();
    },
  };
}
