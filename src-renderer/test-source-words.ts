/** Reads sources for the words they use, and for those that they should not hold. Only tests load it. */
import ts from 'typescript';

interface Call {
  readonly key: string;
  /** Names of the values that are given, in order of the alphabet. */
  readonly values: readonly string[];
  readonly place: string;
}

interface Uses {
  readonly literals: ReadonlySet<string>;
  /** Keys that are put together: `memoryTab.${tab}`. */
  readonly patterns: readonly RegExp[];
  /** Calls with a literal key, and values that are written out. */
  readonly calls: readonly Call[];
}

export function usesOf(sources: readonly ts.SourceFile[]): Uses {
  const uses = { literals: new Set<string>(), patterns: [] as RegExp[], calls: [] as Call[] };
  for (const source of sources)
    visit(source, node => {
      if (ts.isStringLiteralLike(node)) uses.literals.add(node.text);
      if (ts.isTemplateExpression(node) && isWordsCall(node.parent)) uses.patterns.push(patternOf(node));
      const call = callOf(node, source);
      if (call !== undefined) uses.calls.push(call);
    });
  return uses;
}

/** Attributes, of elements and of our own components, that are shown or read out. */
const shown =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|text|action|hint)$/;
const letters = /\p{L}/u;

/** `file:line text` of each text that a view shows without asking for its words. */
export function strayTexts(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const add = (node: ts.Node, text: string): void => {
    if (letters.test(text)) found.push(`${placeOf(node, source)} ${text.trim()}`);
  };
  visit(source, node => {
    if (ts.isJsxText(node)) add(node, node.text);
    if (isShown(node)) for (const [literal, text] of textsOf(node)) add(literal, text);
  });
  return found;
}

/** The value of an attribute that is shown, or what stands in braces between the tags. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (parent === undefined || !ts.isJsxAttribute(parent)) return ts.isJsxExpression(node);
  return node === parent.initializer && shown.test(parent.name.getText());
}

/** What an expression may become, as far as it is written in it: not what is compared, nor what is given to a call. */
function textsOf(node: ts.Node): readonly (readonly [ts.Node, string])[] {
  if (ts.isStringLiteralLike(node)) return [[node, node.text]];
  if (ts.isTemplateExpression(node))
    return [
      [node, node.head.text] as const,
      ...node.templateSpans.flatMap(span => [
        ...textsOf(span.expression),
        [span, span.literal.text] as const,
      ]),
    ];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node))
    return isComparison(node) ? [] : [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isJsxExpression(node)) return node.expression === undefined ? [] : textsOf(node.expression);
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  return [];
}

const isComparison = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken;

function callOf(node: ts.Node, source: ts.SourceFile): Call | undefined {
  if (!isWordsCall(node)) return undefined;
  const [key, values] = node.arguments;
  if (key === undefined || !ts.isStringLiteralLike(key)) return undefined;
  if (values !== undefined && !ts.isObjectLiteralExpression(values)) return undefined;
  const names = (values?.properties ?? []).map(one => one.name?.getText() ?? '');
  return { key: key.text, values: names.toSorted(), place: placeOf(node, source) };
}

const isWordsCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^(t|wordsFor\(.*\))$/.test(node.expression.getText());

const patternOf = (node: ts.TemplateExpression): RegExp =>
  new RegExp(
    `^${[node.head, ...node.templateSpans.map(span => span.literal)].map(literalOf).join('[^.]+')}$`,
  );

const literalOf = ({ text }: ts.LiteralLikeNode): string => text.replaceAll('.', '\\.');

const placeOf = (node: ts.Node, source: ts.SourceFile): string =>
  `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, child => visit(child, see));
}
