/** Something that runs in the background, whatever it is told of by. */

export type WorkKind =
  | 'download'
  | 'upload'
  | 'import'
  | 'transcription'
  | 'documents'
  | 'embedding'
  | 'consolidation';
export type WorkOrder = 'pause' | 'resume' | 'cancel';

export interface RunningWork {
  readonly id: string;
  readonly kind: WorkKind;
  /** Of a model or a file. */
  readonly name?: string;
  /** Absent where the end cannot be told. */
  readonly progress?: {
    readonly done: number;
    readonly total: number;
    readonly unit: 'bytes' | 'pieces' | 'share';
  };
  readonly secondsLeft?: number;
  readonly state: 'running' | 'waiting' | 'paused' | 'failed';
  /** What can be ordered of it now. */
  readonly orders: readonly WorkOrder[];
}
