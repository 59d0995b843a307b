// Tokens of a query: the same as hooks/newsroom/text/syllables.py and search/words/contraction.py,
// held to them by the golden file tests/search/tokens.json.

const TONES = { "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "." };
const MARKS = /[\u0300-\u036f]/g;
const MAX_LENGTH = 32;
const ROMAN_AFTER = /^(quy|khoa|ky|lan|dot|chuong|phan|tap|hang|cap)$/;
const ROMANS = {
  i: "1", ii: "2", iii: "3", iv: "4", v: "5", vii: "7", viii: "8", ix: "9",
  x: "10", xii: "12", xiii: "13", xiv: "14", xv: "15",
};

export function phrases(text) {
  return text
    .normalize("NFC").toLowerCase().replace(MARKS, "").replace(/["'“”„‘’«»]/g, " ")
    .replace(/(^|[^\p{L}\p{N}])([0-9]{1,3}(?:\.[0-9]{3})+)(?![\p{L}\p{N}])/gu,
      (_, before, number) => before + number.replace(/\./g, ""))
    .replace(/&/g, " và ")
    .replace(/(^|[^\p{L}\p{N}])([b-df-hj-np-tv-xzđ]{1,4})\.(?=\s)/gu, "$1$2 ")
    .replace(/([\p{L}\p{N}])[-–/.,:+](?=[\p{L}\p{N}])/gu, "$1 ")
    .split(/(?:[^\p{L}\p{N}\s]|[\n\r])+/u)
    .map((part) => part.split(/\s+/).filter(Boolean).map(syllable))
    .filter((phrase) => phrase.length);
}

// 05/09 is the fifth of September as 5/9 is.
const ZERO_BEFORE = /^0(?=[0-9]$)/;

// fold: no marks; form: vowel marks, the tone as a sign at the end (hòa and hoà are one form);
// typed: the word itself.
export function syllable(word) {
  const parts = [...word].slice(0, MAX_LENGTH).join("").replace(ZERO_BEFORE, "").replace(/ð/g, "đ").normalize("NFD");
  let letters = "", tone = "";
  for (const char of parts) {
    if (TONES[char]) tone += TONES[char];
    else letters += char;
  }
  const fold = parts.replace(MARKS, "").replace(/đ/g, "d");
  return { fold, form: letters.normalize("NFC") + tone, typed: word };
}

const has = (table, key) => Object.prototype.hasOwnProperty.call(table, key);

export const fold = (text) => phrases(text).flat().map((token) => token.fold).join(" ");

// The phrase with every run of words that the ward abbreviates as one token; longest run first.
export function contract(phrase, table) {
  const folds = phrase.map((token) => token.fold);
  const found = [];
  for (let start = 0; start < phrase.length;) {
    let end = Math.min(phrase.length, start + 8);
    while (end > start + 1 && !has(table, folds.slice(start, end).join(" "))) end--;
    found.push(end > start + 1
      ? {
        ...syllable(table[folds.slice(start, end).join(" ")]),
        words: folds.slice(start, end),
        typed: phrase.slice(start, end).map(({ typed }) => typed).join(" "),
      }
      : number(phrase[start], folds[start - 1]));
    start = end;
  }
  return found;
}

function number(token, before) {
  const digits = ROMAN_AFTER.test(before) && has(ROMANS, token.fold) && ROMANS[token.fold];
  return digits ? { ...token, fold: digits, form: digits, words: [token.fold] } : token;
}
