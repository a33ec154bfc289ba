// Ways of several steps: a map to walk with the arrows, and the same as a list.
import { durationText, keepButton, wayInText } from "./explorer_cards.mjs";
import { idOf } from "./explorer_choices.mjs";
import { fold, make, press } from "./explorer_dom.mjs";
import { explained } from "./explorer_glossary.mjs";

/**
 * What the map shows. Pure.
 * @returns {{columns: object[][], links: string[][], nodes: Map}} `nodes` by id, each `{id, label,
 *   depth, option, steps, far, purposes}`; `links` go one column or more to the right.
 */
export function mapOf(answer) {
  const nodes = new Map();
  const links = new Map();
  const put = (id, label, depth, more = {}) => {
    const known = nodes.get(id);
    if (known) return Object.assign(known, more);
    nodes.set(id, { id, label, depth, steps: [], purposes: [], ...more });
    return nodes.get(id);
  };
  const join = (from, to) => {
    if (nodes.get(from).depth < nodes.get(to).depth) links.set(`${from}>${to}`, [from, to]);
  };
  const idFor = ({ kind, code, label }) => (code ? idOf({ kind, code }) : `${kind}.${label}`);
  put("here", answer.profile.specialite.label, 0);
  const own = answer.profile.specialite.code;
  const shown = answer.options.filter(({ closeness }) => closeness !== "proche");
  const ways = answer.paths.flatMap(({ steps }) => steps.map(idFor));
  for (const option of answer.options) {
    if (shown.includes(option) || ways.includes(idFor(option))) {
      put(idFor(option), option.label, 1, { option });
      join("here", idFor(option));
    } else {
      const far = put(`far.${option.kind}`, "", 1, { kind: option.kind });
      far.far = [...(far.far ?? []), option];
      join("here", far.id);
    }
  }
  for (const { purpose, steps } of answer.paths) {
    let before = "here";
    steps.forEach((step, i) => {
      const node = put(idFor(step), step.label, i + 1);
      node.steps.push({ ...step, purpose });
      if (!node.purposes.includes(purpose)) node.purposes.push(purpose);
      join(before, node.id);
      before = node.id;
    });
  }
  for (const option of shown) {
    for (const next of option.next.filter(({ kind, code }) => kind !== "EMPLOI" && code !== own)) {
      put(idFor(next), next.label, 2);
      join(idFor(option), idFor(next));
    }
  }
  const columns = [];
  for (const node of nodes.values()) (columns[node.depth] ??= []).push(node);
  return { columns: columns.filter(Boolean), links: [...links.values()], nodes };
}

/** The nodes on a way through `id`: what comes before it and what comes after. */
export function wayThrough({ links }, id) {
  const found = new Set([id]);
  const walk = (at, from, to) => {
    for (const link of links.filter((one) => one[from] === at)) {
      found.add(link[to]);
      walk(link[to], from, to);
    }
  };
  walk(id, 0, 1);
  walk(id, 1, 0);
  return found;
}

/** Where an arrow leads: up and down in a column, left and right along a link. */
export function stepOnMap(map, id, key) {
  const { depth } = map.nodes.get(id);
  const column = map.columns.find((nodes) => nodes[0].depth === depth);
  const at = column.findIndex((node) => node.id === id);
  if (key === "ArrowDown") return column[Math.min(column.length - 1, at + 1)].id;
  if (key === "ArrowUp") return column[Math.max(0, at - 1)].id;
  if (key === "Home") return "here";
  const right = key === "ArrowRight";
  const link = map.links.find((one) => one[right ? 0 : 1] === id);
  return link ? link[right ? 1 : 0] : id;
}

export function pathMap(view, answer) {
  const { t, words, open } = view;
  const map = mapOf(answer);
  const at = map.nodes.has(view.place) ? view.place : "here";
  const chosen = answer.paths.find(({ purpose }) => purpose === view.purpose);
  return [
    make("p", {}, t("explorer-map-how")),
    purposes(view, answer),
    drawing(view, map, at),
    make("div", { class: "j-x-panel", "aria-live": "polite" }, chosen ? pathAsList(chosen, t, words, "h3") : panel(view, map.nodes.get(at))),
    fold("paths", t("explorer-map-list"), () => answer.paths.map((path) => pathAsList(path, t, words, "h4")), open, { class: "j-x-apart" }),
  ];
}

