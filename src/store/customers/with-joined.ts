/**
 * The ids of a customer and of those who are joined into it, as a subquery: what somebody decided about one stays with the
 * one it was said of, and holds for whoever they are joined into.
 * @param id the SQL of a customer's id
 */
export const withJoinedSql = (id: string): string =>
  `(SELECT family.id FROM customers family WHERE family.id = ${id} OR family.joined_into = ${id})`;
