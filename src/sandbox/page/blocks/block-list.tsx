import { Component, type ReactNode } from "react";
import type { BlockJson } from "../../page-protocol.ts";
import { blocksIn, stringIn, textIn } from "../state/block-fields.ts";
import { TextLine } from "../text/mrkdwn.tsx";
import { ActionsBlock, ContextActionsBlock } from "./actions.tsx";
import { AlertBlock } from "./alert.tsx";
import { CardBlock, CarouselBlock, ContainerBlock } from "./card.tsx";
import { ChartBlock } from "./chart.tsx";
import { ContextBlock } from "./context.tsx";
import { DataTableBlock } from "./data-table.tsx";
import { ImageBlock } from "./image.tsx";
import { InputBlock } from "./input.tsx";
import { isLibraryBlock, LibraryBlock } from "./library-block.tsx";
import { SectionBlock } from "./section.tsx";
import { TableBlock } from "./table.tsx";
import { PlanBlock, TaskCardBlock } from "./task-card.tsx";

type BlockView = (props: { block: BlockJson }) => ReactNode;

const VIEWS: Readonly<Record<string, BlockView>> = {
  header: HeaderBlock,
  section: SectionBlock,
  context: ContextBlock,
  divider: () => <hr className="block-divider" />,
  actions: ActionsBlock,
  context_actions: ContextActionsBlock,
  input: InputBlock,
  image: ImageBlock,
  table: TableBlock,
  data_table: DataTableBlock,
  data_visualization: ChartBlock,
  alert: AlertBlock,
  task_card: TaskCardBlock,
  plan: PlanBlock,
  card: CardBlock,
  carousel: ({ block }) => (
    <CarouselBlock>
      <BlockList blocks={blocksIn(block, "elements")} />
    </CarouselBlock>
  ),
  container: ({ block }) => (
    <ContainerBlock block={block}>
      <BlockList blocks={blocksIn(block, "child_blocks")} />
    </ContainerBlock>
  ),
  file: ({ block }) => <p className="quiet">Remote file {stringIn(block, "external_id")}</p>,
};

/** Blocks of a message or view. One that fails leaves the others standing. */
export function BlockList({ blocks }: { blocks: readonly BlockJson[] }): ReactNode {
  return blocks.map((block, place) => {
    const key = block.block_id ?? String(place);
    return (
      <BlockBoundary key={key} type={block.type}>
        <Block block={block} />
      </BlockBoundary>
    );
  });
}

function Block({ block }: { block: BlockJson }): ReactNode {
  if (isLibraryBlock(block.type)) return <LibraryBlock block={block} />;
  const View = VIEWS[block.type];
  if (View !== undefined) return <View block={block} />;
  return <p className="quiet">A block of the kind “{block.type}”, which this stand-in cannot draw.</p>;
}

function HeaderBlock({ block }: { block: BlockJson }): ReactNode {
  return (
    <h3 className="block-header">
      <TextLine text={textIn(block, "text")} />
    </h3>
  );
}

class BlockBoundary extends Component<{ type: string; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <p className="quiet">A block of the kind “{this.props.type}” could not be drawn.</p>;
  }
}
