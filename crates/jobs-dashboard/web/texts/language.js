// The language in which this browser's reader gets the page.
import { choose, LANGUAGES } from "./languages.js";

export const language = choose(globalThis.navigator?.languages ?? [], LANGUAGES);
