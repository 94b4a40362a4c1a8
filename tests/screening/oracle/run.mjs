// Drives ODK's engine: node run.mjs job.json states.json
// job.json: {xml, now, sequences: [[[reference, value], ...], ...]}: several choices are separated by spaces, "" clears;
// `now` are the milliseconds since 1970 at which the clock stands.
// states.json: for each sequence, at the start and after each answer, what changed:
// {reference: [relevant, value, required, constraint holds, is not lacking, choices]}; null where there is no such thing.
import { webcrypto } from 'crypto';
import { createRequire } from 'module';
import { fileURLToPath } from 'url';
import path from 'path';
import fs from 'fs';
import { JSDOM } from 'jsdom';

globalThis.require = createRequire(import.meta.url); // the engine's bundle expects CommonJS names and a browser's DOM
globalThis.crypto ??= webcrypto; // Node 18, which is Debian 12's, has it only as a module
globalThis.__filename = fileURLToPath(import.meta.url);
globalThis.__dirname = path.dirname(globalThis.__filename);
const { window } = new JSDOM('');
for (const name of ['DOMParser', 'XMLSerializer', 'Node', 'Element', 'Document', 'XMLDocument', 'Attr', 'Text', 'Comment',
  'HTMLElement', 'CDATASection', 'ProcessingInstruction', 'Blob', 'File', 'FormData', 'document'])
  if (window[name] && !globalThis[name]) globalThis[name] = window[name];
const { createInstance } = await import('@getodk/xforms-engine');

const [, , jobFile, statesFile] = process.argv;
const { xml, now, sequences } = JSON.parse(fs.readFileSync(jobFile, 'utf8'));
Date.now = () => now;

function stateOf(node) {
  const { relevant, required, instanceValue } = node.currentState;
  if (node.nodeType === 'group') return [Boolean(relevant), null, null, null, null, null];
  const { constraint, required: answered } = node.validationState ?? {};
  return [
    Boolean(relevant), node.nodeType === 'note' ? null : instanceValue, Boolean(required), constraint?.valid ?? null, answered?.valid ?? null,
    node.currentState.valueOptions?.map((option) => option.value).join(' ') ?? null,
  ];
}

function give(node, value) {
  if (node.nodeType === 'select') node.selectValues(value === '' ? [] : value.split(' '));
  else if (node.nodeType === 'trigger') node.setValue(value === 'OK');
  else node.setValue(value);
}

const all = [];
for (const sequence of sequences) {
  const { root } = await createInstance(xml);
  const nodes = {};
  (function visit(node) {
    for (const child of node.currentState.children ?? []) { nodes[child.currentState.reference] = child; visit(child); }
  })(root);
  const last = {};
  const states = [];
  for (const [reference, value] of [[null, null], ...sequence]) {
    if (reference !== null) give(nodes[reference], value);
    const changed = {};
    for (const [key, node] of Object.entries(nodes)) {
      if (key.includes('/meta')) continue;
      const state = stateOf(node);
      const text = JSON.stringify(state);
      if (last[key] !== text) { last[key] = text; changed[key] = state; }
    }
    states.push(changed);
  }
  all.push(states);
}
fs.writeFileSync(statesFile, JSON.stringify(all));
