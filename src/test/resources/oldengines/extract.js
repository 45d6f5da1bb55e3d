/*
 * Makes chrome.tsv from data.json of the npm package @mdn/browser-compat-data: node extract.js data.json > chrome.tsv
 * Each line is a feature and the first Chrome that has it without a flag, or - where none has; a form with a
 * prefix or another name is a feature of its own.
 */
const { readFileSync } = require('fs');

const data = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const first = new Map();

/** What went only to come again in the same version has changed, and was there before. */
function wentFor(statement, all) {
  return statement.version_removed && !all.some((other) => other.version_added === statement.version_removed);
}

function since(statement, all) {
  const never = wentFor(statement, all) || statement.flags || !/^≤?\d/.test(statement.version_added);
  return never ? Infinity : parseInt(statement.version_added.replace('≤', ''), 10);
}

function nameIn(statement, path) {
  const last = path[path.length - 1];
  return statement.alternative_name || (statement.prefix || '') + last;
}

function note(feature, version) {
  first.set(feature, Math.min(version, first.has(feature) ? first.get(feature) : Infinity));
}

function walk(node, path) {
  if (node.__compat) {
    note(path.join('.'), Infinity);
    const all = [].concat(node.__compat.support.chrome || []);
    all.forEach((statement) =>
      note(path.slice(0, -1).concat(nameIn(statement, path)).join('.'), since(statement, all))
    );
  }
  Object.keys(node)
    .filter((key) => key !== '__compat')
    .forEach((key) => walk(node[key], path.concat(key)));
}

['api', 'javascript', 'css'].forEach((part) => walk(data[part], [part]));
Array.from(first.keys())
  .filter((feature) => !feature.startsWith('api.') || feature.split('.').length <= 3)
  .sort()
  .forEach((feature) => {
    const version = first.get(feature);
    console.log(feature + '\t' + (version === Infinity ? '-' : version));
  });
