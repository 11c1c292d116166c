import { expect, it } from "vitest";
import { type AdmitDeps, admit } from "../../../../src/flows/customers/admit.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const ANA = { slackUserId: "U1", name: "Ana", email: null, timeZone: "UTC", locale: null } as const;

function deps(
  answer: Awaited<ReturnType<AdmitDeps["workspace"]["person"]>>,
  kept: Awaited<ReturnType<AdmitDeps["members"]["find"]>> = null,
): AdmitDeps {
  return {
    workspace: { person: async () => answer },
    members: {
      find: async () => kept,
      save: async (person, at) => ({ ...person, roleSetAt: null, checkedAt: at }),
    },
    clock: () => NOW,
  };
}

it("goes by what the workspace says now, not by what was kept", async () => {
  const kept = { ...ANA, role: "manager", account: "member", roleSetAt: null, checkedAt: NOW } as const;
  const said = { ...ANA, administers: false, account: "deactivated" } as const;
  expect(await admit(deps(said, kept), "U1")).toMatchObject({ account: "deactivated" });
});

it("writes nothing where nothing is new, and what is", async () => {
  const kept = { ...ANA, role: "operations", account: "member", roleSetAt: null, checkedAt: NOW } as const;
  const saved = async (said: object, before: object = kept) => {
    const told = { ...ANA, administers: false, account: "member", ...said } as const;
    const asked = deps(told, { ...kept, ...before });
    let writes = 0;
    const save: AdmitDeps["members"]["save"] = async (person, at) => {
      writes += 1;
      return { ...person, roleSetAt: null, checkedAt: at };
    };
    await admit({ ...asked, members: { ...asked.members, save } }, "U1");
    return writes;
  };
  expect(await saved({})).toBe(0);
  expect(await saved({ administers: true })).toBe(0);
  expect(await saved({ administers: true }, { role: "rep" })).toBe(1);
  expect(await saved({ administers: true }, { role: "rep", roleSetAt: NOW })).toBe(0);
  for (const change of [
    { name: "Anna" },
    { email: "ana@example.com" },
    { timeZone: "Asia/Taipei" },
    { locale: "zh-TW" },
    { account: "guest" },
  ])
    expect(await saved(change)).toBe(1);
});

it("makes administrators managers, everyone else reps", async () => {
  const role = async (administers: boolean) =>
    (await admit(deps({ ...ANA, administers, account: "member" }), "U1")).role;
  expect([await role(true), await role(false)]).toEqual(["manager", "rep"]);
});

it("goes by what was kept where the workspace does not answer, and knows nobody it never saw", async () => {
  const kept = { ...ANA, role: "rep", account: "guest", roleSetAt: null, checkedAt: NOW } as const;
  expect(await admit(deps(null, kept), "U1")).toMatchObject({ account: "guest" });
  expect(await admit(deps(null), "U1")).toMatchObject({ account: "unknown", role: "rep", email: null });
});
