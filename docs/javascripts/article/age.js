// Shows that a notice is a year old from that day on, whenever its page was built. A classic script
// right behind the words: nothing jumps.
(function () {
  var note = document.querySelector("[data-outdated]");
  note.hidden = Date.now() < Date.parse(note.getAttribute("data-outdated"));
})();
