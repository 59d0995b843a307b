// Says whether the ward is open at this moment, by Vietnam's clock, wherever its hours stand with
// data-hours: "01234 08:00 12:00;5 08:00 12:00" (days from 0 for Monday).

const MINUTE = 60000;
const DAY = 1440 * MINUTE;
const VIETNAM = 7 * 60 * MINUTE; // ahead of UTC, all year
const DAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
const HOLIDAYS = ["1/1", "30/4", "1/5", "2/9"];
const LUNAR_HOLIDAYS = ["1/1", "2/1", "3/1", "4/1", "5/1", "10/3"]; // Tết, giỗ Tổ Hùng Vương

/** What a reader is told at that moment. */
export function stateAt(hours, moment) {
  if (isHoliday(moment)) return "Ngày lễ, nên gọi trước khi đến";
  const minute = Math.floor((moment + VIETNAM) % DAY / MINUTE);
  const open = spansOf(hours, moment).find(({ opens, closes }) => opens <= minute && minute < closes);
  if (open) return `Đang mở cửa, đến ${clock(open.closes)}`;
  const next = nextOpening(hours, moment, minute);
  return next ? `Đóng cửa, mở lại lúc ${next}` : "";
}

function nextOpening(hours, moment, minute) {
  for (let days = 0; days <= 14; days += 1) {
    const day = moment + days * DAY;
    const spans = isHoliday(day) ? [] : spansOf(hours, day);
    const starts = spans.map(({ opens }) => opens).filter((opens) => days || opens > minute);
    if (starts.length) return clock(Math.min(...starts)) + named(day, days);
  }
  return null;
}

const named = (day, days) => days === 0 ? "" : days === 1 ? " ngày mai"
  : ` ${DAYS[weekday(day)]}${days > 6 ? " tuần sau" : ""}`;

function spansOf(hours, moment) {
  const spans = hours.split(";").map((span) => span.split(" "));
  return spans.filter(([days]) => days.includes(weekday(moment)))
    .map(([, opens, closes]) => ({ opens: minutes(opens), closes: minutes(closes) }));
}

const weekday = (moment) => (new Date(moment + VIETNAM).getUTCDay() + 6) % 7;

const minutes = (time) => time.split(":").reduce((hour, minute) => hour * 60 + Number(minute), 0);

const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

function isHoliday(moment) {
  const there = new Date(moment + VIETNAM);
  const solar = `${there.getUTCDate()}/${there.getUTCMonth() + 1}`;
  return HOLIDAYS.includes(solar) || LUNAR_HOLIDAYS.includes(lunarDay(moment))
    || lunarDay(moment + DAY) === "1/1";
}

function lunarDay(moment) {
  const how = { day: "numeric", month: "numeric", timeZone: "Asia/Ho_Chi_Minh" };
  const parts = new Intl.DateTimeFormat("en-u-ca-chinese", how).formatToParts(moment);
  const part = (name) => parts.filter(({ type }) => type === name).map(({ value }) => value)[0];
  return `${part("day")}/${part("month")}`;
}

function show() {
  for (const place of document.querySelectorAll("[data-hours]")) {
    place.textContent = stateAt(place.dataset.hours, Date.now());
  }
}

if (typeof document !== "undefined") {
  show();
  setInterval(show, MINUTE);
}
