/** What the program consists of now: its processes, what they hold, and the machine under them. */

export interface RunningProcess {
  /** `core`, or the name of the engine's program. */
  readonly part: string;
  readonly pid: number;
  /** Resident memory; absent where the system does not tell. */
  readonly memoryBytes?: number;
}

export interface ModelInUse {
  readonly use: 'language' | 'recognition' | 'voice' | 'meaning';
  readonly name: string;
}

export interface SystemParts {
  readonly version: string;
  /** `node 24.21.0`. */
  readonly runtime: string;
  readonly platform: string;
  readonly startedAtMs: number;
  /** Of the machine. */
  readonly memoryBytes: number;
  readonly freeMemoryBytes: number;
  readonly cores: number;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly processes: readonly RunningProcess[];
  readonly models: readonly ModelInUse[];
}

/** The diagnostics channel on which an engine's program is told of when it starts and ends. */
export const engineChannel = 'jarvis.engine';

export interface EngineTold {
  /** Without folder and ending: `speech-process`. */
  readonly program: string;
  readonly state: 'started' | 'ended';
  /** Undefined while the system has not given one. */
  readonly pid: () => number | undefined;
}
