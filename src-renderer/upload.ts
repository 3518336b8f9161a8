/** Sends files to the core's machine, with progress; `fetch` cannot tell how far it is. */
import { type AudioText, readAudioText } from '../src-preload/audio-contract.ts';
import type { Upload } from './store/surroundings.ts';

/** Rejects with the core's ErrorReport, or with an error when the connection broke or it was cancelled. */
export function uploadModel(
  file: File,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Upload<void> {
  const { done, cancel } = send(file, `/upload/model?name=${encodeURIComponent(file.name)}`, onProgress);
  return { done: done.then(() => undefined), cancel };
}

/** The words of an audio file. `id`: what its progress is told under. Rejects as `uploadModel`. */
export function uploadAudio(file: File, id: string): Upload<AudioText> {
  const path = `/upload/audio?name=${encodeURIComponent(file.name)}&id=${encodeURIComponent(id)}`;
  // Sending is quick against reading, which the core tells of itself.
  const { done, cancel } = send(file, path, () => undefined);
  return { done: done.then(readAudioText), cancel };
}

/** A document whose text is kept. Rejects as `uploadModel`. */
export function uploadDocument(file: File): Upload<void> {
  const path = `/upload/document?name=${encodeURIComponent(file.name)}`;
  const { done, cancel } = send(file, path, () => undefined);
  return { done: done.then(() => undefined), cancel };
}

function send(
  file: File,
  path: string,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Upload<unknown> {
  const request = new XMLHttpRequest();
  const done = new Promise<unknown>((resolve, reject) => {
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = event => onProgress(event.loaded, file.size);
    request.onload = () => {
      if (request.status === 200) resolve(request.response);
      else reject(request.response ?? new Error(`the upload was answered with ${request.status}`));
    };
    request.onerror = () => reject(new Error('the upload was cut'));
    request.onabort = () => reject(new Error('the upload was cancelled'));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
