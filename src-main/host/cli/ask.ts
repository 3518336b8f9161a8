/** `jarvis ask`: one question, its answer, and an exit status. */

import type { Client } from '../../../src-preload/connect.ts';
import { maxTurnLength } from '../../../src-preload/contract.ts';
import type { BranchMessage } from '../../domain/conversation.ts';
import { JarvisError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { askTurn } from './ask-turn.ts';
import { type CliCommand, type CommandContext, parseOptions } from './command.ts';
import { findModel } from './models.ts';
import { remarkWherePrivateEnds } from './private-remark.ts';
import { errorLines } from './report.ts';
import { hasPipedInput, readInput } from './standard-input.ts';

/** As a shell says it for a program ended by Ctrl-C. */
const interruptedStatus = 130;

export const askCommand: CliCommand = {
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, {
      json: { type: 'boolean' },
      model: { type: 'string', short: 'm' },
      conversation: { type: 'string', short: 'c' },
    });
    const text = await readQuestion(positionals, context);
    const client = await context.access.open();
    const restore = await chooseModel(client, values.model);
    const question = { text, conversationId: values.conversation ?? newId(), asJson: values.json ?? false };
    try {
      return await answer(client, question, context);
    } finally {
      await restore();
    }
  },
};

/** The words given, with what is piped in below them; what is piped in alone where there are none, or only `-`. */
async function readQuestion(positionals: readonly string[], { terminal }: CommandContext): Promise<string> {
  const words = positionals.join(' ').trim();
  const hasWords = words !== '' && words !== '-';
  const isPiped = hasWords ? hasPipedInput(terminal) : !terminal.stdin.isTTY;
  const piped = isPiped ? (await readInput(terminal, maxTurnLength)).trim() : '';
  const text = [hasWords ? words : '', piped].filter(Boolean).join('\n\n');
  if (text === '') throw new JarvisError('input.empty');
  return text;
}

/** Chooses a model for this question; what was chosen before is chosen again by the function returned. */
async function chooseModel(client: Client, wanted: string | undefined): Promise<() => Promise<void>> {
  if (wanted === undefined) return async () => undefined;
  const models = await client.call('model.list', { refresh: true });
  await client.call('model.use', findModel(models, wanted));
  const before = models.chosen;
  return async () => {
    if (before) await client.call('model.use', before);
  };
}

interface AskedQuestion {
  readonly text: string;
  readonly conversationId: string;
  readonly asJson: boolean;
}

async function answer(client: Client, question: AskedQuestion, context: CommandContext): Promise<number> {
  const { terminal, language } = context;
  const { text, conversationId, asJson } = question;
  const turn = askTurn(client, {
    conversationId,
    text,
    language,
    onWords: asJson ? () => undefined : words => terminal.write(words),
  });
  const stop = (): void => {
    // That it had ended by then is no fault; any other one comes with the answer.
    turn.stop().catch(() => undefined);
  };
  const stopListening = context.onInterrupt(stop);
  terminal.gone.addEventListener('abort', stop);
  try {
    const message = await turn.answer;
    if (asJson) terminal.line(JSON.stringify(summary(message, conversationId)));
    else if (message.text !== '' && !message.text.endsWith('\n')) terminal.line();
    await remarkWherePrivateEnds(client, context);
    return statusOf(message, context);
  } finally {
    stopListening();
    terminal.gone.removeEventListener('abort', stop);
  }
}

function statusOf({ status, error }: BranchMessage, { terminal }: CommandContext): number {
  if (error) terminal.remark(errorLines(error));
  if (status === 'stopped') return interruptedStatus;
  return status === 'complete' ? 0 : 1;
}

function summary(message: BranchMessage, conversationId: string) {
  const { turnId, id, text, status, language, answeredBy, usage, notices, error } = message;
  return {
    conversationId,
    turnId,
    messageId: id,
    answer: text,
    status,
    language,
    answeredBy,
    usage,
    notices,
    error,
  };
}
