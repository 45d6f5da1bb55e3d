/*
 * This page in a frame of the console shows a draft of an announcement as it will be shown. The draft comes
 * from the page around it, which is of this origin; elsewhere nothing listens.
 */
import { state } from './board.js';

export function beginPreview(render) {
  if (window.parent === window) {
    return;
  }
  window.addEventListener('message', (event) => {
    if (event.origin === location.origin && event.source === window.parent) {
      const { draft, replaces } = event.data ?? {};
      state.venue.announcements = state.venue.announcements.filter((each) => each.id !== replaces);
      window.previewed = draft ? [draft] : [];
      render();
    }
  });
  window.parent.postMessage({ previews: true }, location.origin);
}
