/**
 * What English says of somebody, verb by verb: verb :: what follows (folded, a pattern without repetition of
 * repetitions) :: relation :: shape of the value :: flags. `@…@` is a list of `word-lists.ts`. The first line that fits wins.
 */
export const englishPredicates = `
live|lives|reside|resides|stay|stays :: at (?=\\d) :: address :: address
live|lives :: on (?=(?:\\S+ ){1,3}(?:street|road|avenue|lane|drive|square|way)) :: address :: np
live|lives :: with :: lives_with :: list
live|lives :: in an? (?=(?:\\S+ ){0,3}(?:flat|apartment|house|studio|loft|cottage|houseboat|caravan|farm|farmhouse|bungalow|villa|condo)) :: home :: np
live|lives|reside|resides :: (?:over |out |up |down |here )?(?:in|near|outside|on|by) :: lives_in :: place
am|is|are|'s :: (?:living|based|settled|residing|located) (?:in|near) :: lives_in :: place
am|is|are|'s :: living with :: lives_with :: list
have|has|'s :: (?:lived|been living|been based) (?:in|near) :: lives_in :: place :: since
lived :: (?:in|near) :: lives_in :: place :: past
was|were :: (?:living|based) in :: lives_in :: place :: past
grew :: up (?:in|near|on|by|around) :: grew_up_in :: place
moved|relocated :: (?:house )?from (?<old>(?:\\S+ ){1,3})(?:to|into) (?!a |an |the ) :: lives_in :: place :: begins
moved|relocated :: (?:house )?(?:back )?(?:here )?(?:to|into) (?!a new|my|our) :: lives_in :: place :: begins
have|has :: (?:just )?(?:moved|relocated|settled) (?:to|into|in) (?!a new|my|our) :: lives_in :: place :: begins
moved :: in with :: lives_with :: list :: begins
left :: (?<old>\\S+ )(?:to live|and moved|to move) (?:in|to) :: lives_in :: place :: begins
am|is|are|'s :: (?:going to move|moving|relocating)(?: house)? to :: moving_to :: place :: plan
will|'ll|shall :: (?:be moving|move|relocate) to :: moving_to :: place :: plan
am|is|are|'s :: (?:now )?in an? (?:care|nursing|retirement|old people's) home (?:in|near) :: lives_in :: place
am|is|are|'s :: (?:now )?in an? (?<value>(?:care|nursing|retirement) home) :: home :: match
work|works :: as an? :: job :: np
work|works :: (?:\\S+ )?(?:at|for|with) (?!home|night|all|a living|hours|the moment|me|him|her|it) :: works_at :: np
work|works :: in an? :: works_in :: np
work|works :: in :: works_in :: np
am|is|are|'s :: (?:now )?(?:working|employed|interning|doing an internship) as an? :: job :: np
am|is|are|'s :: (?:now )?(?:working|employed|interning|doing an internship|hired) (?:at|for|by) (?!home|night) :: works_at :: np
am|is|are|'s :: (?:now )?at (?=[a-z0-9]+ now )(?!home|work|school|lunch|bed|sea|church|peace|risk|ease|last|dinner|uni|hospital) :: works_at :: np
am|is|are|'s :: (?<=now (?:i|we|she|he|they) (?:am|is|are|'s) )(?:at|for) (?=[a-z0-9]+ (?:$|[,.!;]|and|but|as|in))(?!home|school|work|lunch|the|my) :: works_at :: np
have|has|'s :: (?:worked|been working|been employed) (?:at|for|with) (?!\\d|a year|a month|\\S+ years) :: works_at :: np :: since
have|has|'s :: (?:worked|been working) as an? :: job :: np :: since
have|has|got|found|landed|started|accepted|took :: (?:got |found |started )?an? (?:new )?(?:job|position|internship|apprenticeship|role) (?:at|with|for) :: works_at :: np :: begins
have|has|got|found|landed|started|accepted|took :: (?:got |found )?an? (?:new )?(?:job|position|role) as an? :: job :: np :: begins
started|began :: (?:working |to work )?(?:at|for) :: works_at :: np :: begins
start|starts :: (?:working |work )?(?:at|for) (?!\\d|noon|six|seven|eight|nine|ten) :: works_at :: np :: plan
joined :: (?!a |an |the |us|me|the ) :: works_at :: np :: begins
worked|interned :: (?:at|for) (?!home|hours|a year|\\S+ years) :: works_at :: np :: past
worked :: as an? :: job :: np :: past
quit|left|resigned :: (?:from )?(?:my|his|her|our|their|the) job (?:at|with|as an?) :: works_at :: np :: ends
left :: (?<old>\\S+ )for :: works_at :: np :: begins
got|been|was :: (?:promoted|made|appointed) (?:to )?(?:an? )? :: job :: np :: begins
became|become|becomes :: an? (?=@job@) :: job :: np :: begins
was|were :: at (?=\\S+ (?:for \\S+ years|until|before|, (?:now |but )?(?:i|she|he|we) (?:now )?(?:work|am|is|are) ))(?!home|school|lunch|work|the|my) :: works_at :: np :: past
was|were :: (?:working|employed) (?:at|for) (?!home|hours) :: works_at :: np :: past
was|were :: (?:at|studying at) (?=(?:\\S+ ){0,2}(?:school|college|university|@school@)) :: attends :: np :: past
went :: to (?=(?:\\S+ ){1,3}(?:school|college|academy) )(?!school |the |a |bed |my ) :: attends :: np :: past
was :: an? (?=@job@) :: job :: np :: past
am|is|are|'s :: (?:an?|the) (?:(?:\\S+ ){0,2})?student (?:at|in) (?=@school@) :: attends :: np
am|is|are|'s :: an? (?<value>(?:nursing|law|medical|art|engineering|history|psychology|biology|maths|physics|chemistry|economics) student) :: studies :: match
am|is|are|'s :: an? (?=(?:\\S+ ){0,2}@job@) :: job :: np
am|is|are|'s :: (?<value>retired|unemployed|self employed|freelance|on maternity leave|on paternity leave|on sick leave|on parental leave|out of work|between jobs|an? pensioner|an? student|an? stay at home (?:mum|mom|dad|parent)) :: work_status :: match
do|does :: (?<value>nursing|accounting|marketing|consulting) :: job :: match
run|runs :: (?:my|his|her|our|their|a|an) (?:own )?(?=(?:\\S+ ){0,2}(?:business|company|shop|restaurant|bakery|cafe|bar|farm|agency|studio|hotel|salon|bookshop)) :: job :: np
study|studies :: (?:at|in) (?=@school@|[a-z]+ university) :: attends :: np
study|studies :: (?!for|with|hard|a lot|at|in|on|every|all) :: studies :: list
am|is|are|'s :: (?:now )?(?:studying|doing a degree in|doing a phd in|doing a master in|majoring in) (?!for|with|hard|at|in) :: studies :: list
am|is|are|'s :: (?:now )?studying (?:at|in) :: attends :: np
studied :: (?!for|with|hard|at|in) :: studies :: list :: past
graduated :: from :: graduated_from :: np
went :: to (?=(?:\\S+ ){0,2}university|the university) :: graduated_from :: np
go|goes :: to (?=(?:\\S+ ){0,3}(?:school|college|university|kindergarten|nursery|academy|uni|preschool) )(?!school |college |university |uni |kindergarten |nursery |the ) :: attends :: np
am|is|are|'s :: (?:now )?(?:at|going to|enrolled at|enrolled in) (?=(?:\\S+ ){0,3}(?:school|college|university|kindergarten|nursery|academy) ) :: attends :: np
attend|attends :: :: attends :: np
am|is|are|'s|started|starts :: (?:now )?(?:in )?(?<value>year \\S+|\\S+ grade|grade \\S+|kindergarten|reception|sixth form|high school|middle school|primary school) :: school_year :: match
love|loves|like|likes|enjoy|enjoys|adore|adores :: (?:to )?(?!it|you|your|that|this|them|him|her|me|us|when|how|what|everything|my life|to know|to hear|being|to see|so|the way|the idea|its|@kin@|my @kin@|my \\S+ @kin@) :: likes :: list :: no=dislikes
hate|hates|dislike|dislikes|detest|detests|loathe|loathes|despise|despises :: (?:to )?(?!it|you|your|that|this|these|those|them|him|her|me|us|when|how|what|everything|my life|myself|to say|to see|being) :: dislikes :: list :: no=
can :: (?:stand|bear|stomach) (?!it|you|that|this|them|him|her|the idea) :: dislikes :: list :: denied
prefer|prefers :: (?:to )?(?!it|that|not|you) :: prefers :: np
am|is|are|'s :: (?:\\S+ )?(?:fond of|keen on|crazy about|mad about|passionate about|into|addicted to|obsessed with|big on|hooked on|partial to) (?!it|you|that|this|him|her|the) :: likes :: list :: no=dislikes
am|is|are|'s :: (?:an? )?(?:(?:big|huge|massive|great|die hard|lifelong|real|keen) )?(?:fan|supporter|lover) of (?!it|you|yours|that|this|him|her) :: fan_of :: list :: no=dislikes
am|is|are|'s :: (?:an? )?(?:(?:big|huge|massive|lifelong|die hard) )?(?<value>\\S+(?: united| city| villa)?) (?:fan|supporter) :: fan_of :: match :: no=dislikes
support|supports :: (?!it|you|that|this|him|her|them|me|us|the idea|my|the decision) :: supports_team :: np
root|roots|cheer|cheers :: for :: supports_team :: np
am|is|are|'s :: (?:afraid|scared|terrified|frightened|petrified) of (?!it|you|that|this|him|her|the dark future|being late|missing|losing) :: afraid_of :: list :: no=
have|has :: (?:got )?a (?:phobia|fear) of :: afraid_of :: list :: no=
am|is|are|'s :: (?:\\S+ )?allergic to :: allergic_to :: list
have|has|'s|suffer|suffers :: (?:got |from )?(?:an? )?(?:\\S+ )?allergy to :: allergic_to :: list
have|has|'s|suffer|suffers :: (?:got |from )?(?:an? )?(?:bad |serious |strong |mild )?(?<value>\\S+) allerg(?:y|ies) :: allergic_to :: match
react|reacts :: badly to :: allergic_to :: list
am|is|are|'s :: (?:also )?(?:an? )?(?<value>lactose|gluten|fructose|histamine) intolerant :: intolerant_to :: match
am|is|are|'s :: intolerant to :: intolerant_to :: list
have|has :: (?:got )?an? (?<value>\\S+) intolerance :: intolerant_to :: match
can :: (?:eat|have|tolerate|digest) (?!much|a lot|anything|it|that|at|before|after|here) :: does_not_eat :: list :: denied
am|is|are|'s|have|has|became|become|went|turned :: (?:now )?(?:been |gone |become |turned )?(?:an? )?(?:strict )?(?<value>vegetarian|vegan|pescatarian|pescetarian|flexitarian|gluten free|teetotal|keto|halal|kosher|veggie|dairy free|teetotaller) :: diet :: match
eat|eats :: (?:only )?(?<value>halal|kosher|gluten free|vegan|vegetarian|organic|keto) :: diet :: match
am|is|are|'s|follow|follows|started :: (?:on |following )?an? (?<value>(?:\\S+ ){1,3}diet) :: diet :: match
eat|eats :: (?!out|at|in|early|late|too|much|well|with|anything|a lot|it|before|after) :: does_not_eat :: list :: denied
drink|drinks :: (?!it|too|much|anything|enough|with|a lot|before|after) :: does_not_drink :: list :: denied
stopped|quit :: (?=smoking|drinking|eating|biting|vaping) :: quit :: verb :: begins
have|has :: (?:just )?(?:stopped|quit|given up) (?=smoking|drinking|eating|vaping) :: quit :: verb :: begins
gave :: up (?!on) :: quit :: np :: begins
smoke|smokes :: (?<value>a pack a day|\\S+ cigarettes a day|cigars|a pipe) :: smokes :: match
take|takes :: (?=(?:\\S+ ){0,3}?\\S*(?:@medicine@)) :: takes_medicine :: np
am|is|are|'s :: (?:taking|on) (?=(?:\\S+ ){0,3}?\\S*(?:@medicine@)) :: takes_medicine :: np
suffer|suffers :: from :: has_condition :: list
was|were|got|been :: (?:just )?diagnosed (?:with|as) :: has_condition :: list
have|has|'s|got|had :: (?:got |been diagnosed with )?(?:an? )?(?:bad |severe |chronic |mild )?(?=(?:type \\S+ )?(?:@condition@)) :: has_condition :: list
am|is|are|'s :: (?:an? )?(?:type \\S+ )?(?<value>diabetic|asthmatic|epileptic|colou?r blind|dyslexic|autistic|left handed|right handed|deaf|blind|short sighted|near sighted|coeliac|celiac|anaemic|anemic|dyspraxic|insomniac|bipolar|lefty|hypertensive) :: has_condition :: match
am|is|are|'s :: (?:\\S+ (?:weeks|months) )?(?<value>pregnant(?: with twins)?) :: expecting :: match
am|is|are|'s :: expecting (?!you|it|to|a call|a parcel|an? delivery|that) :: expecting :: np
am|is|are|'s|have|has :: (?:of )?blood (?:type|group) :: blood_type :: code
am|is|are|'s :: (?<value>(?:\\S+ (?:meters?|metres?|m|cm|feet|foot|ft)|\\d[.,]\\d+ ?m?|\\d+ ?cm)(?: \\S+(?: inches)?)?) tall :: height :: match
am|is|are|'s :: (?<value>\\S+ (?:foot|feet|ft) \\S+) :: height :: match
weigh|weighs :: (?<value>\\S+ (?:kilos?|kg|pounds|lbs|stone|kilograms)) :: weight :: match
weigh|weighs :: (?<value>\\d+kg|\\d+) :: weight :: match
wear|wears|take|takes :: (?:an? )?(?:shoe size|size) (?<value>\\d+(?:[.,]\\d+)?) (?:shoes?|in shoes|boots|trainers|sneakers) :: shoe_size :: match
wear|wears|take|takes :: (?:an? )?shoe size :: shoe_size :: code
wear|wears|take|takes|am|is|are|'s :: (?:an? )?size (?<value>\\S+) :: clothes_size :: match
was|were|am|is :: born (?:on|the) :: birthday :: date
was|were|am|is :: born in (?=(?:19|20)\\d\\d |nineteen |two thousand |twenty ) :: birth_year :: date
was|were|am|is :: born in (?:the )?(?=@month@ ) :: birthday :: date
was|were|am|is :: born (?:and raised )?(?:in|near|at) :: born_in :: place
was|were|am|is :: born (?=yesterday|today|last|this|two|three|on|\\S+ (?:days|weeks|months) ago) :: birthday :: date
turn|turns|turned|turning :: :: age :: count
am|is|are|'s|will|just :: (?:just |about to )?(?:turned|turning|turn|be turning) :: age :: count
am|is|are|'s :: (?:now |only |already |almost )?(?<value>\\S+(?: \\S+)?) (?:years?|months?|weeks?) old :: age :: age
am|is|are|'s :: (?:now |only |already )?aged? :: age :: count
am|is|are|'s :: (?:now |only |already )?(?=\\S+(?: \\S+)? (?:[,.!]|and|but|now|who|$)) :: age :: count
are :: (?:called|named) :: name :: names
am|is|are|'s :: (?:called|named) :: name :: name
was :: (?:called|named) :: name :: name
go|goes :: by (?=\\S+ (?:$|[,.!]|because|but|and)) :: nickname :: name
have|has :: (?:got )?a (?:nickname|pet name), :: nickname :: name
am|is|are|'s :: from (?!work|home|here|there|the doctor|my) :: comes_from :: place
come|comes|came :: (?:originally )?from (?!work|home|here|there|the|my|a ) :: comes_from :: place
am|is|are|'s :: (?:half )?(?:an? )?(?<value>@nation@)(?! teacher| student| speaker| food| class| lesson| cuisine| wine| film| music| restaurant| exam) :: nationality :: match
speak|speaks :: (?:fluent |some |a little |a bit of |good |only )?(?=@language@) :: speaks :: list
am|is|are|'s :: (?:fluent|bilingual) in :: speaks :: list
am|is|are|'s :: (?:now )?(?:learning|studying) (?:to speak )?(?:how to )?(?!about|that|a lot|it) :: learns :: list
have|has :: (?:been |started )learning (?:how to )? :: learns :: list
started :: learning (?:how to )? :: learns :: list
take|takes :: (?=\\S+ (?:lessons|classes)) :: learns :: np
am|is|are|'s :: an? (?<value>aries|taurus|gemini|leo|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces) :: zodiac_sign :: match
am|is|are|'s :: (?:an? )?(?:practising )?(?<value>catholic|muslim|jewish|buddhist|christian|atheist|hindu|protestant|sikh|orthodox) :: religion :: match
am|is|are|'s|got|'m :: (?:now |recently |newly |just )?(?:got )?(?:married|engaged) to (?:an? (?:\\S+ )?(?:called|named) )? :: partner :: name
have|has|got|'s :: (?:just |recently )?(?:got )?(?:engaged|married) to (?:an? (?:\\S+ )?(?:called|named) )? :: partner :: name
was|were :: (?:married|engaged) to :: partner :: name :: past
was|were :: (?:dating|seeing|going out with|in a relationship with|together with|with(?= \\S+ (?:for|until|before))) (?!someone|a |an |the |my ) :: partner :: name :: past
am|is|are|'s :: (?:now )?(?:going out|in a relationship|living together) with (?!someone|a |an |the |my ) :: partner :: name
am|is|are|'s :: (?<=(?:now (?:i|she|he) (?:am|is|'s)|(?:i|she|he) (?:am|is|'s)) )now with (?!someone|a |an |the |my ) :: partner :: name
am|is|'s :: (?<=until .{1,40}now (?:i|she|he) (?:am|is|'s) |with .{1,40}now (?:i|she|he) (?:am|is|'s) |dating .{1,40}now (?:i|she|he) (?:am|is|'s) )with :: partner :: name
date|dates :: (?!back|from) :: partner :: name
am|is|are|'s :: (?:now |happily |newly |recently )?(?<value>married|single|divorced|widowed|engaged|separated|in a relationship) (?!men|people|mother|woman) :: marital_status :: match
got|were|was|are|is :: (?:getting )?married (?:to (?<partner>\\S+) )?(?:on|in) :: married_on :: date
got|were|was :: married (?=last|yesterday|today|this|\\S+ (?:years|months|weeks) ago) :: married_on :: date
got|have :: (?:got )?(?<value>divorced|engaged|married|separated) :: marital_status :: match :: begins
am|is|are|'s :: dating (?!again|someone) :: partner :: name
died|passed :: (?:away )?(?:on|in)? ?(?=(?:\\S+ ){0,3}) :: died_on :: date
died|passed :: (?:away|peacefully|suddenly)? ?(?<value>) :: event :: head
have|has|'s|own|owns|got|adopted :: (?:got |adopted |just adopted )?(?=(?:\\S+ ){0,3}@animal@) :: pet :: pet
have|has|'s :: (?:got )?(?=(?:\\S+ ){0,3}(?:@kin@|kids|children|sons|daughters|siblings|brothers|sisters|grandchildren|nephews|nieces|cousins|twins)) :: kin :: kin
am|is|are|'s :: an only child :: number_of_siblings :: zero
drive|drives :: (?:an? )(?!it|to|me|him|her|us|you|too|fast|safe|taxi|bus) :: car :: np
have|has|'s|own|owns :: (?:got )?an? (?=(?:\\S+ ){0,2}(?:@carmake@)) :: car :: np
have|has|'s|own|owns :: (?:got )?an? (?=(?:\\S+ ){0,2}(?:bike|bicycle|e bike|mountain bike|scooter)) :: bike :: np
have|has|'s|own|owns :: (?:got )?an? (?=(?:\\S+ ){0,2}(?:@phonemake@)) :: phone :: np
have|has|'s|own|owns :: (?:got )?an? (?=(?:\\S+ ){0,2}(?:macbook|laptop|thinkpad|imac|pc|chromebook)) :: computer :: np
have|has|'s :: (?:got )?an? (?=(?:\\S+ ){0,2}(?:@thing@)) :: owns :: np
own|owns :: (?!it|that|this|up) :: owns :: np
use|uses :: an? (?=(?:\\S+ ){0,2}(?:@phonemake@)) :: phone :: np
bought|purchased :: (?!it|that|this|them|some|bread|milk|groceries|food|everything|nothing) :: bought :: np :: begins
have|has :: (?:just )?bought (?!it|that|this|them|some|bread|milk|groceries) :: bought :: np :: begins
had :: an? (?=(?:\\S+ ){0,2}(?:@carmake@)(?! (?:to|accident|crash)))(?!(?:\\S+ ){0,2}(?:car )?(?:accident|crash|problem|service|wash|ride|chase)|test) :: car :: np :: past
had :: an? (?=(?:\\S+ ){0,2}(?:@phonemake@)) :: phone :: np :: past
had :: an? (?=(?:\\S+ ){0,2}(?:macbook|laptop|thinkpad|imac|pc|chromebook)) :: computer :: np :: past
drove :: an? (?=(?:\\S+ ){0,2}(?:@carmake@)) :: car :: np :: past
sold :: (?:my|our|his|her|the) :: owns :: np :: ends
play|plays :: (?:the |some )?(?=@playable@) :: plays :: list
am|is|are|'s :: (?:playing|learning to play|learning) (?:the )?(?=@playable@) :: plays :: list
do|does|practise|practises|practice|practices :: (?=@activity@) :: hobby :: list
go|goes :: (?<value>swimming|running|hiking|climbing|fishing|dancing|camping|sailing|cycling|jogging|horse riding|surfing|skiing|bouldering|birdwatching|diving|kayaking|rowing|bowling) :: hobby :: match
collect|collects :: (?!it|them|you|me|my|the kids|him|her) :: collects :: np
volunteer|volunteers :: (?:at|for|with|in) :: volunteers_at :: np
am|is|are|'s :: (?:an? )?(?:active )?(?:member of|part of|volunteer at|volunteer for|volunteering at) :: member_of :: np
sing|sings|play|plays|am|is|'s :: in an? (?=(?:\\S+ ){0,2}(?:choir|band|orchestra|club|team|quartet)) :: member_of :: np
can :: (?=(?:swim|drive|cook|ski|dance|sing|knit|sew|ride|juggle|play|speak|read|surf|skate|type|whistle)(?: |$)) :: knows_how_to :: verb :: no=cannot
know|knows :: how to :: knows_how_to :: verb :: no=cannot
am|is|are|'s :: (?:currently |now )?(?:reading|rereading) (?!it|that|this|about|the news|my|your|a book|the book) :: reads :: np
am|is|are|'s :: (?:currently |now )?(?:watching|binge watching|binging|rewatching) (?!it|that|tv|the news|you|my|a|over) :: watches :: np
bank|banks :: (?:with|at) :: bank :: np
am|is|are|'s :: (?:with|insured with|insured by) (?=(?:@bank@)) :: bank :: np
put|left|keep|keeps|hid|stored|store|parked|stashed|hide :: (?:my|the|our|his|her|a|some|all my)? ?(?<thing>(?:\\S+ ){1,4}?)(?=(?:in|on|under|behind|inside|next|at|above|beside|near|by) (?:the|my|a|our|his|her) ) :: located_in :: located
broke|sprained|twisted|fractured|tore :: (?=(?:my|his|her|their) ) :: event :: head :: begins
had :: (?=an? (?:\\S+ ){0,2}(?:accident|operation|surgery|baby|miscarriage|heart attack|stroke)|surgery) :: event :: head :: begins
gave :: (?=birth) :: event :: head :: begins
passed|failed :: (?=(?:my|his|her|their|the) (?:\\S+ ){0,2}(?:exam|test|licence|license|a levels|bac|degree|finals)) :: event :: head :: begins
lost :: (?=(?:my|his|her|their) (?:\\S+ ){0,1}(?:job|wallet|keys|phone|passport|purse|ring)) :: event :: head :: begins
won :: (?=(?:a|an|the|my|first|second|third) ) :: event :: head :: begins
have|has|'s|got :: (?:got )?(?:an?|my|his|her|another) (?=(?:\\S+ ){0,4}(?:@appointment@)) :: appointment :: verb :: plan
have|has|'s|got :: (?:got )?the (?=(?:dentist|doctor|doctors|vet|vets|hairdresser|optician|physio|plumber|midwife|electrician|mechanic|orthodontist|osteopath|school play|builders?|exam|final)(?: |$)) :: appointment :: verb :: dated
have|has|'s :: (?:got )?(?=(?:dinner|lunch|breakfast|drinks|coffee|surgery|guests|training|rehearsal|yoga|class|football practice|an?) ) :: appointment :: verb :: dated
am|is|are|'s :: (?:seeing|meeting|visiting) (?!it|that|you|this) :: plan :: head :: dated
am|is|are|'s :: (?:going to (?=@verb@)|planning (?:to|on)|hoping to|thinking (?:of|about)|intending to|about to|considering) :: plan :: verb :: plan
am|is|are|'s :: (?=\\S+ing )(?!wedding|evening|morning|meeting|thing|building|something|anything|nothing|everything|spring|interesting|amazing|boring|exciting) :: plan :: verb :: dated
will|shall|'ll :: (?:probably |maybe )?(?!not|be (?:there|fine|back|ok|late)|see|let|do it|try|check|never|have to|call you|tell you|ask) :: plan :: verb :: dated
might|may|could :: (?:also )?(?=@verb@) :: plan :: verb :: hedge
plan|plans|intend|intends|hope|hopes|expect|expects :: to (?!hear|see you|know) :: plan :: verb :: plan
want|wants|would|'d|dream|dreams|wish :: (?:like |love |of )?(?:to (?=become|be |learn|visit|travel|move|buy|write|live|go to|get|have|adopt|change|retire|open|start|run)|(?=becoming|visiting|travelling|living|moving|writing|owning|opening|going)) :: wants :: verb :: wish
want|wants|would|'d :: (?:like |love )?an? (?=(?:\\S+ ){0,2}(?:@animal@|@thing@|bike|car|phone|laptop|baby|house)) :: wants :: np :: wish
leave|leaves|fly|flies|arrive|arrives|travel|travels|go|goes|come|comes|start|starts|finish|finishes|return|returns|get|gets :: :: plan :: head :: dated
think|thinks|find|finds :: (?:that )?(?!about|of|so|it|you|i|we|not) :: thinks :: rest :: opinion
`;
