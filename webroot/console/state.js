/* The live day as the console knows it: state flows in from the line and from /api/sessions. */

import * as api from './api.js';

const instant = (value) => (typeof value === 'string' ? Date.parse(value) : value);

export const start = (session) => Date.parse(session.start);
export const end = (session) => Date.parse(session.end);
export const plannedStart = (session) => Date.parse(session.planned.start);
export const plannedEnd = (session) => Date.parse(session.planned.end);
export const isOn = (session) => session.status !== 'cancelled' && !session.timeUnknown;
export const isPause = (session) => session.kind === 'break' || session.kind === 'lunch';

export class State {
  #changed;
  #reading = false;
  #wanted = 0;

  constructor(first, changed) {
    this.#changed = changed;
    this.event = first.event;
    this.rooms = first.event.rooms;
    this.revision = first.event.revision;
    this.boards = {}; // the newest board message of each room
    this.#takeSessions(first.sessions);
    this.#takeAnnouncements(first.announcements);
  }

  session(id) {
    return this.byId.get(id);
  }

  room(id) {
    return this.rooms.find((room) => room.id === id);
  }

  /** The conference day of an instant: the last that began before it, else the first. */
  dayOf(ms) {
    return this.event.days.findLast((day) => Date.parse(day.start) <= ms) ?? this.event.days[0];
  }

  takeVenue(message) {
    this.event = message.event;
    this.rooms = message.rooms;
    this.#takeAnnouncements(message.announcements);
    this.#changed();
    this.heardOf(message.revision);
  }

  takeBoard(message) {
    this.boards[message.topic.slice('room:'.length)] = message;
    this.heardOf(message.revision);
  }

  /** A revision that is newer than what is known: the sessions are read again, once for many. */
  heardOf(revision) {
    this.#wanted = Math.max(this.#wanted, revision);
    if (this.#wanted > this.revision && !this.#reading) {
      this.read();
    }
  }

  /** The revision in its address keeps caches on the way from giving an older one. */
  async read() {
    this.#reading = true;
    const { status, json } = await api.get('/api/sessions?revision=' + Math.max(this.#wanted, this.revision));
    this.#reading = false;
    if (status === 200) {
      this.revision = json.revision;
      this.#takeSessions(json.sessions);
      this.#changed();
      this.heardOf(0);
    }
    return status;
  }

  #takeSessions(sessions) {
    this.sessions = sessions;
    this.byId = new Map(sessions.map((session) => [session.id, session]));
  }

  #takeAnnouncements(announcements) {
    this.announcements = announcements.map((each) => ({
      ...each,
      from: instant(each.from),
      until: instant(each.until),
      end: instant(each.end),
      reviewBy: instant(each.reviewBy),
    }));
  }
}
