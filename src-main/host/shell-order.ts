/** What a start of the desktop program, a second one, or a `jarvis://` link asks of the one that runs. */
import { parseArgs } from 'node:util';
import { JarvisError } from '../domain/errors.ts';
import { badOptionError } from './bad-option.ts';

export interface ShellOrder {
  /** `ask`: `text` comes into the window's field and is sent only by the person, unless it was typed in a terminal. */
  readonly kind: 'show' | 'toggle' | 'ask' | 'private' | 'quit';
  readonly text?: string;
  /** A link may have come from any page: what it asks is shown and waits for the person. */
  readonly isFromLink?: boolean;
  /** Started with the computer: no window. */
  readonly hidden?: boolean;
  readonly dataDir?: string;
  /** New profiles begin in the conversation. */
  readonly noWelcome?: boolean;
}

const scheme = 'jarvis:';
const maxLinkText = 2000;

/** Throws `host.bad-option`. */
export function parseShellOrder(args: readonly string[]): ShellOrder {
  const link = args.find(arg => arg.startsWith(scheme));
  if (link !== undefined) return orderOfLink(link);
  const { values } = parse(args);
  const dataDir = values['data-dir'];
  if (dataDir === '') throw new JarvisError('host.bad-option', { detail: '--data-dir' });
  return {
    ...kindOf(values),
    ...(values.hidden === true && { hidden: true }),
    ...(values['no-welcome'] === true && { noWelcome: true }),
    ...(dataDir !== undefined && { dataDir }),
  };
}

function kindOf(values: ReturnType<typeof parse>['values']): Pick<ShellOrder, 'kind' | 'text'> {
  if (values.quit === true) return { kind: 'quit' };
  if (values.private === true) return { kind: 'private' };
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
        ask: { type: 'string' },
        private: { type: 'boolean' },
        quit: { type: 'boolean' },
        hidden: { type: 'boolean' },
        'no-welcome': { type: 'boolean' },
        'data-dir': { type: 'string' },
      },
    });
  } catch (error) {
    throw badOptionError(error);
  }
}
