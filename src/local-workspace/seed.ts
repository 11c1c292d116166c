import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { DEMO_TEAM, STORY_OWNER } from "../demo/team.ts";
import type { Member } from "../domain/customer.ts";
import { FALLBACK_LOCALE } from "../domain/fallback-locale.ts";
import type { ChannelSetting } from "../domain/messages/channel-setting.ts";
import type { SeedChannel, SeedPerson, WorkspaceSeed } from "../sandbox/seed.ts";
import { FILE_SCOPE } from "../slack/scopes.ts";

const ROLE_LABELS: Readonly<Record<Member["role"], string>> = {
  rep: "Sales rep",
  manager: "Manager",
  operations: "Operations",
};
const MANAGER = DEMO_TEAM.find(({ role }) => role === "manager") ?? DEMO_TEAM[0];
const EVERYONE = DEMO_TEAM.map(({ slackUserId }) => slackUserId);

/** Who is in channels of ours and yet none of us: they may read nothing about customers. */
const GUEST: SeedPerson = {
  id: "U0DEMO20",
  name: "noor.aziz",
  realName: "Noor Aziz",
  email: "noor.aziz@fairs.example",
  roleLabel: "Event agency",
  timeZone: "Europe/Berlin",
  account: "guest",
};
const OUTSIDER: SeedPerson = {
  id: "U0DEMO21",
  name: "rachel.stone",
  realName: "Rachel Stone",
  email: null,
  roleLabel: null,
  timeZone: "America/New_York",
  account: "outsider",
  company: "Acme",
};
const ACCOUNT_TEAM = [STORY_OWNER.slackUserId, MANAGER?.slackUserId ?? ""];

/** The managers' channel, which asked from the start for what managers read, so that a moved clock has something to show. */
export const TEAM_CHANNEL: Omit<ChannelSetting, "updatedAt"> = {
  channelId: "C0RETENTION",
  digest: true,
  costSummary: true,
  alerts: false,
  postMortems: true,
  escalations: true,
  timeZone: MANAGER?.timeZone ?? "UTC",
  locale: FALLBACK_LOCALE,
  setBy: MANAGER?.slackUserId ?? "",
};

const CHANNELS: readonly SeedChannel[] = [
  // First, so that a new user lands where reps ask about customers, and no digest pushes their first card off the screen.
  { id: "C0SALES", name: "sales", topic: "Day to day", memberIds: EVERYONE, hasBot: true },
  {
    id: TEAM_CHANNEL.channelId,
    name: "retention",
    topic:
      "Who stays, who might leave, and what we do about it. Weekly digest, monthly costs, nudges nobody answered and unexpected losses arrive here.",
    memberIds: EVERYONE,
    hasBot: true,
  },
  // Called after its customer, so that "how is this customer?" beside it means Globex.
  {
    id: "C0ACCGLOBEX",
    name: "acc-globex",
    topic: "Globex, their delivery and what we do about it",
    memberIds: ACCOUNT_TEAM,
    hasBot: true,
  },
  {
    id: "C0ACCACME",
    name: "acc-acme",
    topic: "Acme, their export and what we do about it",
    memberIds: ACCOUNT_TEAM,
    hasBot: true,
  },
  {
    id: "C0PARTNER",
    name: "partner-globex",
    topic: "Shared with Globex: the bot says nothing about customers here.",
    memberIds: EVERYONE,
    hasBot: true,
    isShared: true,
  },
  {
    id: "C0ACME",
    name: "acme-rollout",
    topic: "Shared with Acme, whose people read everything here",
    memberIds: [...ACCOUNT_TEAM, OUTSIDER.id],
    hasBot: true,
    isShared: true,
  },
  {
    id: "C0FAIR",
    name: "trade-fair",
    topic: "The stand in March, with our agency",
    memberIds: [...ACCOUNT_TEAM, GUEST.id],
    hasBot: true,
  },
];

const manifestSchema = z.looseObject({
  display_information: z.looseObject({ name: z.string() }),
  features: z.looseObject({
    slash_commands: z.array(
      z.looseObject({ command: z.string(), description: z.string(), usage_hint: z.string() }),
    ),
    shortcuts: z.array(
      z.looseObject({ name: z.string(), type: z.enum(["global", "message"]), callback_id: z.string() }),
    ),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  settings: z.looseObject({ event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }) }),
});

type SeedOptions = {
  /** The app was given the scope for files besides. */
  readonly takesFiles?: boolean;
  /** Whose links it is told of; none where left out. */
  readonly unfurlDomains?: readonly string[];
};

/** The stand-in workspace: the demo's team, with the app installed exactly as its manifest says. */
export function localWorkspaceSeed({
  takesFiles = false,
  unfurlDomains = [],
}: SeedOptions = {}): WorkspaceSeed {
  const manifest = manifestSchema.parse(
    parse(readFileSync(new URL("../../manifest.yml", import.meta.url), "utf8")),
  );
  const { name } = manifest.display_information;
  return {
    name: "Demo workspace",
    people: [...DEMO_TEAM.map(personOf), GUEST, OUTSIDER],
    channels: CHANNELS,
    messages: [
      {
        conversationId: "C0SALES",
        authorId: MANAGER?.slackUserId ?? "",
        text: "Acme's usage looks off to me. Can somebody check before Friday?",
        minutesAgo: 55,
      },
      {
        conversationId: "C0ACME",
        authorId: OUTSIDER.id,
        text: "Could we move our call to Thursday?",
        minutesAgo: 40,
      },
      {
        conversationId: "C0FAIR",
        authorId: GUEST.id,
        text: "The plan of the stand is ready. Who signs it off?",
        minutesAgo: 35,
      },
    ],
    bot: { name: name.toLowerCase(), realName: name },
    commands: manifest.features.slash_commands.map(({ command, description, usage_hint }) => ({
      command,
      description,
      usageHint: usage_hint,
    })),
    shortcuts: manifest.features.shortcuts.map(({ name, type, callback_id }) => ({
      name,
      scope: type,
      callbackId: callback_id,
    })),
    suggestions: [
      { text: "Look up Acme, whose usage is falling; press “Why”, log a touch", draft: "/customer acme" },
      { text: "See what Globex's delivery calls for", draft: "/customer globex" },
      { text: "Mention Mainstay in #sales, or write to it", draft: "@mainstay why is Acme at risk?" },
      { text: "Move the clock to next Monday: nudges from Mainstay, digest in #retention", opens: "clock" },
    ],
    scopes: [...manifest.oauth_config.scopes.bot, ...(takesFiles ? [FILE_SCOPE] : [])],
    events: manifest.settings.event_subscriptions.bot_events,
    unfurlDomains,
  };
}

function personOf({ slackUserId, name, email, role, timeZone }: Member): SeedPerson {
  return {
    id: slackUserId,
    name: name.toLowerCase().replace(" ", "."),
    realName: name,
    email,
    roleLabel: ROLE_LABELS[role],
    timeZone,
    isAdmin: role === "manager",
  };
}
