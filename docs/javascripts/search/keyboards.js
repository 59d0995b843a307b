// What a syllable means whose keys no input method has composed, or not all of them: "giair",
// "tieesng", "cu7o7c1". What it composed already stays.

const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
const VNI = { 1: "s", 2: "f", 3: "r", 4: "x", 5: "j" };
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const VOWEL = /[aeiouyăâêôơư]/;
const TONE = /[\u0301\u0300\u0309\u0303\u0323]/;
const SYLLABLE = /^(?:ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

export const isSyllable = (fold) => SYLLABLE.test(fold);

// The syllable with its marks; null where the word has no such keys, or where they make none.
export function composed(word) {
  const isVni = /[1-9]/.test(word);
  const place = isVni ? byNumber : byLetter;
  let letters = "", tone = "";
  for (const char of parted(word)) {
    const its = TONE.test(char) ? char : TONES[isVni ? VNI[char] : char];
    if (its && VOWEL.test(letters)) {
      if (tone) return null;
      tone = its;
    } else {
      letters = place(letters, char);
      if (letters === null) return null;
    }
  }
  const syllable = toned(letters.replace(/ươ$/, "uơ"), tone); // thuở: ươ never stands last
  return syllable === word ? null : syllable;
}

// Letters with their marks, each tone behind its own.
const parted = (word) => [...word].flatMap((letter) => {
  const marks = letter.normalize("NFD");
  const tone = TONE.exec(marks);
  return tone ? [marks.replace(TONE, "").normalize("NFC"), tone[0]] : [letter];
});

function byLetter(letters, key) {
  if (key === "w") return horned(letters) || (VOWEL.test(letters) ? null : `${letters}ư`);
  if (key === "d" && letters[0] === "d") return `đ${letters.slice(1)}`;
  return (HATS[key] && marked(letters, key, HATS[key])) || letters + key;
}

function byNumber(letters, key) {
  const hat = /([aeo])[^aeoăâêôơ]*$/.exec(letters);
  if (key === "6") return hat && marked(letters, hat[1], HATS[hat[1]]);
  if (key === "7") return horned(letters);
  if (key === "9" && letters[0] === "d") return `đ${letters.slice(1)}`;
  if (key === "8" || key === "9") return marked(letters, "a", "ă");
  return /[a-zđăâêôơư]/.test(key) ? letters + key : null;
}

// The last such vowel with its mark, where no other vowel stands behind it.
function marked(letters, vowel, mark) {
  const at = letters.lastIndexOf(vowel);
  if (at < 0 || VOWEL.test(letters.slice(at + 1))) return null;
  return letters.slice(0, at) + mark + letters.slice(at + 1);
}

function horned(letters) {
  const both = letters.replace(/[uư][oơ](?!.*[uưoơ])/, "ươ");
  if (both !== letters || /ươ/.test(letters)) return both;
  const at = Math.max(...["a", "o", "u"].map((vowel) => letters.lastIndexOf(vowel)));
  return at < 0 ? null : letters.slice(0, at) + HORNS[letters[at]] + letters.slice(at + 1);
}

// The tone stands on the marked vowel, else on the last but one, or the last before a consonant.
function toned(letters, tone) {
  const start = /^(?:qu|gi(?=[aeiouyăâêôơư])|[^aeiouyăâêôơư]*)/.exec(letters)[0].length;
  const vowels = /^[aeiouyăâêôơư]*/.exec(letters.slice(start))[0];
  const marks = [...vowels].map((vowel, at) => (/[ăâêôơư]/.test(vowel) ? at : -1)).filter((at) => at >= 0);
  const isClosed = start + vowels.length < letters.length;
  const at = start + (marks.length ? marks[marks.length - 1] : Math.max(0, vowels.length - (isClosed ? 1 : 2)));
  return vowels ? (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize("NFC") : null;
}
