import type { LanguageDrafts } from "./language-drafts.ts";

/** What a team writes to its customers, in English. */
export const en: LanguageDrafts = {
  greeting: "Hello[ {contact}],",
  closing: "Kind regards\n{sender}\n{company}",
  days: "{count, plural, one {# day} other {# days}}",
  years: "{count, plural, one {# year} other {# years}}",
  feasts: {
    christmas: "Christmas",
    diwali: "Diwali",
    eid_al_adha: "Eid al-Adha",
    eid_al_fitr: "Eid al-Fitr",
    lunar_new_year: "Lunar New Year",
    new_year: "the New Year",
    nowruz: "Nowruz",
    thanksgiving: "Thanksgiving",
  },
  drafts: {
    "reply-to-ticket": {
      subject: "Your message[ {ticket}]",
      text: "Thank you for your message[ {ticket}], and I am sorry that you are still waiting for an answer. It reached us {days} ago.\n\nI am looking into it now. Is there anything I should know besides what you wrote?",
      chat: "I am sorry that you are still waiting for an answer to your message[ {ticket}]. I am looking into it now. Is there anything I should know besides what you wrote?",
    },
    "solve-ticket": {
      subject: "Your open ticket[ {ticket}]",
      text: "Your ticket[ {ticket}] is still open, and I would like to tell you where it stands. You reported it {days} ago.\n\nWhen can I call you? Please also tell me how much it holds you up at the moment, so that we can put it in the right order.",
      chat: "Your ticket[ {ticket}] is still open. When can I call you to tell you where it stands? And how much does it hold you up at the moment?",
    },
    "close-the-loop": {
      subject: "Your feedback",
      text: "Thank you for your frank feedback. I am sorry that you were not satisfied.\n\nI would like to understand what went wrong and what we can do better. When would a short call suit you? You can also simply answer this message.",
      chat: "Thank you for your frank feedback. I am sorry that you were not satisfied, and would like to understand what went wrong. When would a short call suit you?",
    },
    "answer-mention": {
      subject: "What you wrote about us",
      text: "We have read what you wrote about us in public. I am sorry that you had reason to.\n\nI would like to understand what happened, and to see with you what we can do. When can I call you?",
      chat: "We have read what you wrote about us in public. I am sorry that you had reason to. When can I call you, to understand what happened?",
    },
    "confirm-fix": {
      subject: "Is everything in order now?[ ({ticket})]",
      text: "Your ticket[ {ticket}] is marked as solved on our side. Does everything work for you as you expected?\n\nIf anything is still not right, please answer this message and I will look into it.",
      chat: "Your ticket[ {ticket}] is marked as solved on our side. Does everything work for you as you expected?",
    },
    "settle-payment": {
      subject: "Your last payments did not go through",
      text: "The last two payments to us did not go through. Often the reason is a card that has expired or a limit at the bank.\n\nCould you please check your payment details? If you would rather pay another way, or if something is wrong on our side, please let me know.",
      chat: "The last two payments to us did not go through. Could you please check your payment details, or tell me if something is wrong on our side?",
    },
    "call-about-renewal": {
      subject: "Your renewal[ on {renewal}]",
      text: "Your contract is due for renewal[ on {renewal}], so there is time to talk about what should stay and what should change.\n\nWhat has worked well for you, and what has been missing? I would be glad to go through it with you in a short call. When would it suit you?",
      chat: "Your contract is due for renewal[ on {renewal}]. When would a short call suit you, to talk about what should stay and what should change?",
    },
    "call-about-renewal-30": {
      subject: "Your renewal[ on {renewal}]: what is still open?",
      text: "Your contract is due for renewal[ on {renewal}]. I would like to clear up in good time whatever is still open for you.\n\nAre there questions about scope, terms or users? And who should be there when we talk about it? Please suggest a time in the next few days.",
      chat: "Your contract is due for renewal[ on {renewal}]. Is anything still open for you? Please suggest a time in the next few days to talk about it.",
    },
    "call-about-renewal-14": {
      subject: "Your renewal[ on {renewal}] is close",
      text: "Your contract is due for renewal[ in {days}]. So that it goes the way you want it, I would like to settle the last points with you this week.\n\nShould it go on as it is, or do you want to change something? A short answer is enough, or I will call you: when does it suit you?",
      chat: "Your contract is due for renewal[ in {days}]. Should it go on as it is, or do you want to change something? I can also call you: when does it suit you?",
    },
    "champion-left": {
      subject: "Who will be our contact[ at {customer}]?",
      text: "I have seen that the person we were in touch with is no longer your contact for us. I hope that the handover went well.\n\nWho looks after this on your side from now on? I would be glad to introduce myself and to tell them what we have been working on together.",
      chat: "The person we were in touch with is no longer your contact for us. Who looks after this on your side from now on? I would be glad to introduce myself.",
    },
    "break-silence": {
      subject: "How are things with you?",
      text: "It has been a while since your last order, and I wanted to ask how things are with you.\n\nIs there anything you need at the moment, or anything we should do differently? I am glad to help.",
      chat: "It has been a while since your last order. How are things with you, and is there anything you need at the moment?",
    },
    "usage-drop": {
      subject: "How are you getting on?",
      text: "I wanted to ask how you and your colleagues are getting on with what you have from us. Has anything changed in how you work, or does something get in your way?\n\nI would be glad to look at it with you. When would you have twenty minutes?",
      chat: "How are you and your colleagues getting on with what you have from us? If something gets in your way, I would be glad to look at it with you.",
    },
    "vip-cooling": {
      subject: "Shall we talk?",
      text: "It is important to me that you are well looked after, so I would like to hear how you see our work together at the moment. What should we keep, and what should we change?\n\nWhen would a call or a meeting suit you?",
      chat: "I would like to hear how you see our work together at the moment: what should we keep, and what should we change? When would a call suit you?",
    },
    "risk-jump": {
      subject: "A short call?",
      text: "I would like to hear how things are going for you, and whether you get from us what you need.\n\nIf there is anything that bothers you, I would rather know it than not. When would a short call suit you?",
      chat: "How are things going for you, and do you get from us what you need? When would a short call suit you?",
    },
    "follow-up-delivery": {
      subject: "Has everything arrived in order?",
      text: "Was everything in order with your last delivery, and is it what you expected? It should have arrived {days} ago.\n\nIf anything is missing or damaged, please answer this message and I will see to it.",
      chat: "Was everything in order with your last delivery? If anything is missing or damaged, please tell me and I will see to it.",
    },
    congratulate: {
      subject: "Happy birthday",
      text: "I wish you a very happy birthday, good health, and a good year ahead.",
      chat: "I wish you a very happy birthday and a good year ahead.",
    },
    holiday: {
      subject: "Best wishes[ for {holiday}]",
      text: "My best wishes[ for {holiday}] to you and your colleagues, and a few restful days. Thank you for working with us.",
      chat: "My best wishes[ for {holiday}] to you and your colleagues, and a few restful days.",
    },
    welcome: {
      subject: "Thank you for your first order",
      text: "Thank you for your first order with us. I would like to make sure that you get off to a good start.\n\nDoes everything work as you expected? If you have questions, I am glad to go through them with you in a short call.",
      chat: "Thank you for your first order with us. Does everything work as you expected? If you have questions, I am glad to go through them with you.",
    },
    anniversary: {
      subject: "Thank you for working with us",
      text: "We have now been working together for {years}. Thank you for your trust.\n\nIf there is anything you would like us to do better in the coming year, I would be glad to hear it.",
      chat: "We have now been working together for {years}. Thank you for your trust.",
    },
    "monthly-contact": {
      subject: "How are things going?",
      text: "We have not spoken for a while, so I wanted to ask how things are going. Is there anything you need, or anything new on your side that I should know about?\n\nA short answer is enough, and I am glad to call if you prefer.",
      chat: "We have not spoken for a while. How are things going, and is there anything you need?",
    },
    "event-invitation": {
      subject: "An invitation[: {event}]",
      text: "I would like to invite you and your colleagues to our event[: {event}].\n\nWould you like to come? Please let me know how many of you there will be, and I will send you what you need to know.",
      chat: "I would like to invite you and your colleagues to our event[: {event}]. Would you like to come?",
    },
    "new-product": {
      subject: "New with us[: {product}]",
      text: "You often buy from this part of our range, so I wanted you to know that there is something new in it[: {product}].\n\nIf you would like to know more, please answer this message and I will send you the details.",
      chat: "There is something new in a part of our range that you often buy from[: {product}]. Would you like to know more?",
    },
    "cross-sell": {
      subject: "Something that may suit you[: {product}]",
      text: "Customers with orders like yours often choose {product} as well. It may be useful for you, too.\n\nShall I send you the details? If it is not for you, that is fine.",
      chat: "Something else from our range may be useful for you[: {product}]. Shall I send you the details?",
    },
    "tier-in-reach": {
      subject: "The next level[: {tier}]",
      text: "You are close to the next level of our loyalty programme[: {tier}]. Your next order may already take you there.\n\nIf you would like to know what it brings, I am glad to tell you.",
      chat: "You are close to the next level of our loyalty programme[: {tier}]. Would you like to know what it brings?",
    },
    "ask-referral": {
      subject: "A small request",
      text: "Thank you for your kind feedback. It means a lot to us.\n\nDo you know somebody to whom we could be of use as well? I would be glad if you put us in touch, or simply passed on my address.",
      chat: "Thank you for your kind feedback. Do you know somebody to whom we could be of use as well?",
    },
    thank: {
      subject: "Thank you for your order",
      text: "Thank you for your order. We are glad that you chose us again.\n\nIf you have any questions, you can reach me directly.",
      chat: "Thank you for your order. If you have any questions, you can reach me directly.",
    },
    "win-back": {
      subject: "May I ask how things are?",
      text: "We have not worked together for a while, and I would like to ask how things are with you.\n\nI would also be glad to hear what led to your decision at the time, and what we would have to do better. If it is of interest, we can talk about what has changed since then.",
      chat: "We have not worked together for a while. How are things with you, and what would we have to do better for you?",
    },
    "check-in": {
      subject: "How are things?",
      text: "I wanted to ask briefly how things are going, and whether there is anything you need from us.\n\nA short answer is enough, and I am glad to call if you prefer.",
      chat: "How are things going, and is there anything you need from us?",
    },
  },
};
