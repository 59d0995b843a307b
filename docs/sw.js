// Lets residents read again without a connection what they have read: articles, and the parts of
// their pages. The network always comes first, so that no kept page passes for the latest; one that
// is shown from here says so, and of when it is. Started by javascripts/theme.js; decision 27.

const PAGES = "trang-da-doc";
const PARTS = "phan-cua-trang";
const MOST = { [PAGES]: 40, [PARTS]: 200 };
const KEPT = /\/tin\/\d{4}\/\d\d\/[^/]+\/$/;
const PART = /\/(anh|assets|javascripts|stylesheets)\//;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (PART.test(pathname)) event.respondWith(part(event));
});

async function page(event) {
  const { request } = event;
  const { pathname } = new URL(request.url);
  try {
    // Asked anew: what the browser itself still holds would pass for the latest.
    const response = await fetch(request, { cache: "no-cache" });
    if (response.ok && KEPT.test(pathname)) event.waitUntil(keep(PAGES, pathname, response.clone()));
    return response;
  } catch {
    const kept = await (await caches.open(PAGES)).match(pathname);
    return kept ? asOf(kept) : nothing();
  }
}

async function part(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keep(PARTS, request.url, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(PARTS)).match(request.url);
    if (kept) return kept;
    throw error;
  }
}

async function keep(name, key, response) {
  const cache = await caches.open(name);
  await cache.delete(key); // so that it becomes the youngest
  await cache.put(key, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST[name]))) await cache.delete(old);
}

// The page with a line on top that says since when it lies here.
async function asOf(response) {
  const { headers } = response;
  const sent = new Date(headers.get("date") || Date.now());
  const form = { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Ho_Chi_Minh" };
  const when = sent.toLocaleString("vi-VN", form);
  const note = `<p class="banner" role="status">Không có mạng. Đây là bản lưu trên máy lúc ${when}; ` +
    "có thể đã có tin mới.</p>";
  const html = (await response.text()).replace(/<body[^>]*>/, (body) => body + note);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

// What can be read without a connection, for a page that cannot.
async function nothing() {
  const items = [];
  for (const request of (await (await caches.open(PAGES)).keys()).reverse()) {
    const html = await (await caches.match(request)).text();
    const [, title] = /<h1[^>]*>([^<]*)<\/h1>/.exec(html) || [];
    if (title) items.push(`<li><a href="${new URL(request.url).pathname}">${title}</a></li>`);
  }
  const list = items.length
    ? `<p>Những bài bạn đã đọc vẫn mở được:</p><ul>${items.join("")}</ul>`
    : "<p>Chưa có bài nào được lưu trên máy này.</p>";
  const html = `<!doctype html><html lang="vi"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Không có mạng</title>
<h1>Không có mạng</h1><p>Trang này cần mạng mới mở được. Hãy kiểm tra kết nối rồi thử lại.</p>${list}`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
