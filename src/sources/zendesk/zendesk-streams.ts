import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import type { SourceConnection, SourcePage } from "../pull/source-definition.ts";
import { askZendesk } from "./zendesk-api.ts";

const id = z.number().int();
const moment = z.string().min(1);

const CURSOR_PAGE = { after_cursor: z.string().nullish(), end_of_stream: z.boolean() };

const USER = z.looseObject({
  id,
  role: z.string(),
  active: z.boolean(),
  organization_id: id.nullable(),
});
const USERS = z.looseObject({ ...CURSOR_PAGE, users: z.array(USER) });

/** The people who ask for support: neither agents nor who was deleted. */
export async function usersPage(from: SourceConnection, cursor: string | null): Promise<SourcePage> {
  const answer = await askZendesk(from, "incremental/users/cursor", startingAt(cursor), USERS);
  const people = answer.users.filter(({ role }) => role === "end-user");
  return {
    records: people.filter(({ active }) => active),
    deleted: people.filter(({ active }) => !active).map((user) => String(user.id)),
    ...goingOn(answer, cursor),
  };
}

const METRICS = z.looseObject({
  ticket_id: id,
  solved_at: z.string().nullish(),
  reply_time_in_minutes: z.looseObject({ calendar: z.number().nullish() }).nullish(),
});
const TICKET = z.looseObject({
  id,
  status: z.string(),
  created_at: moment,
  updated_at: moment,
  organization_id: id.nullable(),
  requester_id: id.nullable(),
  metric_set: METRICS.partial().nullish(),
});
type Metrics = Pick<z.output<typeof METRICS>, "solved_at" | "reply_time_in_minutes">;
const TICKETS = z.looseObject({
  ...CURSOR_PAGE,
  tickets: z.array(TICKET),
  metric_sets: z.array(METRICS).optional(),
});

export async function ticketsPage(from: SourceConnection, cursor: string | null): Promise<SourcePage> {
  const query = { ...startingAt(cursor), include: "metric_sets" };
  const answer = await askZendesk(from, "incremental/tickets/cursor", query, TICKETS);
  const metrics = new Map(answer.metric_sets?.map((each) => [each.ticket_id, each]));
  return {
    records: answer.tickets
      .filter((ticket) => !isDeleted(ticket))
      .map((ticket) => withMoments(ticket, ticket.metric_set ?? metrics.get(ticket.id))),
    deleted: answer.tickets.filter(isDeleted).map((ticket) => String(ticket.id)),
    ...goingOn(answer, cursor),
  };
}

const isDeleted = ({ status }: z.output<typeof TICKET>) => status === "deleted";
const SOLVED = new Set(["solved", "closed"]);

/**
 * When a ticket was answered and solved. One that was opened again is not solved, whatever its metrics remember; a solved
 * one without metrics was solved by its last change at the latest.
 */
function withMoments(ticket: z.output<typeof TICKET>, metrics: Metrics | undefined) {
  const minutes = metrics?.reply_time_in_minutes?.calendar ?? null;
  const replied = minutes === null ? null : Date.parse(ticket.created_at) + minutes * MS_PER_MINUTE;
  return {
    ...ticket,
    first_reply_at: replied === null ? null : new Date(replied).toISOString(),
    solved_at: SOLVED.has(ticket.status) ? (metrics?.solved_at ?? ticket.updated_at) : null,
  };
}

/** Zendesk keeps the time: its cursor goes on after what it showed, whatever our clock says. */
function startingAt(cursor: string | null): Readonly<Record<string, string>> {
  return cursor === null || cursor === "" ? { start_time: "0" } : { cursor };
}

function goingOn(
  { after_cursor, end_of_stream }: { after_cursor?: string | null | undefined; end_of_stream: boolean },
  cursor: string | null,
): Pick<SourcePage, "cursor" | "more"> {
  return { cursor: after_cursor ?? cursor ?? "", more: !end_of_stream };
}

const ORGANIZATION = z.looseObject({
  id,
  name: z.string(),
  domain_names: z.array(z.string()).nullish(),
  deleted_at: z.string().nullish(),
});
const ORGANIZATIONS = z.looseObject({
  organizations: z.array(ORGANIZATION),
  /** Seconds since 1970; null where nothing changed. */
  end_time: z.number().nullable(),
  count: z.number(),
});
/** Of organizations that changed; fewer are all there are. */
const FULL_PAGE = 1_000;
/** Zendesk refuses a start within the last minute, and its clock may be behind ours: five are read again. */
const MINUTES_AGAIN = 5;

export async function organizationsPage(from: SourceConnection, cursor: string | null): Promise<SourcePage> {
  const latest = Math.floor(from.now.getTime() / 1_000) - MINUTES_AGAIN * 60;
  const start = Math.min(Number(cursor ?? 0), latest);
  const query = { start_time: String(start) };
  const answer = await askZendesk(from, "incremental/organizations", query, ORGANIZATIONS);
  const end = answer.end_time ?? start;
  const isThere = ({ deleted_at }: z.output<typeof ORGANIZATION>) => (deleted_at ?? null) === null;
  return {
    records: answer.organizations
      .filter(isThere)
      .map((organization) => ({ ...organization, domain: organization.domain_names?.[0] ?? null })),
    deleted: answer.organizations.filter((each) => !isThere(each)).map((each) => String(each.id)),
    cursor: String(end),
    more: answer.count >= FULL_PAGE && end > start,
  };
}
