/** Finds who answers a turn: a built-in skill at once, else a language model in order of preference, else an honest sentence. */
import type { AnsweredBy, Message, Notice } from '../domain/conversation.ts';
import { asJarvisError, isAbort, JarvisError } from '../domain/errors.ts';
import type { SentImage } from '../domain/image.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { UsedMemory } from '../domain/memory.ts';
import type { GenerateEvent, LanguageModel } from '../ports/language-model.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { MemoryAnswer } from './answer-from-memory.ts';
import type { AnswerPart, AnswerPlan } from './answer-part.ts';
import { continueText, systemText } from './persona.ts';
import { buildPrompt, type Prompt } from './prompt.ts';
import { type Recalled, withRecalled } from './recalled.ts';
import type { Turn } from './run-turn.ts';
import { smallTalk } from './small-talk.ts';

/** A model that can be asked now. */
export interface ModelCandidate {
  readonly backend: LanguageModel;
  readonly model: string;
  /** Size of the window used for it, in tokens. */
  readonly contextTokens: number;
  /** Pictures may be shown to it. */
  readonly sees?: boolean;
}

/** A built-in skill that the words of a turn are for. */
export interface FoundSkill {
  readonly intent: string;
  /** Has its effects; undefined when, on a closer look, the words are for somebody else. */
  answer(): Promise<
    { readonly text: string; readonly intent: string; readonly recalled?: readonly UsedMemory[] } | undefined
  >;
}

export interface AnswerPorts {
  /** Without any effect; at once where the skills are loaded. Undefined when the words are for no skill. */
  readonly findSkill: (turn: Turn) => FoundSkill | undefined | Promise<FoundSkill | undefined>;
  /** Most preferred first; the next one is asked when one fails before its first word. */
  readonly candidates: () => readonly ModelCandidate[];
  /** Resolves once every back end was looked for, right after the start of the program. */
  readonly firstLook: () => Promise<void>;
  /** What the memory alone can say, where there is no model; undefined where it has nothing to say. */
  readonly fromMemory?: (turn: Turn) => Promise<MemoryAnswer | undefined>;
  readonly store: Pick<MemoryStore, 'openBranch'>;
  /** The pictures that went with a message. */
  readonly images?: (messageId: string) => Promise<readonly SentImage[]>;
  readonly profile: () => { readonly name: string; readonly language: Language };
  readonly usage?: (model: string, promptTokens: number, answerTokens: number) => void;
}

/** Room kept for the answer in the model's window, as a share and as a bound in tokens. */
const answerShare = 0.25;
const answerTokensAtMost = 1024;
/** Messages of a branch that are read for a prompt: more than any window holds; a longer history is cut anyway. */
export const branchLimit = 400;

export const noModelText: Bilingual = {
  fr: 'Pour cela il me faut un modèle de langage, et je n’en vois aucun : installez Ollama (ollama.com) puis « ollama pull llama3.2 », ou déposez un fichier GGUF sur cette fenêtre. Sans modèle, je sais déjà donner l’heure, calculer, compter à rebours, rappeler, noter et tenir des listes.',
  en: 'For that I need a language model, and I see none: install Ollama (ollama.com) and run "ollama pull llama3.2", or drop a GGUF file on this window. Without a model I can already tell the time, calculate, run timers, remind you, take notes and keep lists.',
};

/** Who answers `turn`; at once where the skills are loaded. Nothing is done or asked before the parts are read. */
export function planAnswer(turn: Turn, ports: AnswerPorts): AnswerPlan | Promise<AnswerPlan> {
  // Words with a picture are about the picture.
  const isForModel = turn.mode.kind === 'continue' || turn.userMessage.images !== undefined;
  if (isForModel) return planWith(undefined, turn, ports);
  const found = ports.findSkill(turn);
  if (found instanceof Promise) return found.then(skill => planWith(skill, turn, ports));
  return planWith(found, turn, ports);
}

const planWith = (skill: FoundSkill | undefined, turn: Turn, ports: AnswerPorts): AnswerPlan => ({
  answeredBy: skill === undefined ? 'model' : 'skill',
  ...(skill && { intent: skill.intent }),
  parts: (signal, earlier, recalled) => answerTurn(turn, { skill, earlier, recalled }, ports, signal),
});

