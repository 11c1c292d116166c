import { type ReactNode, useState } from "react";
import { MoonIcon, SunIcon } from "./icons.tsx";
import { chooseTheme, storedTheme, systemTheme } from "./theme.ts";

export function ThemeButton(): ReactNode {
  const [theme, setTheme] = useState(() => storedTheme() ?? systemTheme());
  const other = theme === "dark" ? "light" : "dark";
  const onClick = () => {
    chooseTheme(other);
    setTheme(other);
  };
  return (
    <button type="button" className="line" onClick={onClick}>
      {other === "dark" ? <MoonIcon /> : <SunIcon />}
      {other === "dark" ? "Dark colors" : "Light colors"}
    </button>
  );
}
