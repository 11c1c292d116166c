import { expect, it } from "vitest";
import { encodeMetadata } from "../../../../src/slack/frame/form-metadata.ts";
import { FIELD } from "../../../../src/slack/ids.ts";
import { snoozeSubmission } from "../../../../src/slack/views/snooze.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
type Given = Parameters<typeof snoozeSubmission>;

const submitted = (snoozeFor: string) => {
  const about = { customerId: 1, suggestionKey: null, isCard: true, isSeenByAll: false, sharedBy: null };
  const metadata = encodeMetadata({ ...about, responseUrl: null, channelId: "C1", openedAt: null });
  const fields = new Map([[FIELD.snoozeFor, snoozeFor]]);
  const reader = { timeZone: "UTC", locale: null };
  return snoozeSubmission(
    { metadata, fields } as unknown as Given[0],
    { reader, now: NOW } as unknown as Given[1],
  );
};

it("takes a time that its form offers", async () => {
  expect(await submitted("14")).toMatchObject({ kind: "good" });
});

it.each(["constructor", "__proto__", "toString", "99999999999", ""])(
  "asks for a day instead of %s",
  async (odd) => {
    expect(await submitted(odd)).toMatchObject({
      kind: "wrong",
      errors: { [FIELD.snoozeUntil]: expect.any(String) },
    });
  },
);
