/** The command could not do what was asked, for a reason its user can change; the message says how. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
