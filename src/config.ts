import { z } from "zod";
import { isTimeZone } from "./domain/calendar.ts";
import { type CrmLinkPattern, isCrmLinkPattern } from "./domain/customers/customer-links.ts";
import { DEFAULT_HOLD_OUT, type HoldOut } from "./domain/outreach/proof/hold-out.ts";
import { SCORES_KEPT_DAYS } from "./domain/risk/scores/thinning.ts";
import type { RoleGroupSettings } from "./domain/role-groups.ts";

const blankIsAbsent = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema);

const timeZone = z.string().refine(isTimeZone, "is not a time zone; use an IANA name such as Europe/Berlin");

/** Slack tells an app of five domains at most, and one may be the bot's own. */
const MOST_PATTERNS = 4;

/** Addresses parted by blanks, each with the name of its source before it where that is known: `hubspot=https://…/{ref}`. */
const crmLinkPatterns = z
  .string()
  .transform((text) => text.trim().split(/\s+/).map(crmLinkPattern))
  .refine(
    (patterns) =>
      patterns.length <= MOST_PATTERNS && patterns.every(({ pattern }) => isCrmLinkPattern(pattern)),
    `must be one to ${MOST_PATTERNS} addresses with {ref} for the customer's reference, such as https://crm.example.com/accounts/{ref}`,
  );

