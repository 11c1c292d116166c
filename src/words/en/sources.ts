/** What keeps a system from being pulled from. Written for whoever looks after the bot; details are the system's own words. */
export const sources = {
  "source.bad-settings":
    "Its settings cannot be used: {problem}. Remove the source and add it again with the right ones.",
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
  "source.unknown-kind":
    "This version of the bot knows no systems of the kind “{kind}”. Remove the source, or bring the bot up to date.",
} as const;
