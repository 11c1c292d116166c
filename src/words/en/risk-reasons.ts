/** Why a customer's risk is what it is: sentences that a rep would say aloud, in the customer's own numbers. */
export const riskReasons = {
  "because.for-leaving": "{sentence} (speaks for leaving)",
  "because.for-staying": "{sentence} (speaks for staying)",

  "because.attribute": "{name} is {value}",

  "because.age-days": "{n, plural, one {# day} other {# days}}",
  "because.age-months": "{n, plural, one {# month} other {# months}}",
  "because.age-years": "{n, plural, one {# year} other {# years}}",

  "because.silent":
    "Silent for {days, plural, one {# day} other {# days}}, usually buys every {gap, plural, one {day} other {# days}}",
  "because.silent-contract":
    "No purchase for {days, plural, one {# day} other {# days}}, usually buys every {gap, plural, one {day} other {# days}}",
  "because.bought-once": "Bought only once, {days, plural, one {# day} other {# days}} ago",
  "because.bought-lately":
    "Bought {days, plural, one {# day} other {# days}} ago, usually every {gap, plural, one {day} other {# days}}",
  "because.just-bought": "Has just bought, usually does every {gap, plural, one {day} other {# days}}",

  "because.new-customer": "Customer for {age} only",
  "because.long-customer": "Customer for {age}",

  "because.bought-none":
    "No purchase in the last 90 days, {before, plural, one {one} other {#}} in the 90 before",
  "because.bought-less":
    "Buys less often: {now, plural, one {once} =2 {twice} other {# times}} in the last 90 days, {before, plural, =2 {twice} other {# times}} in the 90 before",
  "because.bought-more":
    "Buys more often: {now, plural, =2 {twice} other {# times}} in the last 90 days, {before, plural, one {once} =2 {twice} other {# times}} in the 90 before",
  "because.buys-again":
    "Buys again: {now, plural, one {once} =2 {twice} other {# times}} in the last 90 days, after none in the 90 before",
  "because.buys-steadily":
    "Buys as often as before: {now, plural, one {once} =2 {twice} other {# times}} in the last 90 days and in the 90 before",

  "because.spends-less": "Spending down by {percent, number} % against the 90 days before",
  "because.spends-more": "Spending up by {percent, number} % against the 90 days before",
  "because.spends-twice": "Spending has more than doubled against the 90 days before",

  "because.one-product": "Only one kind of product bought so far",
  "because.many-products": "Has bought {n, plural, one {# kind} other {# kinds}} of products",

  "because.irregular": "Buys irregularly, with pauses of up to {days, plural, one {# day} other {# days}}",
  "because.regular": "Buys regularly, never more than {days, plural, one {# day} other {# days}} apart",

  "because.refunds": "{n, plural, one {A refund} other {Refunds on # days}} so far",
  "because.no-refund": "No refund so far",

  "because.no-delivery": "No delivery in the last 90 days",
  "because.deliveries":
    "{n, plural, one {A delivery in the last 90 days} other {Deliveries on # of the last 90 days}}",

  "because.usage-stopped": "No usage in the last four weeks ({before, number} → 0)",
  "because.usage-halved": "Usage halved in a month ({before, number} → {now, number})",
  "because.usage-down": "Usage down by {percent, number} % in a month ({before, number} → {now, number})",
  "because.usage-up": "Usage up by {percent, number} % in a month ({before, number} → {now, number})",
  "because.usage-doubled": "Usage more than doubled in a month ({before, number} → {now, number})",
  "because.usage-steady": "Usage steady over the last month ({before, number} → {now, number})",

  "because.open-tickets": "{n, plural, one {# ticket} other {# tickets}} open",
  "because.many-tickets": "{n, plural, one {# ticket} other {# tickets}} in the last 90 days",
  "because.tickets-solved": "Every ticket of the last 90 days is solved",
  "because.no-tickets": "No ticket in the last 90 days",

  "because.out-of-touch":
    "Nobody from our side has been in touch for {days, plural, one {# day} other {# days}}",
  "because.no-touch": "Nobody from our side has been in touch in the last 90 days",
  "because.in-touch":
    "{days, plural, =0 {We have just been in touch} one {We were in touch # day ago} other {We were in touch # days ago}}",
  "because.often-in-touch":
    "We have been in touch {n, plural, one {once} =2 {twice} other {# times}} in the last 90 days",

  "because.rated-low": "Rated us {score, number} of {scale, number}",
  "because.rated-high": "Rated us {score, number} of {scale, number}",
  "because.dissatisfied": "Was not satisfied when last asked",
  "because.satisfied": "Was satisfied when last asked",

  "because.recommends-low": "Would recommend us: {score, number} of {scale, number}",
  "because.recommends-high": "Would recommend us: {score, number} of {scale, number}",
  "because.no-recommendation": "Would rather not recommend us",
  "because.recommendation": "Would recommend us",

  "because.new-contract": "New contract, {age} old",
  "because.long-contract": "Under contract for {age}",
} as const;
