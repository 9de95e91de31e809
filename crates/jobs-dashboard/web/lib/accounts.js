// Lists of tokens and sessions: which tokens work, until when, and what browser a session is in.

/**
 * @typedef {object} Token
 * @property {string} name
 * @property {string} user_id
 * @property {string} role
 * @property {"accepted" | "expired" | "revoked" | "user_disabled"} state
 * @property {string | null} created_at
 * @property {string | null} [made_by]
 * @property {string | null} expires_at
 * @property {string | null} last_used_at
 * @property {string | null} revoked_at
 * @property {boolean} current whether the reader is signed in by it
 */

/**
 * Those that work apart from the others, and in each part the newest first.
 * @param {Token[]} tokens
 */
export function byState(tokens) {
  const made = (/** @type {Token} */ { created_at }) => (created_at ? Date.parse(created_at) : 0);
  const works = (/** @type {Token} */ { state }) => state === "accepted";
  const sorted = tokens.toSorted(
    (a, b) => made(b) - made(a) || (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
  return { working: sorted.filter(works), others: sorted.filter((token) => !works(token)) };
}

/**
 * The instant at which a day has ended, in the zone of the reader.
 * @param {string} day `2026-11-30`
 * @param {"local" | "utc"} zone
 */
export function endOf(day, zone) {
  const [year, month, date] = day.split("-").map(Number);
  const end =
    zone === "utc"
      ? new Date(Date.UTC(year, month - 1, date + 1))
      : new Date(year, month - 1, date + 1);
  return end.toISOString();
}

/** What browsers are called in their own names, the more particular ones first. */
const BROWSERS = [
  ["Edg", "Edge"],
  ["OPR", "Opera"],
  ["Firefox", "Firefox"],
  ["FxiOS", "Firefox"],
  ["CriOS", "Chrome"],
  ["Chrome", "Chrome"],
  ["Safari", "Safari"],
];
const SYSTEMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
];

/**
 * `Firefox, Linux`; what it calls itself if that is no browser's name.
 * @param {string | null} agent
 */
export function browserOf(agent) {
  if (!agent) return "";
  const find = (/** @type {string[][]} */ names) =>
    names.find(([part]) => agent.includes(part))?.[1];
  const browser = agent.startsWith("Mozilla/") && find(BROWSERS);
  return browser ? [browser, find(SYSTEMS)].filter(Boolean).join(", ") : agent;
}