async function* answerTurn(
  turn: Turn,
  {
    skill,
    earlier,
    recalled,
  }: {
    skill: FoundSkill | undefined;
    earlier: readonly Message[] | undefined;
    recalled: Recalled | undefined;
  },
  ports: AnswerPorts,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart> {
  // A turn stopped before it began must not set a timer any more.
  signal.throwIfAborted();
  const said = await skill?.answer();
  if (said !== undefined) {
    yield* wholeAnswer({ kind: 'skill', intent: said.intent }, said.text, said.recalled);
    return;
  }
  await Promise.race([ports.firstLook(), rejectOnAbort(signal)]);
  const candidates = ports.candidates();
  if (candidates.length === 0) {
    if (turn.mode.kind === 'continue') throw new JarvisError('model.none');
    yield* withoutModel(turn, ports, signal);
    return;
  }
  const branch = await branchOf(turn, earlier, recalled, ports.store);
  yield* askModels(turn, candidates, { branch, recalled }, ports, signal);
}

async function* withoutModel(
  turn: Turn,
  { fromMemory }: AnswerPorts,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart> {
  const word = smallTalk(turn.userMessage.text, turn.language);
  if (word !== undefined) {
    yield* wholeAnswer({ kind: 'skill', intent: 'small-talk' }, word);
    return;
  }
  const known = await fromMemory?.(turn);
  signal.throwIfAborted();
  if (known === undefined)
    yield* wholeAnswer({ kind: 'built-in', what: 'no-model' }, noModelText[turn.language]);
  else yield* wholeAnswer({ kind: 'skill', intent: known.intent }, known.text, known.recalled);
}

/** Rejects with the signal's reason; a stop does not wait for servers that are still looked for. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function* wholeAnswer(
  answeredBy: AnsweredBy,
  text: string,
  recalled: readonly UsedMemory[] = [],
): Generator<AnswerPart> {
  yield { kind: 'by', answeredBy, ...(recalled.length > 0 && { recalled }) };
  yield { kind: 'text', text };
  yield { kind: 'finished', notices: [] };
}

/** Asks one model after the other until one says its first word; from then on its faults are the answer's. */
async function* askModels(
  turn: Turn,
  candidates: readonly ModelCandidate[],
  told: Omit<Told, 'promptShare'>,
  ports: AnswerPorts,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart> {
  let failure: JarvisError | undefined;
  for (const candidate of candidates) {
    // The size of a prompt is estimated: a model that counts more than that is asked again with less history.
    for (const promptShare of [1, 0.5]) {
      let spoke = false;
      try {
        for await (const part of askModel(turn, candidate, { ...told, promptShare }, ports, signal)) {
          spoke ||= part.kind === 'text';
          yield part;
        }
        return;
      } catch (error) {
        if (signal.aborted || isAbort(error) || spoke) throw error;
        const known = asJarvisError(error);
        // The first one's fault is told: it is the model that the user chose.
        failure ??= known;
        if (known.code !== 'model.context-too-small') break;
      }
    }
  }
  throw failure ?? new JarvisError('model.none');
}

/** The branch up to the user message that is answered, be it the active one or not. */
async function branchOf(
  { conversationId, userMessage }: Turn,
  earlier: readonly Message[] | undefined,
  recalled: Recalled | undefined,
  store: AnswerPorts['store'],
): Promise<readonly Message[]> {
  const page = { limit: branchLimit, beforeId: userMessage.id };
  // The user message carries what was added to it in this turn, which the one on disk may lack.
  return [
    ...(earlier ?? (await store.openBranch(conversationId, page))),
    withRecalled(userMessage, recalled),
  ];
}

/** What a model is asked with. */
interface Told {
  readonly branch: readonly Message[];
  readonly recalled: Recalled | undefined;
  readonly promptShare: number;
}

async function* askModel(
  turn: Turn,
  candidate: ModelCandidate,
  { branch, recalled, promptShare }: Told,
  ports: AnswerPorts,
  signal: AbortSignal,
): AsyncGenerator<AnswerPart> {
  const { backend, model, contextTokens } = candidate;
  const answerTokens = Math.min(answerTokensAtMost, Math.floor(contextTokens * answerShare));
  const { name, language } = ports.profile();
  const images = candidate.sees === true ? await shownImages(turn, branch, ports) : undefined;
  const prompt = buildPrompt({
    systemText: systemText(language, name),
    branch,
    contextTokens: Math.floor(contextTokens * promptShare),
    answerTokens,
    tail: continuation(turn),
    ...(images && { images }),
  });
  yield {
    kind: 'by',
    answeredBy: { kind: 'model', backendId: backend.backendId, backendLabel: backend.label, model },
    ...(recalled !== undefined && recalled.used.length > 0 && { recalled: recalled.used }),
  };
  const request = { model, messages: prompt.messages, options: { contextTokens } };
  for await (const event of backend.generate(request, signal)) {
    if (event.kind === 'text') yield { kind: 'text', text: event.text };
    else if (event.kind === 'finished') yield finishedPart(event, prompt, branch, model, ports);
  }
}

/** Of the newest messages that have any. */
const mostShownMessages = 2;

async function shownImages(
  { userMessage, images }: Turn,
  branch: readonly Message[],
  { images: stored }: AnswerPorts,
): Promise<ReadonlyMap<string, readonly SentImage[]>> {
  const shown = branch.filter(message => message.images !== undefined).slice(-mostShownMessages);
  const read = async ({ id }: Message): Promise<readonly [string, readonly SentImage[]]> =>
    images !== undefined && id === userMessage.id ? [id, images] : [id, (await stored?.(id)) ?? []];
  return new Map(await Promise.all(shown.map(read)));
}

function continuation(turn: Turn): { role: 'assistant' | 'user'; content: string }[] {
  if (turn.mode.kind === 'new' || turn.mode.textSoFar.trim() === '') return [];
  return [
    { role: 'assistant', content: turn.mode.textSoFar },
    { role: 'user', content: continueText[turn.language] },
  ];
}

function finishedPart(
  event: Extract<GenerateEvent, { kind: 'finished' }>,
  prompt: Prompt,
  branch: readonly Message[],
  model: string,
  ports: AnswerPorts,
): AnswerPart {
  const { promptTokens, answerTokens } = event;
  ports.usage?.(model, promptTokens ?? 0, answerTokens ?? 0);
  const toldBefore = branch.some(message => message.notices?.includes('history-trimmed'));
  const notices: Notice[] = [];
  if (prompt.trimmedTurns > 0 && !toldBefore) notices.push('history-trimmed');
  if (event.promptTruncated === true) notices.push('prompt-trimmed');
  if (event.reason === 'length') notices.push('answer-cut');
  if (event.reason === 'early') notices.push('stream-ended-early');
  return {
    kind: 'finished',
    notices,
    usage: {
      ...(promptTokens !== undefined && { promptTokens }),
      ...(answerTokens !== undefined && { answerTokens }),
    },
  };
}
