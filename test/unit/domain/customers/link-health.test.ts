import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { readUnfurlDomains } from "../../../../src/cli/messages/unfurl-domains.ts";
import { linkHealth } from "../../../../src/domain/customers/link-health.ts";
import { commandLineText } from "../../../../src/words/command-line.ts";

const crm = { source: null, pattern: "https://crm.example.com/accounts/{ref}" };
const ours = "https://mainstay.example.com";
const BOTH = ["mainstay.example.com", "crm.example.com"];
const found = (publicUrl: string | null, crmPatterns = [crm], domains: readonly string[] | null = BOTH) => {
  const { status, finding, advice } = linkHealth({ publicUrl, crmPatterns }, domains);
  return { status, text: finding.map(commandLineText).join(" "), hasAdvice: advice !== null };
};

describe("links to customers", () => {
  it("are fine with https, a name that others know, and hosts that the manifest lists", () => {
    expect(found(ours)).toEqual({
      status: "ok",
      text: "customers are known by their links at mainstay.example.com, crm.example.com, 1 of them in a system of your own",
      hasAdvice: false,
    });
    expect(found("https://203.0.113.7:8443", [], ["203.0.113.7"])).toMatchObject({ status: "ok" });
  });

  it("may be off, which is nothing to warn of", () => {
    expect(found(null, [])).toMatchObject({ status: "ok", hasAdvice: false });
    expect(found(null, []).text).toContain("neither PUBLIC_URL nor CRM_LINK_PATTERN");
  });

  it("are warned of without https, and where nobody outside can reach them", () => {
    expect(found("http://mainstay.example.com")).toMatchObject({ status: "warning", hasAdvice: true });
    expect(found("http://mainstay.example.com").text).toContain("without https");
    for (const host of [
      ...[
        "localhost:3000",
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.1",
        "192.168.0.2",
        "169.254.1.1",
      ],
      ...["[::1]", "[fd00::1]", "[fe80::1]", "intranet", "bot.local", "bot.internal"],
    ])
      expect([host, found(`https://${host}`).text]).toEqual([
        host,
        expect.stringContaining("only this machine or its network"),
      ]);
    for (const host of ["172.32.0.1", "11.0.0.1", "local.example.com", "[2001:db8::1]"])
      expect([host, found(`https://${host}`).text]).toEqual([host, expect.not.stringContaining("only this")]);
  });

  it("are warned of where Slack would not tell of them", () => {
    expect(found(ours, [crm], ["mainstay.example.com"])).toMatchObject({ status: "warning" });
    expect(found(ours, [crm], ["mainstay.example.com"]).text).toContain("leaves out crm.example.com:");
    expect(found(ours, [crm], [])).toMatchObject({ status: "warning" });
    expect(found(ours, [crm], null)).toMatchObject({ status: "ok" });
    const many = [1, 2, 3, 4, 5].map((n) => ({ source: null, pattern: `https://c${n}.example.com/{ref}` }));
    expect(found(ours, many, null).text).toBe(
      "Links have 6 hosts, and Slack tells an app of 5 domains at most.",
    );
    expect(found(null, many, null)).toMatchObject({ status: "ok" });
  });
});

it("reads the manifest's domains: none where they are not listed, and nothing of what is no manifest", () => {
  const folder = mkdtempSync(join(tmpdir(), "mainstay-manifest-"));
  const read = (text: string) => {
    const file = join(folder, "manifest.yml");
    writeFileSync(file, text);
    return readUnfurlDomains(pathToFileURL(file));
  };
  try {
    expect(read("features:\n  unfurl_domains:\n    - a.example.com\n")).toEqual(["a.example.com"]);
    expect(read("features:\n  app_home: {}\n")).toEqual([]);
    expect(read("[]")).toBeNull();
    expect(read("a: [")).toBeNull();
    expect(readUnfurlDomains(pathToFileURL(join(folder, "nowhere")))).toBeNull();
    expect(readUnfurlDomains()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
