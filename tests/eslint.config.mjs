// What the scripts of pages may use: those of test_page_scripts.py. The oldest browsers that they run in
// (decision 36) have ES2019 and modules, less what one of them lacks.
import es from "eslint-plugin-es-x";

const KNOWN = /dynamic-import$|import-meta$/; // newer, but all of them have these
const AMBIGUOUS = /iterator-prototype|-prototype-at$/; // arrays have such methods too, ours such properties
const newer = Object.entries(es.configs["flat/restrict-to-es2019"].rules)
  .filter(([name]) => !KNOWN.test(name) && !AMBIGUOUS.test(name));
const LACKING = ["no-object-fromentries", "no-regexp-lookbehind-assertions", "no-symbol-prototype-description"];

// Of what browsers have beside the language, what is likeliest to be written. A method may be used
// where an `if` asks for it.
const GLOBALS = ["structuredClone", "CompressionStream", "queueMicrotask", "requestIdleCallback",
  "ResizeObserver", "BroadcastChannel"];
const METHODS = ["at", "replaceChildren", "showModal", "toggleAttribute", "requestSubmit", "checkVisibility",
  "showPopover", "throwIfAborted", "canParse"];
const calls = (name) => ({
  selector: `CallExpression > MemberExpression.callee[property.name="${name}"]` +
    `:not(IfStatement:has(> MemberExpression.test[property.name="${name}"]) *)`,
  message: `The oldest browsers have no ${name}().`,
});

const BEFORE_MODULES = es.configs["flat/restrict-to-es5"].rules;

export default [{
  plugins: { "es-x": es },
  settings: { "es-x": { aggressive: true } },
  rules: {
    ...Object.fromEntries(newer),
    ...Object.fromEntries(LACKING.map((name) => [`es-x/${name}`, "error"])),
    "no-restricted-globals": ["error", ...GLOBALS],
    "no-restricted-syntax": ["error", ...METHODS.map(calls)],
  },
}, {
  files: ["**/search/unable.js"], // which tells browsers without modules
  rules: BEFORE_MODULES,
}];
