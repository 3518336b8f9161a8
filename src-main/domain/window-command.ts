/** What can be asked of a window in words: the actions of its registry that have sentences of their own. */

/** Ids of the window's registry of actions. A test of the window holds that each is there. */
export const saidCommands = [
  'room.conversation',
  'room.memory',
  'room.now',
  'room.system',
  'room.settings',
  'room.welcome',
  'room.back',
  'conversation.new',
  'conversation.search',
  'conversation.next',
  'conversation.previous',
  'conversation.write',
  'conversation.earlier',
  'conversation.delete',
  'conversation.exportMarkdown',
  'conversation.exportJson',
  'conversation.exportAllMarkdown',
  'conversation.exportAllJson',
  'conversation.import',
  'answer.regenerate',
  'answer.continue',
  'answer.copy',
  'answer.previousVersion',
  'answer.nextVersion',
  'question.edit',
  'voice.hotword',
  'voice.pause',
  'voice.speakAnswers',
  'memory.search',
  'memory.facts',
  'memory.nights',
  'memory.documents',
  'memory.keeping',
  'memory.consolidate',
  'memory.exportLines',
  'memory.exportMarkdown',
  'memory.import',
  'system.doctor',
  'system.models',
  'system.getReady',
  'system.verify',
  'system.refreshModels',
  'system.addServer',
  'system.addModelFile',
  'theme.dark',
  'theme.light',
  'theme.system',
  'accent.signal',
  'accent.lagune',
  'accent.givre',
  'motion.less',
  'language.fr',
  'language.en',
  'profile.add',
  'settings.voice',
  'settings.keys',
  'settings.undo',
  'window.palette',
  'window.keys',
  'window.rail',
  'window.reload',
  'window.dismissToasts',
  'window.undo',
] as const;
export type SaidCommand = (typeof saidCommands)[number];

/** What is named by its own words: any action by its title, a conversation, a model, a setting, a person. */
export const namedKinds = ['command', 'conversation', 'model', 'setting', 'profile'] as const;
export type NamedKind = (typeof namedKinds)[number];

export type WindowOrder =
  /** `on`: switched on or off, whatever it is now; absent: done. */
  | { readonly command: SaidCommand; readonly on?: boolean }
  | { readonly kind: NamedKind; readonly words: string };
