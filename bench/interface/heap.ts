/** What a page's scripts keep, and how much of it is not theirs but what the engine has compiled of them so far. */
import type { CDPSession } from 'playwright-core';

export interface Heap {
  readonly usedMiB: number;
  /** Bytecode, machine code and what the engine has learned of it: it grows with use, up to all of the scripts. */
  readonly codeMiB: number;
  /** Of the document. */
  readonly nodes: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[]];
    };
  };
  readonly nodes: readonly number[];
}

/** Of what is still reachable: what can be thrown away is thrown away first. */
export async function heapOf(session: CDPSession): Promise<Heap> {
  await session.send('HeapProfiler.enable');
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const codeMiB = codeIn(await snapshotOf(session)) / 2 ** 20;
  await session.send('HeapProfiler.disable');
  return { usedMiB: usedSize / 2 ** 20, codeMiB, nodes };
}

async function snapshotOf(session: CDPSession): Promise<Snapshot> {
  const parts: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(parts.join('')) as Snapshot;
}

/** In bytes. */
function codeIn({ snapshot: { meta }, nodes }: Snapshot): number {
  const width = meta.node_fields.length;
  const [type, size] = [meta.node_fields.indexOf('type'), meta.node_fields.indexOf('self_size')];
  const code = meta.node_types[0].indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += width)
    if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
  return bytes;
}
