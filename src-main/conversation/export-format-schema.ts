/** What an export file may hold: shapes and bounds. */
import * as z from 'zod/mini';
import type { Conversation, Message } from '../domain/conversation.ts';

/** Checks at compile time that a schema yields exactly what the domain type says. */
const matching =
  <Domain>() =>
  <Schema extends z.ZodMiniType<Domain>>(schema: Schema): Schema =>
    schema;

const id = z.string().check(z.minLength(1), z.maxLength(64));
const timeMs = z.number().check(z.minimum(-8.64e15), z.maximum(8.64e15));
const count = z.number().check(z.minimum(0));
const word = z.string().check(z.maxLength(500));
const sentence = z.string().check(z.maxLength(10_000));

const answeredBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('skill'), intent: word }),
  z.object({ kind: z.literal('model'), backendId: word, backendLabel: word, model: word }),
  z.object({ kind: z.literal('built-in'), what: z.literal('no-model') }),
]);

const errorReport = z.object({
  stage: z.enum([
    'input',
    'store',
    'secret',
    'model',
    'speech',
    'memory',
    'wire',
    'host',
    'skill',
    'import',
    'settings',
  ]),
  code: word,
  message: sentence,
  hint: sentence,
  retryable: z.boolean(),
});

/** A message without its place: Markdown knows that from the order. */
export const messageParts = {
  id,
  turnId: id,
  role: z.enum(['user', 'assistant']),
  status: z.enum(['complete', 'streaming', 'interrupted', 'stopped', 'failed', 'unanswered']),
  createdAtMs: timeMs,
  language: z.exactOptional(z.enum(['fr', 'en'])),
  origin: z.exactOptional(z.enum(['typed', 'spoken', 'command-line'])),
  answeredBy: z.exactOptional(answeredBy),
  usage: z.exactOptional(
    z.object({ promptTokens: z.exactOptional(count), answerTokens: z.exactOptional(count) }),
  ),
  error: z.exactOptional(errorReport),
  promptContext: z.exactOptional(sentence),
  notices: z.exactOptional(
    z
      .array(
        z.enum(['history-trimmed', 'prompt-trimmed', 'answer-cut', 'stream-ended-early', 'cut-by-speech']),
      )
      .check(z.maxLength(16)),
  ),
};

const message = matching<Message>()(
  z.object({
    ...messageParts,
    conversationId: id,
    parentId: z.nullable(id),
    text: z.string().check(z.maxLength(16 * 1024 * 1024)),
  }),
);

export const conversation = matching<Conversation>()(
  z.object({
    id,
    title: z.string().check(z.maxLength(1000)),
    createdAtMs: timeMs,
    updatedAtMs: timeMs,
    messageCount: count,
  }),
);

export const jsonExport = z.object({
  format: z.literal('jarvis-export'),
  version: z.literal(1),
  conversations: z
    .array(
      z.object({
        conversation,
        messages: z.array(message).check(z.maxLength(1_000_000)),
        headMessageId: z.nullable(id),
      }),
    )
    .check(z.maxLength(100_000)),
});
