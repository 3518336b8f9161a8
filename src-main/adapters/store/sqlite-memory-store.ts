/** Conversations in one encrypted SQLite file. */
import type { ProfilePreferences } from '../../domain/settings.ts';
import { defaultPreferences } from '../../domain/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConversationExport, MemoryStore } from '../../ports/memory-store.ts';
import * as branches from './branches.ts';
import * as conversations from './conversations.ts';
import { exportConversation, exportedIds } from './export-conversations.ts';
import { forkConversation } from './fork-conversation.ts';
import { importConversations } from './import-conversations.ts';
import { messageOf } from './message-rows.ts';
import * as messages from './messages.ts';
import { purgeDeleted } from './purge.ts';
import * as queue from './queue.ts';
import { search } from './search.ts';
import { ShortSteps } from './short-steps.ts';
import type { Statements } from './statements.ts';
import { verify } from './verify.ts';

/** `close` also ends whatever else uses the same database. */
export function createSqliteMemoryStore(
  db: Statements,
  clock: Pick<Clock, 'monotonicMs'>,
  close: () => void,
): MemoryStore {
  const steps = new ShortSteps(db, clock);
  return {
    ...conversationPart(db),
    purgeDeleted: beforeMs => purgeDeleted(db, steps, beforeMs),
    ...messagePart(db),
    ...queuePart(db),
    ...preferencePart(db),
    search: async (query, limit) => db.read(() => search(db, query, limit)),
    exportConversations: ids => exportAll(db, ids),
    importConversations: (parts, options) => importConversations(db, steps, parts, options),
    verify: async () => verify(db),
    close: async () => close(),
  };
}

function conversationPart(db: Statements) {
  const openBranch = branches.rememberingOpenBranch(db);
  return {
    createConversation: async conversation =>
      db.write(() => conversations.conversationOf(conversations.createConversation(db, conversation))),
    listConversations: async page => db.read(() => conversations.listConversations(db, page)),
    getConversation: async id =>
      db.read(() => conversations.conversationOf(conversations.requireConversation(db, id))),
    renameConversation: async (id, title) => db.write(() => conversations.renameConversation(db, id, title)),
    pinnedConversations: async () => db.read(() => conversations.pinnedConversations(db)),
    pinConversation: async (id, atMs) => db.write(() => conversations.pinConversation(db, id, atMs)),
    forkConversation: async fork => db.write(() => forkConversation(db, fork)),
    deleteConversation: async (id, atMs) => db.write(() => conversations.deleteConversation(db, id, atMs)),
    restoreConversation: async id => db.write(() => conversations.restoreConversation(db, id)),
    openBranch: async (id, page) => db.read(() => openBranch(id, page)),
    selectBranch: async (id, messageId) => db.write(() => branches.selectBranch(db, id, messageId)),
  } satisfies Partial<MemoryStore>;
}

const messagePart = (db: Statements) =>
  ({
    getMessage: async id => db.read(() => messageOf(messages.requireMessage(db, id))),
    appendUserMessage: async message => db.write(() => messages.appendUserMessage(db, message, 'complete')),
    beginAnswer: async answer => db.write(() => messages.beginAnswer(db, answer)),
    saveAnswer: async (id, text) => db.write(() => messages.saveAnswer(db, id, text)),
    finishAnswer: async (id, end) => db.write(() => messages.finishAnswer(db, id, end)),
    addAnswer: async (answer, end) =>
      db.write(() => {
        messages.beginAnswer(db, answer);
        return messages.finishAnswer(db, answer.id, end);
      }),
    acceptTurn: async (message, answer) => db.write(() => messages.acceptTurn(db, message, answer)),
    cutAnswer: async (id, length) => db.write(() => messages.cutAnswer(db, id, length)),
    setTimeline: async (id, timeline) => db.write(() => messages.setTimeline(db, id, timeline)),
    reopenAnswer: async id => db.write(() => messages.reopenAnswer(db, id)),
    readImages: async id => db.read(() => messages.readImages(db, id)),
    attachImages: async (id, images) => db.write(() => messages.attachImages(db, id, images)),
    setPromptContext: async (id, text) => db.write(() => messages.setPromptContext(db, id, text)),
    setMemoryContext: async (id, text) => db.write(() => messages.setMemoryContext(db, id, text)),
  }) satisfies Partial<MemoryStore>;

const queuePart = (db: Statements) =>
  ({
    findTurn: async turnId => db.read(() => queue.findTurn(db, turnId)),
    enqueueTurn: async turn => db.write(() => queue.enqueueTurn(db, turn)),
    listQueued: async id => db.read(() => queue.listQueued(db, id)),
    dequeueTurn: async (id, message) => db.write(() => queue.dequeueTurn(db, id, message)),
    cancelQueued: async turnId => db.write(() => queue.cancelQueued(db, turnId)),
    recover: async atMs => db.write(() => queue.recover(db, atMs)),
  }) satisfies Partial<MemoryStore>;

const preferencePart = (db: Statements) =>
  ({
    getPreferences: async () => {
      const row = db.read(() =>
        db.one<{ value: string }>("SELECT value FROM preference WHERE name = 'preferences'"),
      );
      if (row === undefined) return defaultPreferences;
      const { voice, memory, desktop, ...stored } = JSON.parse(row.value) as Partial<ProfilePreferences>;
      // Written by an older program, they may lack what came since.
      return {
        ...defaultPreferences,
        ...stored,
        voice: { ...defaultPreferences.voice, ...voice },
        memory: { ...defaultPreferences.memory, ...memory },
        desktop: { ...defaultPreferences.desktop, ...desktop },
      };
    },
    setPreferences: async preferences => {
      db.write(() =>
        db.run(
          "INSERT OR REPLACE INTO preference (name, value) VALUES ('preferences', ?)",
          JSON.stringify(preferences),
        ),
      );
    },
  }) satisfies Partial<MemoryStore>;

/** Each conversation is read when it is asked for, so that a large export never stands in memory as a whole. */
async function* exportAll(
  db: Statements,
  ids: readonly string[] | 'all',
): AsyncGenerator<ConversationExport> {
  for (const id of db.read(() => exportedIds(db, ids))) {
    if (ids === 'all' && !isThere(db, id)) continue;
    yield db.read(() => exportConversation(db, id));
  }
}

/** Deleted while the export went on. */
const isThere = (db: Statements, id: string): boolean => {
  const row = db.read(() => conversations.findConversation(db, id));
  return row !== undefined && row.deleted_at_ms === null;
};
