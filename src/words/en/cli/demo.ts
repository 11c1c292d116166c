/** What a start of the local workspace says on its way, and about the invented customers. */
export const cliDemo = {
  "cli.demo.starting": "Starting the database and building the page",
  "cli.demo.loaded":
    "Loaded {customers, plural, one {# invented customer} other {# invented customers}} with {activities, plural, one {# activity} other {# activities}}",
  "cli.demo.training": "Training the churn model",
  "cli.demo.scoring": "Scoring the customers",
  "cli.demo.empty-server":
    "The database at DATABASE_URL is empty. No invented customers are put on a server: import some.",
  "cli.demo.making": "Making the invented customers and their model, half a minute's work ({reason})",
  "cli.demo.taken": "Took the invented customers and their model from the install",
  "cli.demo.taken-older": "Took the model from the install; its customers end on {day}, making later ones",
  "cli.demo.unusable.empty": "there is an empty database already",
  "cli.demo.unusable.none": "the install made none",
  "cli.demo.unusable.unreadable": "what the install made cannot be read",
  "cli.demo.unusable.other-code": "the install's were made by other code (`npm install` makes new ones)",
  "cli.demo.unusable.other-settings": "the install's were made with other settings",
  "cli.demo.unusable.too-old": "the install's are of {day}",
  "cli.demo.unusable.not-copied": "the install's could not be copied ({error})",
} as const;
