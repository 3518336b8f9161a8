/** Who answers: the skill first, then models in order of preference, else one honest sentence. */
import { expect, test } from 'vitest';
import type { BranchMessage } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { GenerateEvent, GenerateRequest, LanguageModel } from '../ports/language-model.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import type { AnswerPart } from './answer-part.ts';
import { type AnswerPorts, type ModelCandidate, noModelText, planAnswer } from './answer-turn.ts';
import type { Turn } from './run-turn.ts';

const user = (id: string, text: string): BranchMessage => ({
  id,
  conversationId: 'c1',
  parentId: null,
  role: 'user',
  text,
  status: 'complete',
  createdAtMs: 0,
  turnId: id,
  siblingIds: [id],
});
const userMessage = user('u1', 'Pourquoi le ciel est-il bleu ?');
const turn: Turn = {
  turnId: 't1',
  conversationId: 'c1',
  answerId: 'a1',
  userMessage,
  language: 'fr',
  mode: { kind: 'new' },
};

type Script = (request: GenerateRequest) => AsyncIterable<GenerateEvent>;

function candidate(name: string, script: Script, asked: GenerateRequest[] = []): ModelCandidate {
  const backend: LanguageModel = {
    backendId: name,
    kind: 'ollama',
    label: `server ${name}`,
    address: 'http://127.0.0.1',
    listModels: async () => [],
    describeModel: async model => ({ name: model, capabilities: ['chat'] }),
    generate: request => {
      asked.push(request);
      return script(request);
    },
    close: async () => undefined,
  };
  return { backend, model: `model-${name}`, contextTokens: 4096 };
}

const says = (...words: string[]): Script =>
  async function* () {
    for (const text of words) yield { kind: 'text', text };
    yield { kind: 'finished', reason: 'stop', promptTokens: 10, answerTokens: words.length };
  };
const fails = (before: string[], code: 'model.unreachable' | 'model.crashed'): Script =>
  async function* () {
    for (const text of before) yield { kind: 'text', text };
    throw new JarvisError(code, { backend: 'x' });
  };

async function answer(
  candidates: ModelCandidate[],
  more: Partial<AnswerPorts> = {},
  asking = turn,
  signal = new AbortController().signal,
): Promise<AnswerPart[]> {
  const ports: AnswerPorts = {
    findSkill: () => undefined,
    candidates: () => candidates,
    firstLook: async () => undefined,
    store: { openBranch: async () => [] },
    profile: () => ({ name: 'Ada', language: 'fr' }),
    ...more,
  };
  const parts: AnswerPart[] = [];
  const plan = await planAnswer(asking, ports);
  for await (const part of plan.parts(signal)) parts.push(part);
  return parts;
}

const wordsOf = (parts: AnswerPart[]) => parts.map(part => (part.kind === 'text' ? part.text : '')).join('');

test('a skill answers without any model being asked', async () => {
  const asked: GenerateRequest[] = [];
  const parts = await answer([candidate('a', says('no'), asked)], {
    findSkill: () => ({
      intent: 'time.now',
      answer: async () => ({ text: 'Il est midi.', intent: 'time.now' }),
    }),
  });
  expect(wordsOf(parts)).toBe('Il est midi.');
  expect(parts[0]).toEqual({ kind: 'by', answeredBy: { kind: 'skill', intent: 'time.now' } });
  expect(asked).toEqual([]);
});

test('without a model one honest sentence names the shortest way to one', async () => {
  const parts = await answer([]);
  expect(wordsOf(parts)).toBe(noModelText.fr);
  expect(parts[0]).toEqual({ kind: 'by', answeredBy: { kind: 'built-in', what: 'no-model' } });
});

test('the next model is asked when one fails before its first word, and the answer says who spoke', async () => {
  const parts = await answer([
    candidate('a', fails([], 'model.unreachable')),
    candidate('b', says('Diffusion.')),
  ]);
  expect(wordsOf(parts)).toBe('Diffusion.');
  const by = parts.filter(part => part.kind === 'by').at(-1);
  expect(by).toMatchObject({ answeredBy: { kind: 'model', backendLabel: 'server b', model: 'model-b' } });
});

test('after the first word nobody else takes over', async () => {
  const asked: GenerateRequest[] = [];
  const both = [candidate('a', fails(['Le '], 'model.crashed')), candidate('b', says('no'), asked)];
  await expect(answer(both)).rejects.toMatchObject({ code: 'model.crashed' });
  expect(asked).toEqual([]);
});

test('when all fail the fault of the preferred one is told', async () => {
  const both = [candidate('a', fails([], 'model.crashed')), candidate('b', fails([], 'model.unreachable'))];
  await expect(answer(both)).rejects.toMatchObject({ code: 'model.crashed' });
});

test('a cut by length, an early end and a prompt cut by the server are told', async () => {
  const cut: Script = async function* () {
    yield { kind: 'text', text: 'x' };
    yield { kind: 'finished', reason: 'length', promptTruncated: true };
  };
  const parts = await answer([candidate('a', cut)]);
  expect(parts.at(-1)).toMatchObject({ notices: ['prompt-trimmed', 'answer-cut'] });
});

test('old turns that had to go are told once in a conversation', async () => {
  const long = Array.from({ length: 40 }, (_, i) => user(`old${i}`, 'mot '.repeat(120)));
  const branch = (...extra: BranchMessage[]) => ({
    store: { openBranch: async () => [...long, ...extra] },
  });
  const first = await answer([candidate('a', says('x'))], branch());
  expect(first.at(-1)).toMatchObject({ notices: ['history-trimmed'] });
  const told: BranchMessage = { ...user('told', 'mot'), role: 'assistant', notices: ['history-trimmed'] };
  const second = await answer([candidate('a', says('x'))], branch(told));
  expect(second.at(-1)).toMatchObject({ notices: [] });
});

