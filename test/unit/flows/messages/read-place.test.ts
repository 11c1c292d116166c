import { expect, it } from "vitest";
import { readPlace } from "../../../../src/flows/messages/read-place.ts";

type Channel = {
  readonly shared?: boolean;
  /** Null: Slack does not say. */
  readonly members?: readonly string[] | null;
  readonly guests?: readonly string[];
  readonly setting?: { readonly digest: boolean; readonly costSummary: boolean };
};

/** What #sales is, to an answer that its reader alone sees, and to a post. */
async function placeOf({ shared = false, members = ["UANA"], guests = [], setting }: Channel) {
  const deps = {
    members: { visitorIds: async () => guests },
    channelSettings: { get: async () => setting ?? null },
    workspace: { channel: async () => ({ name: "sales", shared }), channelMembers: async () => members },
  };
  const ask = (isPost: boolean) => readPlace(deps as never, { channelId: "C0SALES", isPost });
  return { answer: await ask(false), post: await ask(true) };
}

it("a channel shared with another organisation is shared, whatever was set there", async () => {
  const setting = { digest: true, costSummary: true };
  expect(await placeOf({ shared: true, setting })).toEqual({ answer: "shared", post: "shared" });
});

it("guests in a channel count for what everybody there will read", async () => {
  const withGuest = await placeOf({ guests: ["UGUS"], members: ["UANA", "UGUS"] });
  expect(withGuest).toEqual({ answer: "channel", post: "guests" });
  const setting = { digest: true, costSummary: false };
  expect(await placeOf({ guests: ["UGUS"], members: ["UGUS"], setting })).toEqual({
    answer: "money",
    post: "guests",
  });
});

it("guests elsewhere in the workspace do not count", async () => {
  expect(await placeOf({ guests: ["UGUS"], members: ["UANA"] })).toEqual({
    answer: "channel",
    post: "channel",
  });
});

it("nothing is posted for everybody where Slack does not say who they are, once there are guests at all", async () => {
  expect((await placeOf({ guests: ["UGUS"], members: null })).post).toBe("unseen");
  expect((await placeOf({ guests: [], members: null })).post).toBe("channel");
});

it.each([
  [{ digest: true, costSummary: false }, "money"],
  [{ digest: false, costSummary: true }, "money"],
  [{ digest: false, costSummary: false }, "channel"],
] as const)("amounts may be read where somebody chose so: %j", async (setting, place) => {
  expect(await placeOf({ setting })).toEqual({ answer: place, post: place });
});

it("Home, and a form opened from it, are for their reader alone", async () => {
  expect(await readPlace({} as never, { channelId: null, isPost: true })).toBe("direct");
});
