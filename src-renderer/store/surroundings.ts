/** What the store needs of the browser: time, frames, storage, downloads; replaced in tests. */
import type { AudioText } from '../../src-preload/audio-contract.ts';
import type { Attachment } from './attachment.ts';
import type { Language } from './contract-types.ts';

export interface Upload<Result> {
  readonly done: Promise<Result>;
  cancel(): void;
}

export interface Surroundings {
  nowMs(): number;
  newId(): string;
  /** Calls `action` before the next frame is drawn (or soon, when the window is hidden). */
  beforeFrame(action: () => void): void;
  /** Calls `action` once after `delayMs`; the returned function cancels it. */
  after(delayMs: number, action: () => void): () => void;
  /** What was kept on this machine under `key`, if anything. */
  recall(key: string): string | undefined;
  /** Keeps `value` on this machine; undefined forgets it. */
  keep(key: string, value: string | undefined): void;
  keptKeys(): readonly string[];
  browserLanguage(): Language;
  /** This page is the quick window: it begins with nothing, and what is open in it is no window's last conversation. */
  readonly isQuick?: boolean;
  /** Shows the main window in the place of this page; absent where there is no need. */
  becomeMain?(): void;
  download(file: { fileName: string; mediaType: string; text: string }): void;
  /** Sends a model file to the machine that Jarvis runs on. */
  uploadModel(file: File, onProgress: (doneBytes: number, totalBytes: number) => void): Upload<void>;
  /** Has an audio file written down; `id` is what `audio.progress` tells of it under. */
  uploadAudio(file: File, id: string): Upload<AudioText>;
  /** A picture as models take it. Rejects for what is none. */
  readImage(file: Blob): Promise<Pick<Attachment, 'mediaType' | 'base64'>>;
  /** Has a document read and its text kept. */
  uploadDocument(file: File): Upload<void>;
}
