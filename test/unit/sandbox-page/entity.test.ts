import { describe, expect, it } from "vitest";
import { buttonsOf, headOf, rowsOf } from "../../../src/sandbox/page/state/entity.ts";
import type { EntityJson } from "../../../src/sandbox/page-protocol.ts";

const entity = (payload: Readonly<Record<string, unknown>>): EntityJson => ({
  entity_type: "slack#/entities/item",
  url: "https://crm.example/c/1",
  external_ref: { id: "1" },
  entity_payload: payload,
});
const text = (value: string, link: string | null = null) => ({
  kind: "text",
  text: value,
  link,
  isMarkdown: false,
});

describe("a Work Object", () => {
  it("is called by its title, kind and product", () => {
    const attributes = { title: { text: "北京晨光" }, display_type: "Customer", display_id: "C-7" };
    expect(headOf(entity({ attributes: { ...attributes, product_name: "Mainstay" } }))).toEqual({
      title: "北京晨光",
      kind: "Customer C-7",
      product: "Mainstay",
    });
    expect(headOf(entity({}))).toEqual({ title: "", kind: "", product: "" });
  });

  it.each([
    [{ type: "string", value: "VIP" }, [text("VIP")]],
    [{ type: "integer", value: 0 }, [text("0")]],
    [{ type: "string", value: "x", format: "markdown" }, [{ ...text("x"), isMarkdown: true }]],
    [{ type: "slack#/types/user", user: { user_id: "U1" } }, [{ kind: "person", id: "U1" }]],
    [
      { type: "slack#/types/user", user: { text: "Ana", url: "https://a.example" } },
      [text("Ana", "https://a.example")],
    ],
    [{ type: "slack#/types/channel_id", value: "C1" }, [{ kind: "channel", id: "C1" }]],
    [{ type: "slack#/types/email", value: "a@b.example" }, [text("a@b.example", "mailto:a@b.example")]],
    [
      { type: "slack#/types/link", value: "https://b.example" },
      [text("https://b.example", "https://b.example")],
    ],
    [
      { type: "slack#/types/timestamp", value: 1_795_339_800 },
      [{ kind: "time", epochSeconds: 1_795_339_800, pattern: "{date_short_pretty} {time}" }],
    ],
    [
      { type: "slack#/types/date", value: "2026-12-24" },
      [{ kind: "time", epochSeconds: Date.UTC(2026, 11, 24, 12) / 1000, pattern: "{date_short}" }],
    ],
    [{ type: "slack#/types/date", value: "soon" }, [text("soon")]],
    [
      { type: "slack#/types/image", image_url: "https://b.example/a.png", alt_text: "Risk" },
      [{ kind: "picture", url: "https://b.example/a.png", alt: "Risk" }],
    ],
    [{ type: "boolean", value: false, boolean: { true_text: "Yes", false_text: "No" } }, [text("No")]],
    [{ type: "array", item_type: "string", value: [{ value: "a" }, { value: "b" }] }, [text("a"), text("b")]],
  ])("draws %j", (field, values) => {
    const [row] = rowsOf(entity({ custom_fields: [{ key: "k", label: "K", ...field }] }));
    expect(row).toEqual({ key: "k", label: "K", values });
  });

  it("leaves out what holds nothing, names a field that has no name, and keeps to the order it was given", () => {
    const rows = rowsOf(
      entity({
        fields: { created_by: { type: "string", value: "Ana" }, description: { value: "" } },
        custom_fields: [
          { key: "risk", label: "Risk", type: "string", value: "62 %" },
          { key: "owner", label: "Owner", type: "string", value: "Ana" },
        ],
        display_order: ["owner", "risk"],
      }),
    );
    expect(rows.map(({ label }) => label)).toEqual(["Owner", "Risk", "Created by"]);
  });

  it("has buttons of two kinds", () => {
    const actions = {
      primary_actions: [{ text: "Log a touch", action_id: "log", style: "primary" }],
      overflow_actions: [{ text: "Open", action_id: "open", url: "https://b.example" }],
    };
    const given = entity({ actions });
    expect(buttonsOf(given, "primary_actions").map(({ actionId }) => actionId)).toEqual(["log"]);
    expect(buttonsOf(given, "overflow_actions")[0]?.url).toBe("https://b.example");
    expect(buttonsOf(entity({}), "primary_actions")).toEqual([]);
  });
});
