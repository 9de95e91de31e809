// Preact as the page uses it: `html` for what is shown, and the hooks.
import { h } from "../vendor/preact/preact.js";
import htm from "../vendor/preact/htm.js";

export { Component, Fragment, createContext, render } from "../vendor/preact/preact.js";
export {
  useCallback,
  useContext,
  useEffect,
  useErrorBoundary,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "../vendor/preact/hooks.js";

/** @typedef {import("../vendor/preact/preact.js").ComponentChildren} Children */
/** @typedef {((event: any) => any) | object | Children} Value */

/** @type {(strings: TemplateStringsArray, ...values: Value[]) => any} */
export const html = htm.bind(h);
