/** English sentences that name what the window shall open or do. */
import type { NamedSentences } from './window-sentences.ts';

const open = '(open|show|bring up|find|go to|go back to|return to|resume)[ me| us]';

export const named: NamedSentences = [
  ['command', ['(run|execute|do|perform) the (command|action) <words:line>']],
  [
    'conversation',
    [
      `${open} (the|our|my) (conversation|chat) (about|on|called|named|titled|regarding|with the title) <words:line>`,
    ],
  ],
  [
    'model',
    [
      '(use|choose|switch to|take|answer with) the model <words:few>',
      '(switch|change) (the )?model to <words:few>',
    ],
  ],
  ['setting', [`${open} the settings? (for|of|about) (the )?<words:few>`]],
  [
    'profile',
    [
      '(switch|change) to the profile (of |called |named )?<words:few>',
      '(switch|change) to <words:few> s profile',
    ],
  ],
];
