import { MS_PER_HOUR } from "../clock.ts";

/** The job that reads the workspace's list of people; its newest finished run says how far what is known of them can be trusted. */
export const MEMBER_LIST_JOB = "members-daily";

/** Read once a day, the list may miss one day and a restart. Chosen by the product. */
const OLD_AFTER_HOURS = 48;

/** Whether the list of people was last read too long ago to say who is there. */
export function isMemberListOld(readAt: Date, now: Date): boolean {
  return now.getTime() - readAt.getTime() > OLD_AFTER_HOURS * MS_PER_HOUR;
}
