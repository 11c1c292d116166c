-- Whether Slack or a person sent the same once more while it was not done: whoever lets go of it leaves it to the next then.
ALTER TABLE handled_requests ADD COLUMN sent_again boolean NOT NULL DEFAULT false;
