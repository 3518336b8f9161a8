/** Checks that the machine has memory left. */
import { readFile } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import type { Language } from '../../domain/language.ts';
import type { NamedCheck } from '../doctor.ts';
import { finding } from './finding.ts';

const mebibyte = 1024 * 1024;
/** Below this a small language model no longer fits. */
const degradedBelowMb = 1024;
/** Below this the system starts to end programs. */
const brokenBelowMb = 150;

const fine = {
  meaning: {
    fr: '{availableMb} Mo de mémoire libres sur {totalMb}.',
    en: '{availableMb} MB of memory free of {totalMb}.',
  },
};
const low = {
  meaning: {
    fr: 'Il reste {availableMb} Mo de mémoire : un modèle de langage n’y tient guère.',
    en: '{availableMb} MB of memory are left: hardly enough for a language model.',
  },
  mend: {
    fr: 'Fermez des programmes ou choisissez un modèle plus petit.',
    en: 'Close some programs, or choose a smaller model.',
  },
};
const none = {
  meaning: {
    fr: 'Il ne reste que {availableMb} Mo de mémoire : le système peut arrêter Jarvis.',
    en: 'Only {availableMb} MB of memory are left: the system may end Jarvis.',
  },
  mend: { fr: 'Fermez des programmes maintenant.', en: 'Close some programs now.' },
};

interface MemoryFigures {
  readonly availableBytes: number;
  readonly totalBytes: number;
}

export function freeMemoryCheck(language: Language, read = readMemory): NamedCheck {
  return {
    part: 'memory',
    run: async () => {
      const { availableBytes, totalBytes } = await read();
      const availableMb = Math.round(availableBytes / mebibyte);
      const facts = { availableMb, totalMb: Math.round(totalBytes / mebibyte) };
      if (availableMb < brokenBelowMb) return finding('broken', none, language, facts);
      return availableMb < degradedBelowMb
        ? finding('degraded', low, language, facts)
        : finding('fine', fine, language, facts);
    },
  };
}

/** What programs can still take: on Linux that includes caches the system gives back; the limit of a container counts. */
async function readMemory(): Promise<MemoryFigures> {
  const constrained = process.constrainedMemory();
  const total = totalmem();
  const isConstrained = constrained > 0 && constrained < total;
  if (isConstrained) return { availableBytes: process.availableMemory(), totalBytes: constrained };
  if (process.platform !== 'linux') return { availableBytes: freemem(), totalBytes: total };
  const available = /^MemAvailable:\s+(\d+) kB$/m.exec(await readFile('/proc/meminfo', 'utf8'));
  return { availableBytes: available ? Number(available[1]) * 1024 : freemem(), totalBytes: total };
}
