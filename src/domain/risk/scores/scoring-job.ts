/** The job that scores everybody each night; its periods are days where the team is. */
export const SCORING_JOB = "score-daily";
