/* Elements without markup text: h('p', { class: 'quiet', on: { click } }, 'words', child). */

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    set(element, name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  if (name === 'on') {
    Object.entries(value).forEach(([event, handler]) => element.addEventListener(event, handler));
  } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'hidden') {
    element[name] = value;
  } else if (name === 'style') {
    // Set through the object model: the content security policy allows no style in markup.
    Object.entries(value).forEach(([property, text]) => element.style.setProperty(property, text));
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** The element of the page that carries a part's name. */
export function part(name) {
  return document.querySelector(`[data-part="${name}"]`);
}

/** Sets a text only where it differs, so that a reader's selection and a screen reader stay put. */
export function setText(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

/** A glyph, a word and a colour: how something stands. */
export function sign(state, glyph, word) {
  return h('span', { class: `sign ${state}` }, glyph && h('span', { class: 'glyph', 'aria-hidden': 'true' }, glyph), glyph && ' ', word);
}
