import type { AccountKind, Customer, Member } from "./customer.ts";

/**
 * Where something is shown. `direct`: the direct message with the bot, its Home, a form. `unseen`: a conversation the bot
 * cannot look into, where it can answer one person and post nothing. `money`: a channel of the company that a manager
 * opened to amounts, by the digest or the cost summary. `guests`: a channel of the company that guests read too, of
 * which only posts need to know. `shared`: another organisation reads the channel, or was invited to. `agent`: another
 * program asks on a member's behalf; what it does with the answer nobody here can see.
 */
export const PLACES = ["direct", "unseen", "channel", "money", "guests", "shared", "agent"] as const;
export type Place = (typeof PLACES)[number];

/** Somebody whose account nobody could look up is no member. */
export type Account = AccountKind | "unknown";

/** Why something is not shown or done. */
export type AccessRefusal =
  | Exclude<Account, "member">
  | "managers-only"
  | "operations-only"
  | "shared"
  | "guests"
  | "direct"
  | "unseen"
  | "agent";

type Rule = { readonly who: "members" | "managers" | "operations"; readonly where: readonly Place[] };

const INTERNAL: readonly Place[] = ["direct", "unseen", "channel", "money", "guests"];
const CHANNELS: readonly Place[] = ["channel", "money"];
/** What everybody in a conversation of the company reads, without being posted by the bot. */
const CONVERSATIONS: readonly Place[] = ["direct", ...CHANNELS];
/** Only what a tool of `src/mcp` is there for. */
const WITH_AGENTS: readonly Place[] = [...INTERNAL, "agent"];

/**
 * Everything the bot shows, does or posts: which members may have it, and where. Nobody but a member has anything.
 * "managers" are managers and operations, "operations" they alone. Amounts follow `maySeeMoney` besides.
 */
const RULES = {
  help: { who: "members", where: PLACES },
  model: { who: "members", where: INTERNAL },
  card: { who: "members", where: WITH_AGENTS },
  unfurl: { who: "members", where: CONVERSATIONS },
  "customer-link": { who: "members", where: INTERNAL },
  "account-channel": { who: "members", where: INTERNAL },
  history: { who: "members", where: INTERNAL },
  products: { who: "members", where: INTERNAL },
  why: { who: "members", where: WITH_AGENTS },
  "why-silent": { who: "members", where: INTERNAL },
  "at-risk": { who: "members", where: WITH_AGENTS },
  movers: { who: "members", where: INTERNAL },
  "customer-costs": { who: "members", where: INTERNAL },
  "customer-rows": { who: "members", where: INTERNAL },
  "log-touch": { who: "members", where: WITH_AGENTS },
  snooze: { who: "members", where: WITH_AGENTS },
  "post-mortem-note": { who: "members", where: INTERNAL },
  override: { who: "members", where: INTERNAL },
  quiet: { who: "members", where: INTERNAL },
  "do-not-disturb": { who: "managers", where: INTERNAL },
  "answer-nudge": { who: "members", where: INTERNAL },
  "hand-over": { who: "members", where: INTERNAL },
  "take-over": { who: "managers", where: INTERNAL },
  nudges: { who: "members", where: INTERNAL },
  "nudge-settings": { who: "members", where: INTERNAL },
  "team-nudges": { who: "managers", where: INTERNAL },
  feedback: { who: "members", where: INTERNAL },
  draft: { who: "members", where: INTERNAL },
  "ask-feedback": { who: "members", where: INTERNAL },
  mentions: { who: "members", where: INTERNAL },
  "settle-mention": { who: "members", where: INTERNAL },
  events: { who: "members", where: INTERNAL },
  "change-events": { who: "managers", where: INTERNAL },
  "add-cost": { who: "members", where: INTERNAL },
  "correct-cost": { who: "members", where: INTERNAL },
  points: { who: "members", where: INTERNAL },
  "redeem-points": { who: "members", where: INTERNAL },
  "adjust-points": { who: "managers", where: INTERNAL },
  share: { who: "members", where: CHANNELS },
  costs: { who: "managers", where: WITH_AGENTS },
  metrics: { who: "managers", where: ["agent"] },
  "figure-rows": { who: "managers", where: INTERNAL },
  segments: { who: "managers", where: INTERNAL },
  digest: { who: "managers", where: INTERNAL },
  retention: { who: "managers", where: INTERNAL },
  "draft-templates": { who: "managers", where: INTERNAL },
  playbooks: { who: "managers", where: INTERNAL },
  "playbook-settings": { who: "managers", where: INTERNAL },
  "import-file": { who: "managers", where: ["direct"] },
  duplicates: { who: "managers", where: INTERNAL },
  "set-channel": { who: "managers", where: CHANNELS },
  "leave-channel": { who: "managers", where: [...CHANNELS, "guests", "shared"] },
  home: { who: "members", where: ["direct"] },
  setup: { who: "managers", where: INTERNAL },
  // A workflow names for whom it runs, and whoever made it may name anybody: so only what every member may have.
  "step:look-up": { who: "members", where: ["agent"] },
  "step:log-touch": { who: "members", where: ["agent"] },
  "step:await-risk": { who: "members", where: ["agent"] },
  "resend-message": { who: "managers", where: ["direct"] },
  "choose-model": { who: "operations", where: ["direct"] },
  "take-nudge": { who: "members", where: INTERNAL },
  "post:account-notice": { who: "members", where: CHANNELS },
  "post:account-channel-note": { who: "members", where: ["direct"] },
  "post:answer": { who: "members", where: CHANNELS },
  "post:channel-nudge": { who: "members", where: CHANNELS },
  "post:nudge": { who: "members", where: ["direct"] },
  "post:snooze-note": { who: "members", where: ["direct"] },
  "post:override-note": { who: "members", where: ["direct"] },
  "post:override-score": { who: "members", where: ["direct"] },
  "post:escalation": { who: "members", where: ["direct", ...CHANNELS] },
  "post:handover-note": { who: "members", where: ["direct"] },
  "post:feedback-note": { who: "members", where: ["direct"] },
  "post:feedback-alert": { who: "members", where: CHANNELS },
  "post:mention-alert": { who: "members", where: ["direct", ...CHANNELS] },
  "post:digest": { who: "members", where: CHANNELS },
  "post:cost-summary": { who: "members", where: CHANNELS },
  "post:model-alert": { who: "members", where: CHANNELS },
  "post:undelivered-alert": { who: "members", where: CHANNELS },
  "post:duplicates": { who: "members", where: CHANNELS },
  "post:job-alert": { who: "members", where: CHANNELS },
  "post:setup": { who: "managers", where: ["direct"] },
  "post:given-up-note": { who: "members", where: ["direct"] },
  "post:given-up-alert": { who: "members", where: CHANNELS },
  "post:post-mortem": { who: "members", where: CHANNELS },
  "post:post-mortem-details": { who: "members", where: CHANNELS },
  "post:post-mortem-list": { who: "members", where: CHANNELS },
  "post:post-mortem-note": { who: "members", where: CHANNELS },
} as const satisfies Record<string, Rule>;

