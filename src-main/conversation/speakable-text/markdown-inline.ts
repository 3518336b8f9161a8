/** Markdown within a line, tags, links, emoji: what is left are its words. */
import { keepOnly, rewrite, type SpannedText } from './spanned-text.ts';

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  '#39': '’',
};

const drop = (text: SpannedText, pattern: RegExp, by = ''): SpannedText => rewrite(text, pattern, () => by);

/** Without marks, tags, addresses of links, pictures and characters that have no sound. */
export function withoutMarkup(line: SpannedText): SpannedText {
  return withoutSilentCharacters(withoutMarks(withoutFormulaSigns(withoutLinks(withoutTags(line)))));
}

/** Tags, comments, and what lies between the tags of scripts and styles. */
function withoutTags(text: SpannedText): SpannedText {
  if (!/[<&]/.test(text.text)) return text;
  let said = drop(text, /<(script|style)\b[^>]*>.*?(?:<\/\1\s*>|$)/gis, ' ');
  said = drop(said, /<!--.*?(?:-->|$)/gs, ' ');
  said = drop(said, /<br\s*\/?>/gi, ', ');
  said = keepOnly(said, /<(?<keep>(?:https?|mailto):[^>\s]*)>/dgi);
  said = drop(said, /<\/?\p{L}[^<>]*(?:>|$)/gu, ' ');
  return rewrite(said, /&(nbsp|amp|lt|gt|quot|apos|#39);/g, ([, entity = '']) => entities[entity] ?? ' ');
}

/** A link says its text, an image its description. */
function withoutLinks(text: SpannedText): SpannedText {
  if (!text.text.includes('[')) return text;
  let said = drop(text, /\[\^[^\]]*\]/g);
  said = keepOnly(said, /!?\[(?<keep>(?:[^[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)/dg);
  said = keepOnly(said, /!?\[(?<keep>[^\]]+)\]\[[^\]]*\]/dg);
  return drop(said, /\[\d{1,3}\]/g);
}

/** The dollars around a formula; those of an amount have a figure behind them or space before them. */
function withoutFormulaSigns(text: SpannedText): SpannedText {
  if (!/\$[^$]+\$|\\[([]/.test(text.text)) return text;
  const inline = keepOnly(text, /\${1,2}(?=[^\s$])(?<keep>[^$\n]{0,300}?[^\s$\\])\${1,2}(?![\d\p{L}])/dgu);
  return keepOnly(keepOnly(inline, /\\\((?<keep>.{0,300}?)\\\)/dgu), /\\\[(?<keep>.{0,300}?)\\\]/dgu);
}

/** Emphasis and inline code; a star between figures is kept for what it means. */
function withoutMarks(text: SpannedText): SpannedText {
  if (!/[`*_~\\]/.test(text.text)) return text;
  let said = keepOnly(text, /\\(?<keep>[!-/:-@[-`{-~])/dg);
  said = keepOnly(said, /`+(?<keep>[^`]*)`+/dg);
  for (let depth = 0; depth < 3; depth++)
    said = keepOnly(
      said,
      /(?<![\p{L}\p{N}_])(?<mark>\*{1,3}|_{1,3}|~~)(?=\S)(?<keep>[^\n]*?\S)\k<mark>(?![\p{L}\p{N}])/dgu,
    );
  return drop(said, /\*\*|~~|`+/g);
}

const pictures =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{E0000}-\u{E007F}]|[#*\d]\uFE0F?\u20E3|\uFE0F|\u20E3|(?!°)\p{So}/gu;

/** Emoji and symbols, control and format characters, halves of characters; every kind of space is one. */
function withoutSilentCharacters(text: SpannedText): SpannedText {
  const shown = rewrite(text, pictures, ([mark]) =>
    /^[#*\d]/.test(mark) && /\u20E3/.test(mark)
      ? ` ${mark[0]} `
      : /[↔-↪⤴⤵⬅-⬇➡]/u.test(mark)
        ? undefined
        : ' ',
  );
  const spaced = drop(shown, /[^\S ]/gu, ' ');
  return drop(spaced, /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu);
}
