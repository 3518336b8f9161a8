/** Builds a check's finding from texts in both languages. */
import type { HealthState, OfferedMend } from '../../domain/health.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Finding } from '../doctor.ts';

export interface FindingText {
  readonly meaning: Bilingual;
  /** What to do about it; absent when fine. */
  readonly mend?: Bilingual;
  /** What can be done about it by a button. */
  readonly mends?: readonly OfferedMend[];
}

/** `facts` also fill `{name}` places in the texts. */
export function finding(
  state: HealthState,
  { meaning, mend, mends }: FindingText,
  language: Language,
  facts: Readonly<Record<string, string | number | boolean>> = {},
): Finding {
  const fill = (text: Bilingual) =>
    text[language].replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
  return { state, meaning: fill(meaning), ...(mend && { mend: fill(mend) }), ...(mends && { mends }), facts };
}
