/** Names that a person may say: their own, and those in what they asked to be remembered. */

const mostHints = 100;
const name = /(?<![.!?…]\s*|^\s*|["«“]\s*)(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{L}'’-]+/gu;

/** @param facts what is remembered, newest first. @returns names for a recogniser that can be told, each once. */
export function nameHints(own: string, facts: readonly string[]): readonly string[] {
  const found = facts.flatMap(fact => fact.match(name) ?? []);
  return [...new Set([own, ...found])].filter(hint => hint !== '').slice(0, mostHints);
}
