import type { QuestionForm } from "./intent.ts";
import { forms } from "./question-forms.ts";

const CUSTOMERS = "(?:customers?|clients?|accounts?)";
const WHOSE =
  "(?:(?:(?:all )?(?:of )?(?<mine>my|mine)|(?<team>our|the team's|all(?: of)?(?: the| our)?|the)) )?";
const LEAVE =
  "(?:leav(?:e|ing)|churn(?:ing)?|cancel(?:l?ing)?|quit(?:ting)?|go(?:ing)? away|walk(?:ing)?(?: away)?|be lost)";
const IN_DANGER = `(?:at (?:high |great )?risk(?: of leaving| of churning)?|in danger|(?:most |highly )?(?:likely|about|going|set|prone) to ${LEAVE}|${LEAVE}|risky|shaky)`;
const WE = "(?:i|we|you|one)";
const NOW =
  "(?: (?:today|now|right now|at the moment|these days|lately|currently|this week|so far|recently))?";
const PERIOD =
  "(?: (?:in|for|of|over)?(?: the)? ?(?<period>(?:last|this|previous|current) (?:month|quarter)))?";
const RETENTION =
  "(?:retention(?: rates?| figures?| numbers?)?|customer retention(?: rate)?|(?:gross |net )?revenue retention(?: rate)?|grr|nrr|grr and nrr|nrr and grr|churn(?: rates?)?|customer churn(?: rate)?)";
const THRESHOLD_PERCENT = ".*\\d(?: ?%| ?per ?cent)?.*";
const SHOW = "(?:show(?: me)?|give me|see|get|list|display)";

