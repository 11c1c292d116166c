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
