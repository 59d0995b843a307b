/**
 * Opens the article that is meant at an address which several had, such as Default.aspx?id=5: the
 * one whose old query is part of the query asked for. Where none or more than one fits, the reader
 * chooses.
 */

const pairs = (query) => [...new URLSearchParams(query.toLowerCase())].map(String);
const asked = new Set(pairs(location.search));
const fits = (query) => query && pairs(query).every((pair) => asked.has(pair));

const links = [...document.querySelectorAll("a[data-queries]")];
const meant = links.filter((link) => JSON.parse(link.dataset.queries).some(fits));
if (meant.length === 1) location.replace(meant[0].href);
