/** Which streaming recogniser writes words while they are said; one that fails is not asked again. */
import { JarvisError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { SoundStreamOptions } from '../../ports/sound-stream.ts';

export interface LiveFolders {
  /** What is asked of the process beside marks. */
  request(wanted: SoundStreamOptions): Readonly<Record<string, unknown>>;
  /** The words so far, when a reply brings any. */
  partial(wanted: SoundStreamOptions, result: unknown): string | undefined;
}

export function createLiveFolders(options: {
  readonly partialDir?: (language: Language) => string | undefined;
  readonly onPartialFault?: (error: JarvisError) => void;
}): LiveFolders {
  const faulty = new Set<string>();
  const dirOf = ({ languages = [] }: SoundStreamOptions): string | undefined =>
    languages
      .map(language => options.partialDir?.(language))
      .find(dir => dir !== undefined && !faulty.has(dir));

  return {
    request(wanted) {
      const liveFrom = wanted.partialFromSample;
      const liveDir = liveFrom === undefined ? undefined : dirOf(wanted);
      return liveDir === undefined ? {} : { liveFrom, liveDir };
    },
    partial(wanted, result) {
      const { partial, partialFault } = (result ?? {}) as { partial?: unknown; partialFault?: unknown };
      if (partialFault !== undefined) {
        const dir = dirOf(wanted);
        if (dir !== undefined) faulty.add(dir);
        options.onPartialFault?.(readFault(partialFault));
      }
      return typeof partial === 'string' ? partial : undefined;
    },
  };
}

function readFault(fault: unknown): JarvisError {
  const { code, params = {} } = (fault ?? {}) as { code?: unknown; params?: { detail?: string } };
  const { detail = 'zipformer' } = params;
  const known = code === 'speech.model-incomplete' ? code : 'speech.engine-failed';
  return new JarvisError(known, { detail });
}
