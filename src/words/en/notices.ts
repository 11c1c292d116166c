/** What the bot answers in a sentence: to a command, to a button, and where something cannot be done. */
export const notices = {
  "notice.failed":
    "Sorry, that did not work. Please try again in a minute; if it fails again, give whoever runs me the reference {reference}.",
  "notice.form-too-late":
    "I was too slow: Slack opens a form only within three seconds. Press the button again. If it keeps happening, give whoever runs me the reference {reference}.",
  "notice.not-taken": "I cannot keep this right now, so nothing was done. Please try again in a minute.",
  "notice.interrupted":
    "I was interrupted while I shared this. Look in the channel whether it is there before you share it again.",
  "notice.old-button":
    "This button is from an older version of me. Look the customer up again with `/customer`.",
  "touch.not-kept":
    "This customer is no longer in the file, so the touch was not kept. Look the customer up again with `/customer` and the name.",
  "notice.gone": "This customer is no longer in the file. Look it up again with `/customer` and its name.",

  "look-up.which": "Which customer do you mean by {typed}?",
  "look-up.which-of-more":
    "Which customer do you mean by {typed}? These are the first {shown, number}; add a word to narrow it down.",
  "look-up.nobody":
    "I know no customer {typed}. Try part of the name, the domain or the customer number; `/customer help` shows how.",
  "look-up.nobody-but-near": "I know no customer {typed}. These come nearest:",
  "look-up.command-meant": "Did you mean {command}?",
  "look-up.do-command": "{command}",
  "look-up.too-long":
    "That is too long for a customer's name. Type a part of the name, the domain or the number.",
  "look-up.open": "Open",
  "look-up.nearest": "No customer is called exactly that; this is the one that comes nearest.",
  "look-up.namesake": "A customer is called that. For the command of that name, type {command}.",

  "settled.touch-logged":
    "{who, select, you {You logged a touch {ago}.} named {{name} logged a touch {ago}.} other {Someone logged a touch {ago}.}}",
  "settled.snoozed":
    "{who, select, you {You snoozed this customer {ago}.} named {{name} snoozed this customer {ago}.} other {Someone snoozed this customer {ago}.}}",
  "settled.not-useful":
    "{who, select, you {You marked this as not useful {ago}.} named {{name} marked this as not useful {ago}.} other {Someone marked this as not useful {ago}.}}",
  "settled.reached-out":
    "{who, select, you {You reached out to this customer {ago}.} named {{name} reached out to this customer {ago}.} other {Someone reached out to this customer {ago}.}}",
  "settled.handed-over":
    "{who, select, you {You handed this reminder over {ago}.} named {{name} handed this reminder over or took it over {ago}.} other {Somebody handed this reminder over {ago}.}}",
  "settled.look-up-again": "{settled} Look the customer up again to add to it.",
  "settled.offer-touch": "Noted. Log a touch to say how it went and how long it took.",

  "access.guest":
    "I tell guests of the workspace nothing about customers. Ask an administrator for a full account.",
  "access.outsider": "I work for the members of this company only.",
  "access.bot": "I answer people only.",
  "access.deactivated": "This account is deactivated, so I show it nothing.",
  "access.unknown":
    "Slack does not tell me who you are just now, so I show nothing. Please try again in a minute.",
  "access.managers-only.money":
    "What all customers cost and are worth is for managers and operations. `/customer` with a name shows your own accounts, and `/customer acme cost` what one costs.",
  "access.managers-only.import": "Only managers and operations import files. Ask one of them.",
  "access.operations-only":
    "Only whoever has the role operations may do this. Ask one of them, or an administrator.",
  "access.managers-only.setup": "Only managers and operations set me up. Ask one of them.",
  "access.managers-only.channel":
    "Only managers and operations can decide what a channel gets. Ask one of them, or an administrator.",
  "access.shared": "Another organisation reads this channel, so I say nothing about customers here.",
  "access.guests":
    "Guests read this channel, so I post nothing about customers here. Use a channel without guests.",
  "access.direct":
    "This works in a channel only. Type `/customer` with a name there, and use the buttons of that card.",
  "access.agent": "I hand this to no other program. Ask me for it in Slack.",
  "access.unseen":
    "I cannot see who reads this conversation, so I post nothing here. Invite me to the channel, then try again.",
  "access.privately": "Show me privately",
  "access.shown-privately": "I have sent it to you in our direct messages.",

  "table.as-file": "As a file",
  "table.sent":
    "I have sent you the table as {file} in our direct messages: {rows, plural, one {# row} other {# rows}}{leftOut, plural, =0 {} other {, the # last ones left out}}.",
  "table.comment": "The table you asked for. It holds amounts: mind who you pass it on to.",

  "channel.usage":
    "Say what this channel should get: `/customer channel on digest`, `/customer channel on costs`, `/customer channel on escalations`, `/customer channel on alerts`, `/customer channel on post-mortems` or `/customer channel on nudges`; `off` ends it.",
  "channel.gets": "This channel now gets {topics}.",
  "channel.gets-nothing": "This channel now gets nothing from me any more.",
  "channel.language.set":
    "I write to this channel in {language} from now on. What each person asks me is answered in the language of their Slack.",
  "channel.language.choose":
    "Choose the language I write to this channel in: {languages}. What each person asks me is answered in the language of their Slack.",
  "channel.language.option": "`/customer channel language {name}`",
  "channel.language.unknown": "I do not speak {typed}. These I do: {languages}.",
  "channel.digest.choose":
    "When should the digest come here? `/customer channel digest monday 9` – a weekday and a full hour; behind it a time zone, if it is another one: `Europe/Berlin`.",
  "channel.digest.set":
    "The digest comes to this channel on {weekday} at {hour, number}:00, {timeZone}, and is about the last whole week before.{isOn, select, yes {} other { It is not switched on yet: `/customer channel on digest`.}} Everything else this channel gets goes by the same time zone.",
  "channel.digest.unknown":
    "I do not understand {typed}. Say a weekday and a full hour, such as `/customer channel digest monday 9` or `/customer channel digest friday 16 Europe/Berlin`.",
  "channel.topic.digest": "the weekly digest",
  "channel.topic.costs": "the monthly cost summary",
  "channel.topic.escalations": "reminders that nobody answers although much is at stake",
  "channel.topic.alerts": "alerts about the model and about jobs that fail",
  "channel.topic.post-mortems": "a thread for each customer who left while rated safe",
  "channel.topic.nudges": "customers without an owner who need somebody",
  "channel.shows-money": "Everyone who reads here now sees what customers are worth.",
  "channel.invite-me": "I am not in this channel yet: invite me, or nothing can be posted.",

  "help.title": "What /customer can do",
  "help.text":
    "What /customer can do: /customer acme shows a customer's card, /customer at-risk lists who is about to leave, /customer acme cost what one costs, /customer costs and /customer segments all of them, /customer cost add records a cost, /customer model says how far the risk can be trusted, /customer channel on digest sets up a channel.",
  "help.text.look-up":
    "Look up a customer: type /customer and the name, the domain or the number; with history behind it for all that happened, with products for what to offer next.",
  "help.text.at-risk":
    "Who is at high risk, most at stake first: /customer at-risk mine, team or the name of a segment.",
  "help.text.costs":
    "Costs and value: /customer acme cost, /customer costs quarter by owner, /customer segments by rfm, /customer cost add.",
  "help.text.mentions": "What is said of us in public: /customer mentions, /customer advocates.",
  "help.text.model": "How far the risk can be trusted: /customer model.",
  "help.text.channels":
    "Set up this channel: /customer channel on digest, on costs, on escalations, on alerts, on post-mortems or on nudges; off ends it. For managers and operations.",
  "help.text.home": "Your accounts are on my Home tab, riskiest first.",
  "help.look-up":
    "*Look up a customer*\n`/customer acme` – by name, also misspelt, in part or without accents\n`/customer acme.com` – by domain\n`/customer C-1042` – by customer number\n`/customer acme history` – all that happened, newest first\n`/customer acme feedback` – what they answered, and a link to ask them\n`/customer acme products` – what to offer them next, and what they buy regularly\n`/customer acme points` – loyalty points, and redeem them\n`/customer why-silent acme` – why nobody was nudged about them\n`/customer acme override` – say that you know better than the model; `/customer overrides` lists yours\n`/customer acme quiet` – leave them alone, where they asked for it\n`/customer acme link` – a link that shows them where you post it\n`/customer acme channel #acc-acme` – the channel that is about them; `/customer` alone shows their card there\n`/customer find model` – by name, where the name is also a command\nWrite me the name in a direct message, or mention me with it in a channel, and you get the same.\nThe card is visible to you alone. Its buttons log a touch, snooze the customer, explain the risk, or share the card.\n`/customer acme snooze 2w` – no suggestions for two weeks; also `3d`, `1 month`, `until 2027-01-15`",
  "help.at-risk":
    "*Who is about to leave, most at stake first*\n`/customer at-risk` – a rep's own customers at high risk; for managers and operations the team's\n`/customer at-risk mine`, `/customer at-risk team` or `/customer at-risk Retail` (a segment)\nEach stands with owner, renewal, what to do next, and whether somebody has acted.\n`/customer playbooks` – what this quarter's nudges brought and cost, against customers held out (managers and operations)\n`/customer threshold 60%` – how many nudges you would have had at that risk, and how many right (managers and operations)\n`/customer playbooks settings` – which playbooks are on, off or in a dry run, and their numbers (managers and operations)\n`/customer events` – what the team plans and whom to invite; managers and operations add to it\n`/customer drafts` – the texts reps start from when they write to a customer, to edit (managers and operations)\n`/customer do-not-disturb` – who is left alone, and why (managers and operations)\n`/customer nudges` – what waits for your answer, and when I tell you; `nudges team` for everybody (managers and operations)",
  "help.costs":
    "*What keeping customers costs, and what they are worth*\n`/customer acme cost` – one customer: cost by category, value, profitability, three months' trend\n`/customer costs quarter by owner` – month, quarter or year, by segment, category, owner, channel or customer (managers and operations)\n`/customer segments` – customers by value tier, or `by rfm`, `spend`, `geography`, `behaviour`: size, value, cost, risk, suggested care\n`/customer cost add` – managers and operations any cost, reps what they spent directly on their own customers",
  "help.mentions":
    "*What is said of us in public*\n`/customer mentions` – complaints nobody answered, the most urgent first\n`/customer advocates` – who praises us again and again",
  "help.model":
    "*How far can the risk be trusted?* `/customer model` – which model serves, how good it was, and why it serves",
  "help.channels":
    "*Set up this channel* (managers and operations)\n`/customer channel on digest` – the weekly retention digest\n`/customer channel on costs` – the monthly cost summary\n`/customer channel on escalations` – reminders that nobody answers although much is at stake\n`/customer channel on alerts` – warnings for whoever runs me: a model that no longer fits, jobs that failed, customers who may be one\n`/customer channel on post-mortems` – a thread for each customer who left although their risk was low\n`/customer channel on nudges` – customers without an owner who need somebody, at most ten a week\n`/customer channel off digest`, and so on, ends it\n`/customer channel digest monday 9` – when the digest comes: weekday, hour, and a time zone if you like\n`/customer channel language 繁體中文` – the language I write to this channel in; also `简体中文`, `English`\n*Customers from several systems* (managers and operations): `/customer duplicates` lists those who may be one, to join or to keep apart\n*Setting me up* (managers and operations): `/customer setup` – what is done, what is left, and whether I post",
  "help.home":
    "*Your accounts* are on my Home tab: those at high risk with most at stake first, then all of them, riskiest first.",
} as const;
