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
  readonly questionWords: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const factors = (...rows: readonly (readonly [number, string])[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([factor, text]) => text.split(' ').map(word => [word, factor] as const)));

const english: Modifiers = {
  negators: words('not never no nobody nothing none neither nor without hardly barely scarcely lack nowhere'),
  notNegating: words('only just because wonder doubt long'),
  comparers: words('so such this as more better that been'),
  strengtheners: factors(
    [1.3, 'very really so such too truly deeply quite pretty super mega totally highly sooo particularly especially'],
    [1.5, 'extremely incredibly absolutely completely utterly insanely terribly awfully bloody fucking freaking hella thoroughly'],
  ),
  weakeners: factors(
    [0.6, 'slightly somewhat little bit kind sort rather fairly mildly almost nearly maybe perhaps probably partly'],
  ),
  skippable: words(
    'very really so such too truly deeply quite pretty super totally completely absolutely utterly just even actually still also all already always both bloody fucking freaking damn literally honestly slightly bit completely'
  ),
  contrasts: words('but however although though yet'),
  suppositions: words('if unless would'),
  orders: words(
    'set add play call remind open turn read search show translate send write put close start find look list delete remove spell convert calculate define tell give book note switch pause cancel what when where who which'
  ),
  questionWords: words('what when where which do does did is are can could will would should how who why'),
};

const french: Modifiers = {
  negators: words('pas jamais rien personne aucun aucune sans ni nullement guere'),
  notNegating: words('seulement juste que'),
  comparers: words('aussi si autant tant plus mieux pareil meilleur'),
  strengtheners: factors(
    [1.3, 'tres trop vraiment tellement si super hyper mega grave carrement bien fort particulierement beaucoup tant vachement drolement sacrement'],
    [1.5, 'extremement incroyablement absolument completement totalement terriblement vachement ultra infiniment profondement'],
  ),
  weakeners: factors([0.6, 'peu legerement assez plutot presque moyennement peut-etre vaguement relativement']),
  skippable: words(
    'ne tres trop vraiment tellement si super hyper mega grave carrement bien tout toute completement totalement absolument juste meme encore deja toujours aussi plutot assez un peu quand franchement extremement'
  ),
  contrasts: words('mais pourtant cependant toutefois neanmoins or'),
  suppositions: words('si'),
  orders: words(
    'mets mettez ajoute ajoutez joue appelle rappelle ouvre ouvrez eteins allume lis cherche montre traduis envoie ecris ferme lance trouve liste supprime enleve retire epelle convertis calcule definis dis donne note annule arrete quel quelle quels quelles combien'
  ),
  questionWords: words('quel quelle quels quelles combien quand ou comment pourquoi est qui que'),
};

export const modifiersOf: Record<Language, Modifiers> = { en: english, fr: french };
