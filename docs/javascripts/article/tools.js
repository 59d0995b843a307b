// The row of tools below the head of an article. It is made here, so that a reader without scripts
// meets no button that does nothing; what a tool does is fetched when it is first used.

const row = document.querySelector("[data-tools]");
const status = document.createElement("p");
let tries = 0;

status.className = "unseen";
status.setAttribute("role", "status");
row.setAttribute("role", "group");
row.setAttribute("aria-label", "Công cụ của bài");
row.append(status);
add("A−", from("text-size.js", "smaller"), "Chữ nhỏ hơn");
add("A+", from("text-size.js", "larger"), "Chữ to hơn");
add("In", () => print());
add("Chia sẻ", from("sharing.js", "share"));
add("Lưu bài", from("saving.js", "save"));
if (document.querySelector(".qr")) add("Mã QR", from("qr.js", "showCode"));
offerToRead();
document.querySelector(".loudspeaker").addEventListener("toggle", ({ target }) => {
  from("loudspeaker.js", "offerCopy")(target);
}, { once: true });

function add(words, use, meaning = "") {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tools__button";
  button.textContent = words;
  if (meaning) button.append(unseen(` ${meaning}`));
  button.addEventListener("click", () => use(button));
  row.append(button);
}

function unseen(words) {
  const span = document.createElement("span");
  span.className = "unseen";
  span.textContent = words;
  return span;
}

function from(module, tool) {
  return async (button) => {
    // Browsers do not ask again for a module that they once failed to get.
    const tools = await import(`./${module}${tries ? `?${tries}` : ""}`).catch(failed);
    if (tools) tools[tool]({ button, say, complain });
  };
}

function failed() {
  tries += 1;
  complain("Chưa tải được công cụ này. Hãy kiểm tra kết nối mạng rồi bấm lại.");
}

function say(words) {
  status.classList.add("unseen");
  status.textContent = words;
}

function complain(words) {
  say(words);
  status.classList.remove("unseen");
}

// Few devices know their Vietnamese voice at once, and many have none.
function offerToRead() {
  const { speechSynthesis: speech } = window;
  if (!speech) return;
  const isTelling = "addEventListener" in speech; // of voices that come later
  const offer = () => {
    if (!speech.getVoices().some(({ lang }) => /^vi\b|^vi_/i.test(lang))) return;
    if (isTelling) speech.removeEventListener("voiceschanged", offer);
    add("Nghe bài", from("listening.js", "listen"));
  };
  if (isTelling) speech.addEventListener("voiceschanged", offer);
  offer();
}
