/* Kontor in the browser: small conveniences on pages that work without them.
   Everything hangs on data-attributes, so that pages swapped in by htmx need no set-up. */

const on = (type, selector, handle, options) =>
  document.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) handle(event, found);
  }, options);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const language = { en: "en-GB", nb: "nb-NO", de: "de-DE" }[document.documentElement.lang] ?? "en-GB";

// ── Search: "/" goes to the field, Esc leaves it ─────────────────────────────────────────────────────────

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.querySelector("[data-search]");
    if (field?.checkVisibility()) { event.preventDefault(); field.select(); field.focus(); }
  } else if (event.key === "Escape" && typing?.matches("[data-search]")) {
    typing.blur();
  }
});
// arrows lead through what is found while one types, Esc back to the field
on("keydown", ".search, .one-of", (event, form) => {
  const field = form.querySelector("input"), places = [field, ...all(".suggestions a", form)];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], at = places.indexOf(event.target);
  if (event.key === "Escape" && at > 0) field.focus();
  if (!step || at < 0 || places.length < 2) return;
  event.preventDefault();
  places[(at + step + places.length) % places.length].focus();
});

// ── A form is sent once: the button says what it does (data-busy) and cannot be pressed again ──────────────

function busy(form, button) {
  form.dataset.sent = "1";
  if (!button || button.matches("[data-download]")) return;
  button.setAttribute("aria-busy", "true");
  if (button.dataset.busy) {
    button.dataset.idle = button.innerHTML;
    button.textContent = button.dataset.busy;
  }
}
function idle(form) {
  delete form.dataset.sent;
  for (const button of all('[aria-busy="true"]', form)) {
    button.removeAttribute("aria-busy");
    if (button.dataset.idle) { button.innerHTML = button.dataset.idle; delete button.dataset.idle; }
  }
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-themes]")) return chooseTheme(event, form);
  if (form.method !== "post" || event.submitter?.matches("[data-download]")) return;
  if (form.dataset.sent) { event.preventDefault(); event.stopPropagation(); return; }
  // files that are not taken are not sent: with them the words might get lost on the way
  const refused = [...form.elements].find((field) => field.type === "file" && field.validity.customError);
  if (refused) { event.preventDefault(); event.stopPropagation(); refused.focus(); return; }
  // after the browser has collected what is sent, the button's own value included
  setTimeout(() => busy(form, event.submitter), 0);
}, true);
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) setTimeout(() => idle(form), 0);
});
// htmx does not see a button that stands outside its form (form="…")
document.addEventListener("htmx:configRequest", (event) => {
  const button = event.detail.triggeringEvent?.submitter, sent = event.detail.formData;
  if (button?.name && !event.detail.elt.contains(button) && !sent.has(button.name)) sent.append(button.name, button.value);
});
addEventListener("pageshow", (event) => { if (event.persisted) all("form[data-sent]").forEach(idle); });

// ── Theme: kept in a cookie, so that the server knows it too ─────────────────────────────────────────────

