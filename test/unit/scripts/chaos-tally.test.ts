import { describe, expect, it } from "vitest";
import { type Input, type Seen, tally } from "../../../scripts/chaos/tally.ts";

const NOTHING: Seen = {
  ...{ confirmed: [], outbox: [], posted: new Map(), hitsOf: () => [], inputs: [], answers: () => 0 },
  ...{ touches: new Set(), apologies: new Map(), requestsDone: new Map(), openJobs: [] },
  ...{ givenUp: [], requestsNaming: () => ["command:1"] },
};
const row = (key: string, status: string) => ({
  key,
  status,
  kind: "digest",
  recipient: "C1",
  because: null,
});
const asked = (mark: string, person = "U1"): Input => ({ kind: "asked", person, mark });
const touch = (mark: string, person = "U1"): Input => ({ kind: "touch", person, mark });

describe("the count of a run", () => {
  it("finds nothing where everything arrived once", () => {
    const seen = {
      ...NOTHING,
      confirmed: ["a"],
      outbox: [row("a", "posted"), row("b", "posted")],
      posted: new Map([
        ["a", 1],
        ["b", 1],
      ]),
      ...{ inputs: [asked("Acme"), touch("V1")], answers: () => 1, touches: new Set(["V1"]) },
      requestsDone: new Map([["event:1", true]]),
    };
    expect(tally(seen)).toMatchObject({
      messages: 2,
      lost: 0,
      doubled: 0,
      inputs: 3,
      inputsLost: 0,
      stuck: 0,
    });
  });

  it("counts a message as lost that is gone from the outbox, failed, or stands nowhere in Slack", () => {
    const outbox = [row("failed", "failed"), row("nowhere", "posted")];
    const counted = tally({ ...NOTHING, confirmed: ["gone", "nowhere"], outbox });
    expect(counted).toMatchObject({ messages: 3, lost: 3 });
    expect(counted.details).toEqual([
      "lost: gone, which is not kept",
      "lost: failed, failed",
      "lost: nowhere, posted",
    ]);
  });

  it("counts what is still to be done as stuck, not as lost", () => {
    const outbox = [row("a", "pending"), row("b", "posting"), row("c", "held")];
    expect(tally({ ...NOTHING, outbox, openJobs: ["score-daily"] })).toMatchObject({ lost: 0, stuck: 4 });
  });

  it("counts each further post as a double, and tells which Slack stored late", () => {
    const hitsOf = (key: string) =>
      key === "late" ? (["late-store"] as const) : (["kill-after-store"] as const);
    const posted = new Map([
      ["late", 2],
      ["twice", 3],
      ["once", 1],
    ]);
    expect(tally({ ...NOTHING, posted, hitsOf })).toMatchObject({ doubled: 3, doubledByLateStore: 1 });
  });

  it("counts what was given up and told apart from what was lost", () => {
    const inputs = [asked("Acme"), asked("Globex"), touch("V1")];
    const givenUp = ['{"text":"Acme"}', '{"view":{"id":"V1"}}'];
    expect(tally({ ...NOTHING, inputs, givenUp })).toMatchObject({ inputs: 3, inputsLost: 1, givenUp: 2 });
  });

  it("counts an input without an effect as lost, but for as many as its person was told of", () => {
    const inputs = [asked("Acme"), touch("V1"), touch("V2", "U2")];
    expect(tally({ ...NOTHING, inputs })).toMatchObject({ inputs: 3, inputsLost: 3 });
    expect(tally({ ...NOTHING, inputs, apologies: new Map([["U1", 1]]) })).toMatchObject({ inputsLost: 2 });
  });

  it("wants as many answers as the same was asked, and tells those that came again", () => {
    const inputs = [asked("Acme"), asked("Acme"), asked("Globex")];
    expect(tally({ ...NOTHING, inputs, answers: () => 1 })).toMatchObject({
      inputsLost: 1,
      answeredTwice: 0,
    });
    expect(tally({ ...NOTHING, inputs, answers: () => 2 })).toMatchObject({
      inputsLost: 0,
      answeredTwice: 1,
    });
  });

  it("counts a request as lost that was acknowledged and is not noted as done", () => {
    const requestsDone = new Map([
      ["event:1", false],
      ["event:2", true],
    ]);
    expect(tally({ ...NOTHING, requestsDone })).toMatchObject({ inputs: 2, inputsLost: 1 });
  });
});
