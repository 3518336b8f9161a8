/** Checks that the runtime is new enough. */
import type { Language } from '../../domain/language.ts';
import type { NamedCheck } from '../doctor.ts';
import { finding } from './finding.ts';

const least = [22, 14] as const;

const fine = { meaning: { fr: 'Node {version} convient.', en: 'Node {version} is fine.' } };
const tooOld = {
  meaning: {
    fr: 'Node {version} est trop ancien : il faut au moins {least}.',
    en: 'Node {version} is too old: at least {least} is needed.',
  },
  mend: {
    fr: 'Lancez Jarvis par « npm start » ou « scripts/jarvis.mjs », qui apportent Node 24.',
    en: 'Start Jarvis by "npm start" or "scripts/jarvis.mjs", which bring Node 24.',
  },
};

/** `version`: as in `process.versions.node`. */
export function nodeVersionCheck(language: Language, version = process.versions.node): NamedCheck {
  return {
    part: 'node',
    run: async () => {
      const [major = 0, minor = 0] = version.split('.').map(Number);
      const isEnough = major > least[0] || (major === least[0] && minor >= least[1]);
      const facts = { version, least: least.join('.') };
      return isEnough ? finding('fine', fine, language, facts) : finding('broken', tooOld, language, facts);
    },
  };
}
