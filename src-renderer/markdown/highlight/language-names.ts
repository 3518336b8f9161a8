/** Names of languages: from what people write after a fence to the grammar that reads it, and to the name that is shown. */
import type { GrammarName } from './languages.ts';

/** The name shown and every name it is written by; the first is the grammar's. */
const names: Readonly<Record<GrammarName, readonly [shown: string, ...written: string[]]>> = {
  bash: ['Shell', 'sh', 'shell', 'zsh', 'console', 'shellscript', 'shellsession'],
  c: ['C', 'h'],
  cpp: ['C++', 'c++', 'cc', 'cxx', 'hpp', 'arduino'],
  csharp: ['C#', 'c#', 'cs'],
  css: ['CSS', 'scss', 'less'],
  dart: ['Dart'],
  diff: ['Diff', 'patch'],
  docker: ['Dockerfile', 'dockerfile'],
  elixir: ['Elixir', 'ex', 'exs'],
  go: ['Go', 'golang'],
  graphql: ['GraphQL', 'gql'],
  haskell: ['Haskell', 'hs'],
  html: ['HTML', 'htm', 'xhtml', 'vue', 'svelte'],
  ini: ['INI', 'conf', 'cfg', 'properties', 'dotenv', 'env'],
  java: ['Java'],
  javascript: ['JavaScript', 'js', 'mjs', 'cjs', 'node'],
  json: ['JSON', 'jsonc', 'json5', 'jsonl'],
  jsx: ['JSX'],
  julia: ['Julia', 'jl'],
  kotlin: ['Kotlin', 'kt', 'kts'],
  lua: ['Lua'],
  make: ['Makefile', 'makefile'],
  nginx: ['nginx'],
  perl: ['Perl', 'pl'],
  php: ['PHP'],
  powershell: ['PowerShell', 'ps1', 'pwsh'],
  python: ['Python', 'py', 'python3', 'py3'],
  r: ['R'],
  ruby: ['Ruby', 'rb'],
  rust: ['Rust', 'rs'],
  scala: ['Scala', 'sc'],
  sql: ['SQL', 'mysql', 'postgresql', 'postgres', 'sqlite', 'plsql'],
  swift: ['Swift'],
  toml: ['TOML'],
  tsx: ['TSX'],
  typescript: ['TypeScript', 'ts', 'mts', 'cts'],
  xml: ['XML', 'svg', 'xsl', 'plist'],
  yaml: ['YAML', 'yml'],
  zig: ['Zig'],
};

const byName = new Map<string, { readonly grammar: GrammarName; readonly shown: string }>();
for (const [name, [shown, ...written]] of Object.entries(names)) {
  const grammar = name as GrammarName;
  for (const known of [name, ...written]) byName.set(known, { grammar, shown });
}

/** The grammar for what stands after the fence; undefined when it is none of ours. */
export const grammarOf = (written: string): GrammarName | undefined =>
  byName.get(written.toLowerCase())?.grammar;

/** As a person would write it; what is not known stays as it was written. */
export const languageName = (written: string): string => byName.get(written.toLowerCase())?.shown ?? written;
