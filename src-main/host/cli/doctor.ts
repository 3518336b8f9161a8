/** `jarvis doctor`: every part with its verdict and its mend, also when the core cannot even start. */
import { ClientError } from '../../../src-preload/connect.ts';
import { asJarvisError } from '../../domain/errors.ts';
import type { HealthCheck, HealthReport, HealthState } from '../../domain/health.ts';
import type { Bilingual } from '../../domain/language.ts';
import { freeDiskCheck } from '../../observability/checks/free-disk.ts';
import { freeMemoryCheck } from '../../observability/checks/free-memory.ts';
import { nodeVersionCheck } from '../../observability/checks/node-version.ts';
import { runDoctor } from '../../observability/doctor.ts';
import { systemClock } from '../system-clock.ts';
import { type CliCommand, type CommandContext, onlyOptions } from './command.ts';
import type { Style } from './terminal.ts';

const statuses: Readonly<Record<HealthState, number>> = { fine: 0, degraded: 1, broken: 2 };
const styles: Readonly<Record<HealthState, Style>> = { fine: 'green', degraded: 'yellow', broken: 'red' };
const names: Readonly<Record<HealthState, Bilingual>> = {
  fine: { fr: 'bien', en: 'fine' },
  degraded: { fr: 'dégradé', en: 'degraded' },
  broken: { fr: 'cassé', en: 'broken' },
};
/** The longest a whole check-up may take: a token through each model, on a slow machine. */
const limitMs = 180_000;

export const doctorCommand: CliCommand = {
  run: async (args, context) => {
    const values = onlyOptions(args, { json: { type: 'boolean' } });
    const report = await examine(context);
    if (values.json) context.terminal.line(JSON.stringify(report));
    else printReport(report, context);
    return statuses[report.state];
  },
};

async function examine(context: CommandContext): Promise<HealthReport> {
  try {
    const client = await context.access.open();
    return await client.call('doctor.run', {}, { limitMs });
  } catch (error) {
    return examineMachine(error, context);
  }
}

/** What can be said without a core: the machine, and the part that kept the core from starting. */
async function examineMachine(error: unknown, { language, folder }: CommandContext): Promise<HealthReport> {
  const stage = error instanceof ClientError ? error.report.stage : asJarvisError(error).stage;
  const failing = {
    part: stage,
    run: async () => {
      if (!(error instanceof ClientError)) throw error;
      const { message, hint, code } = error.report;
      return { state: 'broken' as const, meaning: message, mend: hint, facts: { code } };
    },
  };
  const machine = [
    nodeVersionCheck(language),
    freeMemoryCheck(language),
    freeDiskCheck(language, folder.root),
  ];
  return runDoctor({ checks: [...machine, failing], language, clock: systemClock });
}

function printReport({ state, checks }: HealthReport, context: CommandContext): void {
  const { terminal, language } = context;
  const partWidth = Math.max(...checks.map(({ part }) => part.length));
  for (const check of checks) printCheck(check, partWidth, context);
  terminal.line(terminal.styled(styles[state], `Jarvis: ${names[state][language]}`));
}

function printCheck(check: HealthCheck, partWidth: number, { terminal, language }: CommandContext): void {
  const { part, state, meaning, mend, durationMs } = check;
  const name = names[state][language].padEnd(8);
  terminal.line(
    `${terminal.styled(styles[state], name)}  ${part.padEnd(partWidth)}  ${meaning} (${Math.round(durationMs)} ms)`,
  );
  if (mend !== undefined) terminal.line(`${''.padEnd(8 + 2 + partWidth)}  → ${mend}`);
}
