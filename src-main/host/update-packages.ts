/** The packages of new versions: where each of them lies in the data folder, and which of them stay. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { UpdateFile } from '../domain/update.ts';

export class UpdatePackages {
  readonly #folder: string;
  readonly #onError: (error: unknown) => void;

  /** `updates`: the data folder's part for new versions. `onError`: what could not be removed; it is tried again later. */
  constructor(updates: string, onError: (error: unknown) => void) {
    this.#folder = join(updates, 'files');
    this.#onError = onError;
  }

  pathOf(file: UpdateFile): string {
    return join(this.#folder, file.name);
  }

  /** All but this one, and what of it is there so far. */
  drop(except?: string): void {
    try {
      for (const name of readdirSync(this.#folder))
        if (name !== except) rmSync(join(this.#folder, name), { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) this.#onError(error);
    }
  }
}
