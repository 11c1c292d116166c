/** What `doctor` finds. Read on the command line alone, by whoever runs the bot. */
export const health = {
  "health.database": "PostgreSQL at DATABASE_URL, schema up to date",
  "health.database.embedded": "embedded, in {folder}",
  "health.database.behind":
    "PostgreSQL at DATABASE_URL, {pending, plural, one {# migration} other {# migrations}} behind, which the start applies",
  "health.database.away": "DATABASE_URL cannot be worked with ({error}).",
  "health.database.away.advice":
    "Check that the server runs, that this machine reaches it, and user, password and database in DATABASE_URL.",
  "health.database.in-use": "The data folder {folder} is in use by process {process}.",
  "health.database.in-use.advice":
    "Stop that one first, set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server, which several processes can share.",
  "health.cannot-start": "Mainstay cannot start:",

  "health.folders": "{folders}: files can be written",
  "health.folders.not-writable": "No file can be written in {folder} ({error}).",
  "health.folders.advice":
    "Give the user who runs the bot the right to write there, and see whether the disk is full or mounted for reading only. DATA_DIR and TMPDIR name other folders.",
  "health.zones": "{timeZone} is known here and to the database",
  "health.zones.here": "This machine does not know the time zone {timeZone}.",
  "health.zones.database": "The database does not know the time zone {timeZone}.",
  "health.zones.advice":
    "Set TIME_ZONE to an IANA name that is known, such as Europe/Berlin, or bring the time zones of the system up to date.",
  "health.clock": "this machine's clock and Slack's agree",
  "health.clock.off":
    "This machine's clock is {seconds, plural, one {# second} other {# seconds}} {way, select, behind {behind} other {ahead of}} Slack's.",
  "health.clock.advice":
    "Set it by a time server (systemd-timesyncd, chrony): Slack's requests are refused when it is five minutes off, and jobs run at the wrong time.",

  "health.backend": "TensorFlow.js computes on {backend}",

  "health.links":
    "customers are known by their links at {hosts}{patterns, plural, =0 {} one {, # of them in a system of your own} other {, # of them in systems of your own}}",
  "health.links.off": "no links to customers: neither PUBLIC_URL nor CRM_LINK_PATTERN is set",
  "health.links.not-https": "PUBLIC_URL is {publicUrl}: without https, whoever is in between reads along.",
  "health.links.not-reachable": "PUBLIC_URL is {publicUrl}, which only this machine or its network knows.",
  "health.links.too-many":
    "Links have {hosts, number} hosts, and Slack tells an app of {most, number} domains at most.",
  "health.links.not-in-manifest":
    "unfurl_domains in manifest.yml leaves out {hosts}: Slack does not tell of links there.",
  "health.links.advice":
    "Until then some links to customers show nothing in Slack: docs/work-objects.md, “Set it up”. Whether the installed app has the same manifest is seen at https://api.slack.com/apps.",

  "health.names": "names in every script can be looked up",
  "health.names.ascii-only": "the database's locale takes letters outside ASCII for punctuation",
  "health.names.advice":
    "Mistyped Chinese names will not be found. Create the database with LC_CTYPE C.UTF-8 or another UTF-8 locale.",

  "health.data": "{customers, plural, one {# customer} other {# customers}}, newest activity {newest}",
  "health.data.old":
    "{customers, plural, one {# customer} other {# customers}}, newest activity {newest}, {days, plural, one {# day} other {# days}} ago",
  "health.data.none": "no customers yet",
  "health.data.no-activities": "{customers, plural, one {# customer} other {# customers}}, no activities",
  "health.data.import": "npm run mainstay -- import FILE",
  "health.data.update": "Bring it up to date: npm run mainstay -- import FILE",

  "health.sources.advice":
    "Their customers keep the risk of that day until it sends again: see why its export or connection has stopped.",

  "health.size": "{megabytes, number} MB",
  "health.size.table":
    "{table} {megabytes, number} MB{parts, plural, =1 {} other { in # parts}}{known, select, yes { ({more, number, ::sign-always} since {since})} other {}}",

  "health.members": "Slack's list of people was read on {day}",
  "health.members.old":
    "Slack's list of people was last read on {day}: who left or joined since then may not be known",
  "health.members.never":
    "Slack's list of people was never read: an owner who never used the bot gets no nudge, and who left is not known",
  "health.members.advice":
    "It is read whenever the bot starts with Slack connected, and every day. If it is running, look for “{job}” in its log.",

  "health.model": "version {version} of {trained}, the {kind} serves",
  "health.model.old": "version {version} of {trained}, the {kind} serves, an old one",
  "health.model.none": "not trained yet",
  "health.model.train": "npm run mainstay -- train",
  "health.model.no-signal": "version {version} of {trained}: no signal found in this history",
  "health.model.no-signal.advice":
    "Nobody gets a risk figure. What would help: a longer history (a year and more), more of what customers do (orders with their dates, usage, tickets, contacts), the days on which contracts really ended, and the same number for a customer in every file. Import it, then: npm run mainstay -- train",
  "health.too-good": "version {version} of {trained}. Suspiciously good: {leak}",
  "health.too-good.advice":
    "If it is known only afterwards (a closing entry, a last bill), leave such rows out of the import, then: npm run mainstay -- train",

  "health.playbooks.unknown":
    "settings of {n, plural, one {a playbook} other {# playbooks}} that this version does not know, so without effect: {playbooks}",
  "health.playbooks.misfit":
    "{playbook}: {n, plural, one {a number that was set does} other {# numbers that were set do}} not count any more: {numbers}",
  "health.playbooks.advice":
    "npm run mainstay -- playbooks list says what counts instead; playbooks set KEY puts it right.",

  "health.messages": "every message of the last {days, number} days arrived",
  "health.messages.undelivered":
    "{messages, plural, one {# message} other {# messages}} of the last {days, number} days did not arrive, or cannot",
  "health.messages.cause": "{because} The newest is {key}",
  "health.messages.advice":
    "Home lists them for managers and operations, with what to do about each. Once that is done, npm run mainstay -- outbox retry KEY, or --all, posts them again; outbox list --status failed names them.",

  "health.posting.off": "nothing is posted unasked: nobody has started it yet",
  "health.posting.off.advice": "A manager or operations starts it in Slack with /customer setup.",
  "health.posting.stopped":
    "posting has stopped: Slack does not take the bot's token ({error}). {waiting, plural, one {# message waits} other {# messages wait}}, the oldest since {oldestAt}",
  "health.posting.advice":
    "Put a token that Slack takes into .env (README, “Connect Slack”), and start again. Nothing is lost: what waits is then posted.",

  "health.blocks": "of Slack’s newer blocks this workspace takes {taken}; refused: {refused}",
  "health.blocks.unknown":
    "Slack does not say which of its newer blocks this workspace takes: each is tried, and numbers stand in",
  "health.slack": "connected to {team} as {user}, {mode} mode",
  "health.slack.no-tokens": "no tokens, so `npm start` shows the demo",
  "health.slack.connect": "To connect: see “Connect Slack” in README.md.",

  "ready.stopping": "The process was told to stop and takes nothing new.",
  "ready.database": "The database does not answer in time.",
  "ready.migrations":
    "{pending, plural, one {# migration is} other {# migrations are}} not applied to the database.",
  "ready.slack-socket":
    "The connection to Slack has been down for {seconds, plural, one {# second} other {# seconds}}.",
  "ready.job-late":
    "{job} has been due for {hours, plural, one {# hour} other {# hours}} and is not done. The log says why.",

  "slack.unreachable":
    "Slack does not answer ({error}). Check the network, any proxy and SLACK_API_URL, then start again.",
  "slack.refused":
    "Slack refused {token, select, bot {SLACK_BOT_TOKEN} other {SLACK_APP_TOKEN}} ({error}). {advice} It is found at https://api.slack.com/apps, in the app, under {token, select, bot {OAuth & Permissions as the Bot User OAuth Token, and begins with xoxb-} other {Basic Information as the App-Level Token with connections:write, and begins with xapp-}}.",
  "slack.refused.account_inactive":
    "The app was removed from the workspace, or its account is deactivated. Install it again, then copy the new token into .env.",
  "slack.refused.invalid_auth": "Slack does not know this token. Copy it again into .env, whole.",
  "slack.refused.missing_scope":
    "{token, select, bot {The token may not do that. Install the app again from manifest.yml, then copy the token into .env.} other {The token lacks connections:write. Make a new one that has it, and copy it into .env.}}",
  "slack.refused.not_allowed_token_type":
    "This is a token of another kind. Are the two tokens in .env swapped?",
  "slack.refused.not_authed": "Slack got no token. Copy it into .env.",
  "slack.refused.token_expired": "The token has expired. Copy the present one into .env.",
  "slack.refused.token_revoked":
    "The token was revoked. Install the app again, then copy the new one into .env.",
  "slack.refused.other": "See whether the app is still installed, then copy the token into .env.",
  "slack.missing-file-scope":
    "The app is installed without files:read, which IMPORT_IN_SLACK=on needs. Add it to the bot's scopes in the app's manifest at https://api.slack.com/apps (App Manifest), install it again (OAuth & Permissions), and start again; or set IMPORT_IN_SLACK=off.",
  "slack.missing-groups-scope":
    "The app is installed without usergroups:read, which MANAGERS_GROUP and OPERATIONS_GROUP need. Add it to the bot's scopes in the app's manifest at https://api.slack.com/apps (App Manifest), install it again (OAuth & Permissions), and start again; or leave both settings out.",
  "slack.missing-scopes":
    "The app is installed without {scopes}. Paste manifest.yml into the app at https://api.slack.com/apps (App Manifest), install it again (OAuth & Permissions), and start again.",
} as const;
