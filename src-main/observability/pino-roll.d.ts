/** The part of pino-roll that the log uses; the package brings no types. */
declare module 'pino-roll' {
  import type { Writable } from 'node:stream';

  export default function build(options: {
    readonly file: string;
    readonly frequency: 'daily' | 'hourly';
    readonly dateFormat: string;
    readonly size: string;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
    readonly mode: number;
  }): Promise<Pick<Writable, 'on' | 'once' | 'end'> & { write(line: string): boolean }>;
}
