/** The channel of the team that is about a customer, and what is said there. For reps and managers. */
export const accountChannels = {
  "account-channel.linked":
    "{channel} is now the channel of *{name}*{instead, select, yes { instead of {before}} other {}}. `/customer` with nothing behind it shows their card there. I post nothing there by myself unless you want it.",
  "account-channel.offer":
    "I can post there when their risk moves or a follow-up is due: without amounts, each at most once a week, and not what the owner was told already.",
  "account-channel.is":
    "{channel} is the channel of *{name}*. {notices, select, yes {I post there when their risk moves or a follow-up is due, without amounts.} other {I post nothing there by myself.}}",
  "account-channel.none":
    "*{name}* has no channel. Link one with `/customer {name} channel #acc-acme`, or with `/customer {name} channel here` where it is.",
  "account-channel.not-yours":
    "Only the owner of *{name}*, managers and operations can say which channel is about them. Ask one of them.",
  "account-channel.no-channel":
    "There is no channel here. Name one, such as `/customer acme channel #acc-acme`, or type this in the channel.",
  "account-channel.impossible.shared":
    "Another organisation reads that channel, so nothing about a customer is said there. Choose a channel that your company alone reads.",
  "account-channel.impossible.guests":
    "Guests read that channel, so nothing about a customer is posted there. Choose a channel without guests.",
  "account-channel.impossible.archived": "That channel is archived. Unarchive it, or choose another one.",
  "account-channel.impossible.not-in":
    "I am in no such channel. Invite me there with `/invite @Mainstay`, then type this again.",
  "account-channel.taken":
    "That channel is about *{name}*. A channel has one customer: unlink it from them first, or choose another one.",
  "account-channel.unlinked": "{channel} is no longer the channel of *{name}*.",
  "account-channel.notices.on":
    "On working days at ten I post in {channel} when the risk of *{name}* moved or a follow-up is due.",
  "account-channel.notices.off": "I post nothing in {channel} by myself any more.",
  "account-channel.button.on": "Post notices there",
  "account-channel.button.off": "Post no notices",
  "account-channel.button.unlink": "Unlink",
  "account-channel.stopped":
    "I stopped posting in {channel} about *{name}*: {because, select, shared {another organisation reads it now} guests {guests read it now} archived {it was archived} other {I am not in it any more}}.",
  "account-channel.stopped.next":
    "Once that is mended, turn it on again with *Post notices there*; or choose another channel with `/customer {name} channel #acc-acme`.",

  "account-notice.moved": "*Risk {before} → {now}* within {days, number} days",
  "account-notice.moved.because": "*Risk {before} → {now}* within {days, number} days: {reason}",
  "account-notice.due": "*Due: {action}*",
} as const;
