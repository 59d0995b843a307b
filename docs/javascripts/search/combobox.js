// A text field with a list of links below it: the combobox of ARIA 1.2 whose list is chosen from by
// hand. The focus stays in the field; Enter without a choice is the form's. The input has its role
// already (field.js), so that it is not another thing once somebody types.

export class Combobox {
  constructor(input, list) {
    this.input = input;
    this.list = list;
    this.chosen = null;
    this.isDismissed = false; // by Escape: what arrives later waits until it is asked for
    list.setAttribute("role", "listbox");
    list.hidden = true;
    input.setAttribute("aria-controls", list.id);
    input.addEventListener("keydown", (event) => this.pressed(event));
    input.addEventListener("input", () => (this.isDismissed = false));
    input.addEventListener("blur", () => this.close());
  }

  get isOpen() {
    return !this.list.hidden;
  }

  // Puts links into the list in the place of those before, but for the first ones, which stay.
  fill(links, stay = 0) {
    if (!stay) this.choose(null);
    while (this.list.children.length > stay) this.list.lastElementChild.remove();
    links.slice(stay).forEach((link, place) => {
      link.id = `${this.list.id}-${stay + place}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      this.list.append(link);
    });
    this.show(links.length > 0 && !this.isDismissed);
  }

  close(isDismissed = false) {
    this.isDismissed = isDismissed;
    this.choose(null);
    this.show(false);
  }

  show(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  choose(link) {
    if (this.chosen) this.chosen.setAttribute("aria-selected", "false");
    this.chosen = link;
    if (!link) return this.input.removeAttribute("aria-activedescendant");
    link.setAttribute("aria-selected", "true");
    link.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", link.id);
  }

  // One further, past the end into the field.
  move(by) {
    const places = [null, ...this.list.children];
    if (this.isOpen) this.choose(places[(places.indexOf(this.chosen) + by + places.length) % places.length]);
    else {
      this.isDismissed = false;
      this.show(places.length > 1);
    }
  }

  pressed(event) {
    // Keys that an input method takes for itself; 229 is how Safari says so of the last one.
    if (event.isComposing || event.keyCode === 229) return;
    const { key } = event;
    if (key === "ArrowDown") this.move(1);
    else if (key === "ArrowUp") this.move(-1);
    else if (key === "Enter" && this.chosen) this.chosen.click();
    else if (key === "Escape" && this.isOpen) this.close(true);
    else return;
    event.preventDefault();
  }
}
