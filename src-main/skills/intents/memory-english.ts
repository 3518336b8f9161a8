/** English sentences that ask to remember, tell about, or forget a fact. */
import type { Rule } from '../grammar.ts';
import { ask, askCode, askOwn, forget, forgetAll, rememberClause, rememberTold } from './memory-slots.ts';

export const englishMemory: readonly Rule[] = [
  {
    patterns: [
      '<fact:line>~(so |and )?(remember that|remember this|remember it|keep that in mind|keep it in mind|keep this in mind|do not forget that|do not forget it|do not forget|bear that in mind|memorize that|memorise that|store that|save that)',
    ],
    build: rememberTold,
  },
  {
    patterns: [
      '(remember|remembers|remembering|memorize|memorise|keep in mind|bear in mind|do not forget|don t forget|never forget|keep in memory|store|record|know|learn|commit to memory|store in memory|save in memory|save in your memory|store in your memory|keep in your memory|save|make sure to remember|always remember|remember for me|remember for later|keep track of the fact|keep a note in your memory|retain|fyi|for your information|just so you know|so you know|take into account|you should know|you need to know|put in your memory|remind yourself|log|add to your memory|make a mental note|mental note|keep in your mind|have in mind|be aware)[ the fact] that <fact:any>',
    ],
    build: match =>
      /^(?:store|record|know|learn|save|log)\b/.test(match.sentence.text) &&
      !/^(?:store|record|know|learn|save|log)(?: in (?:your )?memory)? that (?:my|our|the|\w+ s)\b/.test(
        match.sentence.text,
      )
        ? undefined
        : rememberClause(match),
    longText: true,
  },
  {
    patterns: [
      '(remember|memorize|memorise|keep in mind|do not forget|bear in mind|remember this|remember the following|keep this in mind|memorize this|memorise this|please remember|fyi|note for your memory|for the record|save this to memory|commit this to memory|add to memory|add this to your memory|remember for me|remember for later|remember this for me|remember this fact|mental note|store this|save this|memorize this for me|store this in (your )?memory|save this in (your )?memory|keep this in (your )?memory|put this in (your )?memory|learn this|note this in your memory|here is something to remember|one thing to remember|something to remember)~<fact:any>',
    ],
    build: rememberClause,
    longText: true,
  },
  {
    patterns: [
      '(remember|memorize|memorise|keep in mind|do not forget|bear in mind|fyi|never forget|always remember) <fact:any>',
    ],
    build: match =>
      (/^(?:i (?:am|m|like|love|hate|have|live|work|prefer|do not|don t|can not|cannot|parked|put|left|was|want|need|drink|eat|take|wear|drive|play|speak|use|own|keep|always|never|will|go|got|moved|study)|i\b.* allergic|im |(?:my|our|his|her) .+|we (?:are|have|live|like|need|moved|got)|the .+ (?:is|are|was) .+|[a-z]+ s .+ (?:is|are|was) .+)/.test(
        match.norm('fact'),
      ) ||
        /^\p{Lu}\p{Ll}+ (?:is|has|likes|loves|hates|lives|works|prefers|owns|can|can['’]t|does|doesn['’]t|was|will|arrives|comes|always|never|and)\b/u.test(
          match.words('fact'),
        )) &&
      !/^the \p{Lu}/u.test(match.words('fact')) &&
      !/^(?:my|our) (?:words|name|face)?$/.test(match.norm('fact'))
        ? rememberClause(match)
        : undefined,
    longText: true,
  },
  {
    patterns: [
      '(what|what all|what exactly|what else|anything) (do you|did you|can you|do u|you) (know|remember|recall|have|store|learn|have stored|have saved|have in memory)[ already| so far| exactly| in your memory| in memory| on file| saved| stored] (about|of|regarding|concerning|on) <about:line>',
      '(what|what all|which things) (did i|have i|had i|i) (tell|told|say|said|mention|mentioned|tell to|share|shared|teach|taught)[ to][ you][ with you| before| already| earlier| so far| yesterday] (about|regarding|concerning|on|of) <about:line>',
      '[recall |remind me of |remind me |give me |list |show me |repeat |read me ](everything|all|anything|what|all the things|everything that|all that|the things) (you|i) (know|remember|told you|have|ve told you|have told you|said|recall|have stored|have on file|said to you|mentioned) (about|of|on|regarding|concerning) <about:line>',
      '(do you|did you|can you|do u) (know|remember|recall|have|learn) (anything|something|things|stuff|any facts|any information|any info|what i (said|told you|ve said)|what i have told you|everything|what you know|any memories|any memory|information|facts)[ i (told you|said)| that i told you| stored| saved] (about|of|on|regarding|concerning) <about:line>',
      '(have|did) i (ever )?(told|tell|said|say|mentioned|mention)[ to][ you] (anything |something )?(about|regarding) <about:line>',
      '(what is|what s) in your memory (about|on|regarding) <about:line>',
      '(what|any) (facts|information|info|memories) (do you have|have you got|have you)[ stored| saved]? (about|on|of|regarding) <about:line>',
      'what have you (learned|learnt|remembered|memorized|stored|saved|got) (about|on|regarding) <about:line>',
    ],
    build: ask,
  },
  {
    patterns: ['(do|can|did|would) (you|u) (remember|recall|know|still remember|still know) <about:line>'],
    build: match =>
      /^(?:my|our|me|what i|where i (?:parked|put|left|live|work|keep)|where my|where is my|where are my|when my|who my|who i am|how old my|what my|what is my|the (?:name|code|password|number|birthday|address) (?:of|for) my|when is my|who is my)\b/.test(
        match.norm('about'),
      ) && !/^my (?:question|last question|previous)/.test(match.norm('about'))
        ? ask(match)
        : undefined,
  },
  {
    patterns: [
      '(what is|what was|what are|what were|who is|who are|who was|where is|where are|when is|when are|when was|whats|whos|what color is|what colour is|how old is|how tall is|what size is) <about:line>[ again| called]',
      'where (did|have) i (park|parked|put|leave|left|store|stored|hide|hid|place|placed|keep|kept|stash|set|lay) <about:line>',
      'where do i (keep|store|park|put) <about:line>',
      'where i (parked|put|left) <about:line>',
      '(how|when|what) (do|does) [(i|we) ]<about:line> (called|named)',
      'what (do|does) (i|we) (call|name) <about:line>',
      '(which|what) (floor|level) (is|did i park) <about:line>( on)?',
      'what is the (name|age|birthday|color|colour|address|number|phone number) of <about:line>',
      'what (did|do) i (call|name) <about:line>',
      'where (does|do) <about:line> (live|work)',
      'what does <about:line> (like|do for a living|do)',
      'when (does|do) <about:line> (start|end|begin|leave|arrive|expire)',
    ],
    build: match =>
      /^(?:my|our)\b/.test(match.norm('about')) && !/ (?:in|on) (?:notes|shopping)/.test(match.norm('about'))
        ? askOwn(match)
        : undefined,
    noDesire: true,
  },
  {
    patterns: ['(what is|what was|whats|tell me|give me|remind me of) <about:line>[ again]'],
    build: match =>
      /^(?:the|my) (?:code|password|pin|pin code|combination|passcode|wifi password|wi fi password|access code) (?:of|for|to) /.test(
        match.norm('about'),
      ) || /^the [a-z]+ (?:code|password|pin)$/.test(match.norm('about'))
        ? askCode(match)
        : undefined,
  },
  {
    patterns: ['(who am i|do you know who i am|do you know my name|what am i called)'],
    build: () => ({
      intent: 'memory.ask',
      slots: { about: 'my name' },
      confidence: 0.8,
      details: { implicit: true },
    }),
  },
  {
    patterns: [
      'what (do you|did you|have you) (remember|remembered|memorized|memorised|have in (your )?memory|have stored|stored in (your )?memory)[ so far]',
      '(what is|show|show me|list|read) (in |what is in |everything in )?your (memory|memories)',
      '(what|everything) (have|did) i (told|tell|asked|ask) you to remember',
      'tell me everything you (remember|know)',
    ],
    build: () => ({ intent: 'memory.ask', slots: { about: 'me' } }),
  },
  {
    patterns: [
      '(forget|forgets|erase|delete|remove|wipe|clear|drop|discard|unlearn|disregard|stop remembering|do not remember|don t remember)[ please] (everything|all|what|anything|all the things|whatever|the things|the fact|the facts|stuff|what all|all that|everything that|information|all information|all info|the information|any information) [that ]?(i|you|we)? ?(told you|told|ve told you|have told you|said|know|remember|mentioned|have|stored|have stored|said to you|ever told you|have on file|just told you|had told you|asked you to remember)?[ to you] ?(about|regarding|concerning|on) <about:line>',
      'forget (that|the fact that) <about:line>',
      '(erase|delete|remove|wipe|clear|drop|forget|purge|take|scrub) <about:line> (from|in|out of|off) (your |the )?(memory|memories|mind)',
      '(forget|erase|delete|wipe|clear|remove) (all |all of )?(your|the) (memory|memories|knowledge|information|info|data) (of|about|on|regarding) <about:line>',
      '(forget|stop remembering|no longer remember|do not remember|unlearn) about <about:few>',
      'stop remembering (that )?<about:line>',
      '(erase|delete|remove) from (your )?memory [that ]?<about:line>',
      '(you can |you should )?forget (anything|everything|all) about <about:line>',
    ],
    build: match =>
      /^(?:night|day|movie|film|i asked|i said|i ever|we ever)\b/.test(match.norm('about'))
        ? undefined
        : forget(match),
  },
  {
    patterns: ['(forget|unlearn) <about:few>'],
    build: match =>
      /^(?:my|our|the (?:code|password|number|birthday|address|name|pin)|\w+ s (?:birthday|name|address|number|phone number|allergy|age|favorite|favourite))\b/.test(
        match.norm('about'),
      )
        ? forget(match)
        : undefined,
  },
  {
    patterns: [
      '(forget|erase|delete|wipe|clear) (everything|all|everything you know|everything i told you|everything i have told you|everything you know about me|all you know about me|all about me|everything about me|your memory|all your memories|your memories|your entire memory|your whole memory|everything you remember|everything i ve told you|all of your memory)',
    ],
    build: forgetAll,
  },
];
