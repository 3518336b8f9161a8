/** Reads code with the grammar of its language, one grammar loaded after another as they are met. */
import { createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { type GrammarName, grammars } from './languages.ts';
import { kindOf, theme, themeName } from './theme.ts';
import type { Line, Token } from './tokens.ts';

/** Longer lines are data; a grammar may take seconds over one. */
const longestLine = 2000;
/** Of which the first line of a language takes most: its expressions are made then. */
const longestReadingOfLineMs = 3000;

let highlighter: Promise<HighlighterCore> | undefined;

export async function readTokens(grammar: GrammarName, text: string): Promise<readonly Line[]> {
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    // A rule that JavaScript's expressions cannot say is left out rather than the whole grammar.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const reader = await highlighter;
  await reader.loadLanguage(grammars[grammar]());
  const lines = reader.codeToTokensBase(text, {
    lang: grammar,
    theme: themeName,
    tokenizeMaxLineLength: longestLine,
    tokenizeTimeLimit: longestReadingOfLineMs,
  });
  return lines.map(line =>
    joined(line.map(({ content, color }) => ({ kind: kindOf(color), text: content }))),
  );
}

/** Neighbours that are drawn alike are one piece: half as many elements. */
function joined(tokens: readonly Token[]): Line {
  const line: Token[] = [];
  for (const token of tokens) {
    const last = line.at(-1);
    const isBlank = token.text.trim() === '';
    if (last !== undefined && (last.kind === token.kind || isBlank))
      line[line.length - 1] = { kind: last.kind, text: last.text + token.text };
    else line.push(token);
  }
  return line;
}
