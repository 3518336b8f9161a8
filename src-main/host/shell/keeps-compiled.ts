/** Whether what V8 compiled of the program may be kept for the next start. */

export interface ProgramPlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
}

/**
 * Not where the system checks that the program is ours: code that anybody of this account could have put into the cache
 * would run in its name. Not from an AppImage, which lies at another path each time, by which the cache is sorted.
 */
export const keepsCompiled = ({ platform, env, isPackaged }: ProgramPlace): boolean =>
  (!isPackaged || platform === 'linux') && env.APPIMAGE === undefined;
