/** Prints the catalogue: what each model is for, its size, licence and state. */
import type { CatalogueEntry, CatalogueSnapshot } from '../../domain/catalogue.ts';
import {
  bytesText,
  fillIn,
  purposeWords,
  stateWords,
  timeText,
  catalogueWords as words,
} from './catalogue-words.ts';
import { type CommandContext, say } from './command.ts';

const isThere = ({ state }: CatalogueEntry): boolean => state !== 'absent';

/** `all`: also what is not installed. */
export function printCatalogue(
  { models, ready }: CatalogueSnapshot,
  all: boolean,
  context: CommandContext,
): void {
  const { terminal, language } = context;
  const shown = models.filter(model => all || isThere(model));
  const idWidth = Math.max(0, ...shown.map(({ id }) => id.length));
  for (const purpose of new Set(shown.map(model => model.purpose))) {
    terminal.line(terminal.styled('bold', say(purposeWords[purpose], context)));
    for (const model of shown.filter(one => one.purpose === purpose)) printModel(model, idWidth, context);
  }
  terminal.line(
    fillIn(say(ready.ids.length === 0 ? words.ready : words.toReady, context), {
      ids: ready.ids.join(', '),
      size: bytesText(ready.downloadBytes, language),
      time: timeText(ready.secondsLeft),
    }),
  );
}

function printModel(model: CatalogueEntry, idWidth: number, context: CommandContext): void {
  const { terminal, language } = context;
  const size = model.totalBytes > 0 ? bytesText(model.totalBytes, language) : '';
  const remarks = [
    say(stateWords[model.state], context),
    model.isInUse && model.state === 'installed' ? say(words.inUse, context) : '',
    model.isRecommended && !isThere(model) ? say(words.recommended, context) : '',
    model.isVerified ? '' : say(words.unverified, context),
    ...model.damaged,
  ].filter(Boolean);
  const mark = model.isInUse && isThere(model) ? '*' : ' ';
  const columns = [
    `${mark} ${model.id.padEnd(idWidth)}`,
    (model.isExact ? size : `~${size}`).padStart(9),
    model.languages.join(' ').padEnd(5),
    model.licence,
  ];
  const state = remarks.length > 0 ? `  [${remarks.join(', ')}]` : '';
  terminal.write(`${columns.join('  ')}${state}\n      ${model.about[language]}\n`);
  if (model.error) terminal.write(`      ${model.error.code}: ${model.error.message} ${model.error.hint}\n`);
}
