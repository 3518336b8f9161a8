/** Signs what a folder of packages offers: one manifest a channel and system, or a new key. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  isKeyId,
  manifestName,
  readEnvelope,
  readManifest,
  writeManifest,
} from '../src-main/adapters/updates/manifest-format.ts';
import {
  checkSignatures,
  publicHalf,
  readPrivateKey,
  signManifest,
} from '../src-main/adapters/updates/update-keys.ts';
import {
  type PackageKind,
  type UpdateChannel,
  type UpdateFile,
  type UpdateKey,
  type UpdateManifest,
  type UpdatePlatform,
  updateChannels,
} from '../src-main/domain/update.ts';
import { checkPublishable } from './package/publishable.mjs';

const usage = `node scripts/sign-update.mjs FOLDER [options]     signs the packages in FOLDER; the key is in JARVIS_UPDATE_KEY
  --version V          default: package.json's
  --channel NAME       stable | beta; default: beta for a pre-release, else stable
  --sequence N         higher than any before; default: minutes since 1970
  --staged PERCENT     default 100
  --days N             how long it is valid; default 90
  --notes FILE         Markdown, with the parts "## Français" and "## English"
  --minimum-version V  --minimum-system RELEASE
  --introduce FILE     JSON [{id, publicKey}]: keys that are trusted from now on
  --revoke ID          may be given several times
  --new-key ID         makes a key: the private half is printed, the public half goes to resources/updates.json
  --keys FILE          in place of resources/updates.json`;

const root = fileURLToPath(new URL('..', import.meta.url));
const updatesFile = join(root, 'resources/updates.json');
interface UpdatesFile {
  readonly address: string;
  readonly keys: readonly UpdateKey[];
  readonly revoked: readonly string[];
}
const readUpdates = (path: string): UpdatesFile => JSON.parse(readFileSync(path, 'utf8'));

const options = {
  version: { type: 'string' },
  channel: { type: 'string' },
  sequence: { type: 'string' },
  staged: { type: 'string', default: '100' },
  days: { type: 'string', default: '90' },
  notes: { type: 'string' },
  'minimum-version': { type: 'string' },
  'minimum-system': { type: 'string' },
  introduce: { type: 'string' },
  revoke: { type: 'string', multiple: true },
  'new-key': { type: 'string' },
  keys: { type: 'string', default: updatesFile },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];
const parse = () => parseArgs({ options, allowPositionals: true });

/** The file of a package tells what it is for. */
const kinds: readonly {
  readonly end: RegExp;
  readonly kind: PackageKind;
  readonly platform: UpdatePlatform;
}[] = [
  { end: /\.AppImage$/, kind: 'appimage', platform: 'linux' },
  { end: /\.deb$/, kind: 'deb', platform: 'linux' },
  { end: /\.rpm$/, kind: 'rpm', platform: 'linux' },
  { end: /-win-[a-z0-9_]+\.exe$/, kind: 'nsis', platform: 'win32' },
  { end: /-mac-[a-z0-9_]+\.zip$/, kind: 'zip', platform: 'darwin' },
];

/** As packages name it, and as Node does; what serves both kinds of Mac is offered to both. */
const archs: Readonly<Record<string, readonly string[]>> = {
  x64: ['x64'],
  x86_64: ['x64'],
  amd64: ['x64'],
  arm64: ['arm64'],
  aarch64: ['arm64'],
  universal: ['x64', 'arm64'],
};

interface Package {
  readonly path: string;
  readonly kind: PackageKind;
  readonly platform: UpdatePlatform;
  readonly archs: readonly string[];
}

/** Throws for a package whose name does not tell its machine. */
function packagesIn(folder: string): readonly Package[] {
  return readdirSync(folder).flatMap(name => {
    const found = kinds.find(({ end }) => end.test(name));
    if (found === undefined) return [];
    const arch = Object.keys(archs).find(one => new RegExp(`[-_.]${one}\\.[A-Za-z]+$`).test(name));
    if (arch === undefined) throw new Error(`${name}: for which machine?`);
    return [{ path: join(folder, name), ...found, archs: archs[arch] ?? [] }];
  });
}

async function describe({ path, kind }: Package): Promise<UpdateFile> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  for await (const piece of createReadStream(path)) {
    sha256.update(piece);
    sha512.update(piece);
  }
  const [first, second] = [sha256.digest('hex'), sha512.digest('base64')];
  return { name: basename(path), kind, bytes: statSync(path).size, sha256: first, sha512: second };
}

/** Both languages, or it is refused: nobody is shown notes that they cannot read. */
function readNotes(path: string | undefined): UpdateManifest['notes'] {
  if (path === undefined) throw new Error('--notes FILE ?');
  const parts = readFileSync(path, 'utf8').split(/^## (Français|English)\s*$/m);
  const partOf = (title: string): string => parts[parts.indexOf(title) + 1]?.trim() ?? '';
  const notes = { fr: partOf('Français'), en: partOf('English') };
  if (!parts.includes('Français') || !parts.includes('English') || notes.fr === '' || notes.en === '')
    throw new Error(`${path}: needs "## Français" and "## English", both with words`);
  return notes;
}

function numberOf(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > most) throw new Error(`${text}: 0 to ${most}`);
  return number;
}

