import { describe, expect, it } from "vitest";
import { isAddress, mailLink } from "../../../../../src/slack/blocks/outreach/draft-mail.ts";

const read = (href: string) => new URL(href.replaceAll("&amp;", "&"));

describe("a link that starts a mail", () => {
  it("carries whom, subject and text, whatever stands in them", () => {
    const subject = "50 % & more? *bold* <b>|x";
    const { href, isCut } = mailLink("dana@acme.example", { subject, body: "Grüße,\n谢谢 (+1) ~ ' !" });
    expect(isCut).toBe(false);
    // Nothing in it ends the link or becomes markup.
    expect(href).not.toMatch(/[<>|*~`\s'()!]/);
    const url = read(href);
    expect(url.pathname).toBe("dana@acme.example");
    expect(url.searchParams.get("subject")).toBe(subject);
    expect(url.searchParams.get("body")).toBe("Grüße,\r\n谢谢 (+1) ~ ' !");
  });

  it("goes to nobody where there is no address", () => {
    for (const email of [null, "dana", "a@b,c@d", "a@b?bcc=c@d e", ""])
      expect(mailLink(email, { subject: "Hi", body: "Hi" }).href).toBe("mailto:?subject=Hi&amp;body=Hi");
    expect(isAddress("dana@acme.example")).toBe(true);
    // What an address brings along stays part of it.
    expect(
      read(mailLink("a@b?bcc=c", { subject: "Hi", body: "Hi" }).href).searchParams.get("bcc"),
    ).toBeNull();
  });

  it("leaves the text out where a mail program would cut it", () => {
    const link = (length: number) => mailLink(null, { subject: "s", body: "x".repeat(length) });
    const rest = "mailto:?subject=s&amp;body=".length;
    expect(link(1900 - rest)).toMatchObject({ isCut: false });
    expect(link(1900 - rest).href).toHaveLength(1900);
    expect(link(1901 - rest)).toEqual({ href: "mailto:?subject=s", isCut: true });
    expect(mailLink(null, { subject: "s", body: "很".repeat(300) })).toEqual({
      href: "mailto:?subject=s",
      isCut: true,
    });
  });
});
