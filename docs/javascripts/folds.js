// What a reader opens stands open on paper. The stylesheet says so to browsers of today; this says it
// to those of a few years ago, with which offices print.

let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.fold:not([open])")];
  for (const fold of opened) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});
