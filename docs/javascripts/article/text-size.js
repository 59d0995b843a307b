// How large the text of every page is; theme.js sets it again before a page is drawn.

const SIZES = ["100", "115", "130", "150"]; // per cent, as tokens.css has them
const { dataset } = document.documentElement;

export const smaller = ({ say }) => change(-1, say, "Chữ đang ở cỡ nhỏ nhất.");
export const larger = ({ say }) => change(1, say, "Chữ đang ở cỡ to nhất.");

function change(by, say, end) {
  const size = SIZES[Math.max(SIZES.indexOf(dataset.text), 0) + by];
  if (!size) {
    say(end);
    return;
  }
  dataset.text = size;
  try { localStorage.setItem("text", size); } catch { /* the next page has its usual size */ }
  say(`Cỡ chữ ${size} %.`);
}
