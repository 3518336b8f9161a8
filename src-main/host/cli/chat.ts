/** `jarvis chat`: a conversation in the terminal. Ctrl-C stops the answer; where nothing is said, it leaves. */
import { createInterface, type Interface } from 'node:readline';
import { type Client, ClientError } from '../../../src-preload/connect.ts';
import { newId } from '../../domain/id.ts';
import type { Bilingual } from '../../domain/language.ts';
import { type AskedTurn, askTurn } from './ask-turn.ts';
import { type CliCommand, type CommandContext, onlyOptions, say } from './command.ts';
import { findModel } from './models.ts';
import { errorLines, toReport } from './report.ts';

const words = {
  greeting: {
    fr: 'Écrivez, puis Entrée. Ctrl-C arrête la réponse, puis quitte ; /new commence une autre conversation.',
    en: 'Write, then Enter. Ctrl-C stops the answer, then leaves; /new begins another conversation.',
  },
  begun: { fr: 'Nouvelle conversation.', en: 'New conversation.' },
  stopped: { fr: '(arrêté)', en: '(stopped)' },
  rang: { fr: 'Minuteur : {label}', en: 'Timer: {label}' },
} satisfies Record<string, Bilingual>;

export const chatCommand: CliCommand = {
  run: async (args, context) => {
    const values = onlyOptions(args, {
      model: { type: 'string', short: 'm' },
      conversation: { type: 'string', short: 'c' },
    });
    const client = await context.access.open();
    if (values.model !== undefined) {
      const models = await client.call('model.list', { refresh: true });
      await client.call('model.use', findModel(models, values.model));
    }
    return new Chat(client, values.conversation ?? newId(), context).run();
  },
};

class Chat {
  readonly #client: Client;
  readonly #context: CommandContext;
  #conversationId: string;
  #turn: AskedTurn | undefined;
  #isLeaving = false;

  constructor(client: Client, conversationId: string, context: CommandContext) {
    this.#client = client;
    this.#conversationId = conversationId;
    this.#context = context;
  }

  async run(): Promise<number> {
    const { terminal } = this.#context;
    const isTalk = terminal.stdin.isTTY === true && terminal.stdout.isTTY === true;
    const lines = createInterface({
      input: terminal.stdin,
      ...(isTalk && { output: terminal.stdout }),
      terminal: isTalk,
      prompt: isTalk ? `${terminal.styled('bold', '›')} ` : '',
    });
    if (isTalk) terminal.line(terminal.styled('dim', say(words.greeting, this.#context)));
    let isClosed = false;
    lines.once('close', () => {
      isClosed = true;
    });
    const ends = this.#listen(lines);
    lines.prompt();
    try {
      for await (const line of lines) {
        if (line.trim() === '/quit') break;
        await this.#answerLine(line.trim());
        if (this.#isLeaving || terminal.gone.aborted) break;
        // Lines that were piped in are still answered after the last of them was read.
        if (isTalk && !isClosed) lines.prompt();
      }
    } finally {
      for (const end of ends) end();
      lines.close();
    }
    return 0;
  }

  #listen(lines: Interface): (() => void)[] {
    const { terminal, onInterrupt } = this.#context;
    const interrupted = (wish: 'stop' | 'end'): void => {
      if (this.#turn) this.#stop(this.#turn);
      if (this.#turn && wish === 'stop') return;
      this.#isLeaving = true;
      lines.close();
    };
    lines.on('SIGINT', () => interrupted('stop'));
    const rang = ({ label }: { label: string }): void => {
      terminal.remark(`\u0007⏰ ${say(words.rang, this.#context).replace('{label}', () => label)}`);
    };
    return [onInterrupt(interrupted), this.#client.on('timer.rang', rang)];
  }

  #stop(turn: AskedTurn): void {
    turn.stop().catch((error: unknown) => this.#tell(error));
  }

  async #answerLine(line: string): Promise<void> {
    const { terminal, language } = this.#context;
    if (line === '') return;
    if (line === '/new') {
      this.#conversationId = newId();
      terminal.remark(say(words.begun, this.#context));
      return;
    }
    const turn = askTurn(this.#client, {
      conversationId: this.#conversationId,
      text: line,
      language,
      onWords: text => terminal.write(text),
    });
    this.#turn = turn;
    try {
      const { text, status, error } = await turn.answer;
      if (!text.endsWith('\n')) terminal.line();
      if (status === 'stopped') terminal.remark(say(words.stopped, this.#context));
      if (error) terminal.remark(errorLines(error));
    } catch (error) {
      // A refused message ends neither the talk nor the program; a lost core does.
      this.#tell(error);
      if (error instanceof ClientError && error.report.stage === 'wire') throw error;
    } finally {
      this.#turn = undefined;
    }
  }

  #tell(error: unknown): void {
    this.#context.terminal.remark(errorLines(toReport(error, this.#context.language)));
  }
}
