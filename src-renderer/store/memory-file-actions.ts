/** The memory as a file: taken out as a download, brought in from a file of this computer. */
import { exportMemories, importMemories } from '../../src-preload/memory-file.ts';
import type { Context } from './context.ts';
import type { MemoryFileFormat } from './contract-types.ts';
import type { MemoryStore } from './memory-store.ts';
import { showToast } from './toasts.ts';

export const memoryFileActions = (context: Context, memory: MemoryStore) => {
  const { client, store, around } = context;
  return {
    async exportMemory(format: MemoryFileFormat): Promise<void> {
      memory.change({ isExporting: true });
      await memory.order(async () => {
        const texts: string[] = [];
        let file = { fileName: '', mediaType: '' };
        for await (const { text, fileName, mediaType } of exportMemories(client, around.newId(), format)) {
          texts.push(text);
          file = { fileName, mediaType };
        }
        around.download({ ...file, text: texts.join('') });
        showToast(context, { kind: 'exported', fileName: file.fileName });
      });
      memory.change({ isExporting: false });
    },
    async importMemoryFile(file: Pick<File, 'name' | 'stream'>): Promise<void> {
      const id = around.newId();
      memory.change({ importing: { id, name: file.name, records: 0 }, imported: undefined });
      await memory.order(async () =>
        memory.change({ imported: await importMemories(client, id, textOf(file.stream())) }),
      );
      memory.change({ importing: undefined });
    },
    async cancelMemoryImport(): Promise<void> {
      const { importing } = store.getState().memory;
      if (importing) await memory.order(() => client.call('memory.cancelImport', { importId: importing.id }));
    },
  };
};

async function* textOf(bytes: ReadableStream<BufferSource>): AsyncGenerator<string> {
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
