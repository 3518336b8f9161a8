/** What a start of the desktop program, a second one, or a `jarvis://` link asks of the one that runs. */
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { JarvisError } from '../../domain/errors.ts';
import { badOptionError } from '../bad-option.ts';
import { isForeignSwitch } from './foreign-switches.ts';

export interface ShellOrder {
  /** `ask`: `text` comes into the window's field and is sent only by the person, unless it was typed in a terminal. */
  readonly kind: 'show' | 'toggle' | 'talk' | 'ask' | 'private' | 'open' | 'quit';
  readonly text?: string;
  /** `open`: a file that was given to the program, say in a file manager. */
  readonly path?: string;
  /** A link may have come from any page: what it asks is shown and waits for the person. */
  readonly isFromLink?: boolean;
  /** Started with the computer: no window. */
  readonly hidden?: boolean;
  /** Started without voice and engines, for it crashed again and again. */
  readonly safe?: boolean;
  readonly dataDir?: string;
  /** New profiles begin in the conversation. */
  readonly noWelcome?: boolean;
}

const scheme = 'jarvis:';
const maxLinkText = 2000;

/** Throws `host.bad-option`. */
export function parseShellOrder(args: readonly string[]): ShellOrder {
  const at = args.findIndex(arg => arg.startsWith(scheme));
  // What stands behind a link came with it, from whoever wrote it.
  const { values, positionals } = parse(at < 0 ? args : args.slice(0, at));
  const start = startOf(values);
  if (at >= 0) return { ...orderOfLink(args[at] ?? ''), ...start };
  const [file] = positionals;
  return { ...(file === undefined ? kindOf(values) : orderOfFile(file)), ...start };
}

/** Once done, none of these is meant again by a program that starts itself anew. */
const wishes = /^--(?:toggle|talk|ask|private|quit)(?:=|$)/;

/** How the program was started, without what it was asked to do then: no words, no file, no link. */
export function withoutWishes(args: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg.startsWith(scheme)) break;
    // Their values are words of their own.
    if (arg === '--data-dir') kept.push(arg, args[++at] ?? '');
    else if (arg === '--ask') at += 1;
    else if (arg.startsWith('-') && !wishes.test(arg)) kept.push(arg);
  }
  return kept;
}

/** File managers give addresses or whole paths; anything else is a word that nobody knows. */
export function orderOfFile(file: string): ShellOrder {
  if (isAbsolute(file)) return { kind: 'open', path: file };
  const refused = (cause?: unknown) =>
    new JarvisError('host.bad-option', { detail: file.slice(0, 200) }, cause);
  if (!/^file:\/\/\//.test(file) || !URL.canParse(file)) throw refused();
  try {
    return { kind: 'open', path: fileURLToPath(file) };
  } catch (error) {
    // A slash or a sign that is written as a number stands for no file.
    throw refused(error);
  }
}

type Values = ReturnType<typeof parse>['values'];

/** How a program starts, should none run yet. */
function startOf(values: Values): Pick<ShellOrder, 'hidden' | 'safe' | 'noWelcome' | 'dataDir'> {
  const dataDir = values['data-dir'];
  if (dataDir === '') throw new JarvisError('host.bad-option', { detail: '--data-dir' });
  return {
    ...(values.hidden === true && { hidden: true }),
    ...(values.safe === true && { safe: true }),
    ...(values['no-welcome'] === true && { noWelcome: true }),
    ...(dataDir !== undefined && { dataDir }),
  };
}

function kindOf(values: Values): Pick<ShellOrder, 'kind' | 'text'> {
  if (values.quit === true) return { kind: 'quit' };
  if (values.private === true) return { kind: 'private' };
  if (values.talk === true) return { kind: 'talk' };
  if (values.ask !== undefined) return { kind: 'ask', text: values.ask };
  return { kind: values.toggle === true ? 'toggle' : 'show' };
}

/** `jarvis://ask?text=…`, `jarvis://toggle`, `jarvis://show`; all else only shows the window. */
function orderOfLink(link: string): ShellOrder {
  if (!URL.canParse(link)) return { kind: 'show', isFromLink: true };
  const { hostname, searchParams } = new URL(link);
  const text = searchParams.get('text')?.slice(0, maxLinkText);
  if (hostname === 'ask' && text) return { kind: 'ask', text, isFromLink: true };
  return { kind: hostname === 'toggle' ? 'toggle' : 'show', isFromLink: true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter(arg => !isForeignSwitch(arg)),
      allowPositionals: true,
      options: {
        toggle: { type: 'boolean' },
        talk: { type: 'boolean' },
        ask: { type: 'string' },
        private: { type: 'boolean' },
        quit: { type: 'boolean' },
        hidden: { type: 'boolean' },
        safe: { type: 'boolean' },
        'no-welcome': { type: 'boolean' },
        'data-dir': { type: 'string' },
      },
    });
  } catch (error) {
    throw badOptionError(error);
  }
}
