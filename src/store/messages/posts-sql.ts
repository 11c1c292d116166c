/**
 * A condition: somebody has started posting, or the installation is from before that had to be said, and has no row.
 */
export const POSTS_SQL = "NOT EXISTS (SELECT 1 FROM workspace_setup setup WHERE setup.posting_since IS NULL)";
