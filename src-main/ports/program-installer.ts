/** Puts a new version in the place of the program that runs, and the one before it back. */
import type { PackageKind, UpdateFile } from '../domain/update.ts';

export interface InstallOrder {
  /** Checked already; the installer checks what it puts in place once more. */
  readonly packagePath: string;
  readonly version: string;
  readonly file: UpdateFile;
  /** The new program is started afterwards. */
  readonly restarts: boolean;
}

export interface ProgramInstaller {
  readonly kind: PackageKind;
  /** Somebody has to be there. */
  readonly asksPassword: boolean;
  /**
   * At every moment the program at its place is wholly the old or wholly the new one. Throws `update.file-differs`,
   * `update.does-not-start`, `update.install-failed`, `store.disk-full`, `store.read-only`.
   */
  install(order: InstallOrder): Promise<void>;
  /** Whether the program before this one is there to go back to. */
  canGoBack(): boolean;
  /** It is back at its place on return, also when it was before. */
  goBack(): void;
  /** The program before is not needed any more. */
  forget(): void;
}