function purposes(view, answer) {
  const { t } = view;
  return make(
    "div",
    { class: "j-x-actions", role: "group", "aria-label": t("explorer-map-purposes") },
    answer.paths.map(({ purpose, label, years }) =>
      press(`purpose.${purpose}`, `${label} (${durationText(years, t)})`, () => view.walk({ purpose: view.purpose === purpose ? "" : purpose }), {
        class: "j-x-small",
        "aria-pressed": String(view.purpose === purpose),
      }),
    ),
  );
}

function drawing(view, map, at) {
  const { t } = view;
  const lit = view.purpose
    ? new Set(["here", ...[...map.nodes.values()].filter((n) => n.purposes.includes(view.purpose)).map((n) => n.id)])
    : at === "here" ? new Set([at]) : wayThrough(map, at);
  const boxes = new Map();
  const nodeButton = (node) => {
    const label = node.far ? t("explorer-map-far", { kind: t(`option-kind-${node.kind.replaceAll("_", "-")}`), count: node.far.length }) : node.label;
    const button = press(`node.${node.id}`, label, () => view.walk({ place: node.id, purpose: "" }), {
      class: `j-x-node${lit.has(node.id) ? " j-x-lit" : ""}`,
      "aria-pressed": String(node.id === at),
      tabindex: node.id === at ? "0" : "-1",
    });
    boxes.set(node.id, button);
    return make("li", {}, button);
  };
  const lines = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  lines.setAttribute("aria-hidden", "true");
  const columns = map.columns.map((nodes, i) =>
    make("div", { class: "j-x-column" }, make("p", { class: "j-soft" }, t(`explorer-map-step-${Math.min(i, 3)}`)), make("ul", {}, nodes.map(nodeButton))),
  );
  const plane = make("div", { class: "j-x-map" }, columns);
  plane.prepend(lines);
  plane.addEventListener("keydown", (event) => {
    const from = [...boxes].find(([, button]) => button === document.activeElement)?.[0];
    if (!from || !["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home"].includes(event.key)) return;
    event.preventDefault();
    const to = stepOnMap(map, from, event.key);
    view.walk({ place: to, purpose: "" }, `node.${to}`);
  });
  view.whenSized(plane, () => drawLinks(lines, plane, map.links, boxes, lit));
  return make("div", { class: "j-x-scroll", role: "group", "aria-label": t("explorer-tab-map") }, plane);
}

function drawLinks(lines, plane, links, boxes, lit) {
  const origin = plane.getBoundingClientRect();
  lines.setAttribute("width", plane.scrollWidth);
  lines.setAttribute("height", plane.scrollHeight);
  const drawn = links.map(([from, to]) => {
    const [a, b] = [boxes.get(from), boxes.get(to)].map((box) => box.getBoundingClientRect());
    const [x1, y1] = [a.right - origin.left, (a.top + a.bottom) / 2 - origin.top];
    const [x2, y2] = [b.left - origin.left, (b.top + b.bottom) / 2 - origin.top];
    const bend = (x1 + x2) / 2;
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`);
    if (lit.has(from) && lit.has(to)) line.setAttribute("class", "j-x-lit");
    return line;
  });
  lines.replaceChildren(...drawn);
}

function panel(view, node) {
  const { t, words } = view;
  if (node.id === "here") {
    return [make("h3", {}, node.label), make("p", {}, t("explorer-map-here"))];
  }
  if (node.far) {
    return [
      make("h3", {}, t("explorer-far", { count: node.far.length })),
      make("ul", {}, node.far.map(({ label }) => make("li", {}, label))),
    ];
  }
  const said = new Set();
  const fails = node.steps.filter(({ if_it_fails: text }) => !said.has(text) && said.add(text));
  const [step] = node.steps;
  return [
    make("h3", {}, node.label),
    node.option && [
      make("p", {}, durationText(node.option.duration_years, t)),
      wayInText(node.option.admission, view),
      make("div", { class: "j-x-actions" }, keepButton(view, node.option)),
    ],
    !node.option && step && [make("p", {}, durationText(step.years, t)), make("p", {}, explained(step.text, words))],
    !node.option && !step && make("p", {}, t("explorer-map-later")),
    fails.map(({ if_it_fails: text }) => make("p", {}, text)),
  ];
}

function pathAsList({ label, years, steps }, t, words, heading) {
  return make(
    "section",
    {},
    make(heading, {}, `${label} (${durationText(years, t)})`),
    make(
      "ol",
      {},
      steps.map((step) =>
        make("li", {}, make("strong", {}, step.label), ` (${durationText(step.years, t)}). `, explained(step.text, words), make("br"), make("span", { class: "j-soft" }, step.if_it_fails)),
      ),
    ),
  );
}
