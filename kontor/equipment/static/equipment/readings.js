/* Draws readings as a line: one brand line on a grey grid, days below, values at the left. The table beside it says the same.
   The figure has data-points (pairs of day and value) and data-unit. Colours are the page's own, in light and dark. */

const language = { en: "en-GB", nb: "nb-NO", de: "de-DE" }[document.documentElement.lang] ?? "en-GB";
const DAY = 86_400_000;
const figure = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const say = (time, options) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(time);

// light-dark() is only resolved where a colour is used
function colours(box) {
  const probe = document.createElement("span");
  probe.hidden = true;
  box.append(probe);
  const of = (name, share = 1) => {
    probe.style.color = share === 1 ? `var(${name})` : `color-mix(in srgb, var(${name}) ${share * 100}%, transparent)`;
    return getComputedStyle(probe).color;
  };
  const found = { line: of("--brand"), below: of("--brand", 0.08), grid: of("--line"), words: of("--ink-3"), ground: of("--surface"), raised: of("--raised"), ink: of("--ink"), edge: of("--line-strong") };
  probe.remove();
  return found;
}

// the first of some months: about five of them, never two for one
function months(first, last, room) {
  const all = [], at = new Date(first);
  at.setUTCDate(1);
  for (at.setUTCMonth(at.getUTCMonth() + 1); at.getTime() <= last; at.setUTCMonth(at.getUTCMonth() + 1)) all.push(at.getTime());
  const every = Math.max(1, Math.ceil(all.length / room));
  return all.filter((_month, place) => place % every === 0);
}

function draw(box) {
  const points = JSON.parse(box.dataset.points).map(([day, y]) => ({ x: Date.parse(day), y }));
  const first = points[0].x, last = points.at(-1).x, colour = colours(box);
  const family = getComputedStyle(document.body).fontFamily;
  const years = last - first > 540 * DAY;
  box.chart?.destroy();
  box.chart = new Chart(box.querySelector("canvas"), {
    type: "line",
    data: { datasets: [{
      data: points, borderColor: colour.line, backgroundColor: colour.below, fill: "start", borderWidth: 2, tension: 0, clip: false,
      pointRadius: points.length > 60 ? 0 : points.map((_point, place) => (place === points.length - 1 ? 4 : 2.5)),
      pointBackgroundColor: points.map((_point, place) => (place === points.length - 1 ? colour.line : colour.ground)),
      pointBorderColor: colour.line, pointBorderWidth: 1.5, pointHoverRadius: 5,
    }] },
    options: {
      animation: false, maintainAspectRatio: false, parsing: false, normalized: true, locale: language,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      layout: { padding: { top: 8, right: 8 } },
      font: { family },
      scales: {
        x: {
          type: "linear", min: first, max: last, grid: { display: false }, border: { color: colour.grid },
          afterBuildTicks: (axis) => {
            const found = months(first, last, box.clientWidth < 420 ? 4 : 6);
            axis.ticks = (found.length > 1 ? found : [first, last]).map((value) => ({ value }));
          },
          ticks: {
            color: colour.words, font: { family, size: 11 }, maxRotation: 0, autoSkip: false,
            callback: (value) => (last - first < 70 * DAY ? say(value, { day: "numeric", month: "short" }) : say(value, years ? { month: "short", year: "2-digit" } : { month: "short" })),
          },
        },
        y: {
          grace: "8%", grid: { color: colour.grid }, border: { display: false },
          ticks: { color: colour.words, font: { family, size: 11 }, maxTicksLimit: 6, precision: 0, callback: (value) => figure.format(value) },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false, backgroundColor: colour.raised, titleColor: colour.words, bodyColor: colour.ink, borderColor: colour.edge, borderWidth: 1,
          titleFont: { family, size: 12, weight: 400 }, bodyFont: { family, size: 13, weight: 600 }, padding: 8, cornerRadius: 6, caretSize: 0,
          callbacks: {
            title: ([item]) => say(item.parsed.x, { day: "numeric", month: "long", year: "numeric" }),
            label: (item) => `${figure.format(item.parsed.y)}\u00a0${box.dataset.unit}`,
          },
        },
      },
    },
  });
}

const drawAll = () => document.querySelectorAll("[data-points]").forEach(draw);
drawAll();
new MutationObserver(drawAll).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
