/** What to do next about a customer, and why. Written for a rep who reads it between two calls. */
export const outreach = {
  "as-written": "{text}",

  "advice.contacted":
    "{days, plural, =0 {Contacted today} one {Contacted yesterday} other {Contacted # days ago}}: give them time to answer.",
  "advice.do-not-disturb": "They are not to be contacted, but for the answer to a ticket of their own.",
  "advice.ended": "The contract has ended.",
  "advice.nothing-due": "All is well: no contact is due.",
  "advice.nothing-on": "No playbook that is on calls for a contact; some are off or in a dry run.",
  "advice.snoozed":
    "Snoozed: no suggestions until then, unless the risk rises, they complain or the renewal is near.",

  "break-through.rating": "Snoozed, but they rated us {score, number} of {scale, number} since.",
  "break-through.renewal":
    "Snoozed, but the contract renews {days, plural, =0 {today} one {tomorrow} other {in # days}}.",
  "break-through.risk": "Snoozed, but the risk has risen from {before, number} % to {after, number} % since.",
  "break-through.ticket":
    "Snoozed, but “{subject}” came in {days, plural, =0 {today} one {yesterday} other {# days ago}} and is open.",

  "anniversary.action": "Thank them for the years",
  "anniversary.reason":
    "They have been a customer for {years, plural, one {a year} other {# years}} {days, plural, =0 {today} one {since yesterday} other {since # days ago}}.",

  "answer-mention.action": "Answer what they wrote on {network}",
  "answer-mention.reason":
    "They complained in public {days, plural, =0 {today} one {yesterday} other {# days ago}}, and nobody has answered.",

  "ask-referral.action": "Ask whether they would recommend us to somebody",
  "ask-referral.reason":
    "They gave us {score, number} of 10 {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "break-silence.action": "Get in touch and ask what they need",
  "break-silence.reason":
    "No purchase for {silent, plural, one {# day} other {# days}}; they usually buy every {usual, plural, one {day} other {# days}}.",

  "call-about-renewal.action": "Call about the renewal",
  "call-about-renewal.action.early": "Ask how things are going before the renewal comes up",
  "call-about-renewal.action.last": "Call and settle what is still open about the renewal",
  "call-about-renewal.reason":
    "The contract renews {days, plural, =0 {today} one {tomorrow} other {in # days}}.",

  "champion-left.action": "Call the company and ask who takes over",
  "champion-left.action.one": "Ask {name} who takes over",
  "champion-left.action.two": "Ask {name} or {other} who takes over",
  "champion-left.reason":
    "{name}, our first contact, left {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "check-in.action": "Get in touch and ask how things are going",
  "check-in.reason": "No single thing stands out.",

  "close-the-loop.action": "Call and ask what went wrong",
  "close-the-loop.reason":
    "They rated us {score, number} of {scale, number} {kind, select, nps {when asked whether they would recommend us } csat {for satisfaction } other {}}{days, plural, =0 {today} one {yesterday} other {# days ago}}, and nobody has been in touch since.",

  "congratulate.action": "Congratulate {name}",
  "congratulate.reason":
    "{days, plural, =-1 {The birthday was yesterday: better late than never.} =0 {It is their birthday.} other {Tomorrow is their birthday.}}",

  "confirm-fix.action": "Ask whether the fix works for them",
  "confirm-fix.reason":
    "“{subject}” was solved {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "cross-sell.action": "Offer them {product}",
  "cross-sell.reason":
    "They buy {after}. Of {of, plural, one {# customer} other {# customers}} who do, {both, number} also buy {product}.",

  "ended.bought-since":
    "They have bought again since, last on {day}: ask whoever keeps the customer file whether the end is right",
  "ended.said": "The customer file says: “{reason}”",
  "ended.cancelled": "It ended {days, plural, one {# day} other {# days}} before the renewal was due",
  "ended.not-renewed": "It ran out and was not renewed",
  "ended.ticket": "Ticket {reference} (“{subject}”) was open when they left and still is",
  "ended.payment-failed": "A payment failed on {day}",
  "ended.silent": "They had not bought for {days, plural, one {# day} other {# days}} by then",
  "ended.never-contacted": "No contact with them is on record",
  "ended.not-contacted": "Nobody had been in touch for {days, plural, one {# day} other {# days}} by then",
  "ended.unknown": "The customer file does not say, and nothing stands out",
  "ended.post-mortem": "Ask them why they left",
  "ended.post-mortem.reason":
    "We put their risk at {risk} and did not see it coming. What they say helps with the next one.",
  "ended.win-back": "Ask what would bring them back",
  "ended.win-back.reason":
    "It is less than a year ago: a good answer to what went wrong can still win them back.",
  "ended.leave": "They left more than a year ago.",

  "event-invitation.action": "Invite them to {event}",
  "event-invitation.reason":
    "{event} is {days, plural, =0 {today} one {tomorrow} other {in # days}}, and they have not been invited yet.",
  "event-invitation.reason.at":
    "{event} is {days, plural, =0 {today} one {tomorrow} other {in # days}} ({place}), and they have not been invited yet.",

  "follow-up-delivery.action": "Ask whether everything arrived as expected",
  "follow-up-delivery.reason":
    "The last delivery was {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "holiday.action":
    "{feast, select, christmas {Wish them a merry Christmas and a happy new year} diwali {Wish them a happy Diwali} eid_al_adha {Wish them a blessed Eid al-Adha} eid_al_fitr {Wish them a blessed Eid al-Fitr} lunar_new_year {Wish them a happy Lunar New Year} new_year {Wish them a happy new year} nowruz {Wish them a happy Nowruz} thanksgiving {Wish them a happy Thanksgiving} other {Send them greetings}}",
  "holiday.reason":
    "{feast, select, christmas {Christmas} diwali {Diwali} eid_al_adha {Eid al-Adha} eid_al_fitr {Eid al-Fitr} lunar_new_year {Lunar New Year} new_year {New Year} nowruz {Nowruz} thanksgiving {Thanksgiving} other {A holiday}} is {days, plural, one {tomorrow} other {in # days}} and a public holiday in their country. Not everybody there may celebrate it.",

  "monthly-contact.action": "Make this month's contact",
  "monthly-contact.never": "No contact is on record.",
  "monthly-contact.reason": "The last contact was {days, plural, one {# day} other {# days}} ago.",

  "new-product.action": "Tell them about {product}",
  "new-product.reason":
    "{product} is new in {category}, where they have bought on {days, plural, one {# day} other {# days}}.",

  "owner-gap.customer": "{customer} ({because})",
  "owner-gap.left": "owner {name} left",
  "owner-gap.no-member": "owner {name} is no member of the team",
  "owner-gap.nobody": "no owner",
  "owner-gap.unknown": "owner {email} is not in Slack",

  "reply-to-ticket.action": "Give ticket {reference} a first answer",
  "reply-to-ticket.reason": "Nobody has answered “{subject}” for {days, plural, one {# day} other {# days}}.",

  "risk-jump.action": "Get in touch and find out what has changed",
  "risk-jump.reason": "The risk has risen by {points, plural, one {# point} other {# points}} within a week.",
  "risk-jump.crossed":
    "The risk has risen by {points, plural, one {# point} other {# points}} within a week and is now {band, select, high {high} other {medium}}.",

  "settle-payment.action": "Help them pay: ask for another card or a transfer",
  "settle-payment.reason":
    "Two payments failed within a month, the last one {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "solve-ticket.action": "Get ticket {reference} solved and tell them when",
  "solve-ticket.reason":
    "“{subject}” has been open {days, plural, =0 {since today} one {for # day} other {for # days}}.",

  "tier-in-reach.action": "Tell them that {tier} is within reach",
  "tier-in-reach.reason": "One more order of their usual size makes them {tier}.",

  "usage-drop.action": "Ask why they use it less",
  "usage-drop.reason": "Usage is down by {percent, number} % in a month.",

  "vip-cooling.action": "Have somebody they know call them",
  "vip-cooling.reason":
    "One of our most valuable customers, and the risk is up by {points, plural, one {# point} other {# points}}.",

  "welcome.action": "Show them how to get the most out of it",
  "welcome.reason": "It was their first purchase, {days, plural, one {# day} other {# days}} ago.",

  "thank.action": "Say thanks and ask whether everything arrived",
  "thank.reason": "They bought {days, plural, =0 {today} one {yesterday} other {# days ago}}.",

  "win-back.reason": "They left {days, plural, one {# day} other {# days}} ago.",
  "win-back.said":
    "They left {days, plural, one {# day} other {# days}} ago; the customer file says: “{reason}”",
  "win-back.lapsed": "They have not bought for {days, plural, one {# day} other {# days}}.",

  "why-silent": "*{name}*: {because}",
  "why-silent.no-owner":
    "No active member of the team owns them, so only channels with `/customer channel on nudges` are told.",
  "why-silent.ended": "They have left: nudges are for customers who can still be kept.",
  "why-silent.no-score": "There is no risk to go by. {why}",
  "why-silent.never-scored": "There is no risk to go by yet: they have not been scored.",
  "why-silent.stale-score":
    "The newest risk is too old to go by. Ask whoever runs the bot why nothing was scored last night.",
  "why-silent.data-stopped": "Their data have stopped: what looks like silence may be a missing export.",
  "why-silent.already-lapsed":
    "They have not bought for more than {days, plural, one {# day} other {# days}}: that is a case for winning back, not for a nudge.",
  "why-silent.below-threshold":
    "Their risk is {percent, number} %; nudges about risk begin at {threshold, number} %, and nothing else is due: no open ticket, no renewal, no fresh purchase or other known day.",
  "why-silent.nothing-due": "Nothing that I look for applies to them now.",
  "why-silent.snoozed": "They are snoozed until {until}.",
  "why-silent.overridden":
    "A colleague says that they will stay, so nudges about the risk keep quiet. The card says who, why and until when.",
  "why-silent.do-not-disturb":
    "They are not to be disturbed. The card says why, where it was decided for them; `/customer do-not-disturb` (managers) lists all.",
  "why-silent.cooldown":
    "{what, select, touched {Somebody was in touch} other {There was a nudge}} within the last {days, plural, one {day} other {# days}}, and nothing urgent has come up since.",
  "why-silent.nothing-to-say": "No playbook that is on has anything to say about them now.",
  "why-silent.dismissed": "All there is to say was not useful of late.",
  "why-silent.held-out":
    "They are in this quarter's comparison: no nudge is sent about them, so that we learn what nudges bring. Whoever wants to call them may.",
  "why-silent.open-nudge":
    "A reminder about them is still open. If something more pressing comes up, that one changes; a second one is not sent.",
  "why-silent.not-worth-it": "A contact is expected to cost more than it keeps.",
  "why-silent.not-worth-it.figures": "A contact costs {cost}, and is expected to keep {kept} of margin.",
  "why-silent.budget":
    "Contacts with others are expected to bring more: nobody is told of more than {aDay, plural, one {# customer} other {# customers}} a day and {aWeek, number} a week, which are spread over the working days, and {kept, number} of the week's are kept for what is urgent. They come next when those are dealt with.",
  "why-silent.kept-for-urgent":
    "What is left of this week's {aWeek, plural, one {# customer} other {# customers}} is kept for what is urgent: an open ticket, a failed payment, an unhappy answer. They can come on the last working day of the week, or from Monday on.",
  "why-silent.week-budget":
    "Their owner was told of {most, plural, one {# customer} other {# customers}} this week, which is the most. They can come from Monday on.",
  "why-silent.next":
    "Nothing speaks against it: they come with the next nudges, unless a contact with others is expected to bring more.",
  "why-silent.next-on": "{because} Their owner is told next on {on} from {hour, number}:00 on.",
  "why-silent.owner-paused": "{because} Their owner has paused nudges: none comes before {until}.",
  "why-silent.owner-quiet":
    "{because} Their owner has quiet hours or a day off now: nothing is sent to them before {until}, {hour, number}:00 where they are.",
  "why-silent.value-unknown": "{because} What a contact with them would bring is not known: {missing}",
  "why-silent.missing.no-score": "there is no risk to go by.",
  "why-silent.missing.no-margin": "their margin is not on file.",
  "why-silent.missing.no-revenue":
    "they have neither a running contract with its monthly revenue nor bought within a year.",
  "why-silent.missing.no-rate": "an amount is in a currency without a stated rate.",
  "why-silent.missing.no-hourly-cost":
    "nobody has stated what an hour of anybody costs. Ask operations to state it.",
  "why-silent.missing.no-hourly-cost.cli":
    "nobody has stated what an hour of anybody costs: `npm run mainstay -- ledger hourly-cost` does.",
  "why-silent.missing.no-cost-rate": "what the contact costs is in a currency without a stated rate.",

  "playbook.reply-to-ticket": "First answer to a ticket",
  "playbook.solve-ticket": "Open ticket",
  "playbook.close-the-loop": "Unhappy answer",
  "playbook.answer-mention": "Complaint in public",
  "playbook.confirm-fix": "Confirm a fix",
  "playbook.settle-payment": "Failed payments",
  "playbook.call-about-renewal": "Renewal",
  "playbook.champion-left": "First contact left",
  "playbook.win-back": "Win back",
  "playbook.break-silence": "Gone quiet",
  "playbook.usage-drop": "Usage down",
  "playbook.vip-cooling": "Valued customer cooling",
  "playbook.risk-jump": "Risk jumped",
  "playbook.follow-up-delivery": "After a delivery",
  "playbook.congratulate": "Birthday",
  "playbook.event-invitation": "Event invitation",
  "playbook.holiday": "Holiday greeting",
  "playbook.welcome": "First purchase",
  "playbook.anniversary": "Anniversary",
  "playbook.monthly-contact": "Monthly contact",
  "playbook.tier-in-reach": "Loyalty tier within reach",
  "playbook.new-product": "New product",
  "playbook.cross-sell": "Cross-sell",
  "playbook.ask-referral": "Ask for a referral",
  "playbook.thank": "Thanks for a purchase",
  "playbook.check-in": "Check-in",

  "uplift.title": "Nudges of {quarter}",
  "uplift.none": "No nudges in {quarter} so far.",
  "uplift.all": "All together",
} as const;
