// The rules that eslint checks: the recommended ones, the order of the folders, and small files
// and functions.
import js from "@eslint/js";
import globals from "globals";

/** The folders of web/: each uses only those before it. */
const LAYERS = ["vendor", "verify", "lib", "texts", "parts", "pages"];

const layers = LAYERS.map((layer, place) => ({
  files: [`web/${layer}/**/*.js`],
  rules: {
    "no-restricted-imports": [
      "error",
      { patterns: LAYERS.slice(place + 1).map((above) => ({ regex: `\\.\\./${above}/` })) },
    ],
  },
}));

export default [
  { ignores: ["web/vendor/", "dist/", "node_modules/", "target/"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }],
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "max-len": ["error", { code: 100, ignoreUrls: true, ignoreStrings: true }],
    },
  },
  { files: ["web/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["*.mjs", "test/**/*.mjs"], languageOptions: { globals: globals.node } },
  // All texts of a language are one file, however many there are.
  { files: ["web/texts/*.js"], rules: { "max-lines": "off", "max-len": "off" } },
  ...layers,
];
