import { WebSocket } from "ws";
import { PAGE_SOCKET_PATH, type PageRequest, type ServerMessage } from "../../src/sandbox/page-protocol.ts";

/** What a customer's card has and no other message. */
const CARD = "customer_card";

/** Opens the local workspace's page as a browser does, types `/customer NAME` into it, and resolves once a card has come. */
export async function firstCardOnPage(url: string, name: string): Promise<void> {
  await (await fetch(url)).text();
  const { host, origin } = new URL(url);
  const socket = new WebSocket(`ws://${host}${PAGE_SOCKET_PATH}`, { origin });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("The page was closed before a card came.")));
      socket.on("message", (data) => {
        const message: ServerMessage = JSON.parse(String(data));
        if (message.type === "snapshot") socket.send(JSON.stringify(typed(name, message.snapshot.actingAs)));
        if (message.type === "message" && JSON.stringify(message).includes(CARD)) resolve();
      });
    });
  } finally {
    socket.removeAllListeners("close").terminate();
  }
}

const typed = (name: string, as: string): PageRequest => ({
  id: "card",
  command: { type: "slash_command", as, conversationId: "C0SALES", command: "/customer", text: name },
});
