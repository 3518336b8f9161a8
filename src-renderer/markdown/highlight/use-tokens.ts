/** The tokens of code as it is drawn, of as much of it as has been read so far. */
import { useEffect, useState } from 'react';
import { highlighter } from './highlighter.ts';
import { grammarOf } from './language-names.ts';
import type { Line } from './tokens.ts';

/** Longer code is drawn as it is written. */
const longest = 60_000;

export interface ReadCode {
  readonly text: string;
  readonly lines: readonly Line[];
}

export function useTokens(language: string, text: string): ReadCode | undefined {
  const grammar = text.length > longest ? undefined : grammarOf(language);
  const known = grammar && highlighter.known(grammar, text);
  const [read, setRead] = useState<ReadCode>();
  const [isAsking, setAsking] = useState(false);
  const isDone = grammar === undefined || known !== undefined || read?.text === text;
  useEffect(() => {
    // One question at a time: code that grows is asked for again as it then is.
    if (isDone || isAsking || grammar === undefined) return;
    setAsking(true);
    void highlighter.read(grammar, text).then(lines => {
      setRead({ text, lines: lines ?? [] });
      setAsking(false);
    });
  }, [isDone, isAsking, grammar, text]);
  return known === undefined ? read : { text, lines: known };
}
