import type { Problem } from "./block-kit/validate.ts";

/** A refusal of the Web API: the name in `error`, and what else the answer holds. */
export class SlackApiError extends Error {
  override readonly name = "SlackApiError";
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** A refusal that lists each problem with its JSON pointer, as Slack writes them. */
export function refusal(code: string, problems: readonly Problem[]): SlackApiError {
  const errors = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  return new SlackApiError(code, {
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
}
