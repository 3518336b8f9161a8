/** Checks that the disk of the data folder has room, and that the folder can be written to. */
import { access, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { JarvisError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { NamedCheck } from '../doctor.ts';
import { finding } from './finding.ts';

const megabyte = 1_000_000;
const degradedBelowMb = 2000;
const brokenBelowMb = 200;

const fine = {
  meaning: { fr: '{freeMb} Mo libres pour les données.', en: '{freeMb} MB free for the data.' },
};
const low = {
  meaning: {
    fr: 'Il reste {freeMb} Mo sur le disque des données : peu pour un modèle ou une sauvegarde.',
    en: '{freeMb} MB are left on the disk of the data: little for a model or a backup.',
  },
  mend: {
    fr: 'Libérez de la place, ou déplacez les données (--data-dir).',
    en: 'Free some space, or move the data (--data-dir).',
  },
};
const none = {
  meaning: {
    fr: 'Il ne reste que {freeMb} Mo sur le disque des données : bientôt rien ne pourra être enregistré.',
    en: 'Only {freeMb} MB are left on the disk of the data: soon nothing can be saved.',
  },
  mend: { fr: 'Libérez de la place maintenant.', en: 'Free some space now.' },
};

/** `dir`: the data folder; where it is not there yet, the nearest folder above it counts. */
export function freeDiskCheck(language: Language, dir: string, readFree = readFreeBytes): NamedCheck {
  return {
    part: 'disk',
    run: async () => {
      const existing = await nearestExisting(dir);
      await access(existing, constants.W_OK).catch((error: unknown) => {
        throw new JarvisError('store.read-only', { path: existing }, error);
      });
      const freeMb = Math.round((await readFree(existing)) / megabyte);
      if (freeMb < brokenBelowMb) return finding('broken', none, language, { freeMb });
      return freeMb < degradedBelowMb
        ? finding('degraded', low, language, { freeMb })
        : finding('fine', fine, language, { freeMb });
    },
  };
}

async function readFreeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

async function nearestExisting(dir: string): Promise<string> {
  const isThere = await access(dir).then(
    () => true,
    () => false,
  );
  return isThere || dirname(dir) === dir ? dir : nearestExisting(dirname(dir));
}
