/** What a client may ask about taking memories out of a profile and bringing them in. */
import type { Handlers } from './handlers-type.ts';
import { MemoryExports } from './memory-exports.ts';
import { MemoryImports } from './memory-imports.ts';
import type { Services } from './services.ts';

type Names =
  | 'memory.export'
  | 'memory.cancelExport'
  | 'memory.import'
  | 'memory.importPiece'
  | 'memory.cancelImport';

export function memoryTransferHandlers(services: Services): Pick<Handlers, Names> {
  const { clock, publish } = services;
  const exports = new MemoryExports(clock);
  const imports = new MemoryImports({
    clock,
    progress: progress => publish('memory.importProgress', progress),
  });
  return {
    'memory.export': ({ exportId, format }) => {
      const { profile, preferences } = services.current();
      const options = { language: profile.language, zone: preferences().zone ?? clock.zone() };
      return exports.next(exportId, format, services.current().brain, options);
    },
    'memory.cancelExport': async ({ exportId }) => {
      exports.cancel(exportId);
      return {};
    },
    'memory.importPiece': async ({ importId, at, text }) => {
      await imports.add(importId, at, text, services.current().brain);
      return {};
    },
    'memory.import': async ({ importId, at, text }) => {
      const counts = await imports.finish(importId, at, text, services.current().brain);
      return { ...counts, refused: definedOnly(counts.refused) };
    },
    'memory.cancelImport': async ({ importId }) => {
      imports.cancel(importId);
      return {};
    },
  };
}

const definedOnly = (counts: Readonly<Record<string, number | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([why, count]) => (count === undefined ? [] : [[why, count]])),
  );