function channelOf(given: string | undefined, version: string): UpdateChannel {
  const wanted = given ?? (version.includes('-') ? 'beta' : 'stable');
  const channel = updateChannels.find(one => one === wanted);
  if (channel === undefined) throw new Error(`--channel ${wanted}`);
  return channel;
}

/** One of a kind for each machine: of two, nobody could say which of them is the version that is announced. */
function checkAlone(packages: readonly Package[]): void {
  for (const { path, kind, archs } of packages) {
    const twin = packages.find(
      one => one.path !== path && one.kind === kind && one.archs.some(arch => archs.includes(arch)),
    );
    if (twin !== undefined)
      throw new Error(`${basename(path)}, ${basename(twin.path)}: one of them is too many`);
  }
}

/** What is the same for every system. */
function commonParts(values: Values, nowMs: number): Omit<UpdateManifest, 'platform' | 'arch' | 'files'> {
  const version = values.version ?? JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const issuedMs = Math.floor(nowMs / 1000) * 1000;
  const { introduce, revoke, 'minimum-version': minimumVersion, 'minimum-system': minimumSystem } = values;
  return {
    version,
    channel: channelOf(values.channel, version),
    sequence:
      values.sequence === undefined
        ? Math.floor(nowMs / 60_000)
        : numberOf(values.sequence, Number.MAX_SAFE_INTEGER),
    issuedMs,
    expiresMs: issuedMs + numberOf(values.days, 400) * 86_400_000,
    stagedPercent: numberOf(values.staged, 100),
    notes: readNotes(values.notes),
    ...(minimumVersion !== undefined && { minimumVersion }),
    ...(minimumSystem !== undefined && { minimumSystem }),
    ...(introduce !== undefined && { keys: JSON.parse(readFileSync(introduce, 'utf8')) }),
    ...(revoke !== undefined && { revoked: revoke }),
  };
}

/** @returns names of what was written. */
async function sign(folder: string, values: Values): Promise<readonly string[]> {
  // A package around the stand-in for Electron is never offered to anybody.
  checkPublishable(folder);
  const { keys, revoked } = readUpdates(values.keys);
  const { JARVIS_UPDATE_KEY: given = '' } = process.env;
  if (given === '') throw new Error('JARVIS_UPDATE_KEY: the private half of a key ?');
  const privateKey = readPrivateKey(given);
  const ours = keys.find(({ publicKey }) => publicKey === publicHalf(privateKey));
  if (ours === undefined || revoked.includes(ours.id))
    throw new Error(
      'the key in JARVIS_UPDATE_KEY is none of those in the program: no program would believe it',
    );
  const packages = packagesIn(folder);
  checkAlone(packages);
  const common = commonParts(values, Date.now());
  const described = new Map<Package, UpdateFile>();
  for (const one of packages) described.set(one, await describe(one));
  const targets = new Set(packages.flatMap(one => one.archs.map(arch => `${one.platform} ${arch}`)));
  return [...targets].map(target => {
    const [platform, arch = ''] = target.split(' ') as [UpdatePlatform, string];
    const files = packages.filter(one => one.platform === platform && one.archs.includes(arch));
    const manifest = writeManifest({
      ...common,
      platform,
      arch,
      files: files.flatMap(one => described.get(one) ?? []),
    });
    const text = `${JSON.stringify({ manifest, signatures: [signManifest(manifest, ours.id, privateKey)] }, null, 2)}\n`;
    // What the program will do with it.
    const read = readEnvelope(text);
    checkSignatures(read, { keys, revoked });
    readManifest(read.manifest);
    const name = manifestName(common.channel, platform, arch);
    writeFileSync(join(folder, name), text);
    return name;
  });
}

/** The private half goes to standard output alone: it belongs into the release workflow's secrets, and nowhere else. */
function makeKey(id: string, path: string): void {
  if (!isKeyId(id)) throw new Error(`--new-key ${id}: small letters, digits and "-", 40 at most`);
  const before = readUpdates(path);
  if (before.keys.some(key => key.id === id)) throw new Error(`there is a key ${id} already`);
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = { id, publicKey: publicHalf(privateKey) };
  writeFileSync(path, `${JSON.stringify({ ...before, keys: [...before.keys, key] }, null, 2)}\n`);
  process.stderr.write(`${id}: ${key.publicKey} -> ${path}\nJARVIS_UPDATE_KEY (keep it secret):\n`);
  process.stdout.write(`${privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')}\n`);
}

try {
  const { values, positionals } = parse();
  const [folder, surplus] = positionals;
  if (values['new-key'] !== undefined) makeKey(values['new-key'], values.keys);
  else if (values.help === true || folder === undefined || surplus !== undefined) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help === true ? 0 : 2;
  } else for (const name of await sign(resolve(folder), values)) process.stdout.write(`${name}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
