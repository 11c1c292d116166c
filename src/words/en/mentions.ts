/** What is said of us in public: complaints nobody answered, who speaks for us, and what was told of it. */
export const mentions = {
  "mentions.title": "{mentions, plural, one {# complaint} other {# complaints}} in public, not answered yet",
  "mentions.none": "No complaint in public is waiting for an answer.",
  "mentions.quote": "“{text}”",
  "mentions.of-nobody": "no customer of ours named",
  "mentions.by": "{author} on {network}",
  "mentions.unsigned": "on {network}",
  "mentions.reach": "reaches {reach, number}",
  "mentions.answered": "Answered",
  "mentions.not-negative": "Not a complaint",
  "mentions.done.answered": "Noted: it is answered.",
  "mentions.done.not-negative": "Noted: it is no complaint. I will not judge this one again.",
  "mentions.already": "Somebody was faster: that one is settled.",
  "mentions.gone": "That mention is no longer on record.",
  "mentions.not-yours": "That mention is about a colleague's customer. Ask its owner or a manager.",
  "mentions.counts":
    "In the last {days, number} days: {negative, plural, one {# complaint} other {# complaints}}, {positive, number} positive, {neutral, number} neutral, answered ones too. Reps see their own customers' and those about no customer.",
  "mentions.unjudged":
    "{mentions, plural, one {# more is} other {# more are}} not judged: neither English nor Chinese, or too short.",
  "mentions.waiting":
    "{mentions, plural, one {# more waits} other {# more wait}} to be judged, within the hour.",
  "mentions.order":
    "Most urgent first: how bad, how far it reaches, how long it has waited. I judge by words and miss some irony: about nine in ten were right on a sample of ours.",

  "advocates.title": "{advocates, plural, one {# voice} other {# voices}} in our favour",
  "advocates.none":
    "Nobody has praised us {least, number} times in {days, number} days without a complaint. Mentions come in with a file of them.",
  "advocates.praised": "praised us {mentions, plural, one {once} other {# times}}, last {last}",
  "advocates.rule":
    "At least {least, number} positive mentions in {days, number} days and no complaint, widest reach first.",

  "mention-alert.title.alerted":
    "{mentions, plural, one {A complaint} other {# complaints}} in public {mentions, plural, one {waits} other {wait}} for an answer",
  "mention-alert.title.escalated":
    "{mentions, plural, one {A complaint} other {# complaints}} in public, unanswered for {days, number} days",
  "mention-alert.text": "{title}: “{first}”",
  "mention-alert.more": "And {mentions, number} more, on the list.",
  "mention-alert.open": "Open the list",
  "mention-alert.what-to-do":
    "Answer where it was said, then press “Answered” on the list. If it is no complaint, press “Not a complaint”.",

  "card.mention": "Complaint in public",
  "card.mention.said": "{quote} – {by}, {ago}, not answered",
} as const;
