/** The store's surroundings in a real browser. */
import { v7 as newId } from 'uuid';
import { readImage } from './read-image.ts';
import type { Surroundings } from './store/surroundings.ts';
import { uploadAudio, uploadDocument, uploadModel } from './upload.ts';

/** A hidden window draws no frames; what happens there is shown at this pace. */
const hiddenFrameMs = 500;

export const browserSurroundings = ({ isQuick = false } = {}): Surroundings => ({
  isQuick,
  // Without the fragment the whole page is loaded anew.
  becomeMain: () => location.replace(location.pathname),
  nowMs: () => Date.now(),
  newId: () => newId(),
  beforeFrame(action) {
    if (document.hidden) setTimeout(action, hiddenFrameMs);
    else requestAnimationFrame(action);
  },
  after(delayMs, action) {
    const timeout = setTimeout(action, delayMs);
    return () => clearTimeout(timeout);
  },
  recall: key => localStorage.getItem(key) ?? undefined,
  keep(key, value) {
    if (value === undefined) localStorage.removeItem(key);
    else keepIfRoom(key, value);
  },
  keptKeys: () => Object.keys(localStorage),
  browserLanguage: () => (/^fr\b/i.test(navigator.language) ? 'fr' : 'en'),
  download({ fileName, mediaType, text }) {
    const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    // The download has begun by then; the text need not stay in memory.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  },
  uploadModel,
  uploadAudio,
  uploadDocument,
  readImage,
});

/** A full storage only means that a draft does not outlive a reload. */
function keepIfRoom(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    console.warn('A draft could not be kept across reloads.', error);
  }
}
