/** What the rest of the program tells the watchers: counts and durations, never words. Every call is cheap and never throws. */

/** The stages of a turn, as `jarvis_voice_turn_seconds` names them. */
export type TurnStage = 'end_of_turn' | 'transcribe' | 'recall' | 'first_token' | 'first_sound' | 'total';

export interface Observer {
  observeStage(stage: TurnStage, seconds: number): void;
  /** `part`: the stage of the error; `code`: one of the table of codes. */
  countError(part: string, code: string): void;
  countTokens(model: string, promptTokens: number, answerTokens: number): void;
  /** A command over a wire (method `WS`) or an HTTP request; `route` is a name of ours, never a path as received. */
  countRequest(method: string, route: string, status: number, seconds: number): void;
  countAuthFailure(reason: string): void;
  setClients(count: number): void;
  /** A part is healthy or not: `store`, `model`, `speech`, … */
  setHealth(service: string, healthy: boolean): void;
  observeTranscription(engine: string, language: string, soundSeconds: number, seconds: number): void;
  observeSynthesis(engine: string, voice: string, seconds: number): void;
  countSpeechError(kind: 'stt' | 'tts', engine: string): void;
}
