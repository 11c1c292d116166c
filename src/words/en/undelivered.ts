/** What did not arrive, why, and what to do about it. Read by managers, operations, and whoever runs the bot. */
export const undelivered = {
  "undelivered.title": "Messages that did not arrive, last {days, number} days",
  "undelivered.failed":
    "*{what, select, nudge {The nudges} snooze_note {A note about a snooze} mention_alert {A word of complaints in public} digest {The weekly digest} cost_summary {The cost summary} model_alert {A warning about the model} job_alert {A warning about a job} undelivered_alert {A warning} post_mortem {A word of a customer who left} post_mortem_details {A word of a customer who left} post_mortem_list {A list of customers who left} other {A message}} for {whom}* did not arrive. {because}",
  "undelivered.impossible":
    "*{what, select, nudge {Nudges} other {Messages}} for {whom}* cannot be sent. {because}",
  "undelivered.where-all": "My Home tab lists what did not arrive in the last {days, number} days.",
  "undelivered.send-again": "Once that is mended, whoever runs me can send it again. Its key is {key}",
  "undelivered.resend": "Send again",
  "undelivered.resend.retried":
    "The message goes again within seconds. If it fails again, it stands here again.",
  "undelivered.resend.looks-first":
    "The message may be there already: I look first, and send it again only if it is not. If that fails, it stands here again.",
  "undelivered.resend.not-failed":
    "That message is no longer among the failed ones: somebody sent it again before you.",
  "undelivered.resend.no-thread":
    "That message is a reply, and what it replies to did not arrive either. Send that one again first.",
  "undelivered.resend.unknown": "That message is not kept any more.",
  "undelivered.unknown": "Nobody noted why.",
  "undelivered.gave-up": "{error} I gave up after {attempts, plural, one {# attempt} other {# attempts}}.",
  "undelivered.maybe-posted": "{error} An earlier attempt may have posted it.",
  "undelivered.unrenderable": "It could not be put into words ({error}). Please report this as a defect.",
  "undelivered.no-thread": "The message it would have been a reply to did not arrive.",
  "undelivered.slack-said": "Slack said “{error}”. The log holds more.",
  "undelivered.http": "Slack answered with HTTP {status}.",
  "undelivered.line": "Slack could not be reached ({error}).",
  "undelivered.token":
    "Slack does not take the bot's token ({error}), so nothing is posted. The message waits.",
  "undelivered.quiet-hours": "It waits until {until}, when the recipient's quiet hours are over.",
  "undelivered.history-unread":
    "It may be posted already, and I cannot look whether it is, so I do not post it again. {error} I look again every ten minutes.",
  "undelivered.not-there-yet":
    "Slack''s answer was lost, and the message is not there yet. I look once more before I post it again.",
  "undelivered.time-zone.member":
    "There is no time zone “{timeZone}”, so their morning never comes. Let them choose another in Slack's preferences.",
  "undelivered.time-zone.channel":
    "There is no time zone “{timeZone}”. Set the channel up again with `/customer channel on`.",

  "undelivered.audience.shared": "Another organisation reads the channel: choose one of the company's own.",
  "undelivered.audience.guests": "Guests read the channel: choose one without them.",
  "undelivered.audience.unseen": "I cannot see who reads the channel: invite me, or choose another.",
  "undelivered.audience.unknown": "Slack did not say whose account it is.",
  "undelivered.audience.guest": "The recipient is a guest: give their customers another owner.",
  "undelivered.audience.outsider":
    "The recipient is of another organisation: give their customers another owner.",
  "undelivered.audience.bot": "The recipient is a bot: give their customers another owner.",
  "undelivered.audience.deactivated":
    "That member's account is deactivated: give their customers another owner.",
  "undelivered.audience.direct": "It is for a channel, not for a person.",
  "undelivered.audience.managers-only": "It is for managers only.",
  "undelivered.audience.operations-only": "It is for operations only.",

  "undelivered.slack.channel_not_found":
    "The channel is gone, or private without me in it: invite me, or choose another.",
  "undelivered.slack.not_in_channel": "I am not in the channel: invite me with /invite.",
  "undelivered.slack.is_archived": "The channel is archived: unarchive it, or choose another.",
  "undelivered.slack.user_not_found":
    "That member does not exist in this workspace: check who owns the account.",
  "undelivered.slack.user_disabled":
    "That member's account is deactivated: give their customers another owner.",
  "undelivered.slack.cannot_dm_bot": "The recipient is a bot: give their customers another owner.",
  "undelivered.slack.user_not_visible": "I may not see that member: check the app's access.",
  "undelivered.slack.restricted_action": "A workspace setting forbids posting there: ask an administrator.",
  "undelivered.slack.restricted_action_read_only_channel":
    "Only some may post in that channel: allow me, or choose another.",
  "undelivered.slack.msg_too_long": "The message is too long for Slack: please report this as a defect.",
  "undelivered.slack.msg_blocks_too_long":
    "The message is too long for Slack: please report this as a defect.",
  "undelivered.slack.invalid_blocks":
    "Slack does not accept the message's blocks: please report this as a defect.",
  "undelivered.slack.invalid_blocks_format":
    "Slack does not accept the message's blocks: please report this as a defect.",
  "undelivered.slack.cannot_reply_to_message": "The message it would have been a reply to was deleted.",
  "undelivered.slack.thread_not_found": "The message it would have been a reply to was deleted.",
  "undelivered.slack.no_text": "The message is empty: please report this as a defect.",
  "undelivered.slack.missing_scope":
    "The app lacks a permission: whoever runs me installs it again from manifest.yml.",
} as const;
