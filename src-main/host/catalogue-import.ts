/** Brings models in from a folder, a stick or a file, without the network. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findModels, importModel } from '../adapters/catalogue/import-models.ts';
import type { CatalogueServices, ModelServices } from '../api/services.ts';
import type { CatalogueModel } from '../domain/catalogue.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { OpenCatalogue } from './open-catalogue.ts';

export interface ImportContext extends OpenCatalogue {
  readonly staging: string;
  readonly clock: Clock;
  readonly addPath: ModelServices['addPath'];
  readonly onInstalled: (model: CatalogueModel) => Promise<void>;
}

type Imported = Awaited<ReturnType<CatalogueServices['import']>>;

/**
 * Models of the catalogue are installed; speech folders and GGUF files that it does not know are added as they are.
 * Throws `model.nothing-to-import`, naming what is missing of what was recognised in part.
 */
export async function importFrom(path: string, context: ImportContext): Promise<Imported> {
  const place = resolve(path);
  const found = await stat(place).catch((error: unknown) => {
    throw new JarvisError('input.not-found', { what: path }, error);
  });
  if (!found.isDirectory())
    return { installed: [], incomplete: [], added: [(await context.addPath(place)).name] };
  const { complete, incomplete } = await findModels(place, context.catalogue);
  for (const { model, sources } of complete) {
    await importModel(model, sources, {
      installed: context.installed,
      staging: join(context.staging, `import-${model.id}`),
      nowMs: context.clock.nowMs,
    });
    await context.onInstalled(model);
  }
  const result = {
    installed: complete.map(({ model }) => model.id),
    incomplete: incomplete.map(({ model, missing }) => ({ id: model.id, missing })),
    added: await addUnknown(place, complete, context),
  };
  if (result.installed.length + result.added.length > 0) return result;
  throw new JarvisError('model.nothing-to-import', {
    folder: path,
    missing: result.incomplete.map(({ id, missing }) => `${id}: ${missing.join(', ')}`).join('; '),
  });
}

/** A speech model's folder that the catalogue does not know, and GGUF files that lie in it. */
async function addUnknown(
  place: string,
  complete: readonly { readonly sources: ReadonlyMap<string, string> }[],
  { addPath }: ImportContext,
): Promise<readonly string[]> {
  const taken = new Set(complete.flatMap(({ sources }) => [...sources.values()]));
  const names = (await readdir(place)).filter(name => /\.gguf$/i.test(name) && !taken.has(join(place, name)));
  const added: string[] = [];
  for (const name of names) added.push((await addPath(join(place, name))).name);
  if (added.length > 0 || taken.size > 0) return added;
  try {
    return [(await addPath(place)).name];
  } catch (error) {
    // It is none either; what was looked for in vain is told by the caller.
    if (error instanceof JarvisError && error.code === 'speech.model-incomplete') return [];
    throw error;
  }
}
