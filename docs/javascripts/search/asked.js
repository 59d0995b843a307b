// Hides ?q= from Material, which would open its own box over the page; page.js puts it back.

window.searchAsked = location.search;
history.replaceState(history.state, "", location.pathname);
