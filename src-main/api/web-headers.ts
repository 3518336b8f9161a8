/** What every answer of the hosts tells the page's browser about what the page may do. */

/** No inline script, no third party, no frame around it, microphone for itself. `connect`: where else it may connect to. */
function headersFor(connect: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "media-src 'self' blob:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()',
    'X-Frame-Options': 'DENY',
  };
}

/** Headers for the server on `port`. */
export const securityHeaders = (port: number): Readonly<Record<string, string>> =>
  headersFor([`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]);

/** Headers for the shell's own files, whose page speaks with the core over ports. */
export const shellHeaders: Readonly<Record<string, string>> = headersFor([]);
