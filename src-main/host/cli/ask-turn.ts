/** One turn from the command line: asks, hears the answer grow, and can stop it. */

import { type Client, ClientError } from '../../../src-preload/connect.ts';
import type { BranchMessage } from '../../domain/conversation.ts';
import { JarvisError, reportError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Language } from '../../domain/language.ts';

export interface AskedTurn {
  readonly turnId: string;
  /** The answer in its final state; rejects with ClientError when the question was not accepted or Jarvis ended. */
  readonly answer: Promise<BranchMessage>;
  stop(): Promise<void>;
}

export interface Question {
  readonly conversationId: string;
  readonly text: string;
  /** New words of the answer, each once. */
  readonly onWords: (text: string) => void;
  readonly onQueued?: () => void;
  readonly language: Language;
}

export function askTurn(
  client: Client,
  { conversationId, text, onWords, onQueued, language }: Question,
): AskedTurn {
  const turnId = newId();
  const ends: (() => void)[] = [];
  let shown = 0;
  /** What the core failed with last; it says nothing about which turn. */
  let failure: ClientError | undefined;
  const show = (whole: string): void => {
    if (whole.length > shown) onWords(whole.slice(shown));
    shown = Math.max(shown, whole.length);
  };
  const ended = new Promise<BranchMessage>((resolve, reject) => {
    ends.push(
      client.on('turn.thinking', ({ turnId: of, answer }) => of === turnId && show(answer.text)),
      client.on('turn.delta', ({ turnId: of, offset, text: words }) => {
        if (of !== turnId || offset + words.length <= shown) return;
        onWords(words.slice(Math.max(0, shown - offset)));
        shown = offset + words.length;
      }),
      client.on('turn.queued', ({ turnId: of }) => of === turnId && onQueued?.()),
      client.on('turn.ended', ({ turnId: of, message }) => {
        if (of !== turnId) return;
        // After a break of the wire the end may hold words that no event brought.
        show(message.text);
        resolve(message);
      }),
      // A turn whose end could not even be written down ends so: with a failure, and then its conversation anew.
      client.on('app.failed', report => {
        failure = new ClientError(report);
      }),
      client.on('conversation.reloaded', ({ id }) => {
        if (id === conversationId && failure !== undefined) reject(failure);
      }),
      // Taken out of the line, or deleted with its conversation, in a window.
      client.on('turn.unqueued', ({ turnId: of }) => of === turnId && reject(goneError(turnId, language))),
      client.on('conversation.deleted', ({ id }) => {
        if (id === conversationId) reject(goneError(conversationId, language));
      }),
      client.onState((state, error) => {
        if (state === 'closed') reject(error ?? new ClientError(reportError(error, language)));
      }),
    );
  });
  const asked = client.call('turn.ask', { turnId, conversationId, text, origin: 'command-line' });
  const answer = Promise.all([asked, ended])
    .then(([, message]) => message)
    .finally(() => {
      for (const end of ends) end();
    });
  return {
    turnId,
    answer,
    stop: async () => {
      await client.call('turn.stop', { turnId });
    },
  };
}

const goneError = (what: string, language: Language): ClientError =>
  new ClientError(reportError(new JarvisError('input.not-found', { what }), language));
