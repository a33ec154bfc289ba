// Draws a figure once it has a width, again when figure, size or appearance change.
const CONFIG = { displayModeBar: false, displaylogo: false, responsive: false, showTips: false };

const PAPER = 660; // pixels between the margins of an upright A4

const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);

function script(address) {
  return new Promise((done, failed) => {
    const tag = element("script", { src: address, onload: () => done(globalThis.Plotly), onerror: failed });
    document.head.append(tag);
  });
}

function fromKernel(model) {
  return new Promise((done, failed) => {
    const heard = (message, buffers) => {
      if (message.kind !== "plotly") return;
      model.off("msg:custom", heard);
      const address = URL.createObjectURL(new Blob([buffers[0]], { type: "text/javascript" }));
      script(address).then(done, failed).finally(() => URL.revokeObjectURL(address));
    };
    model.on("msg:custom", heard);
    model.send({ kind: "plotly" });
  });
}

// One library for all charts of the page.
function library(model) {
  const address = document.body.dataset.plotly;
  globalThis.jalonsPlotly ??= globalThis.Plotly ? Promise.resolve(globalThis.Plotly)
    : address ? script(address) : fromKernel(model);
  return globalThis.jalonsPlotly;
}

/** The two digits that make a colour of six translucent; none for an opaque one. */
const alpha = (percent) => percent ? Math.round(2.55 * Number(percent)).toString(16).padStart(2, "0") : "";

export function resolve(value, token) {
  if (typeof value === "string") {
    const name = /^var\((--[\w-]+)\)(?: (\d+)%)?$/.exec(value);
    return name ? token(name[1]) + alpha(name[2]) : value;
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, token));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, token)]));
  }
  return value;
}

export function dressed(figure, token, lang) {
  const axis = {
    gridcolor: token("--j-line"), linecolor: token("--j-control"), zerolinecolor: token("--j-control"),
    tickcolor: token("--j-control"), automargin: true,
  };
  const look = {
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: token("--j-font"), color: token("--j-ink"), size: 14 },
    colorway: [0, 1, 2, 3, 4, 5, 6, 7].map((number) => token(`--j-series-${number}`)),
    hoverlabel: { bgcolor: token("--j-surface"), bordercolor: token("--j-control"), font: { color: token("--j-ink") } },
    xaxis: axis, yaxis: axis,
    margin: { l: 48, r: 16, t: 24, b: 40 },
    separators: lang === "fr" ? ",\u202f" : ".,",
  };
  const own = resolve(figure.layout ?? {}, token);
  return {
    data: resolve(figure.data ?? [], token),
    layout: { ...own, template: { layout: look }, autosize: true, separators: look.separators },
  };
}

const BREAK = /(.{1,95})(?:\s+|$)/g; // a title as wide as the image

// What is saved has a ground of its own and says what it shows.
function save(Plotly, model, format, token) {
  const { data, layout } = dressed(model.get("figure"), token, document.documentElement.lang);
  const lines = model.get("sentence").match(BREAK) ?? [];
  const top = 40 + 22 * lines.length;
  const title = { text: lines.join("<br>"), font: { size: 15 }, x: 0.02, xanchor: "left", y: 1, yanchor: "top", yref: "container", pad: { t: 16 } };
  const margin = { l: 48, r: 16, b: 40, ...layout.margin, t: top };
  const ground = { paper_bgcolor: token("--j-surface"), plot_bgcolor: token("--j-surface") };
  const size = { width: 1100, height: model.get("height") + top };
  return Plotly.downloadImage({ data, layout: { ...layout, ...ground, ...size, title, margin } },
    { format, filename: model.get("images").name || "jalons", scale: format === "png" ? 2 : 1, ...size });
}

