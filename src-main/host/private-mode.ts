/** The switch between a profile's own turns and those of private mode. */
import { OneByOne } from '../conversation/one-by-one.ts';
import { openPrivateRoom } from './private-room.ts';
import type { Stage, StageOptions } from './profile-stage.ts';

export class PrivateMode {
  readonly #own: Stage;
  readonly #options: StageOptions;
  readonly #changed: (on: boolean) => void;
  readonly #oneByOne = new OneByOne();
  #room: Stage | undefined;
  /** Asked for by a turn of the room itself, which has to end first. */
  #leavesAfterTurn = false;

  /** `options`: how the profile's own stage was opened. */
  constructor(own: Stage, options: StageOptions, changed: (on: boolean) => void) {
    this.#own = own;
    this.#options = options;
    this.#changed = changed;
  }

  isPrivate(): boolean {
    return this.#room !== undefined;
  }

  current(): Stage {
    return this.#room ?? this.#own;
  }

  stages(): readonly Stage[] {
    return this.#room === undefined ? [this.#own] : [this.#own, this.#room];
  }

  /** For a turn of the room itself, which would wait for its own end. */
  leaveAfterTurn(): void {
    this.#leavesAfterTurn = this.#room !== undefined;
  }

  /** What runs there is stopped when it ends. */
  async set(on: boolean): Promise<void> {
    await this.#oneByOne.run('mode', () => (on ? this.#enter() : this.#leave()));
  }

  async close(): Promise<void> {
    await this.#oneByOne.run('mode', () => this.#leave());
  }

  async #enter(): Promise<void> {
    this.#leavesAfterTurn = false;
    if (this.#room !== undefined) return;
    this.#room = await openPrivateRoom(this.#options, { ended: () => this.#turnEnded() });
    this.#changed(true);
  }

  async #leave(): Promise<void> {
    this.#leavesAfterTurn = false;
    const room = this.#room;
    if (room === undefined) return;
    await room.turns.close();
    this.#room = undefined;
    await room.close();
    this.#changed(false);
  }

  #turnEnded(): void {
    if (!this.#leavesAfterTurn) return;
    // The end of the turn is told before its conversation is gone.
    setImmediate(() => void this.#oneByOne.run('mode', () => this.#leave()));
  }
}
