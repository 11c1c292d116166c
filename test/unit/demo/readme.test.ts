import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEMO_CUSTOMERS, DEMO_SEED } from "../../../src/demo/demo-data.ts";
import { generateDemo } from "../../../src/demo/generate-demo.ts";
import { BIRTHDAY_DAYS, RECOVERS_IN_DAYS, TURNS_ON_DAY } from "../../../src/demo/living/story-ahead.ts";
import { ACME_FALLEN_BY, ACME_RENEWS_IN_DAYS } from "../../../src/demo/story.ts";
import { DEMO_TEAM, STORY_OWNER } from "../../../src/demo/team.ts";

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const readme = textOf("README.md");
const lineWith = (text: string) => readme.split("\n").find((line) => line.includes(text)) ?? "";

/** The day that no month end shortens. */
const AS_OF = new Date("2026-11-22T09:30:00Z");
const { files } = generateDemo({ seed: DEMO_SEED, asOf: AS_OF, customers: 20 });
const named = (name: string) => files.find(({ profile }) => profile.name === name);
const daysAgo = (at: Date | undefined) => Math.round((AS_OF.getTime() - (at?.getTime() ?? 0)) / 86_400_000);

describe("what the README says of the demo", () => {
  it("is true of its size and its team", () => {
    expect(readme).toContain("with a thousand invented customers");
    expect(DEMO_CUSTOMERS).toBe(1000);
    expect(readme).toContain(`all ${STORY_OWNER.name.split(" ")[0]}'s`);
    expect(DEMO_TEAM).toContain(STORY_OWNER);
  });

  it("is true of the first day of the four stories", () => {
    const [acme, globex, initech] = ["Acme", "Globex", "Initech"].map(named);
    const open = acme?.tickets.find(({ solvedAt }) => solvedAt === null);
    const row = lineWith("| **Acme** |");
    expect(row).toContain(`usage down ${100 * ACME_FALLEN_BY} %`);
    expect(row).toContain(`a complaint open for ${daysAgo(open?.openedAt)} days`);
    expect(row).toContain(`renewal in ${ACME_RENEWS_IN_DAYS} `);
    const renewal = Date.parse(`${acme?.profile.renewsOn}T00:00:00Z`) - AS_OF.getTime();
    expect(Math.ceil(renewal / 86_400_000)).toBe(ACME_RENEWS_IN_DAYS);
    const delivered = globex?.activities.filter(({ kind }) => kind === "delivery").at(-1)?.at;
    expect(lineWith("| **Globex** |")).toContain(`delivered ${daysAgo(delivered)} days ago`);
    const solved = initech?.tickets.at(-1)?.solvedAt ?? undefined;
    expect(lineWith("| **Initech** |")).toContain("solved yesterday");
    expect(daysAgo(solved)).toBe(1);
  });

  it("is true of the days on which they turn", () => {
    expect(lineWith("| **Acme** |")).toContain(`1 of 5 on day ${TURNS_ON_DAY.acmeComplains} `);
    expect(lineWith("| **Acme** |")).toContain("usage is back in five weeks");
    expect(RECOVERS_IN_DAYS).toBe(35);
    expect(lineWith("| **Globex** |")).toContain(`complains on day ${TURNS_ON_DAY.globexComplains},`);
    const again = TURNS_ON_DAY.initechComplainsAgain;
    expect(lineWith("| **Initech** |")).toContain(`asked before day ${again}, rates 5 of 5 `);
    expect(lineWith("| **Initech** |")).toContain(`complains again on day ${again},`);
    expect(lineWith("| **Vandelay Industries** |")).toContain(`congratulated before day ${BIRTHDAY_DAYS},`);
  });

  it("is true of its picture of the card", () => {
    const card = textOf("docs/pictures/card.txt");
    const risk = /\d+ %/.exec(card)?.[0];
    expect(lineWith("the risk. *Why* says")).toContain(`**${risk}**`);
    const step = card.split("\n").find((line) => /: \d+ % → \d+ %$/.test(line.trim()));
    expect(lineWith("the same model asked again")).toContain(`**${step?.trim()}**`);
  });
});
