/** The command could not do what was asked, for a reason its user can change; the message says how. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The command has said all there is to say, and scripts are to see that not everything went well. */
export class ExitCode extends Error {
  override readonly name = "ExitCode";

  readonly code: number;

  constructor(code: number) {
    super(String(code));
    this.code = code;
  }
}
