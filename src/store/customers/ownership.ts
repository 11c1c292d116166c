/**
 * A condition: the e-mail in a row of `customers` is somebody's, whatever its capitals; the same rule as `owns` in
 * `domain/access.ts`. The index `customers_owner_idx` is on the left side as it is written here.
 * @param customer alias of the row
 * @param email an SQL expression; nobody owns anything by null
 */
export function ownedBySql(customer: string, email: string): string {
  return `lower(${customer}.owner_email) = lower(${email})`;
}
