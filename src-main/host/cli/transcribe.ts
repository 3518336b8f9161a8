/** `jarvis transcribe`: the words of audio files, written while they are read. */
import { basename } from 'node:path';
import { createProcessAudioFiles } from '../../adapters/audio-file/process-audio-files.ts';
import { type FilePiece, transcribeFile } from '../../conversation/transcribe-file.ts';
import { isAbort, JarvisError } from '../../domain/errors.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { AudioFiles } from '../../ports/audio-files.ts';
import { engineProgram } from '../program-path.ts';
import { systemClock } from '../system-clock.ts';
import { badOption, type CliCommand, type CommandContext, parseOptions } from './command.ts';
import { interruptedStatus, untilInterrupted } from './interruption.ts';
import { openProgressLine } from './progress-line.ts';
import { errorLines, exitStatusOf, toReport } from './report.ts';
import { type SpeechEngines, startSpeechEngines } from './speech-engines.ts';

interface Job {
  readonly engines: SpeechEngines;
  readonly audioFiles: AudioFiles;
  readonly language?: Language;
  readonly asJson: boolean;
  readonly showName: boolean;
}

export const transcribeCommand: CliCommand = {
  run: async (args, context) => {
    const { values, positionals } = parseOptions(args, {
      language: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (positionals.length === 0) throw badOption('transcribe FILE ?');
    const language = languages.find(known => known === values.language);
    if (values.language !== undefined && !language) {
      throw badOption(`--language ${values.language} (${languages.join(', ')})`);
    }
    const engines = startSpeechEngines(context.folder);
    const job: Job = {
      engines,
      audioFiles: createProcessAudioFiles({ clock: systemClock, ...engineProgram('audio-file-process') }),
      ...(language && { language }),
      asJson: values.json ?? false,
      showName: positionals.length > 1,
    };
    try {
      return await untilInterrupted(context, signal => transcribeAll(positionals, job, context, signal));
    } finally {
      await engines.close();
    }
  },
};

/** A file that cannot be read does not keep the others from being read. */
async function transcribeAll(
  paths: readonly string[],
  job: Job,
  context: CommandContext,
  signal: AbortSignal,
): Promise<number> {
  let status = 0;
  for (const path of paths) {
    status = Math.max(status, await transcribeOne(path, job, context, signal));
    if (status === interruptedStatus) break;
  }
  return status;
}

async function transcribeOne(
  path: string,
  job: Job,
  context: CommandContext,
  signal: AbortSignal,
): Promise<number> {
  const { terminal, language } = context;
  if (job.showName && !job.asJson) terminal.line(terminal.styled('bold', `${path}:`));
  const pieces: FilePiece[] = [];
  const status = await readPieces(path, job, context, signal, pieces).catch((error: unknown) => {
    if (isAbort(error) || signal.aborted) return interruptedStatus;
    // Without a recogniser no file can be read; the first one says so for all.
    if (error instanceof JarvisError && error.code === 'speech.no-recognizer') throw error;
    const report = toReport(error, language);
    terminal.remark(`${basename(path)}: ${errorLines(report)}`);
    if (job.asJson) terminal.line(JSON.stringify({ ...summary(path, pieces), error: report }));
    return exitStatusOf(report);
  });
  if (job.asJson && status === 0) terminal.line(JSON.stringify(summary(path, pieces)));
  return status;
}

async function readPieces(
  path: string,
  { engines, audioFiles, language, asJson }: Job,
  { terminal }: CommandContext,
  signal: AbortSignal,
  pieces: FilePiece[],
): Promise<number> {
  const progress = openProgressLine(terminal, basename(path));
  const file = await audioFiles.open({ path }, signal);
  try {
    const heard = transcribeFile(
      file,
      { speechToText: engines.speechToText, ...(language && { language }) },
      signal,
    );
    for await (const piece of heard) {
      progress.clear();
      if (piece.text !== '') pieces.push(piece);
      if (piece.text !== '' && !asJson) terminal.line(piece.text);
      progress.show(piece.share);
    }
    return 0;
  } finally {
    progress.clear();
    await file.close();
  }
}

function summary(path: string, pieces: readonly FilePiece[]) {
  return {
    file: path,
    text: pieces.map(({ text }) => text).join(' '),
    language: pieces[0]?.language,
    pieces: pieces.map(({ fromMs, toMs, text, language }) => ({ fromMs, toMs, language, text })),
  };
}
