/** What a test asks of the browser, or of the window that stands in its place. */
export interface BrowserOptions {
  /** A WAV file that plays the microphone. */
  readonly microphone?: string | undefined;
  /** Else the processor draws it. */
  readonly noWebgl?: boolean;
}
