// Only on a page of ours; links to the same page in another language follow.
const change = (url, query) => {
  for (const [name, value] of Object.entries(query)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url.pathname + url.search + url.hash;
};

export default {
  render({ model, el }) {
    el.hidden = true;
    const draw = () => {
      if (!document.body.classList.contains("j-page")) return;
      const query = model.get("query");
      history.replaceState(history.state, "", change(new URL(location.href), query));
      for (const link of document.querySelectorAll("a[hreflang]")) {
        link.setAttribute("href", change(new URL(link.href), query));
      }
    };
    model.on("change:query", draw);
    draw();
    return () => model.off("change:query", draw);
  },
};