function fold({ label, columns, rows }) {
  const cells = (name, values, scope) => values.map((value) => {
    const cell = element(name, { textContent: value });
    if (scope) cell.setAttribute("scope", scope);
    return cell;
  });
  const line = (parts) => { const row = element("tr"); row.append(...parts); return row; };
  const head = element("thead");
  head.append(line(cells("th", columns, "col")));
  const body = element("tbody");
  body.append(...rows.map(([first, ...others]) => line([...cells("th", [first], "row"), ...cells("td", others)])));
  const table = element("table");
  table.append(head, body);
  const details = element("details");
  details.append(element("summary", { textContent: label }), table);
  return details;
}

export default {
  render({ model, el }) {
    el.classList.add("j-chart");
    const figure = element("figure");
    const plot = element("div", { className: "j-chart-plot" });
    const caption = element("figcaption");
    const below = element("div");
    plot.setAttribute("role", "img");
    const pictures = element("div", { className: "j-chart-images" });
    const frame = element("div", { className: "j-chart-frame" });
    frame.append(plot);
    if (model.get("least_width")) { // reached by keyboard, so that the arrows scroll it
      plot.style.minWidth = `${model.get("least_width")}px`;
      Object.assign(frame, { tabIndex: 0, role: "group" });
    }
    figure.append(caption, frame, pictures, below);
    el.append(figure);
    let Plotly;
    let closed = false;

    const token = (name) => getComputedStyle(plot).getPropertyValue(name).trim();
    const draw = () => {
      if (!Plotly || closed || !plot.clientWidth) return;
      const { data, layout } = dressed(model.get("figure"), token, document.documentElement.lang);
      const size = { width: printing ? PAPER : plot.clientWidth, height: model.get("height") };
      Plotly.react(plot, data, { ...layout, ...size }, CONFIG);
    };
    const words = () => {
      caption.textContent = model.get("sentence");
      plot.setAttribute("aria-label", model.get("sentence"));
      if (frame.tabIndex === 0) frame.setAttribute("aria-label", model.get("sentence"));
      plot.style.height = `${model.get("height")}px`;
      const images = model.get("images");
      if (images.png && !pictures.children.length) {
        pictures.append(...["png", "svg"].map((format) => element("button", {
          type: "button", className: "j-chart-image", textContent: images[format],
          onclick: () => library(model).then((loaded) => save(loaded, model, format, token)),
        })));
      }
      const table = model.get("table");
      const open = below.querySelector("details")?.open; // a table that is read stays open
      below.replaceChildren(...(table?.rows?.length ? [fold(table)] : []));
      if (open && below.firstChild) below.firstChild.open = true;
    };
    let waiting = false; // several traits of one change are drawn once
    const changed = () => {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => {
        waiting = false;
        words();
        stale = !seen; // a page whose plan changes must not wait for a chart that nobody looks at
        if (seen) draw();
      });
    };
    model.on("change", changed);
    let seen = true;
    let stale = false;
    const catchUp = () => { if (stale) { stale = false; draw(); } };
    const sight = new IntersectionObserver((entries) => {
      seen = entries.at(-1).isIntersecting;
      if (seen) catchUp();
    }, { rootMargin: "200px" });
    sight.observe(plot);
    let printing = false; // paper is narrower than the screen, and nothing is out of sight on it
    const afresh = () => { Plotly?.purge(plot); draw(); }; // without the transitions of a change
    const onPaper = () => { printing = true; stale = false; afresh(); };
    const onScreen = () => { printing = false; afresh(); };
    window.addEventListener("beforeprint", onPaper);
    window.addEventListener("afterprint", onScreen);
    const sizes = new ResizeObserver(draw);
    sizes.observe(plot);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", draw);
    document.addEventListener("jalons-theme", draw);
    words();
    library(model).then((loaded) => { Plotly = loaded; draw(); }, (error) => console.warn(error));
    return () => {
      closed = true;
      model.off("change", changed);
      sizes.disconnect();
      sight.disconnect();
      window.removeEventListener("beforeprint", onPaper);
      window.removeEventListener("afterprint", onScreen);
      dark.removeEventListener("change", draw);
      document.removeEventListener("jalons-theme", draw);
      Plotly?.purge(plot);
    };
  },
};
