/** Reads the address of an OpenAI-compatible server as people write it. */
import { JarvisError } from '../../domain/errors.ts';

/**
 * `http://host:8080`, `…/v1`, `…/v1/`, `…/v1/chat/completions`: all become the base that ends in `/v1`. Another path
 * is kept as it is (`…/api/v3`, `…/openai`). Without a scheme it is http. Throws `input.invalid`, also for an address
 * with a name and a password in it: they would be shown wherever the address is.
 * @returns the base URL, without a slash at its end
 */
export function parseServerAddress(value: string): string {
  const text = value.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (text === '' || !URL.canParse(address)) throw new JarvisError('input.invalid', { detail: 'URL' });
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new JarvisError('input.invalid', { detail: 'http://, https://' });
  if (url.username !== '' || url.password !== '') throw new JarvisError('input.invalid', { detail: '…@' });
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(chat\/completions|completions|models)$/, '');
  return `${url.origin}${path === '' ? '/v1' : path}`;
}
