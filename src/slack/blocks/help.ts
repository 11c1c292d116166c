import { header, type SlackMessage, section } from "./elements.ts";

/** Everything the command can do. */
export function helpMessage(): SlackMessage {
  return {
    blocks: [
      header("What /customer can do"),
      section(LOOK_UP),
      section(COSTS),
      section(MODEL),
      section(CHANNELS),
      section(HOME),
    ],
    text: "What /customer can do: /customer acme shows a customer's card; /customer channel on digest sets up a channel.",
  };
}

const LOOK_UP = [
  "*Look up a customer*",
  "`/customer acme` – by name, also misspelt, in part or without accents",
  "`/customer acme.com` – by domain",
  "`/customer C-1042` – by customer number",
  "`/customer find model` – by name, where the name is also a command",
  "The card is visible to you alone. Its buttons log a touch, snooze the customer, explain the risk, or share the card.",
].join("\n");

const COSTS = [
  "*What keeping customers costs, and what they are worth*",
  "`/customer acme cost` – one customer: cost by category, value, profitability, three months' trend",
  "`/customer costs quarter by owner` – month, quarter or year, by segment, category, owner, channel or customer (managers and operations)",
  "`/customer segments` – customers by value tier, or `by rfm`, `spend`, `geography`, `behaviour`: size, value, cost, risk, suggested care",
  "`/customer cost add` – managers and operations any cost, reps what they spent directly on their own customers",
].join("\n");

const MODEL =
  "*How far can the risk be trusted?* `/customer model` – which model serves, how good it was, and why it serves";

const CHANNELS = [
  "*Set up this channel* (managers and operations)",
  "`/customer channel on digest` – the weekly retention digest",
  "`/customer channel on costs` – the monthly cost summary",
  "`/customer channel on alerts` – warnings for whoever runs me: a model that no longer fits, jobs that failed",
  "`/customer channel off digest`, and so on, ends it",
].join("\n");

const HOME = "*Your accounts* are on my Home tab, riskiest first.";
