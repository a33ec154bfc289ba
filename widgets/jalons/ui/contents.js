// Links to the parts of the page that are shown. A part that appears or goes changes the bar.
const FEWEST = 3; // of fewer parts nobody needs a list

/** What a heading is called in the bar: its words without the number before them. */
export const short = (text) => text.replace(/^\s*\d+\.\s*/, "").trim();

export default {
  render({ model, el }) {
    el.classList.add("j-contents-place");
    const bar = document.createElement("nav");
    bar.className = "j-contents";
    const list = document.createElement("ul");
    bar.append(list);
    el.append(bar);
    const parts = new Map(); // part → its heading
    const watching = new MutationObserver(() => soon());
    const seen = new IntersectionObserver(() => soon(), { rootMargin: "-20% 0px -70% 0px" });

    const find = () => {
      for (const part of document.querySelectorAll(".j-part")) {
        const heading = part.querySelector("h2");
        if (heading && !parts.has(part)) {
          parts.set(part, heading);
          watching.observe(part, { attributes: true, attributeFilter: ["style", "class"] });
          seen.observe(part);
        }
      }
    };
    const go = (event, heading) => {
      event.preventDefault();
      heading.tabIndex = -1;
      heading.scrollIntoView({ block: "start" });
      heading.focus({ preventScroll: true });
    };
    const draw = () => {
      find();
      bar.setAttribute("aria-label", model.get("name"));
      const shown = [...parts].filter(([part]) => part.isConnected && part.offsetParent !== null)
        .sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
      bar.hidden = shown.length < FEWEST;
      const here = shown.filter(([part]) => part.getBoundingClientRect().top < innerHeight * 0.3).at(-1)?.[0];
      const key = shown.map(([, heading]) => heading.textContent).join("\n");
      if (list.dataset.key !== key) {
        list.dataset.key = key;
        list.replaceChildren(...shown.map(([, heading], index) => {
          heading.id ||= `partie-${index + 1}`;
          const link = document.createElement("a");
          link.href = `#${heading.id}`;
          link.textContent = short(heading.textContent);
          link.addEventListener("click", (event) => go(event, heading));
          const item = document.createElement("li");
          item.append(link);
          return item;
        }));
      }
      [...list.children].forEach((item, index) => {
        const link = item.firstChild;
        if (shown[index][0] === here) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      });
    };
    let waiting = false;
    const soon = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; draw(); });
    };
    const grown = new MutationObserver(soon); // parts are drawn after this bar
    model.on("change:name", draw);
    const place = el.closest(".jalons") ?? document.body;
    grown.observe(place, { childList: true, subtree: true });
    const still = setTimeout(() => grown.disconnect(), 20000);
    draw();
    return () => {
      clearTimeout(still);
      [watching, seen, grown].forEach((one) => one.disconnect());
      model.off("change:name", draw);
    };
  },
};