test('a continued answer is shown to the model and asked to go on, and no skill steps in', async () => {
  const asked: GenerateRequest[] = [];
  const continued: Turn = { ...turn, mode: { kind: 'continue', textSoFar: 'Parce que' } };
  const skill = () => ({ intent: 'time.now', answer: async () => ({ text: 'no', intent: 'time.now' }) });
  await answer([candidate('a', says(' la lumière'), asked)], { findSkill: skill }, continued);
  expect(asked[0]?.messages.slice(-2).map(m => [m.role, m.content.slice(0, 9)])).toEqual([
    ['assistant', 'Parce que'],
    ['user', 'Continue '],
  ]);
});

test('the prompt holds what stands before the words that are answered, on whichever branch they are', async () => {
  const asked: GenerateRequest[] = [];
  const before = { ...user('u0', 'earlier'), siblingIds: ['u0'] };
  const openBranch: MemoryStore['openBranch'] = async (_id, page) =>
    page?.beforeId === userMessage.id ? [before] : [];
  await answer([candidate('a', says('x'), asked)], { store: { openBranch } });
  expect(asked[0]?.messages.slice(1)).toEqual([
    { role: 'user', content: 'earlier' },
    { role: 'user', content: userMessage.text },
  ]);
});

test('a stop does not wait until every server was looked for', async () => {
  const stop = new AbortController();
  const stopped = answer([], { firstLook: () => new Promise(() => undefined) }, turn, stop.signal);
  stop.abort();
  await expect(stopped).rejects.toThrow('abort');
});

test('a turn stopped before it began does nothing any more', async () => {
  const done: string[] = [];
  const setTimer = async () => {
    done.push('timer');
    return { text: 'ok', intent: 'timer.set' };
  };
  const findSkill = () => ({ intent: 'timer.set', answer: setTimer });
  await expect(answer([], { findSkill }, turn, AbortSignal.abort())).rejects.toThrow('abort');
  expect(done).toEqual([]);
});

test('a model that counts more than was estimated is asked again with less history', async () => {
  const asked: GenerateRequest[] = [];
  const strict: Script = async function* (request) {
    if (request.messages.length > 20) throw new JarvisError('model.context-too-small', { limit: 4096 });
    yield* says('x')(request);
  };
  const old = Array.from({ length: 60 }, (_, i) => user(`old${i}`, 'mot '.repeat(30)));
  const parts = await answer([candidate('a', strict, asked)], {
    store: { openBranch: async () => [...old] },
  });
  expect(wordsOf(parts)).toBe('x');
  expect(asked).toHaveLength(2);
  expect(parts.at(-1)).toMatchObject({ notices: ['history-trimmed'] });
});

test('whom a question is for is known before anything is done', async () => {
  const done: string[] = [];
  const ports = (found: boolean): AnswerPorts => ({
    findSkill: () =>
      found ? { intent: 'timer.set', answer: async () => void done.push('timer') } : undefined,
    candidates: () => [candidate('a', says('x'))],
    firstLook: async () => void done.push('look'),
    store: { openBranch: async () => [] },
    profile: () => ({ name: 'Ada', language: 'fr' }),
  });
  expect(await planAnswer(turn, ports(true))).toMatchObject({ answeredBy: 'skill' });
  expect(await planAnswer(turn, ports(false))).toMatchObject({ answeredBy: 'model' });
  expect(done).toEqual([]);
});

test('the prompt holds what it is told to stand before words that are not on disk', async () => {
  const asked: GenerateRequest[] = [];
  const ports: AnswerPorts = {
    findSkill: () => undefined,
    candidates: () => [candidate('a', says('x'), asked)],
    firstLook: async () => undefined,
    store: { openBranch: () => Promise.reject(new Error('read')) },
    profile: () => ({ name: 'Ada', language: 'fr' }),
  };
  const plan = await planAnswer(turn, ports);
  for await (const part of plan.parts(new AbortController().signal, [user('u0', 'earlier')])) void part;
  expect(asked[0]?.messages.slice(1).map(message => message.content)).toEqual(['earlier', userMessage.text]);
});

const png = { mediaType: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
const pictured = (id: string, text: string): BranchMessage => ({
  ...user(id, text),
  images: [{ mediaType: 'image/png', byteLength: 3 }],
});
const withPicture: Turn = { ...turn, userMessage: pictured('u9', 'What is this?'), images: [png] };

test('words with a picture go to a model that sees, past every skill, with the newest pictures before them', async () => {
  const asked: GenerateRequest[] = [];
  const stored = { ...png, bytes: Uint8Array.of(9) };
  await answer(
    [{ ...candidate('a', says('A cat.'), asked), sees: true }],
    {
      findSkill: () => ({ intent: 'help', answer: async () => ({ text: 'no', intent: 'help' }) }),
      store: {
        openBranch: async () => [pictured('u1', 'old'), pictured('u2', 'newer'), user('u3', 'plain')],
      },
      images: async () => [stored],
    },
    withPicture,
  );
  expect(asked[0]?.messages.map(({ content, images }) => [content, images])).toEqual([
    [expect.any(String), undefined],
    ['old', undefined],
    ['newer', [stored]],
    ['plain', undefined],
    ['What is this?', [png]],
  ]);
});

test('a model that does not see gets the words alone', async () => {
  const asked: GenerateRequest[] = [];
  await answer([candidate('a', says('I cannot see it.'), asked)], {}, withPicture);
  expect(asked[0]?.messages.at(-1)).toEqual({ role: 'user', content: 'What is this?' });
});
