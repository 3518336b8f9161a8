/** Text files whatever their encoding: UTF-8, UTF-16 and, where it is neither, the Latin-1 of Windows. */

const utf16Start = 4096;

/** A byte-order mark decides; then where zeros stand; then whether it is sound UTF-8. */
export function decodeTextFile(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode('utf-16le', bytes);
  if (a === 0xfe && b === 0xff) return decode('utf-16be', bytes);
  const zeros = zerosAt(bytes.subarray(0, utf16Start));
  if (zeros.odd > 0.2 && zeros.even < 0.05) return decode('utf-16le', bytes);
  if (zeros.even > 0.2 && zeros.odd < 0.05) return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return decode('windows-1252', bytes);
  }
}

/** Zeros, or more control characters than any text has. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 8192);
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd > 2 && odd > head.length / 100;
}

const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Shares of the bytes at even and odd places that are zero. */
function zerosAt(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  const counts = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) counts[at % 2] = (counts[at % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half };
}
