/** The rooms of the house and who may import whom, as rules that are executed. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

interface Room {
  /** Paths that begin so belong to this room; the longest match counts. */
  readonly path: string;
  /** Beginnings of our own paths that this room may import, besides its own. */
  readonly imports: readonly string[];
}

const domain = 'src-main/domain/';
const ports = 'src-main/ports/';
const frames = 'native/frames.ts';
/** Connections to other programs and machines are opened in one place, so that each is in the ledger. */
const outbound = 'src-main/adapters/outbound/';
/** Writing a file so that it is whole or not there is the same for every adapter. */
const files = 'src-main/adapters/files/';

const rooms: readonly Room[] = [
  { path: domain, imports: [] },
  { path: ports, imports: [domain] },
  { path: 'src-main/memory/', imports: [domain, ports] },
  { path: 'src-main/skills/', imports: [domain, ports] },
  {
    path: 'src-main/conversation/',
    imports: [domain, ports, 'src-main/memory/', 'src-main/skills/'],
  },
  { path: 'src-main/adapters/', imports: [domain, ports, files] },
  { path: 'src-main/adapters/catalogue/', imports: [domain, ports, files, outbound] },
  {
    // The files of a new version come over the same ranges, resumption and checks as those of models.
    path: 'src-main/adapters/updates/',
    imports: [domain, ports, files, outbound, 'src-main/adapters/catalogue/'],
  },
  { path: 'src-main/adapters/process/', imports: [domain, ports, frames] },
  { path: 'src-main/adapters/document/', imports: [domain, ports, 'src-main/adapters/process/'] },
  { path: 'src-main/adapters/audio-file/', imports: [domain, ports, files, 'src-main/adapters/process/'] },
  {
    path: 'src-main/adapters/speech/',
    imports: [domain, ports, 'src-main/adapters/process/', 'native/speech-process/sound-marks.ts'],
  },
  {
    path: 'src-main/adapters/language-model/',
    imports: [
      domain,
      ports,
      files,
      outbound,
      'src-main/adapters/process/',
      'native/language-process/requests.ts',
    ],
  },
  {
    // The Ollama embedder speaks to the same server as its language model does.
    path: 'src-main/adapters/embedder/',
    imports: [domain, ports, 'src-main/adapters/process/', 'src-main/adapters/language-model/'],
  },
  {
    path: 'src-main/api/',
    imports: [
      domain,
      ports,
      'src-main/memory/',
      'src-main/skills/',
      'src-main/conversation/',
      'src-preload/',
    ],
  },
  { path: 'src-main/observability/', imports: [domain] },
  { path: 'src-main/host/', imports: ['src-main/', 'src-preload/', 'native/'] },
  { path: 'src-preload/', imports: [domain] },
  { path: 'native/', imports: [domain, frames, 'native/port-streams.ts'] },
  { path: 'src-renderer/', imports: ['src-preload/', domain] },
  { path: 'bench/', imports: ['src-main/', 'src-preload/', 'src-renderer/', 'native/', 'test/'] },
  { path: 'test/', imports: ['src-main/', 'src-preload/', 'src-renderer/', 'native/', 'scripts/'] },
  { path: 'scripts/', imports: ['src-main/', 'test/'] },
];

/** Only the shell's own files know Electron, so that everything else runs under plain Node. */
const electronFiles = /^(src-main\/host\/electron[\w-]*\.ts|src-preload\/preload\.ts)$/;

/** Code that only tests load may use both ends of what it tests. */
const testFiles = /(\.test\.tsx?|-fixture\.ts|\/test-[\w-]+\.ts|\/conformance\/.*\.ts)$/;

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every forbidden import and every circle, one line each; empty when all is as the table says. */
export function layerFaults(files: readonly SourceFile[]): readonly string[] {
  const imports = new Map(files.map(file => [file.path, importsOf(file)]));
  const faults = [...imports].flatMap(([path, targets]) =>
    targets.filter(target => !mayImport(path, target)).map(target => `${path} may not import ${target}`),
  );
  return [...faults, ...circles(imports)];
}

/** All TypeScript of the rooms. `root` ends in `/`. */
export function readSources(root: string): readonly SourceFile[] {
  const folders = [...new Set(rooms.map(room => room.path.slice(0, room.path.indexOf('/'))))];
  return folders.flatMap(folder =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .map(name => posix.join(folder, name.replaceAll('\\', '/')))
      .filter(path => /\.tsx?$/.test(path))
      .map(path => ({ path, text: readFileSync(`${root}${path}`, 'utf8') })),
  );
}

/** Our own files by their path, packages by their name; types as well, for they bind just as much. */
function importsOf({ path, text }: SourceFile): readonly string[] {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(file => file.fileName);
  return found.map(name => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
}

function mayImport(from: string, target: string): boolean {
  if (/^electron(\/|$)/.test(target)) return electronFiles.test(from);
  const targetRoom = roomOf(target);
  // A package, a style sheet, or a file beside the rooms.
  if (targetRoom === undefined) return !target.startsWith('..');
  const room = roomOf(from);
  if (room === undefined) return false;
  if (target.startsWith(room.path)) return true;
  return testFiles.test(from) || room.imports.some(allowed => target.startsWith(allowed));
}

function roomOf(path: string): Room | undefined {
  return rooms
    .filter(room => path.startsWith(room.path))
    .reduce<Room | undefined>(
      (best, room) => (best === undefined || room.path.length > best.path.length ? room : best),
      undefined,
    );
}

function circles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`circle: ${[...trail.slice(at), path].join(' → ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}
