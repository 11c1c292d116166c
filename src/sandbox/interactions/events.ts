import type { SandboxContext } from "../context.ts";
import type { Outcome } from "../delivery/courier.ts";
import { IDENTITY } from "../seed.ts";
import { slackTime } from "./payload.ts";

/**
 * Tells the app about an event it subscribed to.
 * @param subscription e.g. `message.im`, whose event has the type `message`
 * @param isShared whether it happened in a channel shared with another organisation
 * @returns the last outcome; null when the app did not ask for such events
 */
export async function sendEvent(
  context: SandboxContext,
  subscription: string,
  event: Readonly<Record<string, unknown>> & { readonly type: string },
  { isShared = false } = {},
): Promise<Outcome | null> {
  if (!context.events.includes(subscription)) return null;
  const now = context.clock.now();
  return context.courier.deliverEvent({
    kind: "events_api",
    name: `event: ${subscription}`,
    retry: null,
    body: {
      token: IDENTITY.verificationToken,
      team_id: IDENTITY.teamId,
      context_team_id: IDENTITY.teamId,
      context_enterprise_id: null,
      api_app_id: IDENTITY.appId,
      type: "event_callback",
      event: { ...event, event_ts: slackTime(now) },
      event_id: context.workspace.nextId("Ev"),
      event_time: Math.floor(now.getTime() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: IDENTITY.teamId,
          user_id: IDENTITY.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: isShared,
      event_context: `sandbox-${subscription}`,
    },
  });
}
