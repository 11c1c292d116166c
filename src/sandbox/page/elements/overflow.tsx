import type { ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { MoreIcon } from "../shell/icons.tsx";
import { listIn, stringIn, wordsIn } from "../state/block-fields.ts";
import { MenuButton } from "./menu-button.tsx";
import { usePress } from "./use-element.ts";

export function OverflowMenu({ element, blockId }: { element: BlockJson; blockId: string }): ReactNode {
  const { press } = usePress({ element, blockId });
  const items = listIn(element, "options").map((option) => ({
    label: wordsIn(option, "text"),
    onChoose: () => {
      const url = stringIn(option, "url");
      if (url !== null && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
      void press({ selected_option: option });
    },
  }));
  return (
    <MenuButton label="More options" icon={<MoreIcon />} items={items} className="icon-button bordered" />
  );
}
