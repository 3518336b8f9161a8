/** Every error is used, and wherever one is made, every place in its texts is filled. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { errorCodes } from '../src-main/domain/error-codes.ts';
import { JarvisError, reportError } from '../src-main/domain/errors.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['src-main', 'src-preload', 'src-renderer', 'native'];

const files = rooms
  .flatMap(room =>
    readdirSync(join(repository, room), { recursive: true, encoding: 'utf8' }).map(path => join(room, path)),
  )
  .filter(path => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const texts = new Map(files.map(path => [path, readFileSync(join(repository, path), 'utf8')]));

interface Call {
  readonly path: string;
  readonly code: string;
  /** Names that are given; undefined where they are put together elsewhere. */
  readonly given: readonly string[] | undefined;
}

function callsIn(path: string, text: string): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'JarvisError') {
      const [code, params] = node.arguments ?? [];
      if (code !== undefined && ts.isStringLiteral(code)) {
        calls.push({ path, code: code.text, given: namesIn(params) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return calls;
}

function namesIn(params: ts.Expression | undefined): readonly string[] | undefined {
  if (params === undefined) return [];
  if (!ts.isObjectLiteralExpression(params)) return undefined;
  const names = params.properties.map(property => property.name?.getText());
  return names.every(name => name !== undefined) ? names : undefined;
}

const placesOf = (code: string): readonly string[] => {
  const { message, hint } = errorCodes[code as keyof typeof errorCodes];
  const words = [message.fr, message.en, hint.fr, hint.en].join(' ');
  return [...new Set([...words.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))];
};

test('every place in the words of an error is filled where it is made', () => {
  const calls = [...texts].flatMap(([path, text]) => callsIn(path, text));
  expect(calls.length).toBeGreaterThan(100);
  const unfilled = calls.flatMap(({ path, code, given }) =>
    given === undefined
      ? []
      : placesOf(code)
          .filter(name => !given.includes(name))
          .map(name => [path, code, name]),
  );
  expect(unfilled).toEqual([]);
});

test('no error is described that nothing makes', () => {
  const elsewhere = [...texts].filter(([path]) => !path.includes('error-codes')).map(([, text]) => text);
  const unused = Object.keys(errorCodes).filter(code => !elsewhere.some(text => text.includes(`'${code}'`)));
  expect(unused).toEqual([]);
});

test('what is told in a sentence of its own comes in the language of the reader', () => {
  const error = new JarvisError('import.malformed', { detail: { fr: 'il est coupé', en: 'it is cut' } });
  expect(reportError(error, 'fr').message).toContain(': il est coupé.');
  expect(reportError(error, 'en').message).toContain(': it is cut.');
  expect(error.message).toContain('it is cut');
});
