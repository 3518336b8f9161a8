/** What a start of the desktop program, a second one, or a `jarvis://` link asks of the one that runs. */
import { parseArgs } from 'node:util';
import { JarvisError } from '../../domain/errors.ts';
import { badOptionError } from '../bad-option.ts';

export interface ShellOrder {
  /** `ask`: `text` comes into the window's field and is sent only by the person, unless it was typed in a terminal. */
  readonly kind: 'show' | 'toggle' | 'talk' | 'ask' | 'private' | 'quit';
  readonly text?: string;
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
  const values = parse(at < 0 ? args : args.slice(0, at)).values;
  const start = startOf(values);
  return at < 0 ? { ...kindOf(values), ...start } : { ...orderOfLink(args[at] ?? ''), ...start };
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
      // Switches of Chromium may stand among ours.
      args: args.filter(arg => !/^--(?:no-sandbox|inspect|remote-debugging-port|original-process)/.test(arg)),
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
