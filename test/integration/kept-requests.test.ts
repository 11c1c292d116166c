import { beforeEach, describe, expect, it } from "vitest";
import { handledRequestStore } from "../../src/store/messages/handled-requests.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const BODY = { command: "/customer", text: "北京科技" };

describeOnEachDatabase("what Slack delivered", (database) => {
  const store = () => handledRequestStore(database());
  const ids = async (now: Date) => (await store().takeLeft(now, 20)).map(({ id }) => id);

  it("is kept once, however often it comes", async () => {
    const kept = await Promise.all([1, 2, 3].map(() => store().keep("a", BODY, NOW)));
    expect(kept.filter(Boolean)).toHaveLength(1);
  });

  it("is kept together with what arrives meanwhile, each as it was sent", async () => {
    const keeping = store();
    const bodies = ["北京科技", 'a "quoted" \\ one', "{1,2}", "NULL", ""].map((text) => ({ ...BODY, text }));
    const kept = bodies.map((body, place) => keeping.keep(`${place}`, body, new Date(NOW.getTime() + place)));
    expect(await Promise.all([...kept, keeping.keep("1", BODY, NOW)])).toEqual([
      ...bodies.map(() => true),
      false,
    ]);
    const left = await keeping.takeLeft(later(3), 20);
    const asSentLast = new Map(bodies.map((body, place) => [`${place}`, place === 1 ? BODY : body]));
    expect(new Map(left.map(({ id, body }) => [id, body]))).toEqual(asSentLast);
    await Promise.all(bodies.map((_, place) => keeping.done(`${place}`)));
    expect(await ids(later(9))).toEqual([]);
  });

  it("is kept where another beside it cannot be", async () => {
    const keeping = store();
    const kept = await Promise.allSettled(["a", "b\0", "c"].map((id) => keeping.keep(id, BODY, NOW)));
    expect(kept.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await ids(later(3))).sort()).toEqual(["a", "c"]);
  });

  it("is taken over, as it was sent, once nobody has said for two minutes that they work on it", async () => {
    await store().keep("a", BODY, NOW);
    expect(await ids(later(1))).toEqual([]);
    await store().stillAtWork(["a"], later(1));
    expect(await ids(later(2))).toEqual([]);
    expect(await store().takeLeft(later(3), 20)).toEqual([{ id: "a", body: BODY, attempt: 2 }]);
  });

  it("is taken over by one of two", async () => {
    await store().keep("a", BODY, NOW);
    const taken = await Promise.all([ids(later(3)), ids(later(3))]);
    expect(taken.flat()).toEqual(["a"]);
  });

  it("is left alone once it is done, and what it said is gone", async () => {
    await store().keep("a", BODY, NOW);
    await store().done("a");
    expect(await ids(later(3))).toEqual([]);
    expect(await store().keep("a", BODY, later(3))).toBe(false);
    const { rows } = await database().pool.query("SELECT body FROM handled_requests");
    expect(rows).toEqual([{ body: null }]);
  });

  describe("and is let go of, since nobody was told that it was taken", () => {
    const known = async () => (await store().keep("a", BODY, later(1))) === false;

    it("is new when it comes the next time", async () => {
      await store().keep("a", BODY, NOW);
      await store().release("a", NOW);
      expect(await known()).toBe(false);
    });

    it("is done by the next that looks where it came again meanwhile, as it came last, and was acknowledged", async () => {
      await store().keep("a", { ...BODY, text: "wrong" }, NOW);
      expect(await known()).toBe(true);
      await store().release("a", NOW);
      expect(await store().takeLeft(NOW, 20)).toEqual([{ id: "a", body: BODY, attempt: 2 }]);
      await store().release("a", NOW);
      expect(await known()).toBe(false);
    });

    it("is not begun again by what comes after it was done", async () => {
      await store().keep("a", BODY, NOW);
      await store().done("a");
      expect(await known()).toBe(true);
      expect(await ids(later(9))).toEqual([]);
    });

    it("is lost to nobody who sends it while it is let go of", async () => {
      for (let round = 0; round < 50; round += 1) {
        const id = `race:${round}`;
        await store().keep(id, BODY, NOW);
        const [, isNew] = await Promise.all([store().release(id, NOW), store().keep(id, BODY, NOW)]);
        const left = await ids(later(3));
        expect([isNew, left.includes(id)]).toContain(true);
      }
    });
  });

  it("is given up after the third time", async () => {
    await store().keep("a", BODY, NOW);
    expect([await ids(later(3)), await ids(later(6)), await ids(later(9))]).toEqual([["a"], ["a"], []]);
  });

  describe("that ended the process three times", () => {
    const over = async (now: Date) => (await store().takeGivenUp(now, 20)).map(({ id }) => id);
    beforeEach(async () => {
      await store().keep("a", BODY, NOW);
      await store().keep("done", BODY, NOW);
      await store().done("done");
      await ids(later(3));
      await ids(later(6));
    });

    it("is told of by one of two, once the last who worked on it is gone", async () => {
      expect(await over(later(7))).toEqual([]);
      const taken = await Promise.all([store().takeGivenUp(later(9), 20), over(later(9))]);
      expect(taken.flat()).toHaveLength(1);
    });

    it("comes again where whoever took it ended before it was noted, and not after that", async () => {
      expect(await store().takeGivenUp(later(9), 20)).toEqual([{ id: "a", body: BODY, handledAt: NOW }]);
      expect(await over(later(10))).toEqual([]);
      expect(await over(later(12))).toEqual(["a"]);
      await store().gaveUp("a", later(12));
      expect(await over(later(15))).toEqual([]);
      const { rows } = await database().pool.query("SELECT body FROM handled_requests WHERE id = 'a'");
      expect(rows).toEqual([{ body: BODY }]);
    });
  });
});
