/** What keeps a system from being pulled from. Written for whoever looks after the bot; details are the system's own words. */
export const sources = {
  "source.bad-settings":
    "Its settings cannot be used: {problem}. Remove the source and add it again with the right ones.",
  "source.deliveries-lost":
    "{deliveries, plural, one {# delivery} other {# deliveries}} could not be worked off and will not be tried again. The last one: {problem} Try again, or drop them, on the command line.",
  "source.deliveries-lost.cli":
    "{deliveries, plural, one {# delivery} other {# deliveries}} could not be worked off and will not be tried again. The last one: {problem} Try again, or drop them: source deliveries NAME --again, or --drop.",
  "source.delivery.stopped":
    "The bot stopped each time it worked on this. Have a look at the log of those minutes.",
  "source.delivery.unwritable":
    "What it holds cannot be written{code, select, none {} other { (code {code})}}. See what the system sends.",
  "source.failed.changed-shape":
    "It gives something else than expected: {detail}. See whether names there or in the file of queries have changed.",
  "source.failed.forbidden":
    "It does not let the bot read this: {detail}. Give the key the permissions that source test names.",
  "source.failed.limited":
    "It asks the bot to come back later: {detail}. The next pull goes on where this one ended.",
  "source.failed.not-found":
    "It does not have what is asked for: {detail}. Check the settings of the source.",
  "source.failed.unauthorised":
    "It does not take the key it is given: {detail}. Put a valid one into the environment and start the bot again.",
  "source.failed.unreachable":
    "It cannot be reached: {detail}. Check the address and the network; the next pull goes on where this one ended.",
  "source.no-secret": "{name} is not set in the environment. Set it and start the bot again.",
  "source.pull-failed": "Nothing new comes from the source “{source}”. {problem}",
  "source.trouble": "Something is wrong with the source “{source}”. {problem}",
  "source.write-back.no-field":
    "{system} has no {into} called {fields}. Create what is missing there, or name others.",
  "source.write-back.no-signal": "Nothing in the history tells who leaves, so there is no risk to write.",
  "source.write-back.not-asked": "It could not be asked which fields it has. {problem}",
  "source.write-back.not-possible": "Nothing can be written into {system}.",
  "source.write-back.not-scored": "Nobody has a score yet.",
  "source.write-back.old-scores":
    "The scores are from more than a day and a half ago. They are written once there are new ones.",
  "source.write-back.stale":
    "The source has sent no new data for longer than usual. Risks are written once it does again.",
  "source.write-back.wrong-field":
    "These {into} of {system} cannot hold what is written into them: {fields}. A score wants a number, the others plain text ({kinds}).",
  "source.unknown-kind":
    "This version of the bot knows no systems of the kind “{kind}”. Remove the source, or bring the bot up to date.",
} as const;
