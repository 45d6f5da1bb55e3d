/* A board that speaks several languages one after another takes the next when all of its pages have been shown. */
'use strict';

var turning = JSON.parse(document.body.getAttribute('data-turning') || '[]');
var speaking = 0;

/** What is not filled anew with every board. */
function renderPlaces() {
  nodes('.room .tongues').forEach(function (node) {
    var room = roomOf(node.parentNode.parentNode.getAttribute('data-room'));
    setText(node, room ? underName(room) : node.textContent);
  });
  setText(part('phone'), say('onYourPhone'));
  var pace = state.venue.event.clock;
  if (part('rehearsal').textContent) {
    setText(part('rehearsal'), pace.speed === 1 ? say('rehearsal') : say('rehearsalSpeed', Math.floor(pace.speed)));
  }
}

function speakNext() {
  if (turning.length) {
    speaking = (speaking + 1) % turning.length;
    labels = turning[speaking].labels;
    spoken = [turning[speaking].language];
    document.documentElement.lang = turning[speaking].language;
    renderPlaces();
    render();
  }
}
