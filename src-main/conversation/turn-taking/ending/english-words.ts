/** English words and turns that open something, and those that close it; alternatives of patterns over spaced words. */
import { oneLine } from './rule.ts';

/** Complete as they stand. */
export const wholes = oneLine(`
  yes|no|yeah|yep|nope|ok|okay|sure|thanks|thank you|good night|goodbye|bye|stop|pause|wait
  cancel that|never mind|mm|mhm|mm hm|uh huh|of course|exactly|right|alright|all right|perfect|great|and you|so what|why not|how so|what else|like that|as usual
  later|now|not now|not yet|again|once more|one more time|nothing|nothing else|that's all|that's it|that's right|that's enough|go on|go ahead|carry on|come on|shut up|hold on|hang on
  hang up|wake up|turn it up|turn it down|turn it off|turn it on|volume up|volume down|help|help me|i know|i see|i understand|i don't know|me too|me neither|you too|a bit|a little|a lot|not at all|never|always|maybe|both|neither|either
  the same|the first|the last|the second|the third|the other|the next one|this|that|these|those|the red|the blue|before|after|louder|quieter|yes please|no thanks|no thank you|please do|what is it|what's that|who is it|what's up
  which one|how come|what for|since when|until when|at what time|with whom|with what|for whom|(?:who|what|where) (?:with|for|to|from|about|at)|like what|i think so|so do i|i'd love to|try again|go back|undo|undo that|mute|unmute|resume|louder please|i agree|start over|look out|hurry up|slow down|speak up|calm down
`);

export const closings = oneLine(`
  please|that's all|that's it|as well|right now|at all|so far|as usual|for now|from now on|right away|by now|after all|and so on|et cetera|etc|or not|or something|of course|too|instead|anyway|in advance|at once|either|each other|one another|isn't it|aren't you|don't you|doesn't it|if you can|if you want|if you like|if possible|when you can|if you don't mind
  what to do|where to go|how to do it|i think so|i hope so|i guess so|i suppose so|i believe so|i'm not sure|i don't think so|not so|even so|just like that|as possible|every other day|how i feel|what i mean|what it is|who it is|where it is|what they are|who you are|who i am|where i am|where we are|how you are|how old i am
`);

export const hesitation = oneLine(`
  u+h+|u+m+|e+r+m?|h+m+|mm+h|you know|i mean|let's see|let me see|let me think|how should i put (?:it|this)|how can i say(?: it| this)?|how to say|how do i say|how do you say|how do i put it|what's it called|what's the word|what was it|sort of like|kind of like|that is to say|i was thinking like|hold on let me think|whatchamacallit|what do you call it
`);

/** Alone or behind a comma they only hold the floor. */
export const searching = oneLine(`
  so|well|and|but|or|then|and then|so then|and also|also|like|actually|basically|anyway|now|okay so|ok so|look|listen|see|oh|ah|by the way|for example|for instance|on the other hand|in fact|first|firstly|second|secondly|because|and so|and um|or else|otherwise|however|besides|plus|though|maybe|especially|particularly|honestly|the thing is|i was wondering|my question is|what i mean is|what about|how about|in that case|speaking of which
`);

export const calls = `hey|hi|hello|ok|okay|so|oh|and|yo|well|good morning|good evening|dear|listen`;
export const politeness = `please|thanks|thank you|thank you very much|thanks a lot|jarvis|please jarvis|thanks jarvis|thank you jarvis|if you can|if you could|if possible|if you don't mind|when you can|when you have time`;

