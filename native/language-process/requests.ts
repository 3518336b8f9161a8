/** What the core may ask of the language process, checked before the engine is touched. */
import * as z from 'zod/mini';
import { type ProgramRequest, RequestFailure } from '../frames.ts';

const toolCall = z.object({ id: z.string(), name: z.string(), arguments: z.record(z.string(), z.unknown()) });
const chatMessage = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
  toolCalls: z.optional(z.array(toolCall)),
  toolCallId: z.optional(z.string()),
  toolName: z.optional(z.string()),
});
const positive = z.int().check(z.minimum(1));

const loadRequest = z.object({
  /** What the user calls the model, for the words of an error. */
  model: z.string(),
  path: z.string(),
  /** Tokens the window must hold at least; absent: as many as fit, within reason. */
  contextTokens: z.optional(positive),
  /** At most so many; absent: one for each physical core. */
  threads: z.optional(positive),
  gpu: z.union([z.literal('auto'), z.literal(false)]),
});
const generateRequest = z.extend(loadRequest, {
  messages: z.array(chatMessage),
  temperature: z.optional(z.number().check(z.minimum(0), z.maximum(10))),
  seed: z.optional(z.int()),
  maxTokens: z.optional(positive),
  stop: z.optional(z.array(z.string().check(z.minLength(1)))),
  responseSchema: z.optional(z.record(z.string(), z.unknown())),
  think: z.optional(z.boolean()),
});

export type HistoryMessage = z.output<typeof chatMessage>;
export type LoadRequest = z.output<typeof loadRequest>;
export type GenerateRequest = z.output<typeof generateRequest>;

/** What is told while a request is worked on; `progress` only says that work goes on. */
export type GenerateNote =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thinking'; readonly text: string }
  | { readonly kind: 'progress' };

export interface GenerateOutcome {
  readonly reason: 'stop' | 'length';
  readonly promptTokens: number;
  readonly answerTokens: number;
}

export const readLoad = (request: ProgramRequest): LoadRequest => read(loadRequest, request);
export const readGenerate = (request: ProgramRequest): GenerateRequest => read(generateRequest, request);

function read<Schema extends z.ZodMiniType>(schema: Schema, { params }: ProgramRequest): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? 'params';
  throw new RequestFailure('model.refused', { detail: where }, parsed.error);
}
