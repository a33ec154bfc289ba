// What stands around the year: legend, tray, details of a cell, buttons of a chip. Pure.

import { Markup, fill, html } from "./markup.mjs";
import { isFree, placesHere } from "./year_board_keys.mjs";
import { closedDays, hueOf, themeLabel } from "./year_board_layout.mjs";
import { DAY, isoOf, time, weekIndex } from "./year_board_weeks.mjs";
import { ROW, choicesOf } from "./year_board_views.mjs";
import { dateText, rangeText, statusText } from "./year_board_words.mjs";

const key = (sample, words) => html`<li>${sample}<span>${words}</span></li>`;

export function legendHtml({ themes, weeks, board, lines, today, labels }) {
  const rows = board.rows ?? [];
  const kinds = ["pfmp", "blocked", "event"].filter((kind) => rows.some((row) => row.bands?.some((band) => band.kind === kind)));
  const some = (test) => rows.some((row) => row.chips?.some(test));
  const statuses = new Set((board.marks ?? []).map(({ status }) => status));
  const items = [
    ...themes.map(({ letter, hue, label }) => key(html`<i class="jb-chip" data-hue="${hue % 8}">${letter}</i>`, label)),
    ...kinds.map((kind) => key(html`<i class="jb-band jb-${kind}"></i>`, labels[`kind_${kind}`])),
    some(({ broken }) => broken?.length) && key(html`<i class="jb-bang"></i>`, labels.broken),
    some(({ pinned }) => pinned) && key(html`<i class="jb-pin"></i>`, labels.pinned),
    rows.some((row) => row.marks?.length) && key(html`<i class="jb-council"></i>`, labels.kind_council),
    weeks.some(({ holiday }) => holiday) && key(html`<i class="jb-swatch jb-off"></i>`, labels.holiday),
    weeks.some(({ closed }) => closed?.length) && key(html`<i class="jb-dot"></i>`, labels.closed),
    statuses.has("confirmed") && key(html`<i class="jb-flag"></i>`, labels.mark_confirmed),
    statuses.has("to_confirm") && key(html`<i class="jb-flag" data-status="to_confirm"></i>`, labels.mark_to_confirm),
    statuses.has("team") && key(html`<i class="jb-flag" data-status="team"></i>`, labels.mark_team),
    lines.length > 0 && weekIndex(weeks, today) >= 0 && key(html`<i class="jb-today"></i>`, labels.today),
  ].filter(Boolean);
  return html`<ul class="jb-legend" aria-label="${labels.legend}">${items}</ul>`;
}

const options = (items, chosen) =>
  items.map(({ id, label, count }) => html`<option value="${id}"${id === chosen && new Markup(" selected")}>${label}${count !== undefined && ` (${count})`}</option>`);

/** What one may look at: all rows, or one of a kind. A phone's list has no room for all rows. */
export function viewsHtml({ data, view, labels, narrow, mode, ids }) {
  const all = narrow && mode === "list" ? [] : [{ id: "", label: labels.all_rows }];
  const facets = (data.facets ?? []).filter(({ values }) => values.length).map(({ code, label }) => ({ id: code, label }));
  const kinds = [...all, { id: ROW, label: labels.one_row }, ...facets];
  const kind = view.facet ?? "";
  const which = kind && html`<select data-show="of" aria-label="${kinds.find(({ id }) => id === kind).label}">${options(choicesOf(data, kind), view.of)}</select>`;
  return html`<label for="${ids}-kind">${labels.show}</label><select id="${ids}-kind" data-show="kind">${options(kinds, kind)}</select>${which}`;
}

/** What lies nowhere yet. */
export function trayHtml({ tray, lines, labels, selected, ids, ...scene }) {
  const names = new Map(lines.map((line) => [line.row?.id, line.row?.label]));
  const items = tray.map((chip, i) => html`<button type="button" class="jb-todo" data-chip="${chip.id}" aria-pressed="${String(chip.id === selected)}" tabindex="${i ? -1 : 0}"><i class="jb-chip" data-hue="${hueOf(scene, chip.theme)}" aria-hidden="true">${chip.letter}</i><b>${chip.title}</b> <small>${[names.get(chip.row), chip.mandatory && labels.mandatory].filter(Boolean).join(" · ")}</small></button>`);
  return items.length ? html`<p id="${ids}-tray"><b>${labels.tray}</b> (${items.length})</p><div role="toolbar" aria-labelledby="${ids}-tray">${items}</div>` : html``;
}

const markLine = (mark, labels) =>
  html`<li><i class="jb-flag" data-status="${mark.status}"></i><span><b>${dateText(labels.lang, mark.date)}</b> ${mark.label} (${statusText(mark, labels)})${mark.source && html` <small>${labels.source} ${mark.source}</small>`}</span></li>`;

const bandLine = (band, labels) =>
  html`<li><i class="jb-band jb-${band.kind}"></i><span>${labels[`kind_${band.kind}`]} · <b>${band.label}</b> · ${rangeText(labels.lang, band.first, band.last)}</span></li>`;

