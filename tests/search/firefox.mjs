// Searches a site in Firefox, on the page and in the field, for test_firefox.py: node firefox.mjs PROGRAM
// ADDRESS. Prints what was found, and errors of scripts.
import puppeteer from "puppeteer-core";

const [program, address] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath: program });
const page = await browser.newPage();
const found = { errors: [] };
const texts = (selector) => page.$$eval(selector, (all) => all.map(({ textContent }) => textContent));

page.on("pageerror", ({ message }) => found.errors.push(message));
await page.goto(`${address}tim-kiem/?q=hoa+giai`);
await page.waitForSelector(".search-hit");
found.hits = await texts(".search-hit__title");
found.marks = await texts(".search-hit__title mark");
await page.goto(address);
await page.type("[name=q]", "hoaf giari", { delay: 50 });
await page.waitForSelector("[role=option]");
found.answers = await texts("[role=option] .search-field__title");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("ArrowDown");
found.chosen = await texts("[aria-selected=true] .search-field__title");
await browser.close();
console.log(JSON.stringify(found));
