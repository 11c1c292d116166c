import { describe, expect, it } from "vitest";
import { fillDraft } from "../../../../../src/domain/outreach/drafts/fill-draft.ts";

describe("filling a draft in", () => {
  it("puts values in the place of their names", () => {
    expect(fillDraft("Hello {contact}, {sender} here.", { contact: "Dana", sender: "Anna" })).toBe(
      "Hello Dana, Anna here.",
    );
  });

  it("leaves out the sentence whose value is not known, and no other", () => {
    const text = "Thank you. It came {days} ago. Is it fine?";
    expect(fillDraft(text, {})).toBe("Thank you. Is it fine?");
    expect(fillDraft(text, { days: "3 days" })).toBe(text.replace("{days}", "3 days"));
    expect(fillDraft("谢谢您。{days}前收到。好吗？", {})).toBe("谢谢您。好吗？");
  });

  it("leaves out brackets alone where it can", () => {
    expect(fillDraft("Your ticket[ {ticket}] is open.", {})).toBe("Your ticket is open.");
    expect(fillDraft("Your ticket[ {ticket}] is open.", { ticket: "T-1" })).toBe("Your ticket T-1 is open.");
    expect(fillDraft("See [{ticket}, {days}]now.", { ticket: "T-1" })).toBe("See now.");
    expect(fillDraft("Hello[. Dear {contact}.] Good day.", { contact: "Dana" })).toBe(
      "Hello. Dear Dana. Good day.",
    );
  });

  it("keeps brackets that hold no name", () => {
    expect(fillDraft("See [annex 1].", {})).toBe("See [annex 1].");
  });

  it("leaves out lines of which nothing stays, with their paragraph", () => {
    expect(fillDraft("One.\n\n{days} ago.\n\nTwo.\n{company}", {})).toBe("One.\n\nTwo.");
  });

  it("never looks into a value", () => {
    expect(fillDraft("Hello {contact}.", { contact: "{sender} [x] $1 $&", sender: "Anna" })).toBe(
      "Hello {sender} [x] $1 $&.",
    );
    expect(fillDraft("Hello {contact}. Bye.", { contact: "Dr. A. Smith" })).toBe("Hello Dr. A. Smith. Bye.");
  });

  it("makes one short line of a value", () => {
    expect(fillDraft("{contact}", { contact: " a\n\tb\u202Ec " })).toBe("a b c");
    expect(fillDraft("{contact}", { contact: "x".repeat(101) })).toBe(`${"x".repeat(99)}…`);
    expect(fillDraft("{contact}", { contact: "x".repeat(100) })).toBe("x".repeat(100));
    expect(fillDraft("Yes. {contact} b.", { contact: " \n " })).toBe("Yes.");
  });

  it("knows no names but its own", () => {
    expect(fillDraft("Yes. {constructor} b. {toString}", {})).toBe("Yes.");
  });

  it("takes an abbreviation for no end of a sentence", () => {
    expect(fillDraft("Yes. Nr. {ticket} is open. Good.", {})).toBe("Yes. Good.");
    expect(fillDraft("Yes? z. B. {ticket} is open. Good.", {})).toBe("Yes? Good.");
    expect(fillDraft("Come to us. {days} ago.", {})).toBe("Come to us.");
  });
});
