/** The explorer over the brain's stores. */

import { fold } from '../../domain/fold.ts';
import type { BrainPorts } from '../brain-ports.ts';
import { browse } from './browse.ts';
import { daysOf } from './days.ts';
import type { MemoryExplorer } from './explorer.ts';
import { graphAround } from './graph.ts';
import { merge } from './merge.ts';
import { overviewOf } from './overview.ts';

export const createExplorer = (ports: BrainPorts): MemoryExplorer => ({
  overview: () => overviewOf(ports),
  days: name =>
    daysOf(ports.explorer, {
      ...{ nowMs: ports.clock.nowMs(), zone: ports.zone() },
      ...(name !== undefined && { name: fold(name) }),
    }),
  browse: query => browse(query, ports),
  graph: about => graphAround(about, ports),
  merge: order => merge(order, ports),
});
