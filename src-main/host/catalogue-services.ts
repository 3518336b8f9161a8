/** What can be done with the models of the catalogue; opens it when it is first needed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineSettingsFile } from '../adapters/settings/machine-settings-file.ts';
import type { CatalogueServices, ProfileServices, Publish } from '../api/services.ts';
import { type CatalogueModel, withNeeds } from '../domain/catalogue.ts';
import { JarvisError, reportError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { createCatalogueEffect } from './catalogue-effect.ts';
import type { DataFolder } from './data-folder.ts';
import type { HostModelServices } from './model-services.ts';
import type { OpenCatalogue } from './open-catalogue.ts';

export interface CatalogueServicesOptions {
  readonly folder: DataFolder;
  readonly settings: MachineSettingsFile;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly publish: Publish;
  readonly speechChanged: () => void;
  readonly models: HostModelServices;
  readonly current: () => ProfileServices;
  /** Goes on with downloads that an earlier run was ordered; false where the core runs for one command. */
  readonly resumes: boolean;
}

export interface HostCatalogueServices extends CatalogueServices {
  /** Goes on with what an earlier run was ordered, if anything. */
  start(): void;
  close(): Promise<void>;
}

export function createCatalogueServices(options: CatalogueServicesOptions): HostCatalogueServices {
  const { folder, models, current, publish } = options;
  const knownDamage = new Map<string, readonly string[]>();
  let opening: Promise<OpenCatalogue> | undefined;
  let loaded: OpenCatalogue | undefined;
  let isClosed = false;
  const effect = createCatalogueEffect({
    ...options,
    folderOf: model => loaded?.installed.folderOf(model) ?? '',
  });

  const open = async (): Promise<OpenCatalogue> => {
    opening ??= load().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const load = async (): Promise<OpenCatalogue> => {
    const { openCatalogue } = await import('./open-catalogue.ts');
    loaded = await openCatalogue({
      ...options,
      onChanged: changed,
      onProgress: progress => publish('catalogue.progress', progress),
      onInstalled,
    });
    return loaded;
  };
  const onInstalled = async (model: CatalogueModel): Promise<void> => {
    await open();
    const isRepair = knownDamage.delete(model.id) || effect.isInUse(model);
    if (!isRepair || model.purpose === 'language') await effect.installed(model);
    else options.speechChanged();
    changed();
  };
  const snapshot = async () => {
    const [{ takeCatalogueSnapshot }, opened] = await Promise.all([
      import('./catalogue-snapshot.ts'),
      open(),
    ]);
    const { active, backends } = models.snapshot();
    const server = backends.find(({ id }) => id === active?.backendId);
    return takeCatalogueSnapshot({
      ...opened,
      knownDamage,
      isInUse: effect.isInUse,
      folder: folder.models,
      languages: current().preferences().voice.languages,
      language: current().profile.language,
      hasLanguageModel: server !== undefined && server.kind !== 'embedded',
    });
  };
  const tellFault = (error: unknown): void => {
    if (!isClosed) publish('app.failed', reportError(error, current().profile.language));
  };
  /** One picture at a time, and none older than the last change. */
  let isTelling = false;
  let isStale = false;
  const changed = (): void => {
    if (isTelling) {
      isStale = true;
      return;
    }
    isTelling = true;
    isStale = false;
    snapshot()
      .then(picture => {
        if (!isClosed) publish('catalogue.changed', picture);
      })
      .catch(tellFault)
      .finally(() => {
        isTelling = false;
        if (isStale && !isClosed) changed();
      });
  };
  const modelOf = async (id: string) => {
    const { catalogue } = await open();
    const model = catalogue.models.find(one => one.id === id);
    if (model === undefined) throw new JarvisError('model.not-in-catalogue', { model: id });
    if (model.builtIn) throw new JarvisError('model.built-in', { model: id });
    return model;
  };
  const order = async (ids: readonly string[]) => {
    const { catalogue, downloads, installed } = await open();
    const wanted = await Promise.all(ids.map(modelOf));
    const missing: CatalogueModel[] = [];
    for (const model of withNeeds(catalogue, wanted)) {
      const damage = await installed.visibleDamage(model);
      const isWhole = damage?.length === 0 && !knownDamage.get(model.id)?.length;
      if (!isWhole) missing.push(model);
    }
    downloads.add(missing);
    return snapshot();
  };
  return {
    snapshot,
    get: order,
    getReady: async () => order((await snapshot()).ready.ids),
    pause: async id => {
      (await open()).downloads.pause(id);
      return snapshot();
    },
    resume: async id => {
      (await open()).downloads.resume(id);
      return snapshot();
    },
    cancel: async id => {
      await (await open()).downloads.cancel(id);
      return snapshot();
    },
    delete: async id => {
      const { catalogue, installed } = await open();
      const model = await modelOf(id);
      const others = await installedModels(await open(), model);
      const user = others.find(one => one.needs?.includes(id));
      if (user) throw isNeeded(user);
      await installed.remove(model);
      knownDamage.delete(id);
      await effect.removed(
        model,
        others.filter(one => catalogue.models.includes(one)),
      );
      changed();
      return snapshot();
    },
    verify: async ids => {
      const { installed } = await open();
      const chosen =
        ids.length > 0 ? await Promise.all(ids.map(modelOf)) : await installedModels(await open());
      const damaged: { id: string; paths: readonly string[] }[] = [];
      for (const model of chosen) {
        const paths = await installed.damagedFiles(model);
        knownDamage.set(model.id, paths);
        if (paths.length > 0) damaged.push({ id: model.id, paths });
      }
      changed();
      return { checked: chosen.map(({ id }) => id), damaged };
    },
    use: async id => {
      const model = await modelOf(id);
      const { installed } = await open();
      if ((await installed.visibleDamage(model)) === undefined)
        throw new JarvisError('model.not-installed', { model: id });
      await effect.choose(model);
      changed();
      return snapshot();
    },
    import: async path => {
      const { importFrom } = await import('./catalogue-import.ts');
      const opened = await open();
      const staging = join(folder.models, 'downloads');
      return importFrom(path, { ...options, ...opened, staging, addPath: models.addPath, onInstalled });
    },
    start: () => {
      // Reading a catalogue that nobody asks for would only slow the start.
      if (options.resumes && existsSync(join(folder.models, 'downloads', 'queue.json')))
        open().catch(tellFault);
    },
    close: async () => {
      isClosed = true;
      // One that could not be opened has nothing to close; why it could not was told to the one who asked.
      const opened = await opening?.catch(() => undefined);
      await opened?.downloads.close();
    },
  };
}

async function installedModels(
  { catalogue, installed }: OpenCatalogue,
  except?: CatalogueModel,
): Promise<readonly CatalogueModel[]> {
  const records = await installed.records();
  return catalogue.models.filter(model => model !== except && records.has(model.id));
}

const isNeeded = (user: CatalogueModel) =>
  new JarvisError('input.invalid', {
    detail: {
      fr: `« ${user.name} » en a besoin ; supprimez-le d’abord`,
      en: `"${user.name}" needs it; delete that first`,
    },
  });
