/* Every session of the event by id: the whole list as last read, and what newer boards say of it. */
import { state, dayOf } from './board.js';

const list = { revision: 0, sessions: [] };

export function adopt(message) {
  list.revision = message.revision;
  list.sessions = message.sessions;
}

export function listMessage() {
  return { type: 'sessions', revision: list.revision, sessions: list.sessions };
}

export function listRevision() {
  return list.revision;
}

/** In the order of the plan, so that nothing changes its place under a finger. */
export function sessions() {
  const byId = new Map(list.sessions.map((session) => [session.id, session]));
  for (const board of Object.values(state.boards)) {
    if (board.revision > list.revision) {
      for (const [id, session] of Object.entries(board.sessions)) {
        byId.set(id, { description: '', questions: [], ...byId.get(id), ...session });
      }
    }
  }
  return [...byId.values()];
}

/** Days that are over come last, since nobody opens the page for them. */
export function daysInOrder(now) {
  const days = state.venue.event.days.map((day, index) => ({ day, anchor: 'day-' + index }));
  const isOver = ({ day }) => Date.parse(day.end) <= now;
  return [...days.filter((each) => !isOver(each)), ...days.filter(isOver)];
}

export function dayOfSession(session) {
  return dayOf(Date.parse(session.start));
}
