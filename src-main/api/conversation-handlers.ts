/** What a client may ask of conversations: list, open, rename, delete with undo, search, export, import, choose a branch. */
import { formatExport } from '../conversation/export-format.ts';
import { JarvisError } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import type { ConversationExport } from '../ports/memory-store.ts';
import type { Handlers } from './handlers-type.ts';
import { readSettled } from './read-settled.ts';
import type { Services } from './services.ts';

type Names = Extract<keyof Handlers, `conversation.${string}`>;

export function conversationHandlers(services: Services): Pick<Handlers, Names> {
  const memory = () => services.current().memory;
  return {
    'conversation.list': async page => ({ conversations: await memory().listConversations(page) }),
    'conversation.open': input => readSettled(services, () => openConversation(services, input)),
    'conversation.rename': async ({ id, title }) => {
      const conversation = await memory().renameConversation(id, title);
      services.publish('conversation.changed', conversation);
      return conversation;
    },
    'conversation.pin': async ({ id, isPinned }) => {
      const atMs = isPinned ? services.clock.nowMs() : undefined;
      const conversation = await memory().pinConversation(id, atMs);
      services.publish('conversation.changed', conversation);
      return conversation;
    },
    'conversation.fork': async ({ id, messageId }) => {
      const { memory, profile } = services.current();
      const { conversationId } = await memory.getMessage(messageId);
      const { title } = await memory.getConversation(conversationId);
      const conversation = await memory.forkConversation({
        id,
        messageId,
        title: forkTitle(title, profile.language),
        createdAtMs: services.clock.nowMs(),
      });
      services.publish('conversation.changed', conversation);
      return conversation;
    },
    'conversation.image': async ({ messageId, at }) => {
      const image = (await memory().readImages(messageId))[at];
      if (image === undefined) throw new JarvisError('input.not-found', { what: `${messageId} ${at}` });
      return { mediaType: image.mediaType, base64: Buffer.from(image.bytes).toString('base64') };
    },
    'conversation.delete': async ({ id }) => {
      const { turns, memory } = services.current();
      await turns.whileStopped(id, () => memory.deleteConversation(id, services.clock.nowMs()));
      services.publish('conversation.deleted', { id });
      return {};
    },
    'conversation.restore': async ({ id }) => {
      const { turns, memory } = services.current();
      const conversation = await memory.restoreConversation(id);
      services.publish('conversation.changed', conversation);
      await turns.resume(id);
      return conversation;
    },
    'conversation.selectBranch': async ({ conversationId, messageId }) => {
      await memory().selectBranch(conversationId, messageId);
      services.publish('conversation.reloaded', { id: conversationId });
      return {};
    },
    'conversation.search': async ({ query, limit }) => ({
      hits: await memory().search(query, limit),
    }),
    'conversation.export': async ({ ids, format }) => {
      const found: ConversationExport[] = [];
      for await (const conversation of memory().exportConversations(ids)) found.push(conversation);
      return formatExport(found, format, {
        language: services.current().profile.language,
        nowMs: services.clock.nowMs(),
      });
    },
    'conversation.import': async ({ text, importId }, { commandId }) => {
      const counts = await services.imports.run(importId ?? commandId, text, memory());
      for (const conversation of await memory().listConversations({ limit: 200 })) {
        services.publish('conversation.changed', conversation);
      }
      return counts;
    },
    'conversation.importPiece': async ({ importId, at, text }) => {
      services.imports.add(importId, at, text);
      return {};
    },
    'conversation.cancelImport': async ({ importId }) => {
      services.imports.cancel(importId);
      return {};
    },
  };
}

/** A title is one line of at most 200 units. */
const forkTitle = (title: string, language: Language): string => {
  const beginning = title.slice(0, 180);
  return language === 'fr' ? `${beginning} (suite)` : `${beginning} (fork)`;
};

async function openConversation(
  services: Services,
  { id, limit, beforeId }: Parameters<Handlers['conversation.open']>[0],
): ReturnType<Handlers['conversation.open']> {
  const { memory, turns } = services.current();
  const conversation = await memory.getConversation(id);
  const queued = await memory.listQueued(id);
  // One more than asked for tells whether there are earlier ones.
  const found = await memory.openBranch(id, {
    limit: limit + 1,
    ...(beforeId !== undefined && { beforeId }),
  });
  // Nothing is waited for from here on: what is on disk and what runs are of one moment.
  const page = found.slice(-limit);
  const running = turns.list().find(turn => turn.conversationId === id);
  return {
    conversation,
    messages: beforeId === undefined ? turns.withLiveText(page) : page,
    hasEarlier: found.length > limit,
    queued,
    ...(running && { running }),
  };
}
