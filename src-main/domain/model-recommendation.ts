/** Chooses from the catalogue what fits a machine and the languages of its person. */
import { type Catalogue, type CatalogueModel, type ModelPurpose, sizeOf, withNeeds } from './catalogue.ts';
import type { Language } from './language.ts';

export interface Machine {
  readonly memoryBytes: number;
  readonly cores: number;
  readonly freeDiskBytes: number;
  readonly languages: readonly Language[];
  /** A model server answers already: no weights need to be fetched for that. */
  readonly hasLanguageModel: boolean;
}

/** The system, a browser and the core itself. */
const otherProgramsMb = 2000;
/** Left free on the disk after everything is installed. */
const sparedDiskBytes = 2_000_000_000;
/** At most this share of the memory that is left for models, by purpose; the first named are chosen first. */
const shares: readonly (readonly [ModelPurpose, number])[] = [
  ['recognition', 0.35],
  ['voice', 0.2],
  ['end-of-turn', 0.1],
  ['language', 0.65],
  ['partial-text', 0.1],
];
/** One for each language of the person; of the others one that knows all of them. */
const onePerLanguage: readonly ModelPurpose[] = ['voice', 'partial-text'];

/** The best of each purpose that fits, in the order in which they are worth having. May be empty. */
export function recommend(catalogue: Catalogue, machine: Machine): readonly CatalogueModel[] {
  const memoryMb = Math.max(0, machine.memoryBytes / 1e6 - otherProgramsMb);
  const chosen: CatalogueModel[] = [];
  const fits = (model: CatalogueModel, share: number): boolean =>
    model.memoryMb <= memoryMb * share &&
    sum(chosen, 'memoryMb') + model.memoryMb <= memoryMb &&
    (model.minimumCores ?? 1) <= machine.cores &&
    sizes(catalogue, [...chosen, model]) + sparedDiskBytes <= machine.freeDiskBytes;
  for (const [purpose, share] of shares) {
    if (purpose === 'language' && machine.hasLanguageModel) continue;
    for (const wanted of groupsOf(purpose, machine.languages)) {
      const best = catalogue.models.find(
        model => model.purpose === purpose && knows(model, wanted) && fits(model, share),
      );
      if (best && !chosen.includes(best)) chosen.push(best);
    }
  }
  return chosen;
}

const groupsOf = (purpose: ModelPurpose, languages: readonly Language[]): readonly (readonly Language[])[] =>
  onePerLanguage.includes(purpose) ? languages.map(language => [language]) : [languages];

const knows = (model: CatalogueModel, languages: readonly Language[]): boolean =>
  languages.every(language => model.languages.includes(language));

const sum = (models: readonly CatalogueModel[], figure: 'memoryMb'): number =>
  models.reduce((total, model) => total + model[figure], 0);

const sizes = (catalogue: Catalogue, models: readonly CatalogueModel[]): number =>
  withNeeds(catalogue, models).reduce((total, model) => total + sizeOf(model), 0);
