/** Switches of Chromium, Electron and Node, which read the same command line as the program that they carry. */

/**
 * Nobody has a list of them all, and those who read them pass over what they do not know: they are told by their first
 * word. Launchers, wrappers of distributions and the system itself add some, before or among our own.
 */
const families: ReadonlySet<string> = new Set([
  ...[
    'allow',
    'audio',
    'auth',
    'autoplay',
    'blink',
    'crash',
    'debug',
    'default',
    'device',
    'diagnostic',
    'disable',
  ],
  ...['disk', 'dns', 'dump', 'enable', 'experimental', 'force', 'gl', 'gpu', 'gtk', 'high', 'host', 'ignore'],
  ...[
    'inspect',
    'isolate',
    'js',
    'lang',
    'log',
    'media',
    'original',
    'ozone',
    'password',
    'process',
    'proxy',
  ],
  ...[
    'remote',
    'renderer',
    'screen',
    'secure',
    'site',
    'throw',
    'touch',
    'trace',
    'ui',
    'unsafely',
    'use',
    'user',
  ],
  ...['v', 'vmodule', 'wayland', 'webrtc', 'xdg', 'zygote'],
]);

/** Ours has one that begins with the same word. */
const negations: ReadonlySet<string> = new Set([
  ...['no-default-browser-check', 'no-deprecation', 'no-experimental-global-navigator', 'no-first-run'],
  ...['no-proxy-server', 'no-sandbox', 'no-stdio-init', 'no-warnings', 'no-zygote', 'no-zygote-sandbox'],
]);

/** A value of theirs stands in the same argument, behind `=`. */
export function isForeignSwitch(arg: string): boolean {
  const [, name = '', first = ''] = /^--(([a-z\d]+)[\w-]*)(?:=|$)/.exec(arg) ?? [];
  return families.has(first) || negations.has(name);
}
