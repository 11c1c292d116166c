export type Theme = "light" | "dark";

const STORED = "mainstay-theme";

/** What the person chose here before; null: as the system says. */
export function storedTheme(): Theme | null {
  const stored = localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : null;
}

export function applyTheme(theme: Theme | null): void {
  if (theme === null) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(STORED, theme);
  applyTheme(theme);
}

export const systemTheme = (): Theme =>
  matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
