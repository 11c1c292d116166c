import type { WorkspacePage } from "./workspace-page.ts";

/** Operations on their Home, which is open: makes the version serve that waits, then the one before again; each after a question. */
export async function promoteAndRollBack({ page, go, messages }: WorkspacePage): Promise<void> {
  const home = page.getByTestId("app-home");
  const question = page.getByRole("dialog", { name: /version \d+\?$/ });
  const promote = home.getByRole("button", { name: /^Promote version \d+/ });
  const rollBack = home.getByRole("button", { name: /^Roll back to version \d+/ });
  await promote.click();
  await question.getByRole("button", { name: "Cancel" }).click();
  await promote.click();
  await question.getByRole("button", { name: "Promote" }).click();
  await rollBack.click();
  await question.getByRole("button", { name: "Roll back" }).click();
  await promote.waitFor();
  await go("Mainstay");
  await messages()
    .last()
    .getByText(/^Rolled back from version/)
    .waitFor();
}
