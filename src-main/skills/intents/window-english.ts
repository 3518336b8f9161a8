/** English sentences that do something in the window. */
import type { Sentences } from './window-sentences.ts';

const show = '(open|show|display|bring up|pull up|see)[ me| us][ up]';
const go = '(go|go back|take me|switch|jump|return|move|get back|bring me|navigate) (to|into)';
const set = '(set|switch|switch to|turn on|use|change to|enable|activate|go|put on|make it|choose)';
const off = '(turn off|switch off|disable|deactivate|stop)';
const on = '(turn on|switch on|enable|activate|start)';
const the = '(the |my |your |our )?';
const page = '( page| room| screen| tab| window| view| panel)?';
const take = '(export|save|download)';

/** "Open the memory", "go to the settings page", "take me to my settings". */
const walk = (nouns: string): readonly string[] => [
  `${show} ${the}(${nouns})${page}`,
  `${go} ${the}(${nouns})${page}`,
];
const settings = 'settings|preferences|options|configuration';

export const englishSentences: Sentences = [
  ['system.measures', walk('measures|charts|performance charts')],
  [
    'system.ledger',
    [
      ...walk('ledger|ledger of bytes'),
      `${show} what (left|was sent from|went out of) (this|the|my) (machine|computer)`,
    ],
  ],
  ['system.logs', walk('logs|log|program log')],
  [
    'answer.read',
    [
      'read[ me| us] (the|your|that|this|the last|your last) (answer|response|reply)[ aloud| out loud| to me]',
    ],
  ],
  ['conversation.pin+', ['pin (this|the) (conversation|chat)']],
  ['conversation.pin-', ['unpin (this|the) (conversation|chat)']],
  ['window.panel+', ['(open|show|bring up) the (side )?panel']],
  ['window.panel-', ['(close|hide) the (side )?panel']],
  ['room.conversation', [`${show} the (conversation|chat)${page}`, `${go} the (conversation|chat)${page}`]],
  ['room.memory', walk('memory|memories|memory explorer')],
  [
    'room.now',
    [
      `(${show}|${go}) (what is (under way|in progress|going on|running)|(the )?(running )?tasks)`,
      `${go} (the )?now (page|room|screen|tab)`,
      `${show} (the )?now (page|room|screen|tab)`,
    ],
  ],
  ['room.system', walk('system|system status|dashboard|system health')],
  ['room.settings', [...walk(settings), `(the )?(settings|preferences)${page}`]],
  [
    'room.welcome',
    [...walk('welcome|first steps|setup'), '(run|start|restart|repeat|redo) the (welcome|setup)[ again]'],
  ],
  [
    'room.back',
    [
      'go back',
      'go back (one|a) (page|step)',
      '(go )?back to the (previous|last) (page|room|screen)',
      'previous (page|room|screen)',
      'take me back',
    ],
  ],
  [
    'conversation.new',
    [
      '(a )?new (conversation|chat)',
      '(start|begin|open|create|make|have|launch)[ me] (a |another )(new |fresh )?(conversation|chat)',
      'start over with a (new|fresh) (conversation|chat)',
    ],
  ],
  [
    'conversation.search',
    ['search (all |all of )?(the |my |our )?(conversations|chats)', `${show} (the )?search`],
  ],
  ['conversation.next', [`(${show} |${go} )?(the )?next (conversation|chat)`]],
  ['conversation.previous', [`(${show} |${go} )?(the )?previous (conversation|chat)`]],
  [
    'conversation.write',
    [
      '(let me |i want to )?(write|type) (a message|something|a text)',
      `${go} the (composer|text field|message field|message box)`,
    ],
  ],
  [
    'conversation.earlier',
    [`${show} (the )?(earlier|older|previous) messages`, 'load (the )?(earlier|older|previous) messages'],
  ],
  ['conversation.delete', ['(delete|remove|erase) (this|the) (conversation|chat)']],
  ['conversation.exportJson', [`${take} (this|the) (conversation|chat) (as|to|in) json`]],
  ['conversation.exportMarkdown', [`${take} (this|the) (conversation|chat)[ (as|to|in) markdown]`]],
  ['conversation.exportAllJson', [`${take} all (of )?(my |the |our )?(conversations|chats) (as|to|in) json`]],
  [
    'conversation.exportAllMarkdown',
    [`${take} all (of )?(my |the |our )?(conversations|chats)[ (as|to|in) markdown]`],
  ],
  ['conversation.import', ['import (a|some|my|the) (conversation|conversations|chats)']],
  [
    'answer.regenerate',
    [
      '(regenerate|redo) (the|your|that|this|the last|your last) (answer|response|reply)',
      '(give me|try|show me) another (answer|response|reply)',
      'answer (again|differently|once more)',
    ],
  ],
  [
    'answer.continue',
    ['(continue|finish|go on with|complete) (the|your|that) (answer|response|reply|sentence)'],
  ],
  [
    'answer.copy',
    ['copy (the|your|that|this|the last|your last) (answer|response|reply)[ to the clipboard]'],
  ],
  ['answer.previousVersion', [`(${show} )?(the )?previous (version|answer)`]],
  ['answer.nextVersion', [`(${show} )?(the )?next version`]],
  ['question.edit', ['(edit|change|correct) my last (message|question)']],
  [
    'voice.hotword-',
    [
      `${off} (the )?(wake word|hotword|hands free mode|always listening)`,
      'turn (the )?(wake word|hotword) off',
    ],
  ],
  [
    'voice.hotword+',
    [
      `${on} (the )?(wake word|hotword|hands free mode|listening for your name)`,
      'turn (the )?(wake word|hotword) on',
    ],
  ],
  [
    'voice.pause+',
    ['stop listening[ to me]', 'pause listening', '(do not|don t) listen[ to me| now| any more| anymore]'],
  ],
  [
    'voice.pause-',
    [
      '(resume|restart) listening',
      '(start|begin) listening[ to me] again',
      'listen[ to me] again',
      'turn (the |your |my )?microphone (back )?on',
    ],
  ],
  [
    'voice.speakAnswers-',
    [
      '(do not|don t|stop) (read|reading|speak|speaking) (the|your) (answers|replies)[ aloud| out loud]',
      '(answer|reply) (me )?(in writing|silently|in text)[ only]',
    ],
  ],
  [
    'voice.speakAnswers+',
    [
      '(always )?(read|speak|say) (the|your) (answers|replies) (aloud|out loud)',
      '(answer|reply) (me )?(aloud|out loud)',
    ],
  ],
  ['memory.search', ['search (your |the |my )?(memory|memories)']],
  ['memory.facts', [`${show} (the |your |my )?facts[ page| you know]`]],
  [
    'memory.nights',
    [
      `${show} (the nights|what (last night|the night) changed|what changed (last night|overnight)|what you learned (last night|overnight))`,
    ],
  ],
  ['memory.documents', walk('documents|list of documents')],
  [
    'memory.keeping',
    [`${show} (the )?memory settings`, `${go} (the )?memory settings`, `${show} the settings of the memory`],
  ],
  ['memory.consolidate', ['(consolidate|tidy|tidy up) (your |the |my )?(memory|memories)[ now]']],
  ['memory.exportLines', [`${take} (my|your|the) (memory|memories) (as|to|in) (json|json lines|jsonl)`]],
  ['memory.exportMarkdown', [`${take} (my|your|the) (memory|memories)[ (as|to|in) markdown]`]],
  ['memory.import', ['import (some |my |the )?memories', 'import a memory']],
  [
    'system.doctor',
    [
      '(run|start|do|open|make|perform) (a|the|your) (diagnosis|diagnostic|diagnostics|check up|checkup|health check|self test|system check)',
      '(run diagnostics|diagnose yourself|check yourself)',
      '(check|verify) that everything (works|is working|is fine|is okay)',
    ],
  ],
  [
    'system.models',
    walk('models|list of models|model list|model catalogue|installed models|available models'),
  ],
  ['system.getReady', ['(download|install|get) (the|all the) (recommended )?models']],
  ['system.verify', ['(check|verify) (the |all the )?(model files|models|files of the models)']],
  [
    'system.refreshModels',
    ['(look for|search for|refresh|find) (the )?models again', 'refresh (the )?(list of )?models'],
  ],
  ['system.addServer', ['(add|connect|set up) a (new )?(model )?server']],
  ['system.addModelFile', ['(add|import) a (new )?model[ file]']],
  [
    'theme.light',
    [
      `(${set} )?(the |a )?(light|day|bright) (theme|mode)`,
      '(switch|change|set) (the )?theme to light',
      'make the (window|screen|interface) light',
    ],
  ],
  [
    'theme.dark',
    [
      `(${set} )?(the |a )?(dark|night) (theme|mode)`,
      '(switch|change|set) (the )?theme to dark',
      'make the (window|screen|interface) dark',
    ],
  ],
  [
    'theme.system',
    [`(${set} )?(the )?(system|automatic) theme`, '(switch|change|set) (the )?theme to (system|automatic)'],
  ],
  ['accent.signal', [`(${set} )?(the )?signal (colours|colors|accent)`]],
  ['accent.lagune', [`(${set} )?(the )?lagoon (colours|colors|accent)`]],
  ['accent.givre', [`(${set} )?(the )?frost (colours|colors|accent)`]],
  ['motion.less+', ['(less|reduce|turn off|disable|stop) (the )?(motion|animations|animation)']],
  ['motion.less-', ['(turn on|enable|bring back|restore) (the )?(motion|animations)']],
  [
    'language.fr',
    [
      '(switch|change|set|put) (jarvis|the (interface|window|language|program)|the language of the interface) (to|into|in) french',
    ],
  ],
  [
    'language.en',
    [
      '(switch|change|set|put) (jarvis|the (interface|window|language|program)|the language of the interface) (to|into|in) english',
    ],
  ],
  ['profile.add', ['(add|create|make) (a|another) (new )?profile']],
  [
    'settings.voice',
    [
      `${show} (the )?voice settings`,
      `${go} (the )?voice settings`,
      'change (the|your) voice',
      `${show} the settings of the voice`,
    ],
  ],
  ['settings.keys', ['(change|edit|record) (the|my) (keys|shortcuts|keyboard shortcuts|key bindings)']],
  [
    'settings.undo',
    ['undo (the last|this|that) (setting|change of a setting|settings change)', 'undo the last change'],
  ],
  ['window.palette', [`${show} (the )?(palette|command palette|all actions)`]],
  [
    'window.keys',
    [
      `${show} (the |all |all the |my )?(shortcuts|keyboard shortcuts|keys|key bindings)`,
      'keyboard shortcuts',
    ],
  ],
  ['window.rail', [`${show} (the list of|all|my|all my|the|all the) conversations`]],
  ['window.reload', ['(reload|refresh) (the |this )?(window|page|interface|screen)']],
  [
    'window.dismissToasts',
    ['(close|hide|dismiss|clear) (the|these|all|all the) (remarks|notifications|notices)'],
  ],
  [
    'window.undo',
    [
      'undo the (deletion|delete)',
      '(restore|bring back|recover) (the deleted conversation|what i deleted|what was deleted)',
    ],
  ],
];
