/** Which engine speaks with the voice in a folder, by the names of its files. */

/** As `engine` in the catalogue. */
export type VoiceEngineName = 'kokoro' | 'piper';

/** A folder that is no Kokoro voice is taken for Piper's, whose check names what it lacks. */
export const voiceEngineOf = (names: readonly string[]): VoiceEngineName =>
  names.includes('voices.bin') ? 'kokoro' : 'piper';
