/* A screen that is a file of its own is not made anew by the server: it fits what names rooms to the venue itself. */
'use strict';

/** What stands under a room's name: its languages, and how far it is to walk. */
function underName(room) {
  var codes = room.languages.map(function (code) {
    return code.toUpperCase();
  });
  return [codes.join(' '), room.walkingMinutes > 0 ? say('walk', room.walkingMinutes) : '']
    .filter(Boolean)
    .join(' · ');
}

function rowElement(room) {
  var row = element('section', 'room', [
    element('div', 'place', [
      element('h2', '', [content('a', '', '')]),
      element('p', 'when', []),
      element('p', 'tongues', []),
      element('p', 'signs', [])
    ]),
    element('div', 'lines', [])
  ]);
  row.setAttribute('data-room', room.id);
  return row;
}

/** One row for each room that there is, in the venue's order. */
function fitRows(rooms) {
  var area = part('rooms');
  var left = {};
  Array.prototype.forEach.call(area.querySelectorAll('.room'), function (row) {
    left[row.getAttribute('data-room')] = area.removeChild(row);
  });
  rooms.forEach(function (room) {
    var row = left[room.id] || rowElement(room);
    setText(row.querySelector('h2 a'), room.name);
    setText(row.querySelector('.tongues'), underName(room));
    area.insertBefore(row, area.querySelector('.phone'));
  });
}

function fitRooms() {
  var own = roomOf(ownRoom);
  if (kind === 'lobby') {
    fitRows(state.venue.rooms);
  }
  if (kind === 'lobby' || own) {
    setText(document.querySelector('.masthead .event'), own ? own.name : state.venue.event.name);
  }
  turnPages();
}