function crmLinkPattern(text: string): CrmLinkPattern {
  const [, source, pattern] = /^([^=:/?#]+)=(https?:.*)$/i.exec(text) ?? [];
  return source === undefined || pattern === undefined
    ? { source: null, pattern: text }
    : { source, pattern };
}

const isBare = (url: string) => !/[?#]/.test(url);

/** A handle, with or without its @, or an id. */
const userGroup = z
  .string()
  .trim()
  .regex(
    /^@?[\p{L}\p{N}][\p{L}\p{N}._-]*$/u,
    "is no user group; give its handle, such as @managers, or its id",
  );

/** Every variable the bot reads; `.env.example` explains each. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: optional(z.string().startsWith("xoxb-", "must start with xoxb-")),
  SLACK_APP_TOKEN: optional(z.string().startsWith("xapp-", "must start with xapp-")),
  SLACK_SIGNING_SECRET: optional(z.string().min(8, "is too short to be a signing secret")),
  SLACK_MODE: withDefault(z.enum(["socket", "http"]), "socket"),
  SLACK_API_URL: optional(z.url()),
  HOST: withDefault(z.string(), "0.0.0.0"),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000),
  HEALTH_HOST: withDefault(z.string(), "127.0.0.1"),
  HEALTH_PORT: optional(z.union([z.literal("off"), z.coerce.number().int().min(0).max(65_535)])),
  METRICS: optional(z.enum(["on", "off"])),
  METRICS_TOKEN: optional(
    z.string().min(16, "must have 16 characters or more; `openssl rand -hex 16` makes one"),
  ),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ }).refine(isBare, "must be an address without ? and #")),
  CRM_LINK_PATTERN: optional(crmLinkPatterns),
  FEEDBACK_LINK_KEY: optional(
    z.string().min(32, "must have 32 characters or more; `openssl rand -hex 32` makes one"),
  ),
  COMPANY_NAME: optional(z.string().trim().min(1).max(100)),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://")),
  DATA_DIR: withDefault(z.string(), ".data"),
  TIME_ZONE: withDefault(timeZone, "UTC"),
  HORIZON_DAYS: withDefault(z.coerce.number().int().min(7).max(365), 90),
  SEED: withDefault(z.coerce.number().int(), 20261122),
  CLV_YEARS: withDefault(z.coerce.number().min(1).max(10), 3),
  DISCOUNT_RATE_PERCENT: withDefault(z.coerce.number().min(0).max(100), 10),
  MARGIN_PERCENT: optional(z.coerce.number().min(-100).max(100)),
  HOLD_OUT_PERCENT: withDefault(z.coerce.number().min(0).max(50), 10),
  HOLD_OUT_ALL_PERCENT: withDefault(z.coerce.number().min(0).max(50), 2),
  MANAGERS_GROUP: optional(userGroup),
  OPERATIONS_GROUP: optional(userGroup),
  SCORES_KEPT_DAYS: withDefault(z.coerce.number().int().min(SCORES_KEPT_DAYS).max(36_500), SCORES_KEPT_DAYS),
  IMPORT_IN_SLACK: withDefault(z.enum(["on", "off"]), "off"),
  LOG_LEVEL: withDefault(z.enum(["fatal", "error", "warn", "info", "debug", "silent"]), "info"),
});

export type SlackConnection =
  | { readonly mode: "socket"; readonly botToken: string; readonly appToken: string }
  | {
      readonly mode: "http";
      readonly botToken: string;
      readonly signingSecret: string;
      readonly host: string;
      /** 0: any free one. */
      readonly port: number;
    };

export type HealthAddress = {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Whether somebody chose the port: where it is taken, the bot then does not start. */
  readonly isChosen: boolean;
};

/** Where figures may be read. */
export type MetricsSettings = {
  /** At the address for health. */
  readonly atHealth: boolean;
  /** At the port of pages and signed requests. */
  readonly atPort: boolean;
  /** What has to be shown; null: nothing, which is for this machine alone. */
  readonly token: string | null;
};

export type Config = {
  /** Null without tokens: the bot then shows its demo. */
  readonly slack: SlackConnection | null;
  readonly slackApiUrl: string | null;
  /** Slack signs with it what it asks over HTTP: in Socket Mode too, where its Slackbot asks for tools; null: not set. */
  readonly signingSecret: string | null;
  readonly databaseUrl: string | null;
  /** Folder of the embedded database and of the local workspace's state. */
  readonly dataFolder: string;
  /** Of signed requests over HTTP, of pages and hooks, or of the local workspace's page. */
  readonly port: number;
  readonly host: string;
  /** Where `/healthz`, `/readyz` and figures are told besides `port`; null: nowhere, or there is no bot to watch. */
  readonly health: HealthAddress | null;
  readonly metrics: MetricsSettings;
  /** How others reach pages and hooks, without a slash at its end; null: there are none. */
  readonly publicUrl: string | null;
  /** Addresses in the team's own systems by which customers are known in Slack. */
  readonly crmPatterns: readonly CrmLinkPattern[];
  /** Signs the links by which customers answer; null: there are none. */
  readonly feedbackLinkKey: string | null;
  /** What customers know us by; null: not said, pages then speak of "us". */
  readonly companyName: string | null;
  /** Where no member's or channel's own zone is known. */
  readonly timeZone: string;
  readonly horizonDays: number;
  readonly seed: number;
  /** Every score is kept for so many days, later one a week. */
  readonly scoresKeptDays: number;
  /** What margin CLV assumes. */
  readonly clv: {
    readonly years: number;
    readonly discountRatePercent: number;
    /** Of customers whose file names no margin; null: they get no margin CLV. */
    readonly marginPercentIfUnknown: number | null;
  };
  /** Whether managers and operations may hand files over in Slack; the app then needs the scope files:read. */
  readonly importInSlack: boolean;
  /** Which customers are left without nudges, so that what nudges bring can be told; null: none. */
  readonly holdOut: HoldOut | null;
  /** Which user groups make managers and operations; undefined: none does. */
  readonly roleGroups?: RoleGroupSettings;
  readonly logLevel: z.output<typeof environmentSchema>["LOG_LEVEL"];
};

/** The environment cannot be used; the message lists every problem at once. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Reads `.env` where there is one, then the environment; the latter wins.
 * @throws ConfigError
 */
export function loadConfig(): Config {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return parseConfig(process.env);
}

/**
 * A secret of a system that is pulled from, by the name that its definition states. Read when it is needed: which there are
 * is known only once the sources are.
 */
export const environmentSecret = (name: string): string | null => process.env[name] || null;

/** @throws ConfigError listing every problem */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success)
    throw problems(parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  const env = parsed.data;
  return {
    slack: slackConnection(env),
    slackApiUrl: env.SLACK_API_URL ?? null,
    signingSecret: env.SLACK_SIGNING_SECRET ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: env.DATA_DIR,
    port: env.PORT,
    host: env.HOST,
    health: healthAddress(env),
    metrics: metricsSettings(env),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    crmPatterns: env.CRM_LINK_PATTERN ?? [],
    feedbackLinkKey: env.FEEDBACK_LINK_KEY ?? null,
    companyName: env.COMPANY_NAME ?? null,
    timeZone: env.TIME_ZONE,
    horizonDays: env.HORIZON_DAYS,
    seed: env.SEED,
    scoresKeptDays: env.SCORES_KEPT_DAYS,
    clv: {
      years: env.CLV_YEARS,
      discountRatePercent: env.DISCOUNT_RATE_PERCENT,
      marginPercentIfUnknown: env.MARGIN_PERCENT ?? null,
    },
    holdOut: {
      ...DEFAULT_HOLD_OUT,
      playbookShare: env.HOLD_OUT_PERCENT / 100,
      globalShare: env.HOLD_OUT_ALL_PERCENT / 100,
    },
    importInSlack: env.IMPORT_IN_SLACK === "on",
    ...roleGroupsOf(env),
    logLevel: env.LOG_LEVEL,
  };
}

function roleGroupsOf(env: z.output<typeof environmentSchema>): Pick<Config, "roleGroups"> {
  const roleGroups = { managers: env.MANAGERS_GROUP ?? null, operations: env.OPERATIONS_GROUP ?? null };
  return roleGroups.managers === null && roleGroups.operations === null ? {} : { roleGroups };
}

/** Chosen by the product: beside `PORT`, and nothing that is commonly taken. */
const HEALTH_PORT = 3001;

function healthAddress(env: z.output<typeof environmentSchema>): HealthAddress | null {
  const { SLACK_BOT_TOKEN: token, HEALTH_HOST: host, HEALTH_PORT: port } = env;
  // Without tokens there is the local workspace, which listens for its own page alone.
  if (token === undefined || port === "off") return null;
  return { host, port: port ?? HEALTH_PORT, isChosen: port !== undefined };
}

/**
 * Figures tell how much a team does and how it does. On this machine's own address they are there unless switched off; where
 * others reach them they are there only if switched on, for who shows the token.
 */
function metricsSettings(env: z.output<typeof environmentSchema>): MetricsSettings {
  const { METRICS: metrics, METRICS_TOKEN: token = null, HEALTH_HOST: host, HEALTH_PORT: port } = env;
  const isOurs = LOOPBACK.test(host);
  if (metrics === "on" && token === null && !isOurs && port !== "off")
    throw problems(["METRICS_TOKEN is missing; METRICS=on needs it where HEALTH_HOST lets others in"]);
  return {
    atHealth: metrics === "on" || (metrics === undefined && isOurs),
    atPort: metrics === "on" && token !== null,
    token,
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

function slackConnection(env: z.output<typeof environmentSchema>): SlackConnection | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
  if (!botToken) {
    if (appToken) throw problems(["SLACK_BOT_TOKEN is missing, but SLACK_APP_TOKEN is set"]);
    return null;
  }
  if (env.SLACK_MODE === "http") {
    if (!signingSecret) throw problems(["SLACK_SIGNING_SECRET is missing; SLACK_MODE=http needs it"]);
    return { mode: "http", botToken, signingSecret, host: env.HOST, port: env.PORT };
  }
  if (!appToken) {
    throw problems([
      "SLACK_APP_TOKEN is missing; Socket Mode needs it (or set SLACK_MODE=http and SLACK_SIGNING_SECRET)",
    ]);
  }
  return { mode: "socket", botToken, appToken };
}

function problems(list: readonly string[]): ConfigError {
  return new ConfigError(
    `The configuration cannot be used:\n${list.map((line) => `  - ${line}`).join("\n")}`,
  );
}
