/* Why a session stands as it does: each entry that moved it, by whom and when. */

import * as api from './api.js';
import { Dialog } from './dialog.js';
import { describe, strip } from './describe.js';
import { h } from './dom.js';
import { hm } from './clock.js';
import { say } from './labels.js';

export async function openWhy(app, id) {
  const session = app.day.session(id);
  const dialog = new Dialog('why', say('why.heading', session.title));
  dialog.body.append(h('p', { class: 'quiet' }, say('shell.loading')));
  const { status, json } = await api.get(`/api/sessions/${encodeURIComponent(id)}/why`);
  if (status === 401) {
    app.loggedOut();
    return;
  }
  const steps = status === 200 ? Object.values(json.why).flat() : [];
  steps.sort((one, other) => one.revision - other.revision);
  const plan = say('why.plan', `${hm(Date.parse(session.planned.start))}–${hm(Date.parse(session.planned.end))}`);
  dialog.body.replaceChildren(
    h('p', {}, plan),
    status !== 200 ? h('p', { class: 'problem' }, say('shell.unreachable')) : '',
    status === 200 && !steps.length ? h('p', { class: 'empty' }, say('why.asPlanned')) : '',
    h('ol', { class: 'steps' }, steps.map((each) => step(app, id, each))),
  );
}

function step(app, id, each) {
  const effect = { ...each, session: id };
  return h(
    'li',
    {},
    h('p', {}, h('strong', {}, app.clock(Date.parse(each.at))), ' ', each.by, ': ', describe(each.change, app.day), each.follows ? h('span', { class: 'quiet' }, ` ${say('why.follows')}`) : ''),
    each.change.reason ? h('p', { class: 'quiet', dir: 'auto' }, `“${each.change.reason}”`) : '',
    strip([effect], app.day),
  );
}
