/** How somebody wants to be called: "call me Max", "tout le monde m'appelle JB"; an order in form, a fact in what it says. */
import { user } from '../entities.ts';
import { nameAt, surface } from '../name-span.ts';
import { isPunctuation } from '../tokens.ts';
import type { Draft } from './draft.ts';
import type { Clause } from './values.ts';

const noName =
  /^(?:back|later|tomorrow|today|tonight|again|when|if|at|in|on|a|an|the|un|une|le|la|demain|quand|si|plus|ce|chef|maitre|master|sir|boss|patron|majeste|god|dieu|your|votre|ton|every|tous|now|please|before|after|names?|taxi|that|ca|pour|sur|vers|to|for|about|crazy|stupid)$/;

/** At "call me", "calls me", "m'appelle" (but not "je m'appelle"), "appelle-moi". */
export function readNickname({ words, end }: Clause, at: number): Draft | undefined {
  const { tokens } = words;
  const [w, next] = [tokens[at]?.w ?? '', tokens[at + 1]?.w ?? ''];
  const isCall =
    (/^(?:call|calls)$/.test(w) && next === 'me') ||
    (/^(?:appelle|appelez|appeler)$/.test(w) && next === 'moi');
  const isCalled =
    w === 'me' && /^(?:appelle|appellent|surnomme|surnomment)$/.test(next) && tokens[at - 1]?.w !== 'je';
  if (!isCall && !isCalled) return undefined;
  const first = tokens[at + 2];
  if (!first || noName.test(first.w) || tokens[at]?.denied) return undefined;
  const named = nameAt(words, at + 2, true);
  const to = named ?? (first.isCapital ? at + 3 : undefined);
  if (to === undefined || to > end) return undefined;
  const follower = tokens[to]?.w ?? '.';
  if (
    !isPunctuation(follower) &&
    !/^(?:from|now|please|and|et|maintenant|instead|plutot|because|parce)$/.test(follower)
  )
    return undefined;
  return {
    subject: user,
    relation: 'nickname',
    value: surface(words, at + 2, to),
    confidence: 0.9,
    at,
    to,
    isRelative: true,
  };
}
