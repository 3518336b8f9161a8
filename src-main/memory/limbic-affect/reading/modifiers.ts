/** Words that turn, strengthen, weaken or suspend what is said around them. */
import type { Language } from '../../../domain/language.ts';

interface Modifiers {
  /** They turn what follows (and in French the verb before "pas"). */
  readonly negators: ReadonlySet<string>;
  /** Word after a negator that keeps it from turning anything: "not only". */
  readonly notNegating: ReadonlySet<string>;
  /** "never been SO happy": the negation praises. */
  readonly comparers: ReadonlySet<string>;
  readonly strengtheners: ReadonlyMap<string, number>;
  readonly weakeners: ReadonlyMap<string, number>;
  /** They may stand inside any expression. */
  readonly skippable: ReadonlySet<string>;
  /** What follows weighs more than what came before. */
  readonly contrasts: ReadonlySet<string>;
  /** The feeling is supposed, not had: "if I were happy". */
  readonly suppositions: ReadonlySet<string>;
  /** First words of an order to the assistant: its object is not felt. */
  readonly orders: ReadonlySet<string>;
  /** First words of a question for information. */
  readonly questionWords: ReadonlySet<string>;
  /** What may stand before an order or a question. */
  readonly courtesies: ReadonlySet<string>;
  /** A new clause begins with them: no negation reaches over them. */
  readonly openers: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const factors = (...rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([factor, text]) => text.split(' ').map(word => [word, factor] as const)));

const english: Modifiers = {
  negators: words('not never no nobody nothing none neither nor without hardly barely scarcely lack nowhere'),
  notNegating: words('only just because wonder doubt long'),
  comparers: words('so such this as more better that been'),
  strengtheners: factors(
    [
      1.3,
      'very really so such too truly deeply quite pretty super mega totally highly sooo particularly especially',
    ],
    [
      1.5,
      'extremely incredibly absolutely completely utterly insanely terribly awfully bloody fucking freaking hella thoroughly',
    ],
  ),
  weakeners: factors([
    0.6,
    'slightly somewhat little bit kind sort rather fairly mildly almost nearly maybe perhaps probably partly',
  ]),
  skippable: words(
    'very really so such too truly deeply quite pretty super totally completely absolutely utterly just even actually still also all already always both bloody fucking freaking damn literally honestly slightly bit completely',
  ),
  contrasts: words('but however although though yet'),
  suppositions: words('if unless would'),
  orders: words(
    'set add play call remind open turn read search show translate send write put close start find look list delete remove spell convert calculate define tell give book note switch pause cancel summarise summarize explain describe make create help give forget program schedule remember jot bear count',
  ),
  questionWords: words('what when where which who do does did is are how why has have was were'),
  courtesies: words('jarvis hey hi hello ok okay please can could would will you and so'),
  openers: words('they he she we because when while who until since'),
};

const french: Modifiers = {
  negators: words('pas jamais rien personne aucun aucune sans ni nullement guere'),
  notNegating: words('seulement juste que arret cesse arreter doute blague dire'),
  comparers: words('aussi si autant tant plus mieux pareil meilleur'),
  strengtheners: factors(
    [
      1.3,
      'tres trop vraiment tellement si super hyper mega grave carrement bien fort particulierement beaucoup tant vachement drolement sacrement',
    ],
    [
      1.5,
      'extremement incroyablement absolument completement totalement terriblement vachement ultra infiniment profondement',
    ],
  ),
  weakeners: factors([
    0.6,
    'peu legerement assez plutot presque moyennement peut-etre vaguement relativement',
  ]),
  skippable: words(
    'ne tres trop vraiment tellement si super hyper mega grave carrement bien tout toute completement totalement absolument juste meme encore deja toujours aussi plutot assez un peu quand franchement extremement',
  ),
  contrasts: words('mais pourtant cependant toutefois neanmoins or'),
  suppositions: words('si'),
  orders: words(
    'mets mettez ajoute ajoutez joue appelle rappelle ouvre ouvrez eteins allume lis cherche montre traduis envoie ecris ferme lance trouve liste supprime enleve retire epelle convertis calcule definis dis donne note annule resume redige explique corrige invente cree programme fais aide prends coche efface affiche notez memorise retiens inscris demarre vire raconte crees garde',
  ),
  questionWords: words('quel quelles quels quand ou comment pourquoi combien qui que est'),
  courtesies: words('jarvis hey salut bonjour ok se te vous plait peux pourrais pouvez tu et dis a'),
  openers: words('parce car quand puisque lorsque pour afin depuis'),
};

export const modifiersOf: Record<Language, Modifiers> = { en: english, fr: french };
