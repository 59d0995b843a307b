// Says where a campaign stands on the day on which the page is read; it may have been built before.
// On the home page, what has ended leaves the list, and the list its page when it is empty.

import { DAY, all, dayOf } from "./due.js";

/** The state on that day and what a reader is told, as newsroom/progress.html says it; days are
 * numbers. A campaign without an end is over when nobody has news of it, which the build knows. */
export function standing(start, end, today) {
  if (today < start) {
    const days = start - today;
    return ["coming", days === 1 ? "ngày mai bắt đầu" : `còn ${days} ngày nữa bắt đầu`];
  }
  if (end === null) return ["running", "đang diễn ra"];
  if (today > end) return ["ended", "đã kết thúc"];
  const days = end - today;
  return ["running", ["ngày cuối", "ngày mai kết thúc"][days] || `còn ${days} ngày`];
}

const numberOf = (day) => Date.parse(day) / DAY; // a day without an hour is one of UTC
const today = dayOf(Date.now());

for (const mark of all(".standing[data-start]")) {
  const end = mark.dataset.end ? numberOf(mark.dataset.end) : null;
  const [state, words] = standing(numberOf(mark.dataset.start), end, today);
  mark.textContent = words;
  mark.className = `standing standing--${state}`;
  const item = state === "ended" && mark.closest("li[data-campaign]");
  if (!item) continue;
  const section = item.closest("section");
  item.remove();
  if (!section.querySelector("li")) section.remove();
}
