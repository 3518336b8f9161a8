/** Audio files that were dropped on a window: their words, sent back as text to edit. */
import type { Readable } from 'node:stream';
import type { AudioText } from '../../src-preload/audio-contract.ts';
import type { Publish } from '../api/services.ts';
import type { UploadHandler } from '../api/web-upload.ts';
import { transcribeFile } from '../conversation/transcribe-file.ts';
import { JarvisError, reportError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { AudioFiles } from '../ports/audio-files.ts';
import type { SpeechToText } from '../ports/speech-to-text.ts';

export interface AudioUploadOptions {
  readonly audioFiles: AudioFiles;
  readonly speechToText: SpeechToText;
  readonly canListen: () => boolean;
  readonly publish: Publish;
  /** The person's own languages. */
  readonly languages: () => readonly Language[];
  /** That faults are told in. */
  readonly language: () => Language;
}

export function createAudioUpload(options: AudioUploadOptions): UploadHandler {
  return async (name, body: Readable, signal, id): Promise<AudioText> => {
    if (!options.canListen()) throw new JarvisError('speech.no-recognizer');
    const file = await options.audioFiles.open({ bytes: body }, signal);
    const [language, ...others] = options.languages();
    // One language is a fact; of several each piece shows its own.
    const fixed = others.length === 0 && language ? { language } : {};
    const texts: string[] = [];
    try {
      const pieces = transcribeFile(file, { speechToText: options.speechToText, ...fixed }, signal);
      for await (const { text, share } of pieces) {
        if (text !== '') texts.push(text);
        if (id !== '') options.publish('audio.progress', { id, share });
      }
    } catch (error) {
      // What was understood before is worth having, with the reason why it ends there.
      if (signal.aborted || texts.length === 0) throw error;
      return { name, text: texts.join('\n'), error: reportError(error, options.language()) };
    } finally {
      await file.close();
    }
    if (texts.length === 0) throw new JarvisError('speech.no-words-in-file');
    return { name, text: texts.join('\n') };
  };
}
