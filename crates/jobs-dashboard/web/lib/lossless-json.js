// JSON whose numbers stay as they are written, however large, long or deep it is.

/** A number, by its digits. */
export class JsonNumber {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** What is JSON already, and is sent as it is. */
export class JsonText {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** The members of an object in their order, also those that have the same name. */
export class JsonObject {
  constructor() {
    /** @type {string[]} */
    this.names = [];
    /** @type {Json[]} */
    this.values = [];
  }
}

/** @typedef {string | boolean | null | JsonNumber | JsonObject | Json[]} Json */

const [QUOTE, BACKSLASH, COLON, COMMA, BRACE, BRACKET] = Array.from('"\\:,{[', (c) =>
  c.charCodeAt(0),
);
/** From the character that opens an object or an array to the one that closes it. */
const TO_CLOSE = 2;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPED = /[\\\p{Cc}]/u;
const WORDS = /** @type {[string, Json][]} */ ([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * @param {string} text
 * @returns {Json}
 * @throws {SyntaxError}
 */
export function parse(text) {
  let at = 0;
  /** @returns {never} */
  const fail = () => {
    throw new SyntaxError(`not JSON at character ${at}`);
  };
  /** The next character that is no white space; NaN at the end. */
  const peek = () => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      at += 1;
    }
  };
  const string = () => {
    if (peek() !== QUOTE) fail();
    const start = at;
    for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 1)) {
      let first = end;
      while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
      if ((end - first) % 2) continue;
      at = end + 1;
      const plain = text.slice(start + 1, end);
      return ESCAPED.test(plain) ? /** @type {string} */ (JSON.parse(`"${plain}"`)) : plain;
    }
    return fail();
  };
  const name = () => {
    const found = string();
    if (peek() !== COLON) fail();
    at += 1;
    return found;
  };
  const scalar = () => {
    if (peek() === QUOTE) return string();
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0];
    if (digits) {
      at += digits.length;
      return new JsonNumber(digits);
    }
    const [word, value] = WORDS.find(([name]) => text.startsWith(name, at)) ?? fail();
    at += word.length;
    return value;
  };

  /** The objects and arrays that are not closed yet; recursion would have a limit. */
  const open = /** @type {(JsonObject | Json[])[]} */ ([]);
  /** @type {Json} */
  let root = null;
  /** @param {Json} value */
  const add = (value) => {
    const top = open.at(-1);
    if (!top) root = value;
    else if (Array.isArray(top)) top.push(value);
    else top.values.push(value);
  };
  for (;;) {
    const first = peek();
    if (first === BRACE || first === BRACKET) {
      const value = first === BRACE ? new JsonObject() : [];
      add(value);
      open.push(value);
      at += 1;
      if (peek() !== first + TO_CLOSE) {
        if (value instanceof JsonObject) value.names.push(name());
        continue;
      }
    } else add(scalar());
    // What follows a value: its neighbour, or the end of what it is in.
    for (;;) {
      const next = peek();
      const top = open.at(-1);
      if (!top) return at < text.length ? fail() : root;
      const isObject = top instanceof JsonObject;
      const isNeighbour = next === COMMA;
      if (!isNeighbour && next !== (isObject ? BRACE : BRACKET) + TO_CLOSE) fail();
      at += 1;
      if (isNeighbour) {
        if (isObject) top.names.push(name());
        break;
      }
      open.pop();
    }
  }
}
