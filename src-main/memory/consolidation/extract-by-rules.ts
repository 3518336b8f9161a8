/** The facts that the write gate's rules find in an episode. */
import { judge } from '../write-gate/judge.ts';
import type { ExtractFacts } from './consolidate.ts';

/** `zone`: IANA; where "tomorrow" is reckoned, from when the words were said. */
export const extractByRules =
  (zone: string): ExtractFacts =>
  ({ text, language, provenance, atMs }, before) =>
    judge({ text, language, provenance, nowMs: atMs, zone, context: before.map(one => one.text) }).facts;
