// JSON whose numbers stay as they are written, however large, long or deep it is; also if the text
// was cut.

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

/** Where a text was cut: what is there of the value, or of the member's name, that was cut. */
export class JsonCut {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/**
 * The members of an object in their order, also those that have the same name. Where the text was
 * cut before the end of a name, there is one name less than there are values.
 */
export class JsonObject {
  constructor() {
    /** @type {string[]} */
    this.names = [];
    /** @type {Json[]} */
    this.values = [];
  }
}

/** @typedef {string | boolean | null | JsonNumber | JsonObject | JsonCut | Json[]} Json */

const [QUOTE, BACKSLASH, COLON, COMMA, BRACE, BRACKET] = Array.from('"\\:,{[', (c) =>
  c.charCodeAt(0),
);
/** From the character that opens an object or an array to the one that closes it. */
const TO_CLOSE = 2;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPED = /[\\\p{Cc}]/u;
/** A number or a word that may go on where the text ends. */
const OPEN_END = /[-+.\w]+$/y;
/** The beginning of a string, or of a number, or nothing; or the whole name of a member. */
const CUT_OFF = /^(?:"[^"\\]*(?:\\.[^"\\]*)*(?:"\s*|\\)?|[-+.eE\d]*)$/s;
const WORDS = /** @type {[string, Json][]} */ ([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** The parts of a text that is JSON, one after the other. */
class Reader {
  at = 0;

  /** @param {string} text @param {boolean} isCut whether its last value may not be whole */
  constructor(text, isCut) {
    this.text = text;
    this.isCut = isCut;
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
      const plain = text.slice(at + 1, end);
      const found = ESCAPED.test(plain) ? /** @type {string} */ (JSON.parse(`"${plain}"`)) : plain;
      this.at = end + 1;
      return found;
    }
    return this.fail();
  }

  /** The name of a member, with its colon. */
  name() {
    this.peek();
    const { at } = this;
    const found = this.string();
    if (this.peek() !== COLON) {
      this.at = at;
      this.fail();
    }
    this.at += 1;
    return found;
  }

  /** A value without values in it. */
  scalar() {
    if (this.peek() === QUOTE) return this.string();
    OPEN_END.lastIndex = this.at;
    if (this.isCut && OPEN_END.test(this.text)) this.fail();
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

/** A value that is being read. */
class Tree {
  root = /** @type {Json} */ (null);
  /** The objects and arrays that are not closed yet; recursion would have a limit. */
  open = /** @type {(JsonObject | Json[])[]} */ ([]);

  /** @param {Json} value */
  add(value) {
    const top = this.open.at(-1);
    if (!top) this.root = value;
    else if (Array.isArray(top)) top.push(value);
    else top.values.push(value);
  }
}

/** @param {Reader} reader @param {Tree} tree @throws {SyntaxError} */
function fill(reader, tree) {
  for (;;) {
    const first = reader.peek();
    if (first === BRACE || first === BRACKET) {
      const value = first === BRACE ? new JsonObject() : [];
      tree.add(value);
      tree.open.push(value);
      reader.at += 1;
      if (reader.peek() !== first + TO_CLOSE) {
        if (value instanceof JsonObject) value.names.push(reader.name());
        continue;
      }
    } else tree.add(reader.scalar());
    if (isOver(reader, tree.open)) return;
  }
}

/**
 * @param {string} text
 * @returns {Json}
 * @throws {SyntaxError}
 */
export function parse(text) {
  const tree = new Tree();
  fill(new Reader(text, false), tree);
  return tree.root;
}

/**
 * Reads an object or array of which only the beginning is there: a `JsonCut` is where it ends.
 * @param {string} text
 * @returns {Json}
 * @throws {SyntaxError} if it is no beginning of one
 */
export function parseCut(text) {
  const reader = new Reader(text, true);
  const tree = new Tree();
  try {
    fill(reader, tree);
  } catch (error) {
    const rest = text.slice(reader.at);
    const isCut = CUT_OFF.test(rest) || WORDS.some(([word]) => word.startsWith(rest));
    if (!(error instanceof SyntaxError) || !tree.open.length || !isCut) throw error;
    tree.add(new JsonCut(rest));
  }
  return tree.root;
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
