/* Handing on the link of a session: by the phone's own way where there is one, else by copying it. */
const SHOWN_MS = 4000;

let leaving = null;

function toast(text) {
  const area = document.querySelector('[data-part="toast"]');
  area.textContent = text;
  clearTimeout(leaving);
  leaving = setTimeout(() => (area.textContent = ''), SHOWN_MS);
}

/** Pages without a secure line have no clipboard but this. */
function copyBySelection(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'aside';
  document.body.appendChild(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

async function share(link, title, copied) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url: link.href });
      return;
    } catch (failed) {
      if (failed.name === 'AbortError') {
        return;
      }
    }
  }
  if (await copy(link.href)) {
    toast(copied);
  } else {
    location.assign(link.href);
  }
}

export function beginSharing(titleOf, copied) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.share');
    if (link && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      share(link, titleOf(link), copied);
    }
  });
}
