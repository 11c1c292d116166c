import { createRoot } from "react-dom/client";
import "slack-blocks-to-jsx/dist/style.css";
import "./styles/theme.css";
import "./styles/shell.css";
import "./styles/messages.css";
import "./styles/blocks.css";
import "./styles/panels.css";
import { Page } from "./shell/page.tsx";
import { applyTheme, storedTheme } from "./shell/theme.ts";

applyTheme(storedTheme());
const root = document.getElementById("page");
if (root !== null) createRoot(root).render(<Page />);
