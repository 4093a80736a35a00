// The loader: unpacks the style and the program out of their data blocks and starts the program. The build bundles it with
// the glue of wasm-bindgen into the one script of the page.

import init from './countercheck-app.js';

/** Shows the plain text with one sentence that says why. */
function giveUp(sentence, error) {
  console.error(error);
  document.getElementById('countercheck-why').textContent = sentence;
  document.documentElement.dataset.failed = '';
}

/** What a data block holds: raw deflate, as base64. */
function unpack(id) {
  const binary = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
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
  const program = unpack('countercheck-wasm').arrayBuffer();
  const style = new CSSStyleSheet();
  style.replaceSync(await unpack('countercheck-style').text());
  document.adoptedStyleSheets = [style];
  await init({ module_or_path: await program });
} catch (error) {
  giveUp(meaning(), error);
}
