import { describe, expect, it } from "vitest";
import { render } from "../../../../../src/delivery/render.ts";
import type { GivenUpNoteMessage } from "../../../../../src/domain/messages/given-up-messages.ts";
import { localeOf, PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";
import { EVERY_MESSAGE } from "../../../../support/every-message.ts";

const shown = (message: Parameters<typeof render>[0], locale = localeOf(null)) => {
  const rendered = render(message, locale, []);
  assertSendable(rendered);
  return { text: rendered.text, json: JSON.stringify(rendered.blocks) };
};
const note: GivenUpNoteMessage = {
  kind: "given-up-note",
  request: { how: "command", label: "acme" },
  sentAt: "2026-12-09T14:00:00.000Z",
  reference: "view:V1:log_touch",
};

describe("a request that is given up", () => {
  it.each([
    ["command", "acme", "carry out `/customer acme`, from"],
    ["command", "", "carry out `/customer`, from"],
    ["button", "Snooze", "carry out the button “Snooze”, from"],
    ["button", "", "carry out the button you pressed, from"],
    ["form", "Log a touch", "carry out the form “Log a touch”, from"],
    ["message", "", "carry out what you wrote to me, from"],
  ] as const)("is named to whoever sent it: %s %s", (how, label, expected) => {
    const { text } = shown({ ...note, request: { how, label } });
    expect(text).toContain(expected);
    // To be copied into a search of the log as it is.
    expect(text).toContain("the reference `view:V1:log_touch`");
  });

  it("cannot ping or break out of its code", () => {
    const label = "<!channel>` *北京科技*";
    expect(shown({ ...note, request: { how: "command", label } }).json).not.toMatch(/<!channel>|` \*/);
  });

  it("tells the operators who was told and where to look, not what was typed", () => {
    const alert = EVERY_MESSAGE["given-up-alert"];
    const { text, json } = shown(alert);
    expect(text).toMatch(/a form of Ana &lt;!.*The sender was told\./);
    expect(json).toContain("`view:V1:log_touch`");
    expect(
      shown({ ...alert, senderName: null, isSenderTold: false, how: "event" } as typeof alert).text,
    ).toMatch(/an event, from .*Nobody waits for an answer to it\./);
  });

  it("can be sent at its longest", () => {
    const request = { how: "command", label: "<".repeat(200) } as const;
    shown({ ...note, request, reference: "x".repeat(300) }, PSEUDO_LOCALE);
  });
});