export type Surface = keyof typeof RULES;
/** Every surface there is. */
export const SURFACES = Object.keys(RULES).filter((name): name is Surface => name in RULES);

type Asking = { readonly account: Account; readonly role: Member["role"] };

/** Null where a person may have a surface in a place; otherwise the first reason why not. */
export function accessRefusal(surface: Surface, asking: Asking, place: Place): AccessRefusal | null {
  const refused = refusalAnywhere(surface, asking);
  if (refused !== null) return refused;
  const { where }: Rule = RULES[surface];
  if (where.includes(place)) return null;
  return place === "channel" || place === "money" ? "direct" : place;
}

/** Null where there are places in which a person may have a surface; otherwise why there are none. */
export function refusalAnywhere(surface: Surface, { account, role }: Asking): AccessRefusal | null {
  if (account !== "member") return account;
  const { who }: Rule = RULES[surface];
  if (who === "operations") return role === "operations" ? null : "operations-only";
  return who === "managers" && role === "rep" ? "managers-only" : null;
}

/** Whether what a surface shows can be read by everyone in the place. */
export const isPosted = (surface: Surface): boolean => RULES[surface].where === CHANNELS;

/** Who reads something: one member, or everyone in the place. */
export type Reader = Pick<Member, "role" | "email"> | "everyone";

/**
 * Who may see what a customer is worth: managers and operations every customer, reps their own accounts, and whoever
 * reads a channel that a manager opened to amounts. A member without a known e-mail owns nothing.
 */
export function maySeeMoney(reader: Reader, customer: Pick<Customer, "ownerEmail">, place: Place): boolean {
  if (place === "shared") return false;
  if (place === "money") return true;
  return reader !== "everyone" && (reader.role !== "rep" || owns(reader, customer));
}

export function owns(member: Pick<Member, "email">, customer: Pick<Customer, "ownerEmail">): boolean {
  if (member.email === null || customer.ownerEmail === null) return false;
  return member.email.toLowerCase() === customer.ownerEmail.toLowerCase();
}

/** Who keeps the cost ledger: records any cost, corrects, closes, states rates and budgets. */
export function mayKeepLedger(member: Pick<Member, "role">): boolean {
  return member.role !== "rep";
}

/**
 * Whether a member may correct an entry or take it back: whoever keeps the ledger any, a rep what they recorded
 * themselves (they know best that it was a slip) until the books of its days are closed.
 * @param entry.createdBy Slack user id of whoever recorded it
 */
export function mayCorrectEntry(
  member: Pick<Member, "role" | "slackUserId">,
  { createdBy, isClosed }: { readonly createdBy: string | null; readonly isClosed: boolean },
): boolean {
  return mayKeepLedger(member) || (createdBy === member.slackUserId && !isClosed);
}

/**
 * Whether a rep may record a cost: what they spent directly on customers they all own. They know such a cost best and
 * see it on the card; what is shared out over others' customers is left to managers and operations.
 * @param ownerEmails of the customers the cost is for; null where somebody or something else is among them
 */
export function mayRecordOwnCost(
  member: Pick<Member, "email">,
  kind: "direct" | "indirect",
  ownerEmails: ReadonlyArray<string | null> | null,
): boolean {
  if (kind === "indirect" || ownerEmails === null || ownerEmails.length === 0) return false;
  return ownerEmails.every((ownerEmail) => owns(member, { ownerEmail }));
}

/** Whether a member may say which channel is about a customer: managers and operations any, reps their own accounts. */
export function mayLinkChannel(
  member: Pick<Member, "role" | "email">,
  customer: Pick<Customer, "ownerEmail">,
): boolean {
  return member.role !== "rep" || owns(member, customer);
}

/** Whether a member may give away what a customer's points are worth: managers and operations any, reps their own accounts'. */
export function mayRedeemPoints(
  member: Pick<Member, "role" | "email">,
  customer: Pick<Customer, "ownerEmail">,
): boolean {
  return member.role !== "rep" || owns(member, customer);
}
