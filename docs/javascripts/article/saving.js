// Saves the article as one file for the archive: its text, the ward's name, where and when it was
// saved, with style and pictures inside. Made by the reader's browser, so that no site has to hold
// every article and picture twice.

const LEFT_OUT = ".breadcrumbs, .tools, .loudspeaker, .news__mistake, .on-paper, script, source, video, audio, [hidden]";
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">`;

export async function save({ say, complain }) {
  say("Đang gom chữ và ảnh của bài.");
  try {
    download(await archived(), `${location.pathname.split("/").slice(-2)[0]}.html`);
    say("Đã lưu bài thành một tệp.");
  } catch {
    complain("Chưa tải đủ ảnh của bài. Hãy kiểm tra kết nối mạng rồi bấm lại.");
  }
}

// In a document of its own, which loads nothing.
async function archived() {
  const copy = document.implementation.createHTMLDocument(document.title);
  const article = copy.importNode(document.querySelector("article.news"), true);
  for (const part of article.querySelectorAll(LEFT_OUT)) part.remove();
  for (const link of article.querySelectorAll("a[href]")) link.href = whole(link, "href");
  await Promise.all(Array.from(article.querySelectorAll("img"), embed));
  copy.body.className = "wide";
  copy.body.append(header(copy), article, footer(copy));
  // Put together as text: the policy of this page forbids styles in a document made here as well.
  const head = `${HEAD}\n${copy.head.innerHTML}\n<style>${await styles()}</style>`;
  return `<!doctype html>\n<html lang="vi"><head>${head}</head>\n${copy.body.outerHTML}</html>\n`;
}

const whole = (part, attribute) => new URL(part.getAttribute(attribute), location).href;

const header = (copy) => {
  const name = document.querySelector(".masthead__name span").innerText.replace(/\s+/g, " ");
  return element(copy, "p", { textContent: name });
};

const footer = (copy) => {
  const at = (document.querySelector("link[rel=canonical]") || location).href;
  const today = new Date().toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" });
  return element(copy, "p", { textContent: `Bản lưu ngày ${today} từ ${at}` });
};

const styles = async () => (await fetched(document.querySelector("link[rel=stylesheet]").href)).text();

async function embed(image) {
  image.src = await addressOf(await (await fetched(whole(image, "src"))).blob());
  image.removeAttribute("loading");
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address);
  return response;
}

// The data itself as an address.
const addressOf = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = reject;
  reader.readAsDataURL(blob);
});

function download(html, name) {
  const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const element = (owner, name, properties) => Object.assign(owner.createElement(name), properties);
