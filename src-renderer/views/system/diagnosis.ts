/** The check-up as text that can be given to somebody: states, codes and figures, no words, names, folders or addresses. */
import type { HealthReport, SystemParts } from '../../store/contract-types.ts';

export function diagnosisText({ state, checks }: HealthReport, parts: SystemParts | undefined): string {
  const machine = parts && [
    `jarvis ${parts.version}, ${parts.runtime}, ${parts.platform}`,
    `memory ${megabytes(parts.freeMemoryBytes)} free of ${megabytes(parts.memoryBytes)}, ${parts.cores} cores`,
    ...parts.processes.map(
      ({ part, memoryBytes }) =>
        `process ${part}: ${memoryBytes === undefined ? '?' : megabytes(memoryBytes)}`,
    ),
  ];
  const told = checks.map(check => {
    // A person gave their servers their names.
    const part = check.part.replace(/:.*/, '');
    const figures = Object.entries(check.facts ?? {}).filter(
      ([name, value]) => name === 'code' || name === 'version' || typeof value !== 'string',
    );
    const facts = figures.map(([name, value]) => `${name}=${value}`).join(' ');
    return `${part}: ${check.state}, ${Math.round(check.durationMs)} ms ${facts}`.trim();
  });
  return [...(machine ?? []), `health: ${state}`, ...told].join('\n');
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
