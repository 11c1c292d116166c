import { expect, it } from "vitest";
import type { HomePage, NeedOwner } from "../../../../../src/domain/outreach/home.ts";
import { phrase } from "../../../../../src/domain/phrase.ts";
import { homeView } from "../../../../../src/slack/blocks/outreach/home.ts";
import { ACTION } from "../../../../../src/slack/ids.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const because = phrase("owner-gap.left", { name: "Ana <Keller>" });
const acme = { customerId: 7, name: "Acme", probability: 0.72, bounds: null, silence: null, because };

/** A manager's Home. */
function home(needOwner: NeedOwner | null, locale = "en", given: Partial<HomePage> = {}): string {
  const page: HomePage = {
    member: { slackUserId: "U2", name: "Mia", email: null, role: "manager", timeZone: "UTC", locale },
    atRisk: { kind: "nobody", scope: { kind: "team" }, because: "none-at-risk", silent: 0 },
    accounts: [],
    accountsInAll: 0,
    noSignal: false,
    totals: { customers: 30, counted: 28, scored: 20, atHighRisk: 3, scoredAt: NOW, noSignal: false },
    needOwner,
    empty: "no-accounts",
    ...given,
  };
  const view = homeView(page, NOW);
  assertSendable(view as never);
  return JSON.stringify(view);
}

it("names who needs a new owner, why, with the risk and a button to the reasons", () => {
  const text = home({ kind: "known", customers: [acme], inAll: 14 });
  expect(text).toContain("*Acme* (owner Ana &lt;Keller&gt; left)");
  expect(text).toContain("72 % risk");
  expect(text).toContain("14 customers have no active member of the team as owner");
  expect(text).toContain("Next (page 2 of 3)");
  expect(text).toContain(ACTION.why);
});

it("is silent where everybody has an owner, and says so where nobody knows yet who there is", () => {
  expect(home({ kind: "known", customers: [], inAll: 0 })).not.toContain("owner_email”. ");
  expect(home({ kind: "known", customers: [], inAll: 0 }).match(/Need a new owner/g)).toHaveLength(1);
  expect(home({ kind: "unknown" })).toContain("I have not read Slack's list of people yet");
  expect(home({ kind: "unknown" })).toContain("n/a: Slack's list of people was not read yet");
});

it("stays within Slack's limits at its longest", () => {
  const longest = { ...acme, name: "<!channel>漢".repeat(300) };
  home({ kind: "known", customers: Array(10).fill(longest), inAll: 90_000 }, PSEUDO_LOCALE);
});

it("says first where data have stopped", () => {
  const stopped = { sources: [{ source: "crm", since: "2026-11-27" }], isAll: false };
  expect(home(null, "en", { stopped })).toContain(
    "*No new data from “crm” since 27 Nov 2026: its customers' risks are as of then.*",
  );
  expect(home(null)).not.toContain("No new data");
});

it("offers those who steer to import a file, only where files are taken", () => {
  const page = (role: "manager" | "rep", takesFiles: boolean) => {
    const member = {
      slackUserId: "U2",
      name: "Mia",
      email: null,
      role,
      timeZone: "UTC",
      locale: "en",
    } as const;
    const totals = { customers: 0, scored: 0, atHighRisk: 0, scoredAt: null, noSignal: false, counted: 0 };
    const shown: HomePage = {
      ...{ member, accounts: [], accountsInAll: 0, noSignal: false, needOwner: null, empty: "no-customers" },
      atRisk: { kind: "nobody", scope: { kind: "team" }, because: "no-customers", silent: 0 },
      totals: role === "rep" ? null : totals,
    };
    const view = homeView(shown, NOW, { takesFiles });
    assertSendable(view as never);
    return JSON.stringify(view);
  };
  expect(page("manager", true)).toContain(ACTION.importFile);
  expect(page("manager", true)).toContain("with the button below");
  for (const without of [page("manager", false), page("rep", true)]) {
    expect(without).not.toContain(ACTION.importFile);
    expect(without).toContain("Ask whoever runs me");
  }
});
