/* What this device keeps: stars, what was seen, and the last state. A browser that keeps nothing is told apart. */
const PREFIX = 'callboard.';
const here = new Map();

export let keeps = true;

export function load(key) {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? (here.get(key) ?? null) : JSON.parse(text);
  } catch {
    return here.get(key) ?? null;
  }
}

export function save(key, value) {
  here.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    keeps = true;
  } catch {
    keeps = false;
  }
}

/** Another tab of this browser has kept something. */
export function onOtherTab(handler) {
  window.addEventListener('storage', (event) => {
    if (event.key === null || event.key.startsWith(PREFIX)) {
      handler();
    }
  });
}
