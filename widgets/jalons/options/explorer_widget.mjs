// Explorer in a dashboard: the tables come compressed, answers stay in the browser of the reader.
import { saveFile } from "./explorer_sheet.mjs";
import { deviceStore } from "./explorer_store.mjs";
import { explorerView } from "./explorer_view.mjs";

async function unpacked(buffer) {
  const bytes = buffer instanceof DataView ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) : buffer;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

export default {
  async render({ model, el }) {
    const data = await unpacked(model.get("tables"));
    let said = () => {};
    const saved = (message, buffers) => {
      if (message.kind === "file") saveFile(message.name, buffers[0], "application/pdf");
      if (message.kind === "failed") said(message.text);
    };
    model.on("msg:custom", saved);
    const close = explorerView(el, {
      data,
      lang: model.get("lang"),
      store: deviceStore(),
      pdf: (fiche, say) => {
        said = say;
        model.send({ kind: "pdf", fiche });
      },
    });
    return () => {
      model.off("msg:custom", saved);
      close();
    };
  },
};
