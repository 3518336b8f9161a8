/** E-mail and web addresses, file names and versions: the name that a listener can keep, and none of the rest. */
import type { Bilingual, Language } from '../../domain/language.ts';
import { notInWord, oneOf, type Rule, wordEnds } from './rule.ts';

const domainEnds =
  'com org net fr eu be ch ca uk de es it lu us io ai dev app info biz tv me co gouv gov edu int paris bzh local'.split(
    ' ',
  );
const fileEnds =
  'pdf doc docx xls xlsx ppt pptx odt ods txt md csv json xml yaml yml html htm css js ts tsx jsx py sh sql png jpg jpeg gif svg webp mp3 mp4 wav ogg flac avi mkv zip gz tar exe iso log ini toml'.split(
    ' ',
  );

const dot: Bilingual = { fr: 'point', en: 'dot' };
const dash: Bilingual = { fr: 'tiret', en: 'dash' };
const underscore: Bilingual = { fr: 'tiret bas', en: 'underscore' };
const at: Bilingual = { fr: 'arobase', en: 'at' };
const plus: Bilingual = { fr: 'plus', en: 'plus' };
const point: Bilingual = { fr: 'point', en: 'point' };

const endOfAddress = String.raw`(?=[.,;:!?…]*(?:[\s<>()\[\]"'»”’]|$))`;
const path = String.raw`(?:[/?#][^\s<>"»”]*?)?`;

/** The parts of a name and what stands between them. */
const spelled = (name: string, language: Language): string =>
  name
    .replace(/\./g, ` ${dot[language]} `)
    .replace(/-/g, ` ${dash[language]} `)
    .replace(/_/g, ` ${underscore[language]} `)
    .replace(/\+/g, ` ${plus[language]} `)
    .replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

const host = (name: string, language: Language): string => spelled(name.replace(/^www\./i, ''), language);

export function addressRules(language: Language): readonly Rule[] {
  const mail: Rule = {
    pattern:
      /(?:\bmailto:)?(?<![\w.+-])([\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8})@([\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8})(?:\?\S*)?/giu,
    say: ([, name = '', domain = '']) =>
      `${spelled(name, language)} ${at[language]} ${host(domain, language)}`,
  };
  const web: Rule = {
    pattern: new RegExp(
      String.raw`\b(?:https?|ftp|wss?)://(?:[^\s/@<>]*@)?([^\s/?#:<>()"'»”]+)(?::\d+)?${path}${endOfAddress}`,
      'giu',
    ),
    say: ([, name = '']) => host(name, language),
  };
  const bare: Rule = {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}@._/-])((?:www\.)?(?:[\p{L}\d][\p{L}\d-]{0,62}\.){1,5}(?:${oneOf(domainEnds)}))(?::\d+)?(?![\p{L}\p{N}])${path}${endOfAddress}`,
      'giu',
    ),
    say: ([, name = '']) => (/^\d+\.\p{L}+$/u.test(name) ? undefined : host(name, language)),
  };
  const file: Rule = {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}@])((?:[\p{L}\d_-]{1,64}\.){1,4}(?:${oneOf(fileEnds)}))${wordEnds}`,
      'giu',
    ),
    say: ([, name = '']) => spelled(name, language),
  };
  return [mail, web, bare, { pattern: /\btel:(?=\S)/gi, say: () => '' }, file];
}

/** `v2.1.3`, `Node 24.1.0`, `192.168.1.1`: their numbers and the points between them. */
export function versionRules(language: Language): readonly Rule[] {
  const between = ` ${point[language]} `;
  return [
    {
      pattern: new RegExp(String.raw`${notInWord}[vV](?:\.\s?)?(\d+(?:\.\d+){0,4})${wordEnds}`, 'gu'),
      say: ([, numbers = '']) => `version ${numbers.split('.').join(between)}`,
    },
    {
      pattern: /(?<![\d.,])\d{1,4}(?:\.\d{1,4}){2,5}(?![\d.,]?\d)/gu,
      say: ([numbers]) =>
        /^\d{1,3}(?:\.\d{3})+$/.test(numbers) && !/^0|\b192\.168/.test(numbers)
          ? undefined
          : numbers.split('.').join(between),
    },
    {
      pattern:
        /(?<=(?<!\p{L})(?:[Vv]ersions?|Python|Node|Node\.js|Java|PHP|Ruby|Windows|Android|iOS|iPadOS|macOS|watchOS|Ubuntu|Debian|Fedora|Chrome|Firefox|Safari|TypeScript|React|Vue|Angular|Rust|Swift|Kotlin|Linux|HTTP|HTML|CSS|USB|Bluetooth|Llama|GPT|Qwen|Mistral|Gemma|Claude|Gemini|Jarvis|Electron|Docker|Kubernetes|Django|Unity|Blender|LibreOffice|Perl|Go|Scala|Lua|Vite|npm)[ -])\d+\.\d+(?![\d.,]?\d)/gu,
      say: ([numbers]) => numbers.split('.').join(between),
    },
  ];
}
