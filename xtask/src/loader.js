
// The loader. The glue above defines the imports and what begins the program, unlzma.js what takes a block apart.

/** Shows the plain text with one sentence that says why. */
function giveUp(sentence, error) {
  console.error(error);
  document.getElementById('countercheck-why').textContent = sentence;
  document.documentElement.dataset.failed = '';
}

/** What a data block holds: 27 bits in each four bytes of its characters, see printable.rs. */
function unpack(id) {
  const block = document.getElementById(id);
  const text = block.textContent;
  const spellings = [1, 95, 10913, 1216095];
  const bytes = new Uint8Array(2 * text.length);
  let at = 0;
  let held = 0;
  let bits = 0;
  for (let i = 0; i < text.length;) {
    let rank = 0;
    for (let left = 4; left;) {
      const code = text.charCodeAt(i++);
      if (code < 160) {
        rank += (code === 10 ? 28 : code - 32) * spellings[--left];
      } else {
        rank += 95 * spellings[left - 1];
        rank += (code - 160) * spellings[left -= 2];
      }
    }
    // Up to seven bits are held: with 27 more they would not fit into 32 with a sign.
    for (held += rank * 2 ** bits, bits += 27; bits > 7; bits -= 8) {
      bytes[at++] = held;
      held = Math.floor(held / 256);
    }
  }
  return unlzma(bytes, +block.dataset.length);
}

/** What a data block says. */
function unpackText(id) {
  return new TextDecoder().decode(unpack(id));
}

/** What a failure means for the person at the screen. */
function meaning() {
  if (typeof WebAssembly !== 'object') {
    return 'This browser cannot run Countercheck, or is not allowed to run WebAssembly: open the file in a current Firefox, Chrome, Edge or Safari.';
  }
  return 'Countercheck could not start: the file may be damaged, or the browser older than 2023. Fetch the file again, or open it in a current Firefox, Chrome, Edge or Safari.';
}

// What the policy asks of every text that is to be read as HTML: the parser of saved web pages, which runs and fetches
// nothing, may have it, no other place.
globalThis.trustedTypes?.createPolicy('default', {
  createHTML: (text, type, place) => (place === 'DOMParser parseFromString' ? text : null),
});

try {
  const style = new CSSStyleSheet();
  style.replaceSync(unpackText('countercheck-style'));
  document.adoptedStyleSheets = [style];
  globalThis.countercheckTables = unpackText('countercheck-tables');
  const { instance } = await WebAssembly.instantiate(unpack('countercheck-wasm'), __wbg_get_imports());
  __wbg_finalize_init(instance);
} catch (error) {
  giveUp(meaning(), error);
}
