import limits from "./limits.json" with { type: "json" };

/** Limits per block, element and object, in code points and items. */
export const LIMITS = limits;

/** Blocks in one surface. */
export const MAX_BLOCKS = { message: 50, modal: 100, home: 100 } as const;

/** Text in all blocks of one message, measured by its users: docs name no figure. */
export const MAX_MESSAGE_CHARACTERS = 13_200;

/** `table` is not in limits.json; from Slack's reference page of the block. */
export const TABLE = { rows: { min_items: 1, max_items: 100 }, columns: { min_items: 1, max_items: 20 } };

/** `data_visualization` blocks in one message, from Slack's reference page of the block. */
export const MAX_CHARTS = 2;