/** Articles, conjunctions, possessives: something must follow. */
export const neverLast = oneLine(`
  a|an|the|my|your|our|their|its|whose|every|and|or|nor|but|because|cause|cos|although|unless|whereas|while|if|whether|than|as|although|since|until|till|once|whenever|wherever|although|whatever|whichever|very|quite|rather|almost|nearly|about|approximately|roughly|barely
  such|such as|rather than|other than|more than|less than|as well as|in order|so that|even|even if|even though|as if|as though|as soon as|as long as|as far as|provided|assuming|considering|due|according|regarding|concerning|including|excluding|i|he|we|they|i'm|i've|i'd|i'll|you're|you've|you'd|you'll|he's|she's|he'd|she'd|he'll|she'll|it's|it'll|we're|we've|we'd|we'll|they're|they've|they'd|they'll|there's|there're|that's|that'll|what's|where's|who's|how's|when's|why's|here's|let's|who'd|what're|gonna|wanna|gotta|kinda|lotta
  and the|to my|mr|mrs|ms|dr|saint|does|that i|which i|who i|if i|when i|what i|if you|when you|if we|when we|if it|when it|if he|if she|when he|when she|while i|because i|because it|because we|and i|and you|but i|so i|or i|where i
`);

/** They end a sentence only behind a question word or as a verb's particle. */
export const prepositions = `of|to|at|from|with|into|onto|upon|for|by|between|among|during|toward|towards|against|without|within|despite|via|per|in|on|like|near|behind|beside|beneath|under|over|through|across|along|around|off|up|down|out|about|after|before|since|past`;

/** They need `of`, `to`, `that` or a verb behind them. */
export const openPhrases = oneLine(`
  instead of|because of|kind of|sort of|a lot of|lots of|plenty of|a couple of|a couple|a bunch|a number|a pair|in front of|next to|out of|in spite|in case|in charge|on behalf|in addition|on top of|thanks to|in terms|by means|as opposed
  i want|i wanted|i need|i needed|i'd like|i would like|i'd love|i'd rather|i'd prefer|i prefer|i have|i had|i've got|i have got|i wish|i hope|i'm going|i'm trying|i'm looking|i am looking|i was looking|i'm thinking|i think|i thought|i believe|i guess|i suppose|i wonder|i was wondering|i feel like|i forgot|you need|we need|we want|he wants|she wants|they want|it looks like|it seems|it says|there is|there are|there was|there were|there will be|here is|here are|it is|it was|it will be|this is|that is|these are|those are|he is|she is|they are|we are|you are|i am|i was|we were|they were|he was|she was|he said|she said|they said|i said|i mean|i heard|i'm about|i'm supposed|it depends|it takes|make sure|be sure|try|tries|remember|don't forget|do not forget|set an alarm|set a timer|set a reminder|set the timer|set the alarm|add a reminder
  would you mind|do you think|do you know|do you remember|do you mind|can you tell me|could you tell me|tell me|remind me|give me|show me|get me|find me|send me|bring me|buy me|read me|ask|let me|help me to|help me with|make me|let's try|how do|how does|how did|how can|how would|how should|how is|how are|how was|what is|what are|what was|what were|what will|what do|what does|what did|what can|what should|what would|what kind|what kind of|what sort|what type|where is|where are|where was|where do|where does|where did|where can|who is|who are|who was|who will|who did|who can|when is|when are|when was|when do|when does|when did|when will|when can|why is|why are|why do|why does|why did|why can't|which is|which are|how many|how long|how far|how old|how big|how tall|how much is|how much are|how much does|how come|what time is|what time does|what time do|what day is|in other words|on the one hand|on the other hand|for one thing|to begin with|first of all|generally speaking|that said|having said that|in my opinion|as i said|to be honest|what if|is there any|are there any|do you have|do you have any|is it going|the number of|the name of|the rest|the same as|the way|the day|the time|the fact|the reason|the thing|the problem is|the best way|as much|as many|too|so much|such a|not only|neither|either way|both the|the last time|the next time|the first time
  (?:it|that|this|he|she|which|what) (?:makes|means|takes|gives|says|looks|sounds|feels|seems|needs|wants|has|gets|becomes|includes|contains|requires)|in my case|as for|as far as
`);

export const auxiliaries = `am|is|are|was|were|be|been|being|have|has|had|having|do|does|did|will|would|shall|should|can|could|may|might|must|ought|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|won't|wouldn't|shouldn't|don't|doesn't|didn't|mustn't|get|become|seem|seems|seemed`;
export const pronouns = `i|you|he|she|it|we|they|there|this|that|these|those|who`;
export const questionWord = `what|what's|whats|who|who's|whom|whose|where|where's|when|when's|why|why's|how|how's|which`;

