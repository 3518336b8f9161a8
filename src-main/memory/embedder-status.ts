/** Which model makes meanings, and how far a change of it has come. */
import type { JarvisError } from '../domain/errors.ts';
import type { EmbedderChoice } from '../domain/settings.ts';

export interface EmbedderStatus {
  readonly choice: EmbedderChoice;
  /** The one in use: the built-in table while the chosen one is opened, or is away. */
  readonly model: string;
  readonly isOpening: boolean;
  /** Why the chosen one is not in use. */
  readonly fault?: JarvisError;
  /** Memories are being embedded by the one in use. */
  readonly isWorking: boolean;
  /** Memories that there are. */
  readonly episodes: number;
  /** How many of them each model has embedded. */
  readonly models: readonly {
    readonly model: string;
    readonly dimensions: number;
    readonly episodes: number;
  }[];
}

export interface MemoryEmbedders {
  status(): Promise<EmbedderStatus>;
  /** Throws JarvisError, and changes nothing, where the model cannot be used; the rest is done in the background. */
  use(choice: EmbedderChoice): Promise<void>;
  /** As `status`, once it was tried whether the chosen one is there. */
  examine(): Promise<EmbedderStatus>;
  /** Why the chosen one is not in use, as far as that is known by now. */
  fault(): JarvisError | undefined;
}
