/** Makes a deb as electron-builder asks its tool fpm to, by Debian's own dpkg-deb: `trial-deb.mjs FPM-ARGUMENTS`. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const flags = new Set(['--force', '--debug']);
const lists = { '-d': 'depends', '--deb-recommends': 'recommends' };

/** `{options, depends, recommends, files}`: `files` are pairs of what lies where, and where it goes. */
export function readFpmArguments(args) {
  const read = { options: {}, depends: [], recommends: [], files: [] };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (flags.has(arg)) continue;
    if (!arg.startsWith('-')) {
      const split = arg.lastIndexOf('=');
      read.files.push([arg.slice(0, split), arg.slice(split + 1)]);
      continue;
    }
    const split = arg.startsWith('--') ? arg.indexOf('=') : -1;
    const [name, value] = split < 0 ? [arg, args[++at]] : [arg.slice(0, split), arg.slice(split + 1)];
    if (name in lists) read[lists[name]].push(value);
    else read.options[name] = value;
  }
  return read;
}

/** The control file of the package. */
export function controlText({ options, depends, recommends }) {
  const fields = {
    Package: options['--name'],
    Version: options['--version'],
    Architecture: options['--architecture'],
    Maintainer: options['--maintainer'],
    Depends: depends.join(', '),
    Recommends: recommends.join(', '),
    Section: options['--category'] ?? 'default',
    Priority: options['--deb-priority'] ?? 'optional',
    Homepage: options['--url'],
    // The first line is the summary; each other one begins with a space.
    Description: (options['--description'] ?? '').trim().replace(/\n\s*/g, '\n '),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`;
}

function build(asked) {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-deb-'));
  try {
    chmodSync(folder, 0o755);
    for (const [from, to] of asked.files) put(from, join(folder, to));
    mkdirSync(join(folder, 'DEBIAN'));
    writeFileSync(join(folder, 'DEBIAN/control'), controlText(asked));
    for (const [option, name] of [
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ]) {
      const script = asked.options[option];
      if (script === undefined) continue;
      copyFileSync(script, join(folder, 'DEBIAN', name));
      chmodSync(join(folder, 'DEBIAN', name), 0o755);
    }
    // A package that is only tried need not be small, but soon there.
    const pack = ['--root-owner-group', '-Zgzip', '-z1', '--build', folder, asked.options['--package']];
    execFileSync('dpkg-deb', pack, { stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder whose name ends in `/` gives what is in it. */
function put(from, to) {
  mkdirSync(from.endsWith('/') ? to : dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  if (!from.endsWith('/')) chmodSync(to, 0o644);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(readFpmArguments(process.argv.slice(2)));
