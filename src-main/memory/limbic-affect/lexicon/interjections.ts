/** Short cries that mean something only when they stand alone: "what?", "quoi ?", "help!". */
import type { LexiconPart } from './entry.ts';

export const surprisedCries: LexiconPart = {
  feeling: 'surprise',
  standsAlone: true,
  en: `
0.05 0.65 0.4 0.9: what, huh, eh, seriously, really, oh, ooh, no, serious, since when, already, come again,
  you know what
`,
  fr: `
0.05 0.65 0.4 0.9: quoi, hein, sérieux, sérieusement, vraiment, tiens, oh, ah bon, non, déjà, comment ça,
  tu sais quoi, c'est pas vrai
`,
};

export const frightenedCries: LexiconPart = {
  feeling: 'fear',
  standsAlone: true,
  en: `
-0.7 0.9 0.15 0.6: help, help me, danger, careful, watch out, hurry
`,
  fr: `
-0.7 0.9 0.15 0.6: à l'aide, à moi, aidez-moi, vite, attention
`,
};

export const angryCries: LexiconPart = {
  feeling: 'anger',
  standsAlone: true,
  en: `
-0.6 0.7 0.6 0.6: screw you, shut it, not again
`,
  fr: `
-0.7 0.7 0.6 0.9: ferme-la, la ferme, oh non pas encore, ça suffit, dégage
`,
};

export const gladCries: LexiconPart = {
  feeling: 'joy',
  standsAlone: true,
  en: `
0.8 0.6 0.6 0.8: super, yes, yess, sweet, sick, score, finally, fire, wicked
`,
  fr: `
0.8 0.6 0.6 0.8: enfin, trop bien, énorme, terrible, la classe, top, ouais, ouiii, yes
`,
};
