/** Runs the checks of every part, each under a time limit, and sums them up. */
import { asJarvisError, reportError } from '../domain/errors.ts';
import type { HealthCheck, HealthReport, HealthState, OfferedMend } from '../domain/health.ts';
import type { Bilingual, Language } from '../domain/language.ts';

export type Finding = Omit<HealthCheck, 'part' | 'durationMs'>;

export interface NamedCheck {
  /** Stable name of the part, e.g. `store` or `model:ollama`. */
  readonly part: string;
  /** Really tries the part. What it throws is found `broken`, told by the error's own texts. */
  run(signal: AbortSignal): Promise<Finding>;
  /** What can be done about it by a button when it throws or takes too long. */
  readonly mends?: readonly OfferedMend[];
  /** Absent: 15 s. */
  readonly limitMs?: number;
}

export interface DoctorOptions {
  readonly checks: readonly NamedCheck[];
  readonly language: Language;
  readonly clock: {
    monotonicMs(): number;
    after(delayMs: number, action: () => void): () => void;
  };
}

const defaultLimitMs = 15_000;
const worstFirst: readonly HealthState[] = ['broken', 'degraded', 'fine'];

const tooSlow: { readonly meaning: Bilingual; readonly mend: Bilingual } = {
  meaning: {
    fr: 'La vérification n’a pas répondu en {seconds} s.',
    en: 'The check gave no answer within {seconds} s.',
  },
  mend: {
    fr: 'Redémarrez Jarvis ; si cela dure, regardez le journal (« jarvis where »).',
    en: 'Restart Jarvis; if it lasts, look into the log ("jarvis where").',
  },
};

/** All checks run side by side; the report keeps their order and its state is the worst of theirs. */
export async function runDoctor(options: DoctorOptions): Promise<HealthReport> {
  const checks = await Promise.all(options.checks.map(check => runCheck(check, options)));
  const state = worstFirst.find(candidate => checks.some(check => check.state === candidate)) ?? 'fine';
  return { state, checks };
}

async function runCheck(check: NamedCheck, { clock, language }: DoctorOptions): Promise<HealthCheck> {
  const startedMs = clock.monotonicMs();
  const limitMs = check.limitMs ?? defaultLimitMs;
  const controller = new AbortController();
  let cancelLimit: () => void = () => undefined;
  const limit = new Promise<Finding>(resolve => {
    cancelLimit = clock.after(limitMs, () => {
      // The verdict comes before the abort, which may settle the check itself.
      resolve(slowFinding(limitMs, language));
      controller.abort();
    });
  });
  const tried = tryCheck(check, controller.signal, language);
  const finding = await Promise.race([tried, limit]);
  cancelLimit();
  const mends = finding.mends ?? (finding.state === 'broken' ? check.mends : undefined);
  return {
    part: check.part,
    ...finding,
    ...(mends && { mends }),
    durationMs: clock.monotonicMs() - startedMs,
  };
}

async function tryCheck(check: NamedCheck, signal: AbortSignal, language: Language): Promise<Finding> {
  try {
    return await check.run(signal);
  } catch (error) {
    return brokenFinding(error, language);
  }
}

function brokenFinding(error: unknown, language: Language): Finding {
  const { code, message, hint } = reportError(asJarvisError(error), language);
  return { state: 'broken', meaning: message, mend: hint, facts: { code } };
}

function slowFinding(limitMs: number, language: Language): Finding {
  const fill = (text: Bilingual) => text[language].replace('{seconds}', String(limitMs / 1000));
  return { state: 'broken', meaning: fill(tooSlow.meaning), mend: fill(tooSlow.mend) };
}