/** What is asked in English, in the order it is tried. */
export const ENGLISH_FORMS: readonly QuestionForm[] = [
  ...forms(
    "help",
    "help",
    "what (?:can|could) (?:you|i|we) (?:do|ask|answer)(?: (?:here|you|for me))?",
    "what do you (?:do|know)",
    "how (?:do|does|can) (?:i use )?(?:this|you|it) ?(?:work)?",
    "how are you(?: doing)?",
    "who are you",
  ),
  ...forms(
    "digest",
    `(?:${SHOW} )?(?:the |me the )?(?:weekly |retention )*(?:digest|summary|report)(?: (?:of|for|from))?(?: (?:the )?(?:(?<last>last|previous|past)|this|the) week)?`,
    `(?:${SHOW} )?(?:the )?(?:(?<last>last|previous|past)|this) week's (?:retention )?(?:digest|summary|report)`,
    "how (?:was|did|is|went) (?:(?<last>last|the past|the previous)|this|the) week(?: go| going| been)?",
    "what happened (?:(?<last>last|the past)|this) week",
    "(?:and )?(?:what about )?(?:(?<last>last)|this) week",
  ),
  ...forms(
    "retention",
    `(?:what(?:'s| is| was| were| are)|how (?:is|are|was|high is|high was|good is|good was)|${SHOW}|report(?: on)?)?\\s*(?:our|the|my|me the|me our)?\\s*(?:report (?:of|on) )?${RETENTION}(?: report)?(?: doing| looking)?${PERIOD}`,
    `(?:${SHOW} )?(?:the |a |our )?(?:report|figures|numbers) (?:of|on|about|for) (?:our )?${RETENTION}${PERIOD}`,
    `how many customers (?:did|have) we (?:keep|kept|lose|lost|retain|retained)${PERIOD}`,
    `how (?:well|many) do we (?:keep|retain) (?:our )?customers${PERIOD}`,
  ),
  ...forms(
    "threshold",
    `(?:the )?threshold(?: (?:of|to|at))? ?${THRESHOLD_PERCENT}`,
    `what (?:if|would happen if|happens if|would change if) .*threshold${THRESHOLD_PERCENT}`,
    `what would (?:a|the) threshold (?:of|at)${THRESHOLD_PERCENT}`,
    `how many ${CUSTOMERS} (?:are|would be|have a risk|have|stand) (?:above|over|at|of|beyond)${THRESHOLD_PERCENT}`,
    "(?:the )?threshold",
  ),
  ...forms(
    "movers",
    `whose risk (?:has )?(?:moved|changed|rose|risen|went up|gone up|increased|jumped|grew|fell|fallen|dropped|shifted) (?:the )?most${NOW}`,
    `(?:who|which ${CUSTOMERS})(?: has| have)? (?:moved|changed|rose|risen|jumped|worsened|improved|got worse|got better) (?:the )?most${NOW}`,
    `(?:${SHOW} )?(?:the |our |my )?(?:biggest |top |largest )?(?:risk )?(?:movers?|risers?|fallers?)${NOW}`,
    `(?:what are )?(?:the )?biggest (?:changes|moves|shifts|movements)(?: in| of) risk${NOW}`,
    `where (?:did|has) (?:the )?risk (?:move|moved|change|changed) (?:the )?most${NOW}`,
  ),
  ...forms(
    "at-risk",
    `(?:which|who|what) (?:of )?${WHOSE}${CUSTOMERS} (?:are|is|might|may|could|will|would|look|seem)(?: be)? ?(?:likely to |currently |now )?${IN_DANGER}${NOW}`,
    `who(?:'s| is| are| might| may| could| will)(?: be)? ?(?:likely to |currently |now )?${IN_DANGER}${NOW}`,
    `(?:${SHOW} )?${WHOSE}(?:high.?risk )?${CUSTOMERS}(?: (?:that|who) are)? at (?:high )?risk${NOW}`,
    `(?:${SHOW} )?${WHOSE}(?:at.?risk|high.?risk) (?:list|${CUSTOMERS})${NOW}`,
    "at.?risk(?: (?:(?<mine>mine)|(?<team>team)))?",
    `are any (?:of )?${WHOSE}${CUSTOMERS} ${IN_DANGER}${NOW}`,
    `(?:who|which ${CUSTOMERS}) (?:should|do|must) ${WE} (?:worry about|save|be worried about)${NOW}`,
    `(?:who|which ${CUSTOMERS}) (?:are|is|will) we (?:about to |going to |likely to )?los(?:e|ing)${NOW}`,
  ),
  ...forms(
    "nudges",
    `(?:${SHOW} )?(?:the |all )?(?:my )?(?:open )?(?:nudges|reminders|to.?dos?|follow.?ups)(?: of mine| for me)?${NOW}`,
    "what (?:do|should|must) i (?:have to |need to )?do today",
    "(?:who|whom) (?:do|should|must) i (?:have to )?(?:call|contact|write to|talk to|reach out to)(?: today| now)?",
    "what(?:'s| is) (?:waiting for me|on my plate)",
    "do i have (?:any )?(?:nudges|reminders|follow.?ups)",
  ),
  ...forms(
    "why-silent",
    `why (?:was|were|have|has|did)(?:n't)? (?:${WE}|nobody|no one|noone) (?:not |never )?(?:been |get )?(?:told|nudged|warned|reminded|notified|a nudge|any nudges?|hear|heard)(?: anything)? (?:about|of|on|for) NAME`,
    "why (?:are you|is it|so|you're) (?:so )?(?:silent|quiet) (?:about|on) NAME",
    "why.?silent NAME",
    "why (?:is|was) there no (?:nudge|reminder) (?:about|for|on) NAME",
    "why no (?:nudges?|reminders?) (?:about|for|on) NAME",
    "why (?:don't|didn't|do not|did not) you (?:nudge|tell|remind|warn) (?:me|us|anybody|anyone) (?:about|of) NAME",
  ),
  ...forms(
    "since-when",
    "since when(?: is it| are they| is that)?",
    `since when (?:is|are|has|have) NAME(?: been)?(?: ${IN_DANGER}| like (?:this|that)| so high)?`,
    "(?:for )?how long(?: (?:now|already))?",
    `(?:for )?how long (?:has|have|is|are) NAME (?:been )?${IN_DANGER}(?: now| already)?`,
    `since when NAME (?:is|has been) ${IN_DANGER}`,
    `when did NAME (?:become|get|turn|start(?: to be| being)?) ${IN_DANGER}`,
  ),
  ...forms(
    "why",
    "(?:but |and )?why(?: is that| that| so| is it| are they)?(?: (?:at (?:high )?risk|so high|high))?",
    "how come",
    `why (?:is|are) NAME(?: still| so| now)? ${IN_DANGER}`,
    `why NAME (?:is|are)(?: so)? ${IN_DANGER}`,
    "why (?:is|are) NAME(?:'s|s')? risk(?: so)?(?: (?:high|up|rising|that high))?",
    "why (?:is|are) NAME (?:so )?(?:high|red|worrying|bad)",
    `why (?:would|might|will|could|should|does) NAME (?:want to )?${LEAVE}`,
    "what(?:'s| is) (?:wrong|the (?:matter|problem|trouble|issue)|going wrong|going on) with NAME",
    `what puts NAME at risk`,
    "(?:what are )?(?:the )?reasons? (?:for|behind|why) NAME(?:'s|s')? (?:high )?risk",
    "explain (?:the )?risk of NAME",
    "explain NAME(?:'s|s')? risk",
  ),
  ...forms(
    "what-helps",
    "what (?:would|could|can|might|will|does|may) help(?: them| him| her| it| there| here)?",
    "what (?:should|can|could|must|do|shall) (?:i|we) do(?: (?:then|next|now|here|about (?:it|them|that)))?",
    "what (?:would|could|can|might|will|does|may) help (?:with |to keep |keep |to save |save |to retain |retain )?NAME",
    "what (?:should|can|could|must|do|shall) (?:i|we) do (?:about|for|with) NAME",
    "what to do (?:about|for|with) NAME",
    "how (?:can|could|do|should|would|might) (?:i|we) (?:keep|save|retain|win back|help|rescue|hold on to) NAME",
    "(?:what|how) (?:would|can|could|do) (?:we )?(?:lower|reduce|cut|bring down) NAME(?:'s|s')? risk",
    "how to (?:keep|save|retain|win back|help|rescue) NAME",
    "(?:next|best) (?:step|action) (?:for|with) NAME",
  ),
  ...forms(
    "worth",
    `what (?:is|are) NAME worth(?: to us)?${NOW}`,
    "what's NAME worth(?: to us)?",
    "what NAME (?:is|are) worth(?: to us)?",
    "how much (?:is|are) NAME worth(?: to us)?",
    "how (?:valuable|important) (?:is|are) NAME(?: to us)?",
    "(?:what(?:'s| is) )?(?:the )?(?:margin )?(?:clv|ltv|cltv|(?:customer )?lifetime value|value|worth) (?:of|for) NAME",
    "(?:what(?:'s| is) )?NAME(?:'s|s') (?:margin )?(?:clv|ltv|cltv|(?:customer )?lifetime value|value|worth)",
    "NAME (?:clv|ltv|cltv|lifetime value)",
    "(?:what|how much) (?:does|do|did) NAME (?:bring|earn|make|pay)(?: us)?(?: in)?",
    "how much (?:revenue|money) (?:does|do|did) NAME (?:bring|make|give us)(?: us| in)?",
  ),
  ...forms(
    "costs",
    "(?:what|how much) (?:does|do|did|has|have) NAME costs?(?: us)?",
    "what NAME costs(?: us)?",
    "(?:what (?:are|is|were) )?(?:the |our )?(?:costs?|spend(?:ing)?|expenses?|expenditure) (?:of|for|on|with) NAME",
    "(?:what (?:are|is) )?NAME(?:'s|s') (?:costs?|spending|expenses?)",
    "(?:how much|what) (?:do|did|have|are) (?:we|i) (?:spend|spent|spending)(?: so far)? (?:on|for) NAME",
    "how (?:expensive|costly) (?:is|are) NAME",
    "how much (?:does|do) (?:it|we) (?:cost|pay) (?:us )?to (?:keep|serve) NAME",
  ),
  ...forms(
    "products",
    "what (?:does|do|did|has|have) NAME (?:usually |regularly |often |normally )?(?:buy|bought|order|ordered|purchased?)(?: regularly| usually| from us)?",
    "what NAME (?:buys?|orders?)",
    "(?:what are |show )?(?:the )?products (?:of|for|from|bought by) NAME",
    "(?:what are )?NAME(?:'s|s') products?",
    "what (?:products )?(?:can|could|should|shall|to|do) ?(?:we|i)? ?(?:offer|sell|recommend|pitch)(?: to)? NAME(?: next)?",
    "what (?:could|might|would|will) NAME (?:buy|order|need) next",
  ),
  ...forms(
    "history",
    "(?:show |what(?:'s| is) )?(?:the |our )?(?:contact )?(?:history|timeline|record) (?:of|for|with) NAME",
    "(?:what(?:'s| is) )?NAME(?:'s|s') (?:history|timeline)",
    `what(?: has|'s)? happened (?:with|to|at) NAME${NOW}`,
    "when did (?:we|i|anybody|anyone|somebody) last (?:speak|talk|write|get in touch|contact)(?: (?:to|with))? NAME",
    "what (?:did|have) we (?:do|done) (?:for|with) NAME(?: so far)?",
  ),
  ...forms(
    null,
    "(?:and|and also|also|same for|the same for|same question for|ok and) (?:for |about )?(?:what about |how about )?NAME",
    "(?:what about|how about) NAME",
  ),
  ...forms(
    "card",
    `how (?:is|are) NAME(?: (?:doing|going|looking|getting on|faring))?${NOW}`,
    `how's NAME(?: (?:doing|going|looking|getting on|faring))?${NOW}`,
    `how NAME (?:is|are)(?: (?:doing|going|looking|getting on))?${NOW}`,
    `how (?:does|do) NAME (?:look|stand|do)${NOW}`,
    `what(?:'s| is) (?:up|new|the (?:status|state|situation)) (?:with|of|at) NAME`,
    "(?:tell me (?:more )?about|show me|show|look up|pull up|bring up|check(?: on)?|status of|(?:the )?card (?:of|for)|find me) (?:the card (?:of|for) )?NAME",
    "(?:show (?:me )?)?NAME(?:'s|s') (?:card|status)",
    "NAME (?:card|status)",
    "where do we stand with NAME",
  ),
];
