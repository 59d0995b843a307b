// Shows the urgent banner from its start to its end, whenever its page was built, unless the reader
// has put just this one away. A classic script right behind it: nothing jumps when it goes.
(function () {
  var banner = document.querySelector("[data-banner]");
  var close = banner.querySelector("[data-banner-close]");
  var key = "banner:" + banner.querySelector(".banner__text").textContent.trim();
  var remembered = function (value) {
    try {
      if (value) localStorage.setItem("banner", value);
      return localStorage.getItem("banner");
    } catch (error) {
      return null; // storage is forbidden: it comes back on the next page
    }
  };
  var now = Date.now();
  var isPast = Date.parse(banner.getAttribute("data-end")) <= now;
  var isToCome = Date.parse(banner.getAttribute("data-start")) > now; // false where there is none
  banner.hidden = isPast || isToCome || remembered() === key;
  close.hidden = false;
  close.addEventListener("click", function () {
    remembered(key);
    banner.hidden = true;
  });
})();