function chooseTheme(event, form) {
  const theme = event.submitter?.value ?? "";
  event.preventDefault();
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax`;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of all("[data-themes] button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
  form.closest("[popover]")?.hidePopover();
}

// ── Quantity: − and + keep to min, max and step ──────────────────────────────────────────────────────────
// A number field knows its own; a text field, which shows figures as the reader writes them, has data-by and data-least.

on("click", ".stepper button[data-step]", (_event, button) => {
  const field = button.closest(".stepper").querySelector("input");
  if (field.disabled || field.readOnly) return;
  const before = field.value, up = Number(button.dataset.step) > 0;
  if (field.type !== "number") stepText(field, up); else if (up) field.stepUp(); else field.stepDown();
  if (field.value === before) return;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // one change for several presses, so that none is lost while the first is on its way
  clearTimeout(field.stepping);
  field.stepping = setTimeout(() => field.dispatchEvent(new Event("change", { bubbles: true })), field.dataset.by ? 350 : 0);
});
function stepText(field, up) {
  const by = Number(field.dataset.by) || 1, least = Number(field.dataset.least) || by;
  const [group, point] = language === "en-GB" ? [",", "."] : [".", ","];
  const value = Number(field.value.replace(/[\s'’]/g, "").replaceAll(group, "").replace(point, ".")) || 0;
  const packs = up ? Math.floor(value / by + 1e-9) + 1 : Math.ceil(value / by - 1e-9) - 1;
  field.value = new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(Math.max(packs * by, least));
}

// ── A choice that acts at once: sort, filter ─────────────────────────────────────────────────────────────

on("change", "[data-auto-submit]", (_event, field) => field.form?.requestSubmit());

// ── Dialogs, the drawer, popovers ────────────────────────────────────────────────────────────────────────

on("click", "[data-drawer]", (event) => {
  const drawer = document.getElementById("menu");
  if (!drawer?.showModal) return;
  event.preventDefault();
  drawer.showModal();
});
on("click", "[data-dialog]", (event, opener) => {
  const dialog = document.querySelector(opener.dataset.dialog);
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
});
on("click", "[data-close]", (event, button) => {
  const dialog = button.closest("dialog[open]");
  const popover = button.closest("[popover]:popover-open");
  if (dialog || popover) event.preventDefault();
  (dialog ? dialog.close() : popover?.hidePopover());
});
// a press on the scrim, not one that began inside and ended there
document.addEventListener("pointerdown", (event) => {
  const dialog = event.target;
  if (dialog.matches?.("dialog[open]")) {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) dialog.close();
  }
});
// what htmx puts into #dialog opens it, nothing closes it; the same for #pop
let opener = null;
document.addEventListener("htmx:beforeRequest", (event) => { opener = event.detail.elt; });
document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.target;
  if (target.matches("dialog[data-remote]")) {
    const filled = target.childElementCount > 0;
    if (filled && !target.open) target.showModal();
    if (!filled && target.open) target.close();
  } else if (target.id === "pop") {
    if (target.matches(":popover-open")) target.hidePopover();
    target.showPopover({ source: opener });
    place(target, opener);
  }
  ready(target);
});
document.addEventListener("toggle", (event) => {
  if (event.newState === "open" && event.target.matches?.("[popover]")) {
    place(event.target, event.source ?? document.querySelector(`[popovertarget="${event.target.id}"]`));
  }
}, true);
// only for browsers that cannot do it by style sheet
function place(popover, source) {
  if (CSS.supports("position-area", "bottom") || !source) return;
  const from = source.getBoundingClientRect();
  const box = popover.getBoundingClientRect();
  const below = from.bottom + 4 + box.height < innerHeight || from.top < box.height;
  popover.classList.add("is-placed");
  popover.style.top = `${below ? from.bottom + 4 : from.top - box.height - 4}px`;
  popover.style.left = `${Math.max(8, Math.min(from.right - box.width, innerWidth - box.width - 8))}px`;
}

// ── Toasts: what went well goes by itself, everything else waits ─────────────────────────────────────────

on("click", "[data-dismiss]", (_event, button) => button.closest("[data-toast]").remove());
// what htmx is refused tells as much as the page would; without an answer, that there was none
for (const refused of ["htmx:responseError", "htmx:sendError"]) document.addEventListener(refused, (event) => {
  const toast = document.querySelector("[data-refusal]")?.content.firstElementChild.cloneNode(true);
  if (!toast) return;
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText || "", "text/html");
  const said = all("h1, h1 + p", page).map((words) => words.textContent.trim()).filter(Boolean);
  if (said.length) toast.querySelector(".toast-words").textContent = said.join(". ");
  document.getElementById("toasts").append(toast);
});
function watchToast(toast) {
  if (toast.dataset.toast !== "success" || toast.dataset.watched) return;
  toast.dataset.watched = "1";
  const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 2000) : toast.remove());
  setTimeout(leave, 8000);
}

// ── Rows one picks: the bar shows how many, Shift picks a range ──────────────────────────────────────────

let lastPicked = null;
on("click", "[data-pick]", (event, box) => {
  const list = box.closest("[data-bulk]");
  if (event.shiftKey && lastPicked?.isConnected && lastPicked !== box) {
    const boxes = all("[data-pick]", list);
    const [first, last] = [boxes.indexOf(lastPicked), boxes.indexOf(box)].sort((a, b) => a - b);
    boxes.slice(first, last + 1).forEach((one) => { one.checked = box.checked; });
  }
  lastPicked = box;
  showPicked(list);
});
on("change", "[data-pick-all]", (_event, box) => {
  const list = box.closest("[data-bulk]");
  all("[data-pick]", list).forEach((one) => { one.checked = box.checked; });
  showPicked(list);
});
on("click", "[data-pick-none]", (_event, button) => {
  const list = button.closest("[data-bulk]");
  all("[data-pick], [data-pick-all]", list).forEach((one) => { one.checked = false; });
  showPicked(list);
});
function showPicked(list) {
  const boxes = all("[data-pick]", list);
  const picked = boxes.filter((box) => box.checked).length;
  const everything = list.querySelector("[data-pick-all]");
  if (everything) {
    everything.checked = picked > 0 && picked === boxes.length;
    everything.indeterminate = picked > 0 && picked < boxes.length;
  }
  for (const bar of all("[data-bulk-bar]", list)) {
    bar.classList.toggle("is-on", picked > 0);
    const words = bar.querySelector("[data-bulk-count]");
    if (words) words.textContent = (picked === 1 ? words.dataset.one : words.dataset.many).replace("{n}", picked);
  }
}

// ── Files: dropped or chosen, named at once, too large ones refused in words ─────────────────────────────

for (const type of ["dragover", "dragleave", "drop"]) {
  on(type, "[data-dropzone]", (event, zone) => {
    event.preventDefault();
    zone.classList.toggle("is-over", type === "dragover");
    const field = zone.querySelector("input[type=file]");
    if (type === "drop" && event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
on("change", "[data-dropzone] input[type=file]", (_event, field) => {
  const zone = field.closest("[data-dropzone]");
  const says = zone.querySelector("[data-chosen]");
  const limit = Number(zone.dataset.max || 0);
  const large = [...field.files].find((file) => limit && file.size > limit);
  const size = (file) => new Intl.NumberFormat(language, { style: "unit", unit: file.size < 1e6 ? "kilobyte" : "megabyte", maximumFractionDigits: 1 })
    .format(file.size / (file.size < 1e6 ? 1e3 : 1e6));
  const most = Number(zone.dataset.most);
  const wrong = large ? zone.dataset.tooLarge : most && field.files.length > most ? zone.dataset.tooMany : "";
  field.setCustomValidity(wrong);
  field.setAttribute("aria-invalid", String(Boolean(wrong)));
  if (says) says.textContent = wrong || [...field.files].map((file) => `${file.name}, ${size(file)}`).join("; ");
  if (!wrong && field.files.length && zone.hasAttribute("data-send")) field.form.requestSubmit();
});

// ── Several lines pasted into a one-line field go to the field for many, which is sent ───────────────────

on("paste", "[data-paste-into]", (event, field) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const many = document.querySelector(field.dataset.pasteInto);
  if (!many || !/[\n\t]/.test(text.trim())) return;
  event.preventDefault();
  many.value = text;
  many.form.requestSubmit();
});

// ── What is new on the page: the first time, and after every swap ────────────────────────────────────────

function ready(root = document) {
  const focus = root.querySelector?.("[data-focus]");
  if (focus) focus.focus();
  all("[data-toast]").forEach(watchToast);
  all("[data-bulk]", root).forEach(showPicked);
  all("[data-calendar]", root).forEach(drawCalendar);
  reachScrolling();
  all(".tabs > [aria-current]", root).forEach((tab) => { tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 48; });
}
// what scrolls sideways can be reached and moved by key, also after the window or the telephone was turned
function reachScrolling() {
  for (const box of all(".scroll-x, .tabs, .seg")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute("tabindex");
  }
}
addEventListener("resize", reachScrolling);
document.addEventListener("htmx:oobAfterSwap", () => all("[data-toast]").forEach(watchToast));

// ── Calendar: weeks as rows, the chosen days as one band; the two date fields stay the truth ─────────────

const DAY = 86400000;
const iso = (date) => date.toISOString().slice(0, 10);
const parse = (text) => (text ? new Date(`${text}T00:00:00Z`) : null);
const monday = (date) => new Date(date - ((date.getUTCDay() + 6) % 7) * DAY);
const said = (date, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(date);
function weekNumber(date) {
  const thursday = new Date(monday(date).getTime() + 3 * DAY);
  return 1 + Math.floor((thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY / 7);
}
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === true) made.setAttribute(name, ""); else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

function drawCalendar(box, start) {
  const [from, until] = all("input[type=date]", box);
  const place = box.querySelector("[data-calendar-here]");
  if (!from || !until || !place) return;
  const words = box.dataset;
  const earliest = parse(words.min) ?? new Date(iso(new Date()));
  const closed = new Set((words.closed || "").split(","));
  const first = start instanceof Date ? start : monday(parse(from.value) ?? earliest);
  const chosen = [parse(from.value), parse(until.value) ?? parse(from.value)];
  const last = new Date(first.getTime() + 27 * DAY);
  const icon = (name) => { const copy = box.querySelector(`template[data-icon="${name}"]`); return copy ? copy.content.cloneNode(true) : ""; };
  const turn = (label, name, days, disabled) => {
    const button = element("button", { type: "button", class: "btn quiet icon sm", "aria-label": label, disabled }, icon(name));
    button.addEventListener("click", () => {
      drawCalendar(box, new Date(first.getTime() + days * DAY));
      box.querySelector(`[aria-label="${label}"]:not([disabled])`)?.focus();
    });
    return button;
  };

  const title = element("span", { "aria-live": "polite" }, new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" }).formatRange(first, last));
  const head = element("div", { class: "cal-head" }, title,
    turn(words.earlier, "earlier", -28, first <= monday(earliest)), turn(words.later, "later", 28, false));
  const names = element("tr", {}, element("th", { scope: "col" }, element("span", { class: "said" }, words.week)),
    ...Array.from({ length: 7 }, (_, index) => element("th", { scope: "col" }, said(new Date(first.getTime() + index * DAY), { weekday: "short" }))));
  const body = element("tbody");
  for (let week = 0; week < 4; week += 1) {
    const begin = new Date(first.getTime() + week * 7 * DAY);
    const row = element("tr", {}, element("th", { scope: "row" }, `${words.week} ${weekNumber(begin)}`));
    for (let index = 0; index < 7; index += 1) row.append(cell(new Date(begin.getTime() + index * DAY), index > 4));
    body.append(row);
  }
  place.replaceChildren(head, element("table", { class: "cal" }, element("thead", {}, names), body));

  function cell(date, weekend) {
    const inBand = chosen[0] && date >= chosen[0] && date <= chosen[1];
    const ends = { first: inBand && +date === +chosen[0], last: inBand && +date === +chosen[1] };
    const classes = [inBand && "in-band", ends.first && "first", ends.last && "last"].filter(Boolean).join(" ");
    if (date < earliest || weekend || closed.has(iso(date))) {
      const no = element("span", { class: weekend ? "no-day off" : "no-day" }, String(date.getUTCDate()), element("span", { class: "said" }, `, ${words.impossible}`));
      return element("td", { class: classes || null }, no);
    }
    const button = element("button", {
      type: "button", "aria-label": said(date, { weekday: "long", day: "numeric", month: "long" }), "aria-pressed": String(Boolean(inBand)),
      class: [(ends.first || ends.last) && "end-day", iso(date) === iso(new Date()) && "today"].filter(Boolean).join(" ") || null, "data-day": iso(date),
    }, String(date.getUTCDate()));
    button.addEventListener("click", () => pick(date));
    return element("td", { class: classes || null }, button);
  }
  function pick(date) {
    // a second day after the first ends the band, any other begins a new one
    const ends = chosen[0] && from.value === until.value && date > chosen[0];
    if (!ends) from.value = iso(date);
    until.value = iso(date);
    from.dispatchEvent(new Event("change", { bubbles: true }));
    drawCalendar(box, first);
    box.querySelector(`[data-day="${iso(date)}"]`)?.focus();
  }
}
on("change", "[data-calendar] input[type=date]", (event, field) => {
  const box = field.closest("[data-calendar]");
  const [from, until] = all("input[type=date]", box);
  if (event.isTrusted) {
    if (until.value && until.value < from.value) until.value = from.value;
    drawCalendar(box);
  }
});

ready();
