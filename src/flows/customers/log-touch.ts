import type { Clock } from "../../domain/clock.ts";
import type { TouchChannel, TouchOutcome } from "../../domain/customer-records.ts";
import type { CustomerStore } from "../../store/customers/customers.ts";
import type { TouchStore } from "../../store/customers/touches.ts";

export type LogTouchDeps = {
  readonly touches: Pick<TouchStore, "log">;
  readonly customers: Pick<CustomerStore, "find">;
  readonly clock: Clock;
};

export type TouchForm = {
  readonly customerId: number;
  readonly memberId: string;
  /** The modal it came from: one modal logs one touch. */
  readonly viewId: string;
  readonly channel: TouchChannel;
  readonly outcome: TouchOutcome;
  readonly note: string | null;
  readonly minutesSpent: number;
  readonly at: Date;
  /** The suggestion that it followed; left out: none in particular. */
  readonly followed?: string | null;
};

/**
 * Keeps a contact, settles what was suggested and notes who did it. "repeated": it was kept before; "gone": there is no
 * such customer any more.
 */
export async function logTouch(
  deps: LogTouchDeps,
  form: TouchForm,
): Promise<{ kind: "logged" | "repeated" | "gone" }> {
  const { viewId, ...touch } = form;
  const isNew = await deps.touches.log({ ...touch, source: "slack", externalId: viewId }, deps.clock());
  if (isNew) return { kind: "logged" };
  return { kind: (await deps.customers.find(form.customerId)) === null ? "gone" : "repeated" };
}
