
// The loader. The glue above defines __wbg_init, unlzma.js what takes a block apart.

/** Shows the plain text with one sentence that says why. */
function giveUp(sentence, error) {
  console.error(error);
  document.getElementById('countercheck-why').textContent = sentence;
  document.documentElement.dataset.failed = '';
}

/** What a data block holds: thirteen bits in two of ninety-one characters, see printable.rs. */
function unpack(id) {
  const block = document.getElementById(id);
  const text = block.textContent;
  const bytes = new Uint8Array(text.length * 13 >> 4);
  const value = (code) => code - 33 - (code > 38) - (code > 60) - (code > 92);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let i = 0; i + 1 < text.length; i += 2) {
    held |= (value(text.charCodeAt(i)) + 91 * value(text.charCodeAt(i + 1))) << bits;
    for (bits += 13; bits > 7; bits -= 8) {
      bytes[at++] = held;
      held >>>= 8;
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

try {
  const style = new CSSStyleSheet();
  style.replaceSync(unpackText('countercheck-style'));
  document.adoptedStyleSheets = [style];
  globalThis.countercheckTables = unpackText('countercheck-tables');
  await __wbg_init({ module_or_path: unpack('countercheck-wasm') });
} catch (error) {
  giveUp(meaning(), error);
}
