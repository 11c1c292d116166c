/**
 * What customers say of products and services, by how bad (−4) or good (4) it is: words that the general list lacks or
 * means otherwise ("support" is a department here, "joke" no fun), and phrases of up to four words. Chosen by us.
 */
export const ENGLISH_WORDS: ReadonlyArray<readonly [value: number, words: string]> = [
  // Of the general list, what names a thing or an act here and says nothing of it.
  [
    0,
    `support, supported, supports, supporting, supporter, help, helps, helping, please, free, share, shared, shares, like,
    likes, want, wants, wanted, interest, interested, interesting, join, joined, no, pay, big, increase, increased, yes,
    solution, solutions, admit, limit, limits, limited, launch, launched, opportunity, growth, growing, matter, demand,
    number, fit, cut, crazy, insane, top, secret, natural, awards, spark, charge, charges, god, huge, chance, certain,
    clear, sorry, sponsored, feeling, no doubt, look like, looks like, feels like, would like, sounds like, thanks in
    advance, thank you in advance, feel free, free trial, better known, help center, help desk, black friday, black,
    hard drive, dead line, alone, stand alone, cool down, greater than, good morning, good night, best practice`,
  ],
  [
    -4,
    `never again, worst, complete disaster, total disaster, daylight robbery, do not buy, don't buy, stay away, avoid at
    all costs, absolute garbage`,
  ],
  [
    -3,
    `scam, scams, scammed, scammer, scammers, unusable, useless, worthless, garbage, trash, rubbish, nightmare, ripoff, rip
    off, ripped off, horrendous, atrocious, abysmal, appalling, infuriating, unacceptable, incompetent, cheated, dreadful,
    avoid, waste of, wasted, one star, 1 star, zero stars, 0 stars, doesn't work, does not work, stopped working, nothing
    works, not working, no longer works, lost our data, lost my data, data loss, worse than ever, can't trust, do not
    trust, don't trust, wouldn't recommend, would not recommend, can't recommend, cannot recommend, don't recommend, do not
    recommend, not recommend, sick of, fed up, dead on arrival`,
  ],
  [
    -2,
    `outage, outages, downtime, bug, bugs, buggy, laggy, lag, lags, sluggish, slow, slowly, bloated, overpriced, clunky,
    glitch, glitches, glitchy, crash, crashes, crashed, crashing, freezes, froze, hangs, broke, broken, breaks, breaking,
    unreliable, unresponsive, unhelpful, rude, damaged, defective, faulty, misleading, misled, dishonest, refuses, refused,
    refusing, ignored, ignores, ignoring, underwhelming, overcharged, double charged, charged twice, billed twice,
    nonexistent, non existent, regret, worse, mess, joke, a joke, lose, loses, losing, went down, down since, is down,
    been down, still down, down again, still waiting, still broken, still no, no response, no reply, no answer, no word,
    no refund, no apology, no help, nobody answers, nobody answered, no one answers, hung up, on hold, hidden fees, hidden
    fee, hidden costs, not worth, isn't worth, used to love, used to like, used to be, downhill, price increase, price
    hike, doubled the price, raised the price, raised prices, i'm done, we're done, tired of, copy paste, too expensive,
    too slow, too complicated, too many bugs, can't cancel, cannot cancel, impossible to cancel, can't log, cannot log,
    can't login, can't access, locked out, never works, never arrived, never got, never get, never received, never reply,
    never replied, never again buying, lacks, lacking, delayed, delays, died, keeps failing, keeps crashing, fails, failed,
    failing, failure, outdated, unstable, pathetic, sloppy, shady, painful, painfully, expected more, expected better,
    overrated, money grab, cash grab, bait and switch, false advertising, two stars, 2 stars, complaint, complain,
    complaining, ruined, ruins, downgrade, flimsy, cheaply made, cheaply, damn, wtf, smh, ffs, ugh, meh, unprofessional,
    deleted my, deleted our, no way to, falls apart, fell apart, out of control, treat customers, goodbye, great another,
    lol at, what a joke, is a joke, blocked me, copy pasted, gave up, good luck`,
  ],
  [
    -1,
    `expensive, issue, issues, problem, problems, cancelled, canceled, cancelling, canceling, late, charged, missing,
    leaving, waiting, wait, again and again, third time, tedious, complicated, harder, pricey, unclear, limited to, lost,
    lose track, excuses, excuse, genius, classy, thanks for nothing, complains, clumsy, sold my, sold our, how hard, why
    is, switch off, churn, without solving, without warning, worn out, no longer`,
  ],
  [
    1,
    `fast, faster, quick, quickly, quicker, easy, easily, easier, simple, professional, quiet, improved, improvement,
    improvements, solid, handy, decent, neat, clean, convenient, finally a, better than, thanks a lot, patient, early,
    renewed, stable, secure, lightweight, cheap, cheaper, solved, fixed, fixes, fixing, useful, very fair, fair price, fair
    prices, fair pricing`,
  ],
  [
    2,
    `not a single issue, not a single problem, not a single bug, recommend, recommended, recommending, smooth, smoothly, reliable, responsive, intuitive, works great, works well, works
    fine, works perfectly, just works, actually works, works like a charm, does the job, gets the job done, game changer,
    gamechanger, above and beyond, never looked back, no complaints, no issues, no problems, saved us, saved me, saved our,
    saved my, saves us, saves me, saves our, saves my, kudos, shout out, shoutout, props, buy again, order again, paid off,
    worth it, worth every, well worth, value for money, good value, affordable, generous, helpful, friendly, impressed,
    impressive, sturdy, durable, polished, gorgeous, sleek, glad, so much better, way better, exceeded, exceeds, what it
    says, my favorite, my favourite, hassle free, painless, seamless, seamlessly, effortless, i like, we like, really like,
    i'd buy, thank you, thanks, well made, well designed, well built, well thought, paid for itself, pays for itself, time
    saver, lifesaver, life saver, happily, raving, stellar, no bugs, no brainer, must have, keep it up, big fan, huge fan,
    more than expected, better than expected, proud, proudly, earned, appreciate, appreciated, appreciates, upgrade`,
  ],
  [
    3,
    `highly recommend, highly recommended, can't recommend enough, five stars, 5 stars, well done, spot on, top notch, first
    class, world class, breath of fresh air, couldn't be happier, could not be happier, can't be happier, can't live
    without, couldn't live without, can't complain, cannot complain, can't fault, cannot fault, couldn't ask for, could
    not ask for, never had a better, never been better, never been happier, never disappoints, never let me down, never let
    us down, hands down, best ever, love it, loves it, loving it, flawless, flawlessly, blown away, hats off, second to
    none, not bad, not bad at all, isn't bad, nothing but good, saved the day, exceeded expectations, exceeded our
    expectations, exceeded my expectations`,
  ],
];

