import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const COMPANY = { first_of: ["Company ID", "Company id", "Company name"] };

/** People with the company each belongs to. */
export const intercomUsers = readyMapping("intercom-users", ["Name", "Email", "Signed up", "Last seen"], {
  source: "intercom",
  kinds: [
    {
      rows: "customers",
      once_per: "external_id",
      only: [{ column: "Company name", filled: true }],
      facts: { external_id: COMPANY, name: { first_of: ["Company name", "Company ID", "Company id"] } },
    },
    {
      rows: "contacts",
      only: [{ column: "Company name", filled: true }],
      facts: {
        external_id: { first_of: ["User ID", "ID", "Email"] },
        customer: COMPANY,
        name: { first_of: ["Name", "Email"] },
        email: "Email",
        phone: "Phone",
        language: { first_of: ["Language override", "Browser language"] },
      },
    },
  ],
});

/** Conversations count as tickets. */
export const intercomConversations = readyMapping(
  "intercom-conversations",
  ["Conversation ID", "Conversation started at"],
  {
    source: "intercom",
    kinds: [
      {
        rows: "tickets",
        facts: {
          external_id: "Conversation ID",
          customer: { first_of: ["Company ID", "Company name", "User external ID", "User email"] },
          subject: { first_of: ["Conversation subject", "Topics", "Conversation ID"] },
          severity: { value: "normal" },
          opened_at: { column: "Conversation started at", date: AUTO },
          first_reply_at: { column: "First teammate reply at", date: AUTO },
          solved_at: { first_of: ["Last closed at", "First closed at"], date: AUTO },
        },
      },
    ],
  },
);
