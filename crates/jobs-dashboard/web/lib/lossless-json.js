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

/** The parts of a text that is JSON, one after the other. */
class Reader {
  at = 0;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  /** @returns {never} */
  fail() {
    throw new SyntaxError(`not JSON at character ${this.at}`);
  }

  /** The next character that is no white space; NaN at the end. */
  peek() {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      this.at += 1;
    }
  }

  string() {
    if (this.peek() !== QUOTE) this.fail();
    const { text, at } = this;
    for (let end = text.indexOf('"', at + 1); end > 0; end = text.indexOf('"', end + 1)) {
      let first = end;
      while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
      if ((end - first) % 2) continue;
      this.at = end + 1;
      const plain = text.slice(at + 1, end);
      return ESCAPED.test(plain) ? /** @type {string} */ (JSON.parse(`"${plain}"`)) : plain;
    }
    return this.fail();
  }

  /** The name of a member, with its colon. */
  name() {
    const found = this.string();
    if (this.peek() !== COLON) this.fail();
    this.at += 1;
    return found;
  }

  /** A value without values in it. */
  scalar() {
    if (this.peek() === QUOTE) return this.string();
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits) {
      this.at += digits.length;
      return new JsonNumber(digits);
    }
    const [word, value] =
      WORDS.find(([name]) => this.text.startsWith(name, this.at)) ?? this.fail();
    this.at += word.length;
    return value;
  }
}

/**
 * @param {string} text
 * @returns {Json}
 * @throws {SyntaxError}
 */
export function parse(text) {
  const reader = new Reader(text);
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
    const first = reader.peek();
    if (first === BRACE || first === BRACKET) {
      const value = first === BRACE ? new JsonObject() : [];
      add(value);
      open.push(value);
      reader.at += 1;
      if (reader.peek() !== first + TO_CLOSE) {
        if (value instanceof JsonObject) value.names.push(reader.name());
        continue;
      }
    } else add(reader.scalar());
    if (isOver(reader, open)) return root;
  }
}

/**
 * Reads what follows a value, its neighbour or the end of what it is in. Whether the text ends.
 * @param {Reader} reader
 * @param {(JsonObject | Json[])[]} open
 */
function isOver(reader, open) {
  for (;;) {
    const next = reader.peek();
    const top = open.at(-1);
    if (!top) return reader.at < reader.text.length ? reader.fail() : true;
    const isObject = top instanceof JsonObject;
    const isNeighbour = next === COMMA;
    if (!isNeighbour && next !== (isObject ? BRACE : BRACKET) + TO_CLOSE) reader.fail();
    reader.at += 1;
    if (isNeighbour) {
      if (isObject) top.names.push(reader.name());
      return false;
    }
    open.pop();
  }
}