/** What turns the next three words round. */
export const ENGLISH_NEGATIONS =
  /^(?:not|no|never|none|nobody|nothing|without|hardly|barely|cannot|nor|neither|aint|dont|cant|wont|isnt|didnt|doesnt|.*n't)$/;

export const ENGLISH_BOOSTERS: ReadonlySet<string> = new Set(
  `very, really, so, too, extremely, absolutely, totally, completely, super, incredibly, insanely, truly, such, much, way,
  always, utterly, highly, seriously, ridiculously, deeply`.split(/,\s+/),
);

export const ENGLISH_DIMINISHERS: ReadonlySet<string> = new Set(
  "slightly, somewhat, kinda, bit, little, fairly, mildly".split(", "),
);

/** Words that are in almost every English sentence, by which English is told from its neighbours. */
export const ENGLISH_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `the, a, an, and, or, of, to, is, it, its, it's, this, that, for, with, on, at, be, are, was, were, have, has, had, my,
  our, your, their, we, you, they, i, i'm, he, she, not, from, by, as, but, if, so, do, does, did, how, what, where, when,
  why, who, which, there, here, can, will, would, could, should, just, about, any, anyone, new, now, all, me, us, them, been,
  one, out, up, than, after, before, today, still, again, because, into, over, only, also, some, more`.split(
    /,\s+/,
  ),
);

/** The same of languages that are written in the same letters and are none of ours. */
export const OTHER_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `der, das, und, ist, nicht, ich, wir, ein, eine, mit, auf, für, von, zu, sehr, aber, auch, wird, haben, le, la,
  les, des, une, est, pas, que, qui, pour, dans, avec, très, mais, je, nous, vous, et, el, los, las, una, es, muy, pero,
  por, para, con, del, y, de, mi, il, gli, che, non, è, di, sono, molto, ma, o, os, um, uma, não, muito, het,
  een, niet, ik, zeer, och, är, inte, och, jag, ett, w, nie, jest, na, się, ve, bir, çok, ini, yang, dan, tidak, dengan,
  rất, không, của, và`.split(/,\s+/),
);
