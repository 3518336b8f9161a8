/** From a turn that is over to an episode: judged, felt, named, embedded, weighed, and kept in one transaction. */
import type { Message } from '../domain/conversation.ts';
import { detectLanguage } from '../domain/detect-language.ts';
import { JarvisError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import type { Language } from '../domain/language.ts';
import type { Affect, Episode, GateVerdict } from '../domain/memory.ts';
import { embedEpisodes } from '../ports/embed-episodes.ts';
import type { EpisodeRecord, EpisodeVectors } from '../ports/episodic-memory-store.ts';
import type { PerceivedTurn, RememberedWords } from './brain.ts';
import { isExcluded } from './brain-exclusions.ts';
import type { BrainPorts, HeardWords } from './brain-ports.ts';
import { salienceOf } from './limbic-affect/salience.ts';
import { embedOrNothing } from './words-alone.ts';

const known: GateVerdict = { store: false, why: 'nothing-new', facts: [] };

async function heard(
  { question, answer, provenance }: PerceivedTurn,
  ports: BrainPorts,
): Promise<HeardWords> {
  const by = answer?.answeredBy;
  return {
    text: question.text,
    language: languageOf(question),
    provenance,
    atMs: question.createdAtMs,
    zone: ports.zone(),
    context: await saidBefore(question, ports),
    ...(by?.kind === 'skill' && { intent: by.intent }),
  };
}

/** A question that is answered, or who "she" is, stands right before. */
const saidBeforeAtMost = 4;
const longestSaidBefore = 1000;

async function saidBefore(
  { id, conversationId, parentId }: Message,
  { conversations }: BrainPorts,
): Promise<readonly string[]> {
  if (parentId === null) return [];
  try {
    const page = { limit: saidBeforeAtMost, beforeId: id };
    const branch = await conversations.openBranch(conversationId, page);
    return branch.map(({ text }) => text.slice(0, longestSaidBefore));
  } catch (error) {
    // Deleted in the meantime, or never one of this program.
    if (error instanceof JarvisError && error.code === 'input.not-found') return [];
    throw error;
  }
}

const languageOf = ({ language, text }: Message): Language => language ?? detectLanguage(text) ?? 'fr';

export async function judgeTurn(turn: PerceivedTurn, ports: BrainPorts): Promise<GateVerdict> {
  return refusal(turn, ports) ?? ports.rooms.judge(await heard(turn, ports));
}

const not = (why: GateVerdict['why']): GateVerdict => ({ store: false, why, facts: [] });

/** It was read before it was made to be forgotten, and would come back now. */
async function isForgotten({ id, text }: Message, { eraser }: BrainPorts): Promise<boolean> {
  const [kept] = await eraser.messages([id]);
  return text !== '' && kept?.text === '';
}

/** What needs no look at the words. */
function refusal({ question }: PerceivedTurn, ports: BrainPorts): GateVerdict | undefined {
  const preferences = ports.preferences();
  if (ports.isPrivate() || !preferences.recall || isExcluded(question.text, preferences))
    return not('private');
  if (question.role !== 'user') return not('own-words');
  if (question.text.trim() === '') return not('empty');
  return undefined;
}

export async function perceiveTurn(turn: PerceivedTurn, ports: BrainPorts): Promise<GateVerdict> {
  const { question } = turn;
  if ('siblingIds' in question)
    await hideEdited(question as Message & { siblingIds: readonly string[] }, ports);
  if ((await ports.episodic.byId(question.id)) !== undefined) return known;
  const refused = (await isForgotten(question, ports)) ? not('empty') : refusal(turn, ports);
  if (refused !== undefined) return refused;
  const words = await heard(turn, ports);
  ports.rooms.feel(words);
  const verdict = ports.rooms.judge(words);
  if (verdict.store) await keep(words, turn, verdict, ports);
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
  if (await isKnown(question.id, text, ports)) return known;
  const words = await heard(turn, ports);
  const verdict = ports.rooms.judge(words);
  if (verdict.why === 'instruction') return verdict;
  const kept: GateVerdict = { ...verdict, store: true, why: 'asked-to-remember' };
  const record = await keep(words, turn, kept, ports);
  await ports.rooms.learn(kept.facts, record);
  return kept;
}

/** The same words, said before. */
async function isKnown(id: string, text: string, { episodic, embedder }: BrainPorts): Promise<boolean> {
  if ((await episodic.byId(id)) !== undefined) return true;
  const [whole] = (await embedOrNothing(() => embedder.embed([text]))) ?? [];
  if (whole === undefined) return false;
  const nearest = (await embedOrNothing(() => episodic.findByMeaning(whole, embedder.model, 3))) ?? [];
  const found = await episodic.read(nearest.map(({ key }) => key));
  return found.some(episode => fold(episode.text) === fold(text));
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
  const [vectors = nothing(embedder.model)] =
    (await embedOrNothing(() => embedEpisodes(embedder, [text]))) ?? [];
  const episode: Episode = {
    id: turn.question.id,
    place: placeOf(turn),
    provenance,
    speaker: 'user',
    atMs,
    text,
    language,
    affect,
    salience: await weigh(affect, vectors, verdict, ports),
    entities: rooms.entitiesOf(text, language),
  };
  const key =
    (await embedOrNothing(() => episodic.add(episode, vectors))) ??
    (await episodic.add(episode, nothing(embedder.model)));
  return { key, episode, recalls: 0, isConsolidated: false, isHidden: false };
}

/** Its vectors are made later (`embedAnew`). */
const nothing = (model: string): EpisodeVectors => ({ model, whole: new Float32Array(), parts: [] });

const placeOf = ({ question, answer }: PerceivedTurn): Episode['place'] => ({
  conversationId: question.conversationId,
  messageId: question.id,
  turnId: question.turnId,
  ...(question.origin && { origin: question.origin }),
  ...(answer && { answerId: answer.id }),
});

/** Words so near to others say the same again. */
const sameAgain = 0.95;
const lookedAt = 8;

/** How firmly words are kept: how much they move, how new they are, and whether the person asks for it. */
async function weigh(
  affect: Affect,
  { whole, model }: EpisodeVectors,
  { why }: GateVerdict,
  { episodic }: BrainPorts,
): Promise<number> {
  const near =
    whole.length === 0
      ? []
      : ((await embedOrNothing(() => episodic.findByMeaning(whole, model, lookedAt))) ?? []);
  return salienceOf({
    affect,
    surprise: 1 - Math.max(0, near[0]?.score ?? 0),
    isAskedToRemember: why === 'asked-to-remember',
    repetitions: near.filter(({ score }) => score >= sameAgain).length,
  });
}
