// Counts the days that are left on the day on which the page is read; it may have been built before.
// What is past leaves the list, and the list its page when it is empty.

export const DAY = 24 * 60 * 60 * 1000;
const VIETNAM = 7 * 60 * 60 * 1000; // ahead of UTC, all year

/** The number of the day in Vietnam on which a moment lies. */
export function dayOf(moment) {
  return Math.floor((moment + VIETNAM) / DAY);
}

/** What a reader is told at that moment; null once it is past. */
export function left(due, now) {
  if (due < now) return null;
  const days = dayOf(due) - dayOf(now);
  return days === 0 ? "hôm nay" : days === 1 ? "ngày mai" : `còn ${days} ngày`;
}

/** Elements of the page; none where there is no page (in a test). */
export const all = (selector) => typeof document === "undefined" ? [] : [...document.querySelectorAll(selector)];

for (const mark of all("[data-due]")) {
  const words = left(Date.parse(mark.dataset.due), Date.now());
  if (words !== null) {
    mark.textContent = words;
    continue;
  }
  const item = mark.closest("li");
  const section = item.closest("section");
  item.remove();
  if (!section.querySelector("li")) section.remove();
}

for (const empty of all("[data-when-empty]")) empty.hidden = all("[data-due]").length > 0;
