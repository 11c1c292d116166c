/** By what a row of the cost report can be told apart. */
export const ROW_DIMENSIONS = ["segment", "owner", "channel"] as const;
export type RowDimension = (typeof ROW_DIMENSIONS)[number];

/** The row of a cost report whose rows are asked for; `nobody`: what is left unallocated. */
export type RowGroup =
  | { readonly by: RowDimension /** As the report names the row. */; readonly key: string }
  | { readonly by: "nobody" };

/** Whether customers stand behind it, so that it has revenue, too. */
export const hasCustomers = (
  group: RowGroup,
): group is { readonly by: "segment" | "owner"; readonly key: string } =>
  group.by === "segment" || group.by === "owner";
