/** Questions about what stands in the person's documents. */
import type { Built, Match, Rule, RulesByLanguage } from '../grammar.ts';
import { tidy } from './slots.ts';

const docsFr =
  '(tous |toutes |l un de |un de |l ensemble de )?(mes|les|nos|mon|ma|le|la|ce|cette) (documents?|fichiers?|papiers|documentation|pdf|docs?|contrats?|bail|notices?|manuels?|modes? d emploi|rapports?|comptes? rendus?|reglement|courriers?|lettres?|e mails?|mails?)';
const plainDocsFr = '(tous )?(mes|les|nos) (documents|fichiers|papiers|docs|pdf)';
const aboutFr =
  '(sur|de|d|du|des|a propos de|a propos d|a propos du|a propos des|au sujet de|au sujet d|au sujet du|au sujet des|concernant|par rapport a|quant a|comme)';
const sayFr =
  '(dit|disent|dit on|dit il|disait|raconte|racontent|precise|precisent|indique|indiquent|mentionne|mentionnent|prevoit|prevoient|contient|contiennent|apprend|apprennent|explique|expliquent)';
const lookFr =
  '(cherche|cherches|cherchez|chercher|recherche|recherches|rechercher|regarde|regardes|regardez|regarder|trouve|trouver|fouille|fouiller|consulte|consulter|verifie|verifier)[ moi| un peu]';

const docsEn =
  '(any of |all of |all |one of )?(my|the|our|this|that) (documents?|files?|papers|paperwork|docs?|pdfs?|contracts?|lease|manuals?|handbook|reports?|minutes|polic(y|ies)|letters?|e ?mails?|instructions|rules)';
const plainDocsEn = '(all of |all )?(my|the|our) (documents|files|papers|paperwork|docs|pdfs)';
const aboutEn = '(about|on|regarding|concerning|with regard to|as to)';
const lookEn = '(search|look|check|go through|scan|browse|dig)';

function askKnowledge(match: Match): Built | undefined {
  const about = tidy(match.words('about'));
  if (about === '') return undefined;
  // Without documents, or beside a language model, it is somebody else's question.
  return { intent: 'knowledge.ask', slots: { about }, details: { implicit: true } };
}

const rule = (patterns: readonly string[]): Rule => ({ patterns, build: askKnowledge });

export const knowledgeRules: RulesByLanguage = {
  fr: [
    rule([
      `(que|qu est ce que|quoi) ${sayFr} ${docsFr} ${aboutFr} <about:line>`,
      `(qu est ce que|qu est ce qu|ce que|ce qu|que) ${docsFr} ${sayFr} ${aboutFr} <about:line>`,
      `(qu est ce qu|que|qu) (il y a|y a t il|on trouve|trouve t on|est ce qu il y a) (dans|parmi) ${plainDocsFr} ${aboutFr} <about:line>`,
      `(dis|montre|lis|donne|cite)[ moi] ce que ${sayFr} ${docsFr} ${aboutFr} <about:line>`,
      `(dis|montre|lis|donne|cite)[ moi] ce que ${docsFr} ${sayFr} ${aboutFr} <about:line>`,
      `${lookFr} (dans|parmi|a travers) ${plainDocsFr} (ce qui concerne|ce qu il y a ${aboutFr}|ce qu ils disent ${aboutFr}|ce qui parle (de|du|des|d)|${aboutFr}|s il y a quelque chose ${aboutFr})? ?<about:line>`,
      `${lookFr} <about:line> (dans|parmi) ${plainDocsFr}`,
      `(d apres|selon|dans) ${plainDocsFr} <about:line>`,
      `<about:line> (d apres|selon) ${plainDocsFr}`,
      `(y a t il|est ce qu il y a|il y a|y a) (quelque chose|un passage|des infos|des informations|un truc) ${aboutFr} <about:line> (dans|parmi) ${plainDocsFr}`,
      `${plainDocsFr} (parlent|disent|mentionnent)( ils)? (quelque chose )?${aboutFr} <about:line>`,
      `(est ce que )?${plainDocsFr} (parlent|mentionnent)( ils)?( de| du| d| des)? <about:line>`,
      `(dans )?(quel|lequel de mes|quels|lesquels de mes) (documents?|fichiers?|papiers) (parle|parlent|mentionne|mentionnent|est il question|concerne|concernent|traite|traitent)( de| du| des| d)? <about:line>`,
    ]),
  ],
  en: [
    rule([
      `what (do|does|did) ${docsEn} (say|tell|tell me|mention|state|contain|have|specify|explain) ${aboutEn} <about:line>`,
      `(tell|show|read|give)[ me| to me] what ${docsEn} (say|says|tell|tells|mention|mentions|state|states) ${aboutEn} <about:line>`,
      `what (is|s|is there|s there|can you find|do you find) (written |said )?(in|among) ${plainDocsEn} ${aboutEn} <about:line>`,
      `what is (written|said) ${aboutEn} <about:line> in ${plainDocsEn}`,
      `${lookEn} (in |through |across )?${plainDocsEn} (for|to find) <about:line>`,
      `(find|look up|look for|search for|search|locate) <about:line> (in|among|across|within) ${plainDocsEn}`,
      `(according to|based on|going by) ${plainDocsEn} <about:line>`,
      `<about:line> (according to|based on|going by) ${plainDocsEn}`,
      `(is there|do i have|have i got|are there) (anything|something|a passage|any information|any info) ${aboutEn} <about:line> (in|among) ${plainDocsEn}`,
      `(do|does) ${plainDocsEn} (say|mention|tell|contain) (anything |something )?(about |on )?<about:line>`,
      `(in )?(which|what) (of my )?(documents?|files?|papers?) (mentions?|talks? about|is about|are about|says? (something|anything) about|covers?|deals? with) <about:line>`,
    ]),
  ],
};
