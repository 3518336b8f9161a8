/** What the handlers need of new versions of the program. */
import type { UpdateSettings, UpdateStatus } from '../domain/update.ts';

/** Every order answers with the new picture. */
export interface UpdateServices {
  status(): UpdateStatus;
  check(): Promise<UpdateStatus>;
  download(): Promise<UpdateStatus>;
  install(): Promise<UpdateStatus>;
  skip(version: string): Promise<UpdateStatus>;
  acknowledge(): UpdateStatus;
  set(settings: UpdateSettings): UpdateStatus;
}
