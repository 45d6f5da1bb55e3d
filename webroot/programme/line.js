/* The line to the server. Boards come by themselves; texts that they do not hold are read after a change. */
import { clock, eventNow, measured, setClock, state, ticked } from './board.js';
import { adopt, listRevision } from './days.js';

const SILENT_MS = 25000; // a line that says nothing for this long is dead: ticks come every 10 s
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30000;
const MEASURE_MS = 30000;
const READ_WITHIN_MS = 4000; // many phones hear of a change at once, and do not all ask at once

let socket = null;
let retryMs = FIRST_RETRY_MS;
let restMs = 0;
let lastHeard = 0;
let reading = null;
let retrying = null;

const HEARD = {
  venue(message) {
    state.venue = message;
    window.zoned = null;
  },
  board(message) {
    state.boards[message.topic.slice('room:'.length)] = message;
  },
  sessions: adopt,
  frames(message) {
    if (eventNow() < message.at) {
      setClock(message.at, performance.now(), clock.speed);
    }
  },
  tick: ticked,
  time: measured,
  bye(message) {
    restMs = message.retryAfter;
    retryMs = Math.max(FIRST_RETRY_MS, message.retryAfter);
  }
};

export function take(message) {
  HEARD[message.type]?.(message);
}

function send(message) {
  if (socket?.readyState === WebSocket.OPEN) {
    socket.send(JSON.stringify(message));
  }
}

function measure() {
  send({ type: 'time', t0: performance.now() });
}

async function readSessions(revision, onNews) {
  reading = null;
  try {
    const answer = await fetch('/api/sessions?revision=' + revision); // no cache gives an older one
    if (answer.ok) {
      take({ type: 'sessions', ...(await answer.json()) });
      onNews('sessions');
    }
  } catch {
    // The line will speak again, and with it this is asked again.
  }
}

function readSoon(revision, onNews) {
  if (revision > listRevision() && reading === null) {
    reading = setTimeout(() => readSessions(revision, onNews), Math.random() * READ_WITHIN_MS);
  }
}

/** What the page was made for: its rooms and days have places in it. */
function frameOf(venue) {
  const places = venue.rooms.map((room) => [room.id, room.name, room.languages, room.walkingMinutes]);
  return JSON.stringify([places, venue.event.days]);
}

/** Another edition may have other rooms. The server has just spoken, so it can be asked for the page again. */
function isMadeForAnother(message) {
  if (message.type !== 'venue') {
    return false;
  }
  const own = JSON.parse(document.body.dataset.messages).find((each) => each.type === 'venue');
  return frameOf(message) !== frameOf(own);
}

function connect(onNews) {
  clearTimeout(retrying);
  const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
  socket = new WebSocket(scheme + location.host + '/live');
  lastHeard = performance.now();
  socket.onopen = () => {
    measure();
    send({ type: 'subscribe', topics: ['*'], screen: null, role: 'phone', lang: document.documentElement.lang, have: null });
  };
  socket.onmessage = (event) => {
    const message = JSON.parse(event.data);
    lastHeard = performance.now();
    retryMs = FIRST_RETRY_MS;
    if (isMadeForAnother(message)) {
      setTimeout(() => location.reload(), Math.random() * READ_WITHIN_MS);
      return;
    }
    take(message);
    onNews(message.type);
    if (typeof message.revision === 'number') {
      readSoon(message.revision, onNews);
    }
  };
  socket.onclose = () => {
    retrying = setTimeout(() => connect(onNews), restMs + Math.random() * retryMs);
    restMs = 0;
    retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
  };
}

/** Back from a pocket or a tunnel, nobody wants to wait for the next retry. */
function hurry(onNews) {
  if (socket && socket.readyState === WebSocket.CLOSED) {
    connect(onNews);
  }
}

export function beginLine(onNews) {
  connect(onNews);
  setInterval(measure, MEASURE_MS);
  setInterval(() => {
    if (socket.readyState <= WebSocket.OPEN && performance.now() - lastHeard > SILENT_MS) {
      socket.close();
    }
  }, 1000);
  window.addEventListener('online', () => hurry(onNews));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      hurry(onNews);
    }
  });
}
