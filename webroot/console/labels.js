/* The console's words in the language of the page. */

const words = JSON.parse(document.body.dataset.labels);

/** A label with {0}, {1} … filled in; a key that nobody has written shows as itself. */
export function say(key, ...values) {
  return values.reduce((text, value, i) => text.replaceAll(`{${i}}`, String(value)), words[key] ?? key);
}

/** One word for one and another for many: keys end in .one and .many. */
export function count(key, number) {
  return say(`${key}.${number === 1 ? 'one' : 'many'}`, number);
}

/** What the server calls something, in the reader's language: status, kind or role. */
export function word(family, value) {
  return words[`${family}.${value}`] ?? value;
}