/** Verbs that mean little without their object. */
export const transitives = oneLine(`
  add|call|send|set|put|buy|get|find|open|close|turn|turn on|turn off|switch|switch on|switch off|turn up|turn down|turn the|tell|give|make|take|bring|want|need|like|love|hate|prefer|use|write|create|schedule|book|order|remove|delete|change|translate|convert|calculate|define|spell|describe|explain|compare|check|look up|look for|search for|search|text|email|message|invite|contact|note|note down|write down|play me|put on|pick up|drop off|ask|say|mean|show|remind|rename|move|copy|download|install|increase|decrease|lower|raise|lock|unlock|activate|deactivate|enable|disable|start a|cook a|choose|pick|replace|share|print|record|measure|multiply|divide|subtract|look at|listen to|talk to|wait for|go to|think about|think of|talk about|know about|hear about|learn about|deal with|depend on|start with|end with|keep|let|have to|need to|want to|going to|got to|try to|used to|able to|supposed to|about to|log|track|name|double|fill|fix|recommend|suggest|plan|cancel the|bought|sent|called|told|gave|took|made|found|put|added|wanted|needed|liked|loved
`);

export const determiners = `a|an|the|my|your|his|her|its|our|their|this|that|these|those|some|any|no|another|each|every|which|what|one|two|three|four|five|six|seven|eight|nine|ten|next|last`;
export const adjectives = `new|big|small|little|large|great|good|bad|best|worst|better|favorite|favourite|whole|entire|main|living|dining|old|young|long|short|high|low|quick|fast|slow|nice|beautiful|different|same exact|very|most|least|more|less|own|only|real|right|wrong|red|blue|green|black|white|hot|cold|important|simple|easy|hard|big red|certain|specific|particular|single|few|couple|front|kitchen|shopping|grocery|upcoming|following|recent|latest|current|total|average|other|electric|next few|past few|first few|last few`;
export const adverbs = `not|also|still|already|always|never|really|just|only|probably|usually|often|sometimes|maybe|actually|currently|quite|very|so|too|almost|nearly|definitely|certainly|possibly`;
export const particles = `it|them|him|her|me|us|you|this|that|everything|something|lights|light|lamp|music|volume|heating|alarm|tv|television|radio|heat|fan|sound|phone|one|ones`;

/** Before a subject they ask, and the verb is still to come. */
export const inversions = `do|does|did|can|could|would|will|should|shall|may|might|have|has|had|is|are|was|were|am|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|isn't|aren't|haven't|hasn't`;
/** Verbs before a `to` that waits for another verb. */
export const openTo = `(?:have|need|want|like|love|hate|going|got|try|trying|tried|used|able|supposed|about|remember|forget|ask|tell|told|me|us|him|her|them|you|possible|where|how|when|what|way|time|planning|ready|happy|hoping|wanted|needed|decide|decided) to`;

/** May be all, or the beginning of an order or a question. */
export const maybeWholes = `hello|hi|hey|good morning|good evening|cancel|continue|repeat|next|previous|skip|play|sleep|answer|what time|what day|tomorrow|today|wake me up|speak|listen|undo`;
/** A question about what was just said, or the first word of one. */
export const loneQuestions = `who|what|where|when|why|how|which|how much|how many|how long|how far|how often`;
/** What they name is of something: `the capital of…`. */
export const relational = `capital|price|cost|size|height|length|width|depth|population|distance|definition|root|square root|meaning|translation|address|half|sum|difference|president|author|creator|inventor|king|queen|mayor|director|speed|weight|age|area|result|recipe|best way|rest|end|beginning|symbol|currency|flag|opposite|plural|past tense|origin|history|purpose`;

/** Verbs that are names of things as well. */
export const nounsToo = `call|order|change|check|search|text|email|message|note|play|print|record|measure|copy|log|track|name|double|plan|pick|book|set|love|use|share|lock|need|start|schedule|switch|turn|show|move|find|fix|post|buy|guess|contact|design|report`;
