/** From a turn that is over to an episode: judged, felt, named, embedded, weighed, and kept in one transaction. */
import type { Message } from '../domain/conversation.ts';
import { detectLanguage } from '../domain/detect-language.ts';
import type { Language } from '../domain/language.ts';
import type { Affect, Episode, GateVerdict } from '../domain/memory.ts';
import { embedEpisodes } from '../ports/embed-episodes.ts';
import type { EpisodeRecord, EpisodeVectors } from '../ports/episodic-memory-store.ts';
import type { PerceivedTurn, RememberedWords } from './brain.ts';
import { isExcluded } from './brain-exclusions.ts';
import type { BrainPorts, HeardWords } from './brain-ports.ts';

/** Longer words of one message are no memory: a text that was pasted, a book. */
const longestKept = 20_000;
const known: GateVerdict = { store: false, why: 'nothing-new', facts: [] };

const heard = ({ question, provenance }: PerceivedTurn, zone: string): HeardWords => ({
  text: question.text,
  language: languageOf(question),
  provenance,
  atMs: question.createdAtMs,
  zone,
});

const languageOf = ({ language, text }: Message): Language => language ?? detectLanguage(text) ?? 'fr';

export function judgeTurn(turn: PerceivedTurn, ports: BrainPorts): GateVerdict {
  const refused = refusal(turn, ports);
  return refused ?? ports.rooms.judge(heard(turn, ports.zone()));
}

/** What needs no look at the words. */
function refusal({ question, answer }: PerceivedTurn, ports: BrainPorts): GateVerdict | undefined {
  const not = (why: GateVerdict['why']): GateVerdict => ({ store: false, why, facts: [] });
  if (ports.isPrivate() || isExcluded(question.text, ports.preferences())) return not('private');
  if (question.role !== 'user') return not('own-words');
  if (question.text.trim() === '') return not('empty');
  if (question.text.length > longestKept) return not('too-long');
  // A skill has done what the words ordered, or said what is known; only "remember" makes them a memory.
  const by = answer?.answeredBy;
  if (by?.kind === 'skill' && by.intent !== 'memory.remember') return not('command');
  return undefined;
}

export async function perceiveTurn(turn: PerceivedTurn, ports: BrainPorts): Promise<GateVerdict> {
  const { question } = turn;
  if ('siblingIds' in question)
    await hideEdited(question as Message & { siblingIds: readonly string[] }, ports);
  if ((await ports.episodic.byId(question.id)) !== undefined) return known;
  const verdict = judgeTurn(turn, ports);
  if (verdict.store) await keep(heard(turn, ports.zone()), turn, verdict, ports);
  return verdict;
}

/** Of words that were edited the newest count. */
async function hideEdited(
  { id, siblingIds }: { readonly id: string; readonly siblingIds: readonly string[] },
  { episodic }: BrainPorts,
): Promise<void> {
  const older = siblingIds.slice(0, Math.max(0, siblingIds.indexOf(id)));
  if (older.length > 0) await episodic.setHidden({ ids: older }, true);
}

/** The words behind "remember that" are the memory, and stand as facts at once. */
export async function rememberWords(asked: RememberedWords, ports: BrainPorts): Promise<GateVerdict> {
  const { question, text, language } = asked;
  const turn: PerceivedTurn = { question: { ...question, text, language }, provenance: 'user' };
  const refused = refusal(turn, ports);
  if (refused !== undefined) return refused;
  if ((await ports.episodic.byId(question.id)) !== undefined) return known;
  const words = heard(turn, ports.zone());
  const verdict = ports.rooms.judge(words);
  if (verdict.why === 'instruction') return verdict;
  const kept: GateVerdict = { ...verdict, store: true, why: 'asked-to-remember' };
  const record = await keep(words, turn, kept, ports);
  await ports.rooms.learn(kept.facts, record);
  return kept;
}

async function keep(
  words: HeardWords,
  turn: PerceivedTurn,
  verdict: GateVerdict,
  ports: BrainPorts,
): Promise<EpisodeRecord> {
  const { episodic, embedder, rooms } = ports;
  const { text, language, provenance, atMs } = words;
  const affect = rooms.affectOf(text, language);
  const [vectors = nothing(embedder.model)] = await embedEpisodes(embedder, [text]);
  const episode: Episode = {
    id: turn.question.id,
    place: placeOf(turn),
    provenance,
    speaker: 'user',
    atMs,
    text,
    language,
    affect,
    salience: await salienceOf(affect, vectors, verdict, ports),
    entities: rooms.entitiesOf(text, language),
  };
  const key = await episodic.add(episode, vectors);
  return { key, episode, recalls: 0, isConsolidated: false, isHidden: false };
}

const nothing = (model: string): EpisodeVectors => ({ model, whole: new Float32Array(), parts: [] });

const placeOf = ({ question, answer }: PerceivedTurn): Episode['place'] => ({
  conversationId: question.conversationId,
  messageId: question.id,
  turnId: question.turnId,
  ...(question.origin && { origin: question.origin }),
  ...(answer && { answerId: answer.id }),
});

/** Shares of what makes words weigh; an order to remember outweighs them all. */
const weights = { base: 0.25, arousal: 0.3, valence: 0.15, surprise: 0.2, facts: 0.1 };
const askedSalience = 0.9;

/** How firmly words are kept, 0 to 1: how much they move, how new they are, and whether the person asks for it. */
async function salienceOf(
  { arousal, valence }: Affect,
  { whole, model }: EpisodeVectors,
  { why, facts }: GateVerdict,
  { episodic }: BrainPorts,
): Promise<number> {
  const [nearest] = await episodic.findByMeaning(whole, model, 1);
  const surprise = nearest === undefined ? 1 : Math.min(1, Math.max(0, 1 - nearest.score));
  const weight =
    weights.base +
    weights.arousal * arousal +
    weights.valence * Math.abs(valence) +
    weights.surprise * surprise +
    (facts.length > 0 ? weights.facts : 0);
  return Math.min(1, why === 'asked-to-remember' ? Math.max(askedSalience, weight) : weight);
}
