// Explorer in a dashboard: the tables come compressed, answers stay in the browser of the reader.
import { saveFile } from "./explorer_sheet.mjs";
import { deviceStore } from "./explorer_store.mjs";
import { unpackedTables } from "./explorer_tables.mjs";
import { explorerView } from "./explorer_view.mjs";

export default {
  async render({ model, el }) {
    const { buffer, byteOffset, byteLength } = model.get("tables");
    const data = await unpackedTables(new Uint8Array(buffer, byteOffset, byteLength));
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
