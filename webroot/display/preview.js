/*
 * A page in a frame of the console shows a draft as it will be shown: the draft comes as a message of the page
 * around it, which is of this origin, and goes the way of every announcement. Elsewhere nothing listens.
 */
'use strict';

/** A draft is shown as if it were open now, in place of the version that it will replace. */
function takeDraft(event) {
  if (event.origin !== location.origin || event.source !== window.parent) {
    return;
  }
  var draft = event.data && event.data.draft;
  var replaced = event.data && event.data.replaces;
  state.venue.announcements = state.venue.announcements.filter(function (each) {
    return each.id !== replaced;
  });
  previewed = draft ? [draft] : [];
  render();
}

function beginPreview() {
  if (window.parent !== window) {
    window.addEventListener('message', takeDraft);
    window.parent.postMessage({ previews: true }, location.origin);
  }
}