export const brokenHtml = ({ broken }) =>
  broken?.length > 0 && html`<ul class="jb-sentences">${broken.map((line) => html`<li><i class="jb-bang"></i>${line}</li>`)}</ul>`;

export const chipLines = (chip, labels) =>
  [...(chip.details ?? []), chip.mandatory && labels.mandatory, chip.pinned && labels.pinned, chip.fixed && labels.fixed].filter(Boolean);

const chipCard = (scene, chip) =>
  html`<li class="jb-card${chip.id === scene.selected ? " jb-chosen" : ""}"><i class="jb-chip" data-hue="${hueOf(scene, chip.theme)}">${chip.letter}</i><div><b>${chip.title}</b> <span class="jb-theme">${themeLabel(scene, chip.theme)}</span>${chipLines(chip, scene.labels).map((line) => html` <span>${line}</span>`)}${brokenHtml(chip)}</div></li>`;

export const placeHtml = (place, labels) =>
  html`<b>${place.label}</b>${isFree(place) ? html` <span><i class="jb-tick"></i>${labels.free}</span>` : brokenHtml({ broken: place.problems })}`;

/** While a chip is carried: what would be wrong in the week one is over. */
function carriedHtml({ picking, labels }) {
  const spot = (place) => html`<li class="jb-card${place === picking.places[picking.at] ? " jb-chosen" : ""}"><div>${placeHtml(place, labels)}</div></li>`;
  const here = placesHere(picking);
  return here.length ? html`<ul class="jb-spots">${here.map(spot)}</ul>` : html``;
}

function cellDetails(scene) {
  const { weeks, lines, labels, position } = scene;
  const line = lines[position.row];
  const { from, to, holiday } = scene.columns[position.col];
  const last = isoOf(time(weeks[to].monday) + 6 * DAY);
  const numbers = [...new Set([weeks[from].iso, weeks[to].iso])].join("–");
  const parity = holiday ? "" : weeks[from].parity ?? "";
  const content = line.content.get(position.col) ?? { chips: [], bands: [], marks: [] };
  const national = line.national ? content.marks : (lines[0].national && lines[0].content.get(position.col)?.marks) || [];
  const closed = weeks.slice(from, to + 1).flatMap(closedDays);
  const facts = [
    ...content.bands.map((band) => bandLine(band, labels)),
    ...(line.national ? [] : content.marks).map((mark) => html`<li><i class="jb-council"></i><span><b>${mark.label}</b> · ${dateText(labels.lang, mark.date)}</span></li>`),
    ...national.map((mark) => markLine(mark, labels)),
    ...(holiday ? [html`<li><i class="jb-swatch jb-off"></i><span>${holiday}</span></li>`] : []),
    ...closed.map(({ date, label }) => html`<li><i class="jb-dot"></i><span>${label || labels.closed} · ${dateText(labels.lang, date)}</span></li>`),
  ];
  const chips = line.national ? [] : content.chips;
  return html`<p class="jb-where"><b>${line.national ? labels.national : line.row.label}</b> <span>${labels.week} ${numbers}${parity && ` ${parity}`} · ${rangeText(labels.lang, weeks[from].monday, last)}</span>${!line.national && line.row.sub && html` <small>${line.row.sub}</small>`}</p>${chips.length > 0 && html`<ul class="jb-cards">${chips.map((chip) => chipCard(scene, chip))}</ul>`}${facts.length > 0 && html`<ul class="jb-facts">${facts}</ul>`}${chips.length + facts.length === 0 && html`<p class="jb-hint">${labels.nothing}</p>`}`;
}

/** `shown` is the chosen chip when it is the one in sight, with its place. */
export function detailsHtml(scene, shown) {
  const { labels, lines } = scene;
  if (scene.picking) return carriedHtml(scene);
  if (scene.position) return cellDetails(scene);
  if (shown?.col === null) return html`<p class="jb-where"><b>${lines[shown.row].row.label}</b> <span>${labels.tray}</span></p><ul class="jb-cards">${chipCard(scene, shown.chip)}</ul>`;
  return html`<p class="jb-hint">${labels.details_hint}${scene.editable && ` ${labels.edit_hint}`}</p>`;
}

export const doHtml = (action, words, keys, more = "") =>
  html`<button type="button" class="jb-toggle" data-do="${action}"${keys && html` aria-keyshortcuts="${keys}"`}${more}>${words}</button>`;

/** The buttons of the chosen chip, or of the week one would put it in. */
export function actionsHtml({ labels, editable, picking }, shown) {
  if (picking?.drag) return html``;
  if (picking) {
    const here = placesHere(picking);
    const put = (place) => doHtml("put", here.length > 1 ? fill(labels.cell, { cell: labels.put, content: place.label }) : labels.put, "Enter", html` data-key="${place.key}"`);
    return html`${here.map(put)}${doHtml("cancel", labels.cancel, "Escape")}`;
  }
  if (!editable || !shown || shown.chip.fixed) return html``;
  if (shown.col === null) return doHtml("pick", labels.place, "M");
  return html`${doHtml("pick", labels.move, "M")}${doHtml("pin", shown.chip.pinned ? labels.unpin : labels.pin, "P")}${doHtml("take_out", labels.take_out, "Delete")}`;
}
