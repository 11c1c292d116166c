/**
 * Of whom a row was told, by its alias: its customer, unless that is who it counts for since the two were joined. Whatever
 * compares a row with what is told anew asks for this one.
 */
export const toldOfSql = (row: string) => `COALESCE(${row}.told_of, ${row}.customer_id)`;
