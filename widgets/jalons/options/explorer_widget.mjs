// Explorer in a dashboard: the tables come compressed, answers stay in the browser of the reader.
import { saveFile } from "./explorer_sheet.mjs";
import { deviceStore } from "./explorer_store.mjs";
import { unpackedTables } from "./explorer_tables.mjs";
import { explorerView } from "./explorer_view.mjs";

export default {
  async render({ model, el }) {
    const unpacked = (name) => {
      const { buffer, byteOffset, byteLength } = model.get(name);
      return byteLength ? unpackedTables(new Uint8Array(buffer, byteOffset, byteLength)) : null;
    };
    const data = await unpacked("tables");
    let heard = () => {};
    const arrived = async () => {
      const around = await unpacked("around");
      if (around) heard(around);
    };
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
      whenAround: (hear) => { heard = hear; },
      pdf: (fiche, say) => {
        said = say;
        model.send({ kind: "pdf", fiche });
      },
    });
    model.on("change:around", arrived);
    await arrived();
    return () => {
      model.off("msg:custom", saved);
      model.off("change:around", arrived);
      close();
    };
  },
};
