/* The form that fills a slot; typing offers the people known in the programme. */

import { h } from './dom.js';
import { say, word } from './labels.js';

/** Everybody named in the programme, with what they are of. */
function known(day) {
  const people = new Map();
  for (const session of day.sessions) {
    for (const person of session.people) {
      if (person.name && !people.get(person.name)) {
        people.set(person.name, person.affiliation ?? '');
      }
    }
  }
  return people;
}

let forms = 0;

/** A form for one slot of a session; seen() is the revision that the organiser has before the eyes. */
export function slotForm(app, session, slot, { seen = () => app.day.revision, done = () => {} } = {}) {
  const id = `slot-${++forms}`;
  const people = known(app.day);
  const list = h('datalist', { id: `${id}-people` }, [...people.keys()].map((name) => h('option', { value: name })));
  const name = h('input', { id: `${id}-name`, type: 'text', list: list.id, maxlength: 200, autocomplete: 'off', value: slot.name ?? '', required: true });
  const affiliation = h('input', { id: `${id}-affiliation`, type: 'text', maxlength: 200, autocomplete: 'off', value: slot.affiliation ?? '' });
  let own = slot.affiliation ?? '';
  name.addEventListener('input', () => {
    const found = people.get(name.value);
    if (found !== undefined && affiliation.value === own) {
      own = found;
      affiliation.value = found;
    }
  });
  const ask = async (person) => {
    const result = await app.change({ type: 'assign', session: session.id, role: slot.role, slot: slot.slot, person }, { seen: seen() });
    if (result.published) {
      done(result);
    }
  };
  return h(
    'form',
    {
      class: 'slotform',
      on: {
        submit: (event) => {
          event.preventDefault();
          ask({ name: name.value.trim(), affiliation: affiliation.value.trim() });
        },
      },
    },
    list,
    h('p', {}, h('label', { for: name.id }, word('role', slot.role)), name),
    h('p', {}, h('label', { for: affiliation.id }, say('slot.affiliation')), affiliation),
    h(
      'p',
      { class: 'buttons' },
      h('button', { type: 'submit' }, say(slot.tbc ? 'slot.fill' : 'slot.change')),
      !slot.tbc && h('button', { type: 'button', class: 'plain', on: { click: () => ask(null) } }, say('slot.empty')),
    ),
  );
}
