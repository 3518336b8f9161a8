/** Finds code of the core that could open a connection past the one place whose bytes are in the ledger. */
import ts from 'typescript';
import type { SourceFile } from './layers.ts';

const theOnePlace = 'src-main/adapters/outbound/open-request.ts';
const rooms = /^(?:src-main|native)\//;
const testFiles = /(?:\.test\.tsx?|-fixture\.ts|\/test-[\w-]+\.ts|\/conformance\/.*\.ts)$/;

/** What stays between the parts of Jarvis on this machine. */
const ownWires: ReadonlyMap<string, string> = new Map([
  ['native/frames.ts', 'the pipe between the core and an engine that it started'],
  ['src-main/api/web-wire.ts', 'a window has called'],
  ['src-main/host/call-running.ts', 'the command line and the doctor speak to the running Jarvis'],
]);

const networkModules =
  /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|inspector|undici|ws|axios|got|node-fetch|ollama|openai)(?:\/|$)/;
/** Of these modules, what waits for others or only reads an address. */
const harmlessNames = new Set(['createServer', 'isIP', 'WebSocketServer']);
const networkGlobals = new Set(['fetch', 'WebSocket', 'EventSource', 'WebTransport', 'XMLHttpRequest']);

/** One line for each way out of the ledger; empty when there is none. */
export const outboundFaults = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ path }) => rooms.test(path) && !testFiles.test(path))
    .filter(({ path }) => path !== theOnePlace && !ownWires.has(path))
    .flatMap(file => waysOut(file).map(way => `${file.path} may not use ${way}: see ${theOnePlace}`));

function waysOut({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) found.push(...importedWays(node));
    if (ts.isCallExpression(node)) found.push(...calledWays(node));
    if (ts.isNewExpression(node) && isNetworkGlobal(node.expression)) found.push(node.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

function importedWays({ importClause, moduleSpecifier }: ts.ImportDeclaration): readonly string[] {
  const name = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '';
  if (!networkModules.test(name) || importClause?.isTypeOnly) return [];
  const named = importClause?.namedBindings;
  if (importClause?.name !== undefined || named === undefined || !ts.isNamedImports(named)) return [name];
  return named.elements
    .filter(element => !element.isTypeOnly && !harmlessNames.has((element.propertyName ?? element.name).text))
    .map(element => `${element.name.text} of ${name}`);
}

/** `fetch(…)`, and modules that are loaded by a call. */
function calledWays({ expression, arguments: given }: ts.CallExpression): readonly string[] {
  if (isNetworkGlobal(expression)) return [expression.getText()];
  const isLoading =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    /\b(?:require|getBuiltinModule)$/.test(expression.getText());
  if (!isLoading) return [];
  return given.flatMap(argument => stringsIn(argument)).filter(text => networkModules.test(text));
}

const isNetworkGlobal = (expression: ts.Expression): boolean =>
  networkGlobals.has(expression.getText().replace(/^globalThis\./, ''));

function stringsIn(node: ts.Node): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  const found: string[] = [];
  ts.forEachChild(node, child => void found.push(...stringsIn(child)));
  return found;
}
