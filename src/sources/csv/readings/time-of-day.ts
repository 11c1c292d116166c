/** A time as a file has it; `zone` is "" where the file does not say, else "Z" or "+08:00". */
export type TimeOfDay = { readonly time: string; readonly midnight: boolean; readonly zone: string };

const ZONE = String.raw`\s*(?<zone>(?:Z|UTC|GMT)?(?:[+-]\d{2}(?::?\d{2})?)?)(?:\s\(.*\))?$`;
const DIVIDED = new RegExp(
  String.raw`^(?<half>上午|下午)?\s?(?<hour>\d{1,2})[:h.时時点點]\s?(?<minute>\d{2})(?:[:.分]\s?(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?[分秒]?(?:\s?Uhr)?(?:\s?(?<of>[ap])\.?\s?m\b\.?)?${ZONE}`,
  "iu",
);
const UNDIVIDED = new RegExp(String.raw`^(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?${ZONE}`, "i");

/** Reads "15:22", "03:22:08 PM", "15:22:08.5+08:00", "15时22分"; null for what is no time. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const parts = (DIVIDED.exec(text) ?? UNDIVIDED.exec(text))?.groups;
  if (!parts) return null;
  const hour = hourOf(Number(parts.hour), (parts.of ?? parts.half ?? "").toLowerCase());
  const [minute = "", second = "00", fraction = ""] = [parts.minute, parts.second, parts.fraction];
  const zone = zoneOf(parts.zone ?? "");
  if (hour === null || zone === null || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = fraction === "" ? "" : `.${fraction.padEnd(3, "0").slice(0, 3)}`;
  const time = `${String(hour).padStart(2, "0")}:${minute}:${second}${milliseconds}`;
  return { time, midnight: /^[0:.]+$/.test(time), zone };
}

/** 12 AM is midnight and 12 PM noon. */
function hourOf(hour: number, half: string): number | null {
  if (half === "") return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" || half === "下午" ? 12 : 0);
}

function zoneOf(text: string): string | null {
  if (text === "") return "";
  const [, sign, hours, minutes = "00"] = /([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? [];
  if (sign === undefined || hours === undefined) return "Z";
  return Number(hours) * 60 + Number(minutes) <= 14 * 60 && Number(minutes) <= 59
    ? `${sign}${hours}:${minutes}`
    : null;
}
