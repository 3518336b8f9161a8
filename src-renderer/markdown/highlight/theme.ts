/** A theme whose colours are numbers of kinds of token: what they look like is for the style sheets, in both themes of the window. */
import type { ThemeRegistration } from 'shiki/core';
import { kinds, type TokenKind } from './tokens.ts';

const colour = (kind: TokenKind): string => `#0000${kinds.indexOf(kind).toString(16).padStart(2, '0')}`;

export const kindOf = (foreground: string | undefined): TokenKind =>
  kinds[Number.parseInt((foreground ?? '').slice(-2), 16)] ?? 'plain';

const scopes: Readonly<Record<Exclude<TokenKind, 'plain'>, readonly string[]>> = {
  comment: [
    'comment',
    'punctuation.definition.comment',
    'markup.quote',
    'meta.diff.header',
    'markup.deleted',
  ],
  keyword: [
    'keyword',
    'storage',
    'constant.language',
    'variable.language',
    'entity.name.tag',
    'entity.name.section',
    'support.type.property-name.css',
    'markup.heading',
    'markup.bold',
    'markup.inserted',
    'keyword.operator.new',
    'keyword.operator.expression',
    'keyword.operator.word',
  ],
  name: [
    'entity.name.function',
    'entity.name.type',
    'entity.name.class',
    'support.function',
    'support.class',
    'support.type',
    'entity.other.attribute-name',
    'support.type.property-name',
    'variable.other.property',
    'meta.object-literal.key',
  ],
  literal: ['string', 'constant.numeric', 'constant.character', 'constant.other', 'markup.inline.raw'],
  sign: ['punctuation', 'keyword.operator', 'meta.brace'],
};

export const themeName = 'kinds';

export const theme: ThemeRegistration = {
  name: themeName,
  type: 'dark',
  fg: colour('plain'),
  bg: '#000000',
  settings: Object.entries(scopes).map(([kind, scope]) => ({
    scope: [...scope],
    settings: { foreground: colour(kind as TokenKind) },
  })),
};
