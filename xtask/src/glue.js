// What the imports of the glue have in common, said once.

/** A call whose error the program gets to see. */
function caught(call) {
  return (...given) => {
    try {
      return call(...given);
    } catch (error) {
      wasm.__wbindgen_exn_store(addToExternrefTable0(error));
    }
  };
}

/** Hands the program a text, or none, as an address and a length. */
function putText(at, text) {
  const address = isLikeNone(text) ? 0 : passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
  const view = getDataViewMemory0();
  view.setInt32(at, address, true);
  view.setInt32(at + 4, WASM_VECTOR_LEN, true);
}

