/** Reads the address of an Ollama server as Ollama's own programs read OLLAMA_HOST. */
import { JarvisError } from '../../domain/errors.ts';

const ollamaDefaultAddress = 'http://127.0.0.1:11434';

/**
 * `host`, `host:port`, `:port`, `[::1]:port`, with or without `http://`, `https://` and a path. Without a scheme the
 * port is 11434, with one it is the scheme's own (80, 443). "All interfaces" (0.0.0.0, [::]) is a place to listen,
 * not to call: it becomes loopback. Empty or absent: the default. Throws `input.invalid`.
 * @returns the base URL, without a slash at its end
 */
export function parseOllamaHost(value: string | undefined): string {
  const text = (value ?? '').trim().replace(/^["']|["']$/g, '');
  if (text === '') return ollamaDefaultAddress;
  const [, scheme, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  const withHost = /^:\d/.test(rest) ? `127.0.0.1${rest}` : rest;
  // An IPv6 address without brackets has more colons than the one before a port.
  const bracketed = /^[0-9a-f]*(:[0-9a-f]*){2,}$/i.test(withHost) ? `[${withHost}]` : withHost;
  const address = `${scheme ?? 'http'}://${bracketed}`;
  if (!URL.canParse(address)) throw notAnAddress();
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw notAnAddress();
  if (scheme === undefined && !/:\d+$/.test(url.origin) && !hasPort(bracketed)) url.port = '11434';
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname === '[::]') url.hostname = '[::1]';
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** `:80` is dropped by URL as the default port, yet it was asked for. */
const hasPort = (authority: string): boolean => /:\d+(\/|$)/.test(authority.replace(/^\[[^\]]*\]/, ''));

const notAnAddress = (): JarvisError => new JarvisError('input.invalid', { detail: 'OLLAMA_HOST' });
