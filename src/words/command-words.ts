/** What a command begins with, and the words of ours that may follow it; in English, as the handlers read it. */
const COMMANDS = {
  help: [],
  find: [],
  show: [],
  channel: ["on", "off", "language", "digest", "costs", "escalations", "alerts", "post-mortems", "nudges"],
  model: [],
  playbooks: ["settings"],
  threshold: [],
  events: [],
  drafts: [],
  nudges: ["team", "settings"],
  mentions: [],
  advocates: [],
  "at-risk": ["mine", "team"],
  movers: ["mine", "team"],
  digest: ["last week", "this week"],
  setup: [],
  segments: ["by", "value-tier", "segment", "geography", "behaviour", "spend"],
  costs: [
    ...["add", "by", "in", "month", "quarter", "year"],
    ...["this month", "this quarter", "this year", "last month", "last quarter", "last year"],
    ...["segment", "category", "owner", "channel", "customer"],
  ],
  duplicates: [],
  "why-silent": [],
  "do-not-disturb": [],
  overrides: [],
} as const;

/** What follows a customer's name. */
const OF_CUSTOMER = [
  ...["snooze", "quiet", "override", "cost", "feedback", "products", "points", "history", "channel", "link"],
] as const;

type Command = keyof typeof COMMANDS;
type Argument = (typeof COMMANDS)[Command][number];
type OfCustomer = (typeof OF_CUSTOMER)[number];
type Words<Of extends string> = { readonly [Word in Of]: readonly string[] };

/** What a language calls the commands; no word of it has a blank. */
export type CommandWords = {
  readonly commands: Words<Command>;
  readonly arguments: Words<Argument>;
  /** Behind a customer's name, also without a blank between. */
  readonly ofCustomer: Words<OfCustomer>;
  /** What people put before or behind a command and what changes nothing of it. */
  readonly fillers: readonly string[];
  /** The same, where it asks for everybody's and not for one's own. */
  readonly everybody: readonly string[];
  /** What else the language itself is called where one is chosen. */
  readonly alsoCalled: readonly string[];
};

/** A language whose commands are typed in English. */
export const NO_COMMAND_WORDS: CommandWords = {
  commands: noneOf(Object.keys(COMMANDS) as Command[]),
  arguments: noneOf(Object.values(COMMANDS).flat() as Argument[]),
  ofCustomer: noneOf(OF_CUSTOMER),
  fillers: [
    ...["list", "show", "display", "see", "get", "give", "me", "the", "please", "pls", "thanks", "thx"],
    ...["customers", "clients", "accounts"],
  ],
  everybody: ["all", "everybody", "everyone"],
  alsoCalled: [],
};

/** The words that may follow a command. */
export const argumentsOf = (command: string): readonly string[] =>
  command in COMMANDS ? COMMANDS[command as Command] : [];

function noneOf<Word extends string>(words: readonly Word[]): Words<Word> {
  return Object.fromEntries(words.map((word) => [word, []])) as unknown as Words<Word>;
}
