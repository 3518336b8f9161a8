/** Every command of the contract and what answers it. */
import type { Conversation } from '../domain/conversation.ts';
import type { MemoryStore } from '../ports/memory-store.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import { conversationHandlers } from './conversation-handlers.ts';
import type { Handlers } from './handlers-type.ts';
import { knowledgeHandlers } from './knowledge-handlers.ts';
import { memoryHandlers } from './memory-handlers.ts';
import { memoryTransferHandlers } from './memory-transfer-handlers.ts';
import { modelHandlers } from './model-handlers.ts';
import { organizerHandlers } from './organizer-handlers.ts';
import { profileHandlers } from './profile-handlers.ts';
import { readSettled } from './read-settled.ts';
import { secretHandlers } from './secret-handlers.ts';
import type { Services } from './services.ts';
import { shellHandlers } from './shell-handlers.ts';
import { systemHandlers } from './system-handlers.ts';
import { turnHandlers } from './turn-handlers.ts';
import { updateHandlers } from './update-handlers.ts';
import { voiceHandlers } from './voice-handlers.ts';

/** Conversations that a window shows before it scrolls. */
const firstPage = 50;

export function createHandlers(services: Services): Handlers {
  return {
    'app.snapshot': () => readSettled(services, () => takeSnapshot(services)),
    ...conversationHandlers(services),
    ...turnHandlers(services),
    ...modelHandlers(services),
    ...catalogueHandlers(services),
    ...organizerHandlers(services),
    ...profileHandlers(services),
    ...memoryHandlers(services),
    ...knowledgeHandlers(services),
    ...memoryTransferHandlers(services),
    ...voiceHandlers(services),
    ...systemHandlers(services),
    ...updateHandlers(services),
    ...shellHandlers(services),
    ...secretHandlers(services),
    'doctor.run': () => services.runDoctor(),
    'window.link': async () => ({ url: services.newLink() }),
  };
}

/** The newest ones, and all that are pinned, however old. */
async function firstConversations(memory: MemoryStore): Promise<readonly Conversation[]> {
  const newest = await memory.listConversations({ limit: firstPage });
  const shown = new Set(newest.map(({ id }) => id));
  return [...newest, ...(await memory.pinnedConversations()).filter(({ id }) => !shown.has(id))];
}

async function takeSnapshot(services: Services): ReturnType<Handlers['app.snapshot']> {
  const { profile, preferences, memory, brain, toldOrganizer, turns } = services.current();
  const conversations = await firstConversations(memory);
  const { step, isDone } = preferences().welcome;
  const shell = services.shell();
  // Who has begun it goes on, even though they may have tried a question meanwhile.
  const isNew = !isDone && !brain.isPrivate() && (conversations.length === 0 || step !== 'language');
  return {
    version: services.version,
    profile,
    profiles: services.profiles.list(),
    preferences: preferences(),
    conversations,
    running: turns.list(),
    models: services.models.snapshot(),
    organizer: await toldOrganizer.picture(),
    speech: services.speech.status(),
    memory: { isPrivate: brain.isPrivate() },
    welcome: isNew && services.offersWelcome,
    warnings: [...services.warnings(), ...(shell?.warnings() ?? [])],
    ...(shell && { shell: shell.status() }),
  };
}
