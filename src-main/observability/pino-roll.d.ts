/** The part of pino-roll that the log uses; the package brings no types. */
declare module 'pino-roll' {
  import type { SonicBoom, SonicBoomOpts } from 'sonic-boom';

  export default function build(
    options: Omit<SonicBoomOpts, 'dest'> & {
      file: string;
      frequency: 'daily' | 'hourly';
      dateFormat: string;
      size: string;
      limit: { count: number; removeOtherLogFiles: boolean };
    },
  ): Promise<SonicBoom>;
}
