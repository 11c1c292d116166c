import { useEffect, useState } from "react";
import type { Person, Snapshot } from "../../page-protocol.ts";
import { parseRoute, type Route, writeRoute } from "../state/route.ts";
import { navigationOf } from "../state/visible.ts";

/** What the address says, as far as the person may see it; otherwise their first channel. */
export function useRoute(snapshot: Snapshot | null, me: Person | null): [Route, (route: Route) => void] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  const navigate = (route: Route) => {
    location.hash = writeRoute(route);
    setHash(location.hash);
  };
  return [allowedRoute(parseRoute(hash), snapshot, me), navigate];
}

function allowedRoute(route: Route | null, snapshot: Snapshot | null, me: Person | null): Route {
  if (snapshot === null || me === null) return { kind: "home" };
  if (route?.kind === "home") return route;
  const target = snapshot.conversations.find(({ id }) => id === route?.conversationId);
  if (route !== null && target?.memberIds.includes(me.id)) return route;
  const first = navigationOf(snapshot, me.id).channels[0];
  return first === undefined
    ? { kind: "home" }
    : { kind: "conversation", conversationId: first.id, threadTs: null };
}
