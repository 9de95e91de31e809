// The keys of the list of jobs, with the texts that say what they do.

export const KEYS = /** @type {const} */ ([
  ["/", "keys.search"],
  ["j", "keys.down"],
  ["k", "keys.up"],
  ["Enter", "keys.open"],
  ["Esc", "keys.escape"],
  ["?", "keys.help"],
]);
