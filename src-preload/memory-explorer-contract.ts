/** Commands for looking through the memory by hand: what there is, day by day, page by page, as a graph; and what is the same. */
import * as z from 'zod/mini';
import { command, id, nothing, origin } from './schemas.ts';

const memoryThemes = [
  'people',
  'health',
  'home',
  'work',
  'tastes',
  'belongings',
  'dates',
  'identity',
] as const;
/** The most that one page holds, facts apart. */
const mostBrowsed = 200;

const timeMs = z.number();
const count = z.number();
const theme = z.enum(memoryThemes);
const episodeOrigin = z.enum(['spoken', 'written', 'elsewhere']);
const state = z.enum(['holds', 'past', 'fading']);
const date = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string();

const browsed = z.object({
  id,
  kind: z.enum(['episode', 'fact']),
  text,
  speaker: text,
  atMs: timeMs,
  /** It holds no longer. */
  isOver: z.boolean(),
  place: z.exactOptional(
    z.object({
      conversationId: id,
      messageId: z.exactOptional(id),
      turnId: z.exactOptional(id),
      origin: z.exactOptional(origin),
      answerId: z.exactOptional(id),
    }),
  ),
});

export const memoryExplorerCommands = {
  /** What there is, counted by person, theme, origin and state. */
  'memory.overview': command(
    nothing,
    z.object({
      memories: count,
      people: z.array(z.object({ name: text, count })),
      themes: z.array(z.object({ theme, count })),
      origins: z.object({ spoken: count, written: count, elsewhere: count }),
      states: z.object({ holds: count, past: count, fading: count }),
      /** Changes of the last consolidation that nobody has judged. */
      unjudged: count,
    }),
  ),
  /** How much was said on each day of the last year; `name`: of whom it was. */
  'memory.days': command(
    z.object({ name: z.exactOptional(name) }),
    z.object({ today: date, days: z.array(z.object({ date, count })) }),
  ),
  /** Facts first, then what was said, newest first; all that is given must hold. `after`: `next` of the page before. */
  'memory.browse': command(
    z.object({
      person: z.exactOptional(name),
      theme: z.exactOptional(theme),
      origin: z.exactOptional(episodeOrigin),
      state: z.exactOptional(state),
      date: z.exactOptional(date),
      only: z.exactOptional(z.literal('facts')),
      after: z.exactOptional(z.string().check(z.regex(/^-?\d+(\.\d+)? \d+$/))),
      limit: z.int().check(z.minimum(1), z.maximum(mostBrowsed)),
    }),
    z.object({
      /** Of all pages; told with the first one. */
      total: count,
      memories: z.array(browsed),
      next: z.exactOptional(text),
      summary: z.exactOptional(z.object({ id, text })),
    }),
  ),
  /** The facts around somebody. `about`: `user`, or a name. */
  'memory.graph': command(
    z.object({ about: name }),
    z.object({
      centre: text,
      nodes: z.array(z.object({ id: text, kind: z.enum(['person', 'place', 'fact']), name: text })),
      edges: z.array(
        z.object({
          from: text,
          to: text,
          /** In the profile's language. */
          text,
          factId: id,
          isOver: z.boolean(),
        }),
      ),
      /** Facts that have no room in it. */
      left: count,
    }),
  ),
  /** Two facts, by id, or two names, are the same: one goes on with both histories. `nightId`: the page of its changes. */
  'memory.merge': command(
    z.object({ kind: z.enum(['facts', 'names']), keep: name, gone: name }),
    z.object({ nightId: id, changes: count }),
  ),
} as const;
