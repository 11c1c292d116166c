import { changeChannel } from "../commands/messages/account-channel.ts";
import { withButton } from "./card-buttons.ts";

/** Post notices there, no more of them, and unlink: below what says which channel is about a customer. */
export const accountNoticesOn = withButton(({ customerId }, _request, tools) =>
  changeChannel(customerId, "notices-on", tools),
);
export const accountNoticesOff = withButton(({ customerId }, _request, tools) =>
  changeChannel(customerId, "notices-off", tools),
);
export const unlinkAccountChannel = withButton(({ customerId }, _request, tools) =>
  changeChannel(customerId, "unlink", tools),
);
