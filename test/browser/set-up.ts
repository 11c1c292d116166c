import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_TEAM } from "../../src/demo/team.ts";
import { type NewInstallation, openNewInstallation } from "./new-installation.ts";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

/** A Monday: the digest of last week is due at nine, nudges too. */
const MONDAY = new Date("2026-12-07T10:00:00Z");
const OWNER = DEMO_TEAM.find(({ slackUserId }) => slackUserId === PERSON.anna)?.email ?? "";
const CUSTOMERS = [
  "Customer number,Company,Owner email",
  `C-1,北京贸易,${OWNER}`,
  "C-2,Acme & Söhne,gone@example.com",
];
const ORDERS = [
  "Order ID,Customer ID,Order Date,Total,Currency",
  "A-1,C-1,2026-11-30,120.50,EUR",
  "A-2,C-2,2026-10-14,80.00,EUR",
];

/** A manager clicks through what a new installation asks of its installer. */
describe.skipIf(isWithoutBrowser)("a new installation", () => {
  let installation: NewInstallation;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let dana: WorkspacePage;
  beforeAll(async () => {
    installation = await openNewInstallation(MONDAY);
    browser = await openBrowser({}, installation.sandbox.url);
    dana = await browser.open(PERSON.dana);
  });
  afterAll(async () => {
    await browser.close();
    await installation.close();
  });
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const steps = () => dana.messages().filter({ hasText: "Three steps before I post anything" }).last();
  /** Draws the steps anew, in their place. */
  const lookAgain = () => steps().getByRole("button", { name: "Look again" }).click();
  const importFile = async (name: string, lines: readonly string[]) => {
    await steps().getByRole("button", { name: "Import a file" }).click();
    const form = dana.page.getByRole("dialog");
    const buffer = Buffer.from(`${lines.join("\r\n")}\r\n`);
    await form.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer });
    await form.getByText(`Uploaded: ${name}`).waitFor();
    await form.getByRole("button", { name: "Show preview" }).click();
    await form.getByRole("button", { name: "Import", exact: true }).click();
    await dana.messages().filter({ hasText: name }).last().waitFor();
    await dana.page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
  };
  /** By everybody in it: what the bot has posted in channels. */
  const postedInChannels = () =>
    ["C0RETENTION", "C0SALES"].flatMap((id) =>
      installation.sandbox
        .messagesIn(id)
        .filter(({ authorId }) => authorId === installation.sandbox.botUserId),
    );

  it("offers its steps to the first who may, and takes the data", async () => {
    await dana.go("Mainstay");
    await steps()
      .getByText(/There are no customers yet/)
      .waitFor();
    expect(await dana.seriousFlaws()).toEqual([]);
    await importFile("customers.csv", CUSTOMERS);
    await importFile("orders.csv", ORDERS);
    await lookAgain();
    await steps()
      .getByText(/2 customers; the newest activity is of/)
      .waitFor();
  });

  it("tells who has no owner", async () => {
    await steps()
      .getByText(/1 of 2 customers belong to 1 person here/)
      .waitFor();
    await steps().getByRole("button", { name: "Who has no owner" }).click();
    await dana.messages().last().getByText(/gone@/).waitFor();
  });

  it("shows the first digest to its reader alone, and posts nothing before somebody says so", async () => {
    await dana.go("retention");
    await (await dana.command("/customer channel on digest")).getByText(/Nothing is posted yet/).waitFor();
    await dana.go("Mainstay");
    await steps().getByRole("button", { name: "Show me the digest" }).click();
    const dryRun = dana.messages().filter({ hasText: "That was a dry run" }).last();
    await dryRun.waitFor();
    await dana.messages().filter({ hasText: "Customer digest, week" }).last().waitFor();
    expect(postedInChannels()).toEqual([]);
    await dryRun.getByRole("button", { name: "Start posting" }).click();
    await dana.dialog("Start posting?").getByRole("button", { name: "Start", exact: true }).click();
    await dana.messages().filter({ hasText: "Owners hear from me on the next working day" }).last().waitFor();
    await lookAgain();
    await dana
      .messages()
      .getByText(/I have been posting since/)
      .last()
      .waitFor();
  });
});
