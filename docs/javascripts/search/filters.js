// The search page's filters: what is offered, what is chosen, and how it is seen and undone.

import { day, element } from "./nodes.js";

const FILTERS = ["section", "campaign", "year", "quarter", "tu", "den"];

export class Filters {
  // form: the page's; changed(): called when a filter was undone.
  constructor(form, changed) {
    this.controls = FILTERS.map((name) => form.elements[name]);
    this.folder = form.querySelector("details");
    this.count = form.querySelector("[data-search-filtered]");
    this.chosen = form.querySelector("[data-search-chosen]");
    this.changed = changed;
  }

  // What the manifest names, as options.
  offer({ sections, campaigns, quarters }) {
    const [section, campaign, year] = this.controls;
    const years = [...new Set(quarters.map(([name]) => name.slice(0, 4)).filter(Boolean))].sort().reverse();
    fill(section, sections);
    fill(campaign, campaigns);
    fill(year, years.map((name) => [name, name]));
  }

  get active() {
    return this.controls.filter(({ value }) => value);
  }

  // The engine's filters; days that were chosen the wrong way round are put right.
  get wanted() {
    const [section, campaign, year, quarter, from, to] = this.controls.map(({ value }) => value);
    const [first, last] = from && to && from > to ? [to, from] : [from, to];
    return { section, campaign, year, quarter, from: first, to: last };
  }

  open() {
    this.folder.open = true;
  }

  // What is chosen: their number beside the heading, and a button for each that undoes it.
  show() {
    const { active } = this;
    this.count.textContent = active.length ? `(đang lọc ${active.length})` : "";
    this.chosen.textContent = "";
    this.chosen.hidden = !active.length;
    this.chosen.append(...active.map((control) => this.undoing(said(control), [control])));
    if (active.length) this.chosen.append(this.undoing("Bỏ lọc", active));
  }

  undoing(label, controls) {
    const isAll = label === "Bỏ lọc";
    const button = element("button", `search-chip${isAll ? " search-chip--all" : ""}`, label);
    button.type = "button";
    if (!isAll) button.setAttribute("aria-label", `Bỏ lọc ${label}`);
    button.addEventListener("click", () => {
      for (const control of controls) control.value = "";
      this.folder.querySelector("summary").focus(); // the button goes
      this.changed();
    });
    return button;
  }
}

function fill(select, entries) {
  select.append(...entries.map(([value, title]) => new Option(title, value)));
  select.closest("label").hidden = !entries.length;
}

function said(control) {
  const name = control.closest("label").firstChild.textContent.trim();
  const value = control.selectedOptions ? control.selectedOptions[0].text : day(control.value);
  return value.startsWith(name) ? value : `${name} ${value}`; // "Quý II", "Năm 2023", "Từ ngày 01/02/2023"
}
