/** What can go wrong while packages are made, tried or published: a code, and one line in the language of the terminal. */
import { isFrench } from '../setup-error.mjs';

const texts = {
  'stand-in-not-published': {
    fr: '{name} contient la doublure d’Electron, qui n’est PAS Electron : un tel paquet n’est jamais publié. Construisez-le autour du vrai Electron (npm run package -- --electron).',
    en: '{name} contains the stand-in for Electron, which is NOT Electron: such a package is never published. Build it around the real Electron (npm run package -- --electron).',
  },
  'artifact-not-seen': {
    fr: '{name} ne peut pas être ouvert ici pour voir ce qu’il contient ({detail}) : il n’est pas publié.',
    en: '{name} cannot be opened here to see what it contains ({detail}): it is not published.',
  },
  'nothing-to-publish': {
    fr: 'Aucun paquet dans {name}. Construisez-les d’abord.',
    en: 'There is no package in {name}. Build them first.',
  },
  'fuses-differ': {
    fr: 'Les fusibles de {name} ne sont pas ceux d’electron-builder.yml : {detail}.',
    en: 'The fuses of {name} are not those of electron-builder.yml: {detail}.',
  },
  'package-too-large': {
    fr: 'Le paquet contient {found} Mo en plus d’Electron et des modèles ; la limite est de {limit} Mo.',
    en: 'The package contains {found} MB beyond Electron and the models; the limit is {limit} MB.',
  },
  'unlisted-package': {
    fr: 'Ces paquets sont livrés sans être nommés dans THIRD-PARTY-NOTICES.md : {detail}. Lancez « node scripts/third-party-notices.ts ».',
    en: 'These packages are shipped without being named in THIRD-PARTY-NOTICES.md: {detail}. Run "node scripts/third-party-notices.ts".',
  },
  'missing-package': {
    fr: 'Le paquet npm {name}, demandé par {detail}, n’est pas installé.',
    en: 'The npm package {name}, which {detail} asks for, is not installed.',
  },
  'tool-missing': {
    fr: 'Le programme « {name} » manque : installez le paquet {detail}, puis relancez.',
    en: 'The program "{name}" is missing: install the package {detail}, then try again.',
  },
  'builder-failed': {
    fr: 'electron-builder a échoué : {detail}',
    en: 'electron-builder failed: {detail}',
  },
  'data-not-valid': {
    fr: '{name} n’est pas accepté : {detail}',
    en: '{name} is not accepted: {detail}',
  },
  'trial-failed': {
    fr: 'L’essai de {name} a échoué : {detail}',
    en: 'The trial of {name} failed: {detail}',
  },
  'artifact-twice': {
    fr: 'Deux systèmes ont fait un fichier du même nom : {name} ({detail}).',
    en: 'Two systems made a file of the same name: {name} ({detail}).',
  },
  'tag-differs': {
    fr: 'L’étiquette {name} ne va pas avec package.json, qui dit {detail}.',
    en: 'The tag {name} does not fit package.json, which says {detail}.',
  },
  'sbom-failed': {
    fr: 'La liste des composants n’a pas pu être faite : {detail}',
    en: 'The software bill of materials could not be made: {detail}',
  },
  'notes-missing': {
    fr: 'resources/release-notes/{name}.md manque, ou n’est pas en deux langues : {detail}',
    en: 'resources/release-notes/{name}.md is missing, or not in two languages: {detail}',
  },
};

export class PackageError extends Error {
  constructor(code, params = {}) {
    const text = texts[code][isFrench() ? 'fr' : 'en'];
    super(text.replace(/\{(\w+)\}/g, (place, name) => params[name] ?? place));
    this.name = 'PackageError';
    this.code = code;
  }
}

/** Runs a program's whole work; a PackageError is its one line, and the status 1. */
export async function orExplain(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exitCode = 1;
  }
}
