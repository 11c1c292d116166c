import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, environmentSchema, parseConfig } from "../../src/config.ts";

describe("configuration", () => {
  it("needs nothing: without tokens there is no Slack and the database is embedded", () => {
    expect(parseConfig({})).toMatchObject({
      slack: null,
      databaseUrl: null,
      dataFolder: ".data",
      horizonDays: 90,
    });
  });

  it("takes files in Slack only where that is switched on", () => {
    expect(parseConfig({}).importInSlack).toBe(false);
    expect(parseConfig({ IMPORT_IN_SLACK: "on" }).importInSlack).toBe(true);
    expect(() => parseConfig({ IMPORT_IN_SLACK: "yes" })).toThrow(/IMPORT_IN_SLACK/);
  });

  it("keeps every score for 400 days, or for longer", () => {
    const of = (days: string) => parseConfig({ SCORES_KEPT_DAYS: days }).scoresKeptDays;
    expect([of(""), of("400"), of("3650")]).toEqual([400, 400, 3650]);
    for (const wrong of ["399", "0", "400.5", "ever"]) expect(() => of(wrong)).toThrow(/SCORES_KEPT_DAYS/);
  });

  it("knows customers by addresses of other systems, of one source or of any", () => {
    const crm = "https://crm.example.com/accounts/{ref}";
    const of = (text: string) => parseConfig({ CRM_LINK_PATTERN: text }).crmPatterns;
    expect(of("")).toEqual([]);
    expect(of(`${crm}  hubspot=https://hubspot.example/{ref}?a=1`)).toEqual([
      { source: null, pattern: crm },
      { source: "hubspot", pattern: "https://hubspot.example/{ref}?a=1" },
    ]);
    for (const wrong of ["https://crm.example.com/accounts", "crm", Array(5).fill(crm).join(" ")])
      expect(() => of(wrong)).toThrow(/CRM_LINK_PATTERN must be one to 4 addresses/);
  });

  it("knows the address others reach it by, without a slash at its end", () => {
    const of = (url: string) => parseConfig({ PUBLIC_URL: url }).publicUrl;
    expect([of(""), of("https://a.example/"), of("https://a.example/bot")]).toEqual([
      null,
      "https://a.example",
      "https://a.example/bot",
    ]);
    for (const url of ["a.example", "ftp://a.example", "https://a.example/?x=1"])
      expect(() => of(url)).toThrow(/PUBLIC_URL/);
  });

  describe("of where the process is watched", () => {
    const bot = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" };
    const token = "a-token-of-the-monitor";
    const of = (more: Record<string, string>) => {
      const { health, metrics } = parseConfig({ ...bot, ...more });
      return { health, metrics };
    };

    it("is this machine alone, with figures, and nowhere without a bot", () => {
      expect(of({})).toEqual({
        health: { host: "127.0.0.1", port: 3001, isChosen: false },
        metrics: { atHealth: true, atPort: false, token: null },
      });
      expect(parseConfig({}).health).toBeNull();
      expect(of({ HEALTH_PORT: "off" }).health).toBeNull();
      expect(of({ HEALTH_PORT: "0" }).health).toMatchObject({ port: 0, isChosen: true });
      expect(() => of({ HEALTH_PORT: "of" })).toThrow(/HEALTH_PORT/);
    });

    it.each([
      [{ METRICS: "off" }, false, false],
      [{ METRICS: "on" }, true, false],
      [{ METRICS: "on", METRICS_TOKEN: token }, true, true],
      [{ METRICS_TOKEN: token }, true, false],
      [{ HEALTH_HOST: "0.0.0.0" }, false, false],
      [{ HEALTH_HOST: "0.0.0.0", METRICS_TOKEN: token }, false, false],
      [{ HEALTH_HOST: "0.0.0.0", METRICS: "on", METRICS_TOKEN: token }, true, true],
      [{ HEALTH_HOST: "127.0.0.1.example.com" }, false, false],
    ] as const)("with %j has figures there: %s, and at PORT: %s", (given, atHealth, atPort) => {
      expect(of(given as Record<string, string>).metrics).toMatchObject({ atHealth, atPort });
    });

    it("gives figures to nobody else without a token", () => {
      expect(() => of({ HEALTH_HOST: "0.0.0.0", METRICS: "on" })).toThrow(/METRICS_TOKEN is missing/);
      expect(() => of({ METRICS_TOKEN: "short" })).toThrow(/METRICS_TOKEN must have 16/);
    });
  });

  it("takes blank lines of an .env file as unset", () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: "", DATABASE_URL: "", PORT: "" })).toEqual(parseConfig({}));
  });

  it("connects by socket with a bot and an app token, over HTTP with a signing secret", () => {
    expect(parseConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1" }).slack).toEqual({
      mode: "socket",
      botToken: "xoxb-1",
      appToken: "xapp-1",
    });
    const http = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_MODE: "http",
      SLACK_SIGNING_SECRET: "12345678",
      PORT: "8080",
    };
    expect(parseConfig(http).slack).toMatchObject({ mode: "http", signingSecret: "12345678", port: 8080 });
  });

  it("says which token is missing for the chosen way to connect", () => {
    expect(() => parseConfig({ SLACK_BOT_TOKEN: "xoxb-1" })).toThrow(/SLACK_APP_TOKEN is missing/);
    expect(() => parseConfig({ SLACK_APP_TOKEN: "xapp-1" })).toThrow(/SLACK_BOT_TOKEN is missing/);
    expect(() => parseConfig({ SLACK_BOT_TOKEN: "xoxb-1", SLACK_MODE: "http" })).toThrow(
      /SLACK_SIGNING_SECRET/,
    );
  });

  it("lists every problem at once", () => {
    const wrong = {
      DATABASE_URL: "mysql://x",
      TIME_ZONE: "Mars/Olympus",
      PORT: "99999",
      SLACK_BOT_TOKEN: "abc",
    };
    const problem = (() => {
      try {
        parseConfig(wrong);
      } catch (error) {
        return error;
      }
    })();
    expect(problem).toBeInstanceOf(ConfigError);
    for (const name of Object.keys(wrong)) expect(String(problem)).toContain(name);
  });

  it("is fully explained by .env.example", () => {
    const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
    const values = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((m) => [m[1], m[2]]));
    expect(parseConfig(values)).toEqual(parseConfig({}));
  });
});
