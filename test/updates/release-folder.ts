/** Packages and signed manifests on a server of one's own, for tests of updates. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { manifestName, writeManifest } from '../../src-main/adapters/updates/manifest-format.ts';
import { publicHalf, signManifest } from '../../src-main/adapters/updates/update-keys.ts';
import type { UpdateFile, UpdateKey, UpdateManifest } from '../../src-main/domain/update.ts';
import { type Behaviour, type FileServer, startFileServer } from '../fixtures/file-server.ts';

export interface SigningKey extends UpdateKey {
  readonly privateKey: KeyObject;
}

export function newKey(id: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { id, publicKey: publicHalf(privateKey), privateKey };
}

export const publicPart = ({ id, publicKey }: SigningKey): UpdateKey => ({ id, publicKey });

export const issuedMs = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

export function fileOf(content: Uint8Array, name = 'Jarvis-2.0.0-x86_64.AppImage'): UpdateFile {
  return {
    ...{ name, kind: 'appimage', bytes: content.length },
    sha256: createHash('sha256').update(content).digest('hex'),
    sha512: createHash('sha512').update(content).digest('base64'),
  };
}

export function manifestOf(file: UpdateFile, part: Partial<UpdateManifest> = {}): UpdateManifest {
  return {
    ...{ sequence: 10, version: '2.0.0', channel: 'stable', platform: 'linux', arch: 'x64' },
    ...{ issuedMs, expiresMs: issuedMs + 90 * dayMs, stagedPercent: 100 },
    notes: { fr: 'Plus rapide.', en: 'Faster.' },
    files: [file],
    ...part,
  };
}

/** The text of the file, signed by each key in turn. */
export function signedText(manifest: UpdateManifest, ...keys: readonly SigningKey[]): string {
  const written = writeManifest(manifest);
  const signatures = keys.map(({ id, privateKey }) => signManifest(written, id, privateKey));
  return JSON.stringify({ manifest: written, signatures });
}

export interface ReleaseFolder {
  readonly server: FileServer;
  readonly key: SigningKey;
  readonly content: Buffer;
  /** Puts the manifest of `content` there, with what is to be otherwise. */
  announce(part?: Partial<UpdateManifest>, key?: SigningKey): UpdateManifest;
  /** Puts any text where the manifest lies. */
  serveText(text: string): void;
  servePackage(content?: Uint8Array, behaviour?: Behaviour): void;
  close(): Promise<void>;
}

const name = manifestName('stable', 'linux', 'x64');

export async function openReleaseFolder(content: Buffer = randomBytes(3_000_000)): Promise<ReleaseFolder> {
  const server = await startFileServer();
  const key = newKey('test-2026');
  const file = fileOf(content);
  const serveText = (text: string): void => server.serve(`/${name}`, Buffer.from(text));
  const servePackage: ReleaseFolder['servePackage'] = (bytes = content, behaviour = {}) =>
    server.serve(`/${file.name}`, bytes, behaviour);
  servePackage();
  return {
    server,
    key,
    content,
    announce: (part = {}, signer = key) => {
      const manifest = manifestOf(file, part);
      serveText(signedText(manifest, signer));
      return manifest;
    },
    serveText,
    servePackage,
    close: () => server.close(),
  };
}
