/** Who may talk to the web host: one-time links, the sessions they open, and the command line's token. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request was refused; also the label of the metric that counts them. */
export type Refusal = 'host' | 'origin' | 'session' | 'link' | 'token' | 'method' | 'path';

const maxOpenLinks = 100;
const maxSessions = 200;

/** Secrets are kept as digests, so that looking one up takes no time that tells about its bytes. */
const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether what stands in an `Authorization` header proves this token. */
export function hasToken(authorization: string | undefined, token: string): boolean {
  const given = createHash('sha256')
    .update(authorization ?? '')
    .digest();
  const expected = createHash('sha256').update(`Bearer ${token}`).digest();
  return timingSafeEqual(given, expected);
}

export class WebAccess {
  readonly #links = new Set<string>();
  readonly #sessions = new Set<string>();
  readonly #hosts: ReadonlySet<string>;
  readonly #cookieName: string;
  readonly #token: string | undefined;

  /** `token`: what the command line proves itself with; absent: only windows are let in. */
  constructor(port: number, token: string | undefined) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
    // Cookies do not tell ports apart, so their name does.
    this.#cookieName = `jarvis-session-${port}`;
    this.#token = token;
  }

  /** A secret that opens one session, once. */
  newLinkKey(): string {
    const key = newSecret();
    addBounded(this.#links, digest(key), maxOpenLinks);
    return key;
  }

  /** The `Set-Cookie` value of a new session, or undefined for a key that is unknown or was used. */
  openSession(key: string): string | undefined {
    if (!this.#links.delete(digest(key))) return undefined;
    const session = newSecret();
    addBounded(this.#sessions, digest(session), maxSessions);
    return `${this.#cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** A page of another site can name any host in DNS; only our own names are answered. */
  hasOwnHost(request: IncomingMessage): boolean {
    const [host, ...others] = request.headersDistinct.host ?? [];
    return host !== undefined && others.length === 0 && this.#hosts.has(host.toLowerCase());
  }

  hasOwnOrigin(request: IncomingMessage): boolean {
    const { origin, host } = request.headers;
    return origin !== undefined && host !== undefined && origin === `http://${host.toLowerCase()}`;
  }

  hasSession(request: IncomingMessage): boolean {
    const prefix = `${this.#cookieName}=`;
    const cookies = (request.headers.cookie ?? '').split(';').map(cookie => cookie.trim());
    return cookies.some(
      cookie => cookie.startsWith(prefix) && this.#sessions.has(digest(cookie.slice(prefix.length))),
    );
  }

  /**
   * Whether this request may change something or open a wire: a window of ours by its session and origin, or the
   * command line by its token. A browser never sends the token, so a token with a foreign origin is refused too.
   */
  refusalOfAction(request: IncomingMessage): Refusal | undefined {
    if (!this.hasOwnHost(request)) return 'host';
    const { authorization, origin } = request.headers;
    if (authorization !== undefined) {
      if (this.#token === undefined || !hasToken(authorization, this.#token)) return 'token';
      return origin === undefined || this.hasOwnOrigin(request) ? undefined : 'origin';
    }
    if (!this.hasOwnOrigin(request)) return 'origin';
    return this.hasSession(request) ? undefined : 'session';
  }
}

function addBounded(set: Set<string>, item: string, limit: number): void {
  set.add(item);
  const [oldest] = set;
  if (set.size > limit && oldest !== undefined) set.delete(oldest);
}
