// Measures one reader of figures in Node: `node peers.cjs NAME FOLDER FILE…`. FOLDER holds its package.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const [name, folder, ...files] = process.argv.slice(2);
const fetch = createRequire(path.resolve(folder, 'package.json'));
const texts = files.map((file) => fs.readFileSync(file, 'utf8'));

/** The least time in milliseconds and the least number of passes; src/main.rs says the same. */
const TIME = 3000;
const PASSES = 5;

/** The lexicons in one text, as xtask/src/tables.rs puts them together. */
function tables() {
  const assets = path.resolve(__dirname, '../../assets');
  const inside = (folder) => fs.readdirSync(path.join(assets, folder)).map((file) => path.join(folder, file));
  const files = ['words.tsv', ...inside('lexicon').flatMap(inside)].sort();
  const told = (file) => fs.readFileSync(path.join(assets, file), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  return files.map((file) => [`#${file.slice(0, -4)}`, ...told(file), ''].join('\n')).join('');
}

/** Each gives a function from a text to the number of figures in it. */
const READERS = {
  countercheck() {
    const program = fetch('./peers.js');
    program.provide(tables());
    return { label: 'Countercheck, WebAssembly', read: program.read };
  },
  compromise() {
    const nlp = fetch('compromise');
    return { label: 'compromise', read: (text) => nlp(text).numbers().json().length };
  },
  recognizers() {
    const suite = fetch('@microsoft/recognizers-text-suite');
    const culture = suite.Culture.English;
    const read = (text) => suite.recognizeNumber(text, culture).length + suite.recognizePercentage(text, culture).length;
    return { label: 'Recognizers-Text, number and percentage', read };
  },
};

const PACKAGES = { compromise: 'compromise', recognizers: '@microsoft/recognizers-text-suite' };

function version() {
  const file = path.join(folder, 'node_modules', PACKAGES[name] ?? '', 'package.json');
  return JSON.parse(fs.readFileSync(file, 'utf8')).version;
}

const { label, read } = READERS[name]();
const pass = () => texts.reduce((sum, text) => sum + read(text), 0);
const figures = pass();
const seconds = [];
const begin = performance.now();
while (performance.now() - begin < TIME || seconds.length < PASSES) {
  const begin = performance.now();
  pass();
  seconds.push((performance.now() - begin) / 1000);
}
seconds.sort((a, b) => a - b);
console.log(JSON.stringify({
  name: label,
  version: PACKAGES[name] ? version() : undefined,
  figures,
  passes: seconds.length,
  seconds: seconds[seconds.length >> 1],
}));
