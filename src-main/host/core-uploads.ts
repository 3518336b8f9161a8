/** What takes the files that are dropped on a window, by the address they are sent to. */
import type { UploadHandler } from '../api/web-upload.ts';
import type { Core } from './assemble.ts';
import { documentUpload } from './document-upload.ts';

export const coreUploads = (core: Core): Readonly<Record<string, UploadHandler>> => ({
  '/upload/model': (name, body, signal) => core.models.services.upload(name, body, signal),
  '/upload/audio': core.transcribeUpload,
  '/upload/document': documentUpload(() => core.services.current().knowledge),
});
