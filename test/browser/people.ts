import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isWithoutBrowser, openBrowser, PERSON, type WorkspacePage } from "./workspace-page.ts";

describe.skipIf(isWithoutBrowser)("people of several kinds on the page", () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let dana: WorkspacePage;
  beforeAll(async () => {
    browser = await openBrowser();
    dana = await browser.open(PERSON.dana);
  });
  afterAll(() => browser.close());
  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]));

  const members = (channel: string) => dana.dialog(`Members of #${channel}`);
  const openMembers = (channel: string) =>
    dana
      .go(channel)
      .then(() => dana.page.getByRole("button", { name: /^Members/ }).click())
      .then(() => members(channel).waitFor());

  it("are told apart where one chooses whom to act as", async () => {
    const options = await dana.page.getByLabel("Act as").getByRole("option").allTextContents();
    expect(options).toContain("Noor Aziz – Guest · Event agency");
    expect(options).toContain("Rachel Stone – Other company · Acme");
    const rachel = await browser.open(PERSON.rachel);
    const actingPerson = rachel.page.getByRole("region", { name: "Acting person" });
    await actingPerson.getByText("Other company", { exact: true }).waitFor();
    await rachel.go("acme-rollout");
    expect(await rachel.navigation.getByRole("button", { name: "sales" }).count()).toBe(0);
    await rachel.page.close();
  });

  it("are told apart among the members and by what they write", async () => {
    await openMembers("acme-rollout");
    await members("acme-rollout").getByText("Other company · Acme").waitFor();
    expect(await dana.seriousFlaws({ within: "dialog" })).toEqual([]);
    await dana.page.keyboard.press("Escape");
    await dana.messages().filter({ hasText: "Other company" }).first().waitFor();
  });

  it("of another company come into a channel once it is shared, and leave with the end of that", async () => {
    await openMembers("trade-fair");
    const dialog = members("trade-fair");
    const add = dialog.getByRole("button", { name: "Add Rachel Stone" });
    await add.click();
    await dana.page.getByText("Share the channel first: Rachel Stone is of another company.").waitFor();
    await dialog.getByRole("button", { name: "Share with another organisation" }).click();
    await add.click();
    await dialog.getByRole("button", { name: "Remove Rachel Stone" }).waitFor();
    const line = dana.navigation.getByRole("button", {
      name: "trade-fair shared with another organisation",
      includeHidden: true,
    });
    await line.waitFor();
    await dialog.getByRole("button", { name: "Stop sharing" }).click();
    await add.waitFor();
    expect(await line.count()).toBe(0);
    await dana.page.keyboard.press("Escape");
  });

  it("find no archived channel in the list, and it back when it is in use again", async () => {
    await openMembers("trade-fair");
    const dialog = members("trade-fair");
    await dialog.getByRole("button", { name: "Archive", exact: true }).click();
    await dana.page.getByText("Archived", { exact: true }).waitFor();
    const line = dana.navigation.getByRole("button", { name: "trade-fair", includeHidden: true });
    await line.waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Unarchive" }).click();
    await line.waitFor();
    await dana.page.keyboard.press("Escape");
  });

  it("who steer hand over a file, also twice, and read what it is before anything is imported", async () => {
    await dana.go("App Home");
    await dana.page.getByRole("button", { name: "Import a file" }).click();
    const form = dana.dialog("Import a file");
    const file = (text: string) => ({ name: "teams.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await form.getByLabel("File").setInputFiles(file("Team,Colour\nNorth,blue\n"));
    await form.getByText("Uploaded: teams.csv").waitFor();
    await form.getByRole("button", { name: "Show preview" }).click();
    await form.getByText(/Nothing in teams\.csv is recognised.*Team, Colour/).waitFor();
    await form.getByRole("button", { name: "Close" }).last().click();

    await dana.page.getByRole("button", { name: "Import a file" }).click();
    await form.getByLabel("File").setInputFiles(file("Customer number,Company\nX-1,北京贸易\n"));
    await form.getByRole("button", { name: "Show preview" }).click();
    await form.getByText("北京贸易").waitFor();
    expect(await dana.seriousFlaws({ within: "dialog" })).toEqual([]);
    await form.getByRole("button", { name: "Cancel" }).click();

    const anna = await browser.open(PERSON.anna);
    await anna.go("App Home");
    await anna.page.getByText("My accounts").first().waitFor();
    expect(await anna.page.getByRole("button", { name: "Import a file" }).count()).toBe(0);
    await anna.page.close();
  });
});
