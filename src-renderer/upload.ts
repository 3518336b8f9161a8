/** Sends a model file to the core's machine, with progress; `fetch` cannot tell how far it is. */
import type { Upload } from './store/surroundings.ts';

/** Rejects with the core's ErrorReport, or with an error when the connection broke or it was cancelled. */
export function uploadModel(file: File, onProgress: (doneBytes: number, totalBytes: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.open('POST', `/upload/model?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = event => onProgress(event.loaded, file.size);
    request.onload = () => {
      if (request.status === 200) resolve();
      else reject(request.response ?? new Error(`the upload was answered with ${request.status}`));
    };
    request.onerror = () => reject(new Error('the upload was cut'));
    request.onabort = () => reject(new Error('the upload was cancelled'));
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
