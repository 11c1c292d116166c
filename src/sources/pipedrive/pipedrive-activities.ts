import { z } from "zod";
import { PIPEDRIVE_ID, PIPEDRIVE_ITEM } from "./pipedrive-lists.ts";

export const ACTIVITY = z.looseObject({
  ...PIPEDRIVE_ITEM,
  type: z.string(),
  done: z.boolean(),
  org_id: PIPEDRIVE_ID.nullable(),
  due_date: z.string().nullable(),
  due_time: z.string().nullish(),
  duration: z.string().nullish(),
  marked_as_done_time: z.string().nullish(),
  subject: z.string().nullish(),
});
type Activity = z.output<typeof ACTIVITY>;

/** The types that every account begins with; tasks and deadlines are contacts with nobody, and others an account's own. */
const CHANNELS: Readonly<Record<string, string>> = {
  call: "phone",
  email: "email",
  meeting: "meeting",
  lunch: "meeting",
};

/** A contact that took place. */
export const tookPlace = ({ type, done }: Activity): boolean => done && Object.hasOwn(CHANNELS, type);

export function activityRecord(activity: Activity) {
  return {
    ...{ id: activity.id, org_id: activity.org_id, subject: activity.subject ?? null },
    ...{ at: momentOf(activity), channel: CHANNELS[activity.type], minutes: minutesOf(activity) },
  };
}

/** When it was planned for, in UTC as Pipedrive keeps it; when it was ticked off where that was earlier, or no plan is there. */
function momentOf({ due_date, due_time, marked_as_done_time }: Activity): string | null {
  const done = marked_as_done_time ? new Date(marked_as_done_time) : null;
  if (!due_date) return done?.toISOString() ?? null;
  if (!due_time) return done !== null && done < new Date(due_date) ? done.toISOString() : due_date;
  const due = new Date(`${due_date}T${due_time.slice(0, "10:00".length)}:00Z`);
  if (Number.isNaN(due.getTime())) return due_date;
  return (done !== null && done < due ? done : due).toISOString();
}

/** Of "01:30" or "01:30:00". */
function minutesOf({ duration }: Activity): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(duration ?? "") ?? [];
  if (hours === undefined || minutes === undefined) return null;
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes);
}

const MINUTES_PER_HOUR = 60;
