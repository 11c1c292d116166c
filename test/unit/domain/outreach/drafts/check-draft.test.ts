import { describe, expect, it } from "vitest";
import { draftProblems } from "../../../../../src/domain/outreach/drafts/check-draft.ts";

const GOOD = { subject: "Hello", body: "Hello[ {contact}], how are you?", chat: "How are you?" };
const problem = (texts: Partial<typeof GOOD>) =>
  draftProblems("thank", { ...GOOD, ...texts }).map((one) => [one.field, one.problem.code]);

describe("what is wrong with a draft", () => {
  it("is nothing where every name is known and every brace closed", () => {
    expect(problem({})).toEqual([]);
    expect(problem({ body: "See [annex 1].\nIt came {days} ago. Bye, {sender}" })).toEqual([]);
  });

  it.each([
    ["Hello {nobody}", "draft.wrong.unknown"],
    ["Hello. {ticket}", "draft.wrong.unknown"],
    ["Hello {contact", "draft.wrong.brace"],
    ["Hello contact}", "draft.wrong.brace"],
    ["Hello { contact }", "draft.wrong.brace"],
    ["Hello {{contact}}", "draft.wrong.brace"],
    ["Hello [{contact}", "draft.wrong.bracket"],
    ["Hello {contact}]", "draft.wrong.bracket"],
    ["Hello [[{contact}]]", "draft.wrong.bracket"],
    ["Hello [a\nb]", "draft.wrong.bracket"],
    [" \n", "draft.wrong.empty"],
    ["Hello {contact}", "draft.wrong.nothing-left"],
    ["x".repeat(3001), "draft.wrong.long"],
    [`Hello. ${"{contact} ".repeat(30)}`, "draft.wrong.long"],
  ])("in a body %j is %s", (body, code) => {
    expect(problem({ body })).toEqual([["body", code]]);
    expect(problem({ chat: body })).toEqual([["chat", code]]);
  });

  it("is a subject that is long or of several lines", () => {
    expect(problem({ subject: "x".repeat(150), body: "x".repeat(3000) })).toEqual([]);
    expect(problem({ subject: "x".repeat(151) })).toEqual([["subject", "draft.wrong.long"]]);
    expect(problem({ subject: "a\nb" })).toEqual([["subject", "draft.wrong.lines"]]);
  });

  it("names what could be said instead, and by how much a text is too long", () => {
    const [unknown] = draftProblems("thank", { ...GOOD, body: "Hi. {tickets}" });
    expect(unknown?.problem.parameters).toEqual({
      name: "{tickets}",
      known: "{contact}, {customer}, {sender}, {company}, {renewal}, {days}",
    });
    const [long] = draftProblems("thank", { ...GOOD, chat: "x".repeat(3007) });
    expect(long?.problem.parameters).toEqual({ most: 3000, characters: 7 });
  });
});
