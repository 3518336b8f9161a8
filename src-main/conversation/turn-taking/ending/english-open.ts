/** English endings that want a complement: asked last, of phrases in which no other rule finds anything. */
import * as say from './english-words.ts';
import { ends, has, is, oneLine, type Rule } from './rule.ts';

/** Participles before `in`, `of`, `to` or `for`. */
const wantPreposition = oneLine(`
  based|located|situated|composed|made up|intended|supposed|related|compared|dedicated|devoted|known|likely|unlikely|able|unable|due|aimed|designed|responsible|capable|aware|according
`);
/** Verbs of the third person that name what they are about behind them. */
const wantObject = oneLine(`
  contains|includes|requires|allows|enables|causes|involves|provides|becomes|became|remains|remained|represents|describes|depends|consists|belongs|refers|tends|appears|leads|led|consisted|contained|included|required|allowed|caused|provided|belonged|referred|tended
`);
/** What was reported is still to come. */
const reporting = oneLine(`
  shown|said|stated|found|suggested|reported|announced|revealed|indicated|claimed|argued|concluded|warned|estimated|declared|explained|noted
`);
const objectGerunds = oneLine(`
  separating|making|having|being|taking|giving|getting|causing|becoming|containing|using|putting|setting|bringing|creating|keeping|letting|providing|requiring|allowing|following|depending|wearing|holding|saying|telling|asking|finding|sending|buying|adding
`);
const partsOf = oneLine(`
  kind|sort|type|number|amount|majority|lack|series|variety|range|existence|presence|absence|basis|edge|outskirts|verge|sake|purpose|likelihood|possibility
`);
const namesBegin = 'new|san|los|las|saint|st|santa|el|la|sri|costa|hong|rio|abu|united|great';
const verb = `${say.auxiliaries}|[^ ]+ed|[^ ]+'s|[^ ]+'re|goes|lives|likes|works|comes|plays|needs|wants|loves|hates`;

export const openRules: readonly Rule[] = [
  {
    pattern: ends(`(?:that|if|when|because|and|so|but|where|think|thought|said|says) there`),
    finished: 0.06,
  },
  { pattern: ends(`(?:in|to|from|for|of|at|near) (?:${namesBegin})`), finished: 0.12 },
  { pattern: ends(wantPreposition), unless: has(say.questionWord), finished: 0.15 },
  { pattern: ends(wantObject), unless: has(say.questionWord), finished: 0.15 },
  {
    pattern: ends(`(?:has|have|had|was|were|it's|been) (?:also |been |already )?(?:${reporting})`),
    unless: has(`${say.questionWord}|${say.inversions} (?:i|you|he|she|it|we|they)`),
    finished: 0.2,
  },
  {
    pattern: ends(
      `(?:by|of|for|without|from|about|before|after|while|including|than|and|or) (?:${objectGerunds})`,
    ),
    finished: 0.12,
  },
  { pattern: ends(`(?:the|a|an|some|any|this|that|what|which) (?:${partsOf})`), finished: 0.15 },
  {
    // `remember that my car`: what is to be known of it is missing.
    pattern: ends(
      `(?:remember|know|note|forget|sure|think|believe|say|tell (?:me|him|her|them|us)) that (?:my|the|our|his|her|their|your|this|a|an)(?: [^ ]+){1,3}`,
    ),
    unless: ends(`that (?:[^ ]+ )*(?:${verb})(?: [^ ]+)*`),
    finished: 0.2,
  },
  {
    pattern: ends(
      `(?:the|a|an|of|and|most|very) (?:[^ ]+(?:netic|logical|tional|nmental|cular|cial|tial|nomic|litical|ious|eous)|immediate|appropriate|ultimate|private|separate|former|latter|so called)`,
    ),
    unless: ends(`(?:is|are|was|were|be|sounds|looks|seems) (?:very|most|the most) [^ ]+`),
    finished: 0.35,
  },
  {
    pattern: is(
      'unfortunately|additionally|moreover|furthermore|therefore|meanwhile|similarly|consequently|nevertheless|generally|typically|originally|traditionally|fortunately|recently',
    ),
    finished: 0.08,
  },
  { pattern: is('(?:(?:no|yes|and|so|okay) ,? ?)*thank'), finished: 0.05 },
  {
    pattern: is(
      '(?:please )?(?:run|read|dim|brighten|launch|unlock|lock|arm|disarm|turn|remind|switch|adjust)',
    ),
    finished: 0.15,
  },
  {
    // `add apples`: probably to a list.
    pattern: is('(?:please )?(?:add|put)(?: [^ ]+){1,3}'),
    unless: has('to|on|in|it|them|too|list|off|back|down|away|that|this'),
    finished: 0.6,
  },
];
