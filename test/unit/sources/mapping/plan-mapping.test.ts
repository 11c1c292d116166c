import { describe, expect, it } from "vitest";
import { namedColumns } from "../../../../src/sources/csv/columns.ts";
import { PRESET_OF_ROWS } from "../../../../src/sources/kinds.ts";
import { planMapping } from "../../../../src/sources/mapping/plan-mapping.ts";

/** Columns of a file by its header and lines. */
function columns(header: string, ...lines: string[]) {
  return header
    .split("|")
    .map((name, place) => ({ name, values: lines.map((line) => line.split("|")[place] ?? "") }));
}

const planOf = (header: string, ...lines: string[]) =>
  planMapping(columns(header, ...lines), { currency: null });
const factsOf = (header: string, ...lines: string[]) =>
  planOf(header, ...lines)?.mapping.kinds.map(({ rows, facts }) => ({ rows, ...facts }));

describe("the columns of an unknown file", () => {
  it.each([
    ["English", "Order Number|Customer ID|Order Date|Total|Currency", "7|c1|2025-03-04|12.50|EUR"],
    ["German", "Bestellnummer|Kundennummer|Bestelldatum|Gesamtbetrag|Währung", "7|c1|04.03.2025|12,50|EUR"],
    [
      "French",
      "Numéro de commande|Code client|Date de commande|Montant total|Devise",
      "7|c1|13/03/2025|12,50|EUR",
    ],
    [
      "Spanish",
      "Número de pedido|Código de cliente|Fecha del pedido|Importe|Moneda",
      "7|c1|13/03/2025|12,50|EUR",
    ],
    ["Chinese", "订单编号|客户编号|下单时间|订单金额|币种", "7|c1|2025年3月4日|12.50|CNY"],
  ])("are understood as orders in %s", (_, header, line) => {
    const [id, customer, at, amount, currency] = header.split("|");
    expect(factsOf(header, line)).toMatchObject([
      {
        rows: "activities",
        external_id: { column: id },
        customer: { column: customer },
        kind: { value: "order" },
        at: { column: at },
        amount: { column: amount },
        currency: { column: currency },
      },
    ]);
  });

  it("are customers where they tell of nothing that happened; what no fact needs is kept beside", () => {
    const plan = planOf("Kundennummer|Firma|Land|Außendienst", "1|Beispiel GmbH|DE|Nord");
    expect(plan?.mapping.kinds).toMatchObject([
      {
        rows: "customers",
        facts: {
          external_id: { column: "Kundennummer" },
          name: { column: "Firma" },
          country: { column: "Land" },
        },
        attributes: ["Außendienst"],
      },
    ]);
    expect(plan?.unused).toEqual([]);
  });

  it("make customers of orders that name them", () => {
    const header = "Invoice Number|Customer ID|Customer Name|Invoice Date|Amount|Currency";
    expect(planOf(header, "1|c1|Acme|2025-03-04|5|EUR")?.mapping.kinds).toMatchObject([
      { rows: "customers", once_per: "external_id", facts: { external_id: { column: "Customer ID" } } },
      { rows: "activities" },
    ]);
  });

  it("are not taken for dates or amounts that they do not hold", () => {
    expect(planOf("customer|date|amount", "c1|soon|a lot")).toBeNull();
  });

  it.each(
    Object.entries(PRESET_OF_ROWS).map(([rows, preset]) => [
      rows,
      namedColumns(preset.columns).map(([, { name }]) => name),
    ]),
  )("are those of our own format for %s, if they have its names", (rows, names) => {
    const dated = /^(at|from|to|price_from|birthday|.*_at|.*_on)$/;
    const counted =
      /^(amount|quantity|price|reach|minutes|score|monthly_revenue|margin_percent|acquisition_cost)$/;
    const values = names.map((name) => (dated.test(name) ? "2026-03-14" : counted.test(name) ? "4" : "x"));
    const [kind, ...others] = planOf(names.join("|"), values.join("|"))?.mapping.kinds ?? [];
    expect([kind?.rows, others]).toEqual([rows, []]);
    expect(Object.keys(kind?.facts ?? {}).sort()).toEqual([...names].sort());
  });

  it("are nothing where no kind of rows is made out", () => {
    expect(planOf("colour|shape", "red|round")).toBeNull();
  });
});

describe("formats", () => {
  const header = "Order Number|Customer ID|Order Date|Total|Currency";

  it("are decided by the whole column", () => {
    const [kind] = factsOf(header, "1|c|03/04/2025|1.234|EUR", "2|c|25/04/2025|1,50|EUR") ?? [];
    expect(kind).toMatchObject({ at: { date: "dd/mm/yyyy" }, amount: { number: "1.234,50" } });
  });

  it("are asked for where the column leaves them open", () => {
    expect(planOf(header, "1|c|03/04/2025|1.50|EUR")?.open).toEqual([
      { column: "Order Date", taken: "mm/dd/yyyy", orElse: ["dd/mm/yyyy"], example: "03/04/2025" },
    ]);
  });
});

describe("the currency of amounts", () => {
  const header = "Order Number|Customer ID|Order Date|Total";

  it("is missed where nobody names it, and filled in where somebody does", () => {
    expect(planOf(header, "1|c|2025-03-04|5")?.lacksCurrency).toBe(true);
    const plan = planMapping(columns(header, "1|c|2025-03-04|5"), { currency: "CHF" });
    expect(plan?.lacksCurrency).toBe(false);
    expect(plan?.mapping.kinds[0]?.facts.currency).toEqual({ value: "CHF" });
  });

  it("is the one written beside them, if it is one alone", () => {
    expect(planOf(header, "1|c|2025-03-04|€ 5.00")?.mapping.kinds[0]?.facts.currency).toEqual({
      value: "EUR",
    });
    expect(planOf(header, "1|c|2025-03-04|€ 5.00", "2|c|2025-03-04|£ 5.00")?.lacksCurrency).toBe(true);
    expect(planOf(header, "1|c|2025-03-04|$5.00")?.lacksCurrency).toBe(true);
    expect(planOf(header, "1|c|2025-03-04|€ 5.00", "2|c|2025-03-04|$5.00")?.lacksCurrency).toBe(true);
    const [alike] = planOf(header, "1|c|2025-03-04|€ 5.00", "2|c|2025-03-04|5.00 EUR")?.mapping.kinds ?? [];
    expect(alike?.facts.currency).toEqual({ value: "EUR" });
  });
});
