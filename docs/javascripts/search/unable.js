// Says on the search page why its script does not run: the browser is too old for it, or it did not
// arrive. A classic script of 2009, before that one, so that any browser understands it.
(function () {
  var OURS = /\/search\/[^/]*\.js/;

  function part(name) {
    return document.querySelector("[data-search-" + name + "]");
  }

  function tell(name) {
    var waiting = part("waiting"); // page.js removes it when it runs
    if (!waiting) return;
    waiting.hidden = true;
    part(name).hidden = false;
  }

  if (!("noModule" in document.createElement("script"))) tell("old");
  window.addEventListener("error", function (event) {
    if (OURS.test(event.filename)) tell("old");
    else if (OURS.test(event.target.src)) tell("offline");
  }, true);
})();
