/** Begins the answer to words that are not on disk yet: what the turn will be, who answers, and what stands before. */
import type { BranchMessage, Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { NewUserMessage } from '../ports/memory-store.ts';
import type { AnswerPart, AnswerPlan } from './answer-part.ts';
import { branchLimit } from './answer-turn.ts';
import type { PreparedAnswer } from './draft.ts';
import { EarlyAnswer } from './early-answer.ts';
import { promptContext } from './persona.ts';
import { type RecallPorts, recallFor, withRecalled } from './recalled.ts';
import type { Turn } from './run-turn.ts';
import type { AskInput, TurnsPorts } from './turn-ports.ts';
import { TurnTimes } from './turn-times.ts';

type Ports = Pick<TurnsPorts, 'store' | 'clock' | 'zone' | 'detectLanguage' | 'profileLanguage'> &
  RecallPorts;

/** The turn as it would be if the words were accepted now; where they stand is known only then. */
export function newTurn(input: AskInput, ports: Ports): Turn {
  const { turnId, conversationId, text, origin, images = [] } = input;
  const createdAtMs = ports.clock.nowMs();
  const language = ports.detectLanguage(text) ?? ports.profileLanguage();
  const userMessage: Message = {
    id: newId(),
    conversationId,
    parentId: null,
    role: 'user',
    text,
    status: 'complete',
    createdAtMs,
    turnId,
    language,
    origin,
    promptContext: promptContext(createdAtMs, ports.zone(), language),
    ...(images.length > 0 && {
      images: images.map(({ mediaType, bytes }) => ({ mediaType, byteLength: bytes.length })),
    }),
  };
  const times = new TurnTimes(ports.clock);
  const turn = { turnId, conversationId, answerId: newId(), userMessage, language, times };
  return { ...turn, mode: { kind: 'new' }, ...(images.length > 0 && { images }) };
}

/**
 * An answer of which it is not known yet who gives it; nothing is done for it before it is read, and by then the words
 * are on disk.
 */
export const answerOf = (
  turn: Turn,
  plan: () => AnswerPlan | Promise<AnswerPlan>,
  ports: Pick<Ports, 'store'> & RecallPorts,
): EarlyAnswer =>
  new EarlyAnswer(async function* (signal) {
    const planned = await plan();
    const recalled = planned.answeredBy === 'model' ? await timedRecall(turn, ports) : undefined;
    if (recalled !== undefined) await ports.store.setMemoryContext(turn.userMessage.id, recalled.block);
    yield* timed(turn, planned.parts(signal, undefined, recalled));
  });

const timed = ({ times }: Turn, parts: AsyncIterable<AnswerPart>): AsyncIterable<AnswerPart> =>
  times === undefined ? parts : times.watching(parts);

const timedRecall = (turn: Turn, ports: RecallPorts): ReturnType<typeof recallFor> => {
  const recall = () => recallFor(turn, ports);
  return turn.times === undefined ? recall() : turn.times.recalling(recall);
};

/** A model is asked at once; a skill has effects, and waits until its answer is begun. */
export async function prepareAnswer(
  input: AskInput,
  turn: Turn,
  plan: AnswerPlan,
  ports: Ports,
): Promise<PreparedAnswer> {
  const { answeredBy } = plan;
  if (answeredBy === 'skill')
    return { turn, answeredBy, answer: new EarlyAnswer(stop => timed(turn, plan.parts(stop))) };
  const [earlier, recalled] = await Promise.all([messagesBefore(input, ports), timedRecall(turn, ports)]);
  const answer = new EarlyAnswer(stop => timed(turn, plan.parts(stop, earlier, recalled)));
  answer.begin();
  const told = { ...turn, userMessage: withRecalled(turn.userMessage, recalled) };
  return { turn: told, answeredBy, answer, parentId: earlier.at(-1)?.id ?? null };
}

/** Brings the words to disk, and with them, in one go, the place of an answer that a model works on already. */
export async function storeQuestion(
  { turn, answeredBy }: PreparedAnswer,
  parent: NewUserMessage['parent'],
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
): Promise<{ question: BranchMessage; turn: Turn }> {
  const { userMessage } = turn;
  const { id, turnId, conversationId, text, createdAtMs, language, memoryContext } = userMessage;
  const context = userMessage.promptContext;
  const message = {
    ...{ id, turnId, conversationId, parent, text, createdAtMs },
    origin: userMessage.origin ?? 'typed',
    ...(language && { language }),
    ...(context !== undefined && { promptContext: context }),
    ...(memoryContext !== undefined && { memoryContext }),
    ...(turn.images && { images: turn.images }),
  };
  if (answeredBy === 'skill') {
    const question = await store.appendUserMessage(message);
    return { question, turn: { ...turn, userMessage: question } };
  }
  const { question, answer } = await store.acceptTurn(message, {
    id: turn.answerId,
    createdAtMs: clock.nowMs(),
  });
  return { question, turn: { ...turn, userMessage: question, mode: { kind: 'new', begun: answer } } };
}

/** Has the store read what the next prompt of this conversation will be made of, so that it is at hand then. */
export function readAhead(conversationId: string, store: Ports['store']): void {
  store.openBranch(conversationId, { limit: branchLimit }).catch(() => {
    // A new conversation has nothing yet; any other fault is met, and told, by the turn itself.
  });
}

/** Whether the model was told what it would be told now. */
export function isCurrent({ turn: { userMessage } }: PreparedAnswer, input: AskInput, ports: Ports): boolean {
  const now = newTurn(input, ports).userMessage;
  return now.language === userMessage.language && now.promptContext === userMessage.promptContext;
}

async function messagesBefore(
  { conversationId, edits }: AskInput,
  { store }: Ports,
): Promise<readonly Message[]> {
  try {
    const page = { limit: branchLimit, ...(edits !== undefined && { beforeId: edits }) };
    return await store.openBranch(conversationId, page);
  } catch (error) {
    // A new conversation begins with these words. A deleted one takes none, as the store will say.
    if (edits === undefined && error instanceof JarvisError && error.code === 'input.not-found') return [];
    throw error;
  }
}
