// Reads the article aloud in the device's Vietnamese voice and marks the sentence that is read.
// One sentence at a time: phones forget where they were when a long text is paused. While it reads,
// its buttons stay at the foot of the screen (`.reading` in tools.css).

import { sentencesOf } from "./sentences.js";

const READ = "h1, .news__lead, .news__facts, .news__body";
const MARK = "read-aloud"; // in tools.css
const speech = window.speechSynthesis;
let reading = null;

export function listen({ button, say, complain }) {
  if (reading) reading.toggle();
  else reading = new Reading(button, say, complain);
}

addEventListener("pagehide", () => reading && reading.stop());

class Reading {
  constructor(button, say, complain) {
    Object.assign(this, { button, say, complain, at: 0 });
    this.sentences = sentencesOf(...document.querySelectorAll(READ));
    this.spoken = null; // held, since a browser may forget an utterance while it speaks
    this.bar = document.createElement("div");
    const stop = button.cloneNode();
    stop.textContent = "Dừng";
    stop.addEventListener("click", () => this.stop());
    this.bar.className = "reading";
    button.replaceWith(this.bar);
    this.bar.append(button, stop);
    button.focus({ preventScroll: true });
    this.speak();
  }

  toggle() {
    if (this.spoken) this.pause();
    else this.speak();
  }

  stop() {
    this.pause();
    this.button.textContent = "Nghe bài";
    const wasWithin = this.bar.contains(document.activeElement);
    this.bar.replaceWith(this.button);
    if (wasWithin) this.button.focus({ preventScroll: true });
    mark(null);
    this.say("Đã dừng đọc.");
    reading = null;
  }

  pause() {
    this.spoken = null; // so that its end is not taken for that of the sentence
    speech.cancel();
    this.button.textContent = "Nghe tiếp";
  }

  speak() {
    const sentence = this.sentences[this.at];
    if (!sentence) {
      this.stop();
      return;
    }
    const spoken = new SpeechSynthesisUtterance(sentence.words);
    spoken.voice = speech.getVoices().find(({ lang }) => /^vi\b|^vi_/i.test(lang)) || null;
    spoken.lang = "vi-VN";
    spoken.onend = () => this.spoken === spoken && this.next();
    spoken.onerror = () => this.spoken === spoken && this.fail();
    this.spoken = spoken;
    this.button.textContent = "Tạm dừng";
    mark(sentence.range);
    speech.speak(spoken);
  }

  next() {
    this.at += 1;
    this.speak();
  }

  fail() {
    this.stop();
    this.complain("Máy không đọc được bài này.");
  }
}

function mark(range) {
  for (const block of document.querySelectorAll(`.${MARK}`)) block.classList.remove(MARK);
  if (CSS.highlights) CSS.highlights.delete(MARK);
  if (!range) return;
  if (CSS.highlights) CSS.highlights.set(MARK, new Highlight(range));
  else range.startContainer.parentElement.classList.add(MARK);
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3 });
}
