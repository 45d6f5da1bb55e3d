/* One session's page: it looks again now and then, and is made anew only when it would read otherwise. */
import { beginSharing } from './share.js';

const LOOK_MS = 30000;
const { mark } = document.body.dataset;

async function look() {
  try {
    const answer = await fetch(location.pathname + location.search);
    const found = (await answer.text()).match(/data-mark="([^"]*)"/);
    if (answer.ok && found && found[1] !== mark) {
      location.reload();
    }
  } catch {
    // Without network the page stays as it is, and its clock says of when it is.
  }
}

const toast = document.querySelector('[data-part="toast"]');
beginSharing(() => document.querySelector('h2').textContent, toast.dataset.copied);
setInterval(look, LOOK_MS);
window.addEventListener('online', look);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    look();
  }
});
