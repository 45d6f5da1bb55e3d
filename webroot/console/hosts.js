/* The links of hosts: made for a room, shown once as a code to print, revoked when they are no longer to hold. */

import { Listing, moment, refusal, twice } from './access.js';
import * as api from './api.js';
import { h, setText } from './dom.js';
import { say } from './labels.js';

const HOUR = 3600000;
const SVG = 'http://www.w3.org/2000/svg';

export const view = {
  id: 'hosts',
  title: 'hosts.title',
  roles: ['organiser', 'duty', 'admin'],
  mount: (element, app) => new HostsView(element, app),
};

class HostsView {
  #app;

  constructor(element, app) {
    this.#app = app;
    this.list = new Listing(app, '/api/host-links', say('hosts.none'), (link) => this.#row(link));
    this.card = h('div', { class: 'once', role: 'status' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    element.append(
      h('h2', { class: 'heading' }, say('hosts.title')),
      h('p', { class: 'quiet lead' }, say('hosts.lead')),
      this.#form(),
      this.problem,
      this.card,
      h('h3', {}, say('hosts.list')),
      this.list.element,
    );
    this.list.read();
  }

  update() {}

  unmount() {
    this.card.replaceChildren(); // a code is not left lying about
  }

  #form() {
    const room = h('select', { id: 'host-room' }, this.#app.day.rooms.map((each) => h('option', { value: each.id }, each.name)));
    const until = h('select', { id: 'host-until' }, [['', 'hosts.usual'], ['4', 'hosts.hours4'], ['24', 'hosts.hours24']].map(([hours, key]) => h('option', { value: hours }, say(key))));
    const make = h('button', { type: 'submit', class: 'primary' });
    const name = () => setText(make, say('hosts.make', this.#app.day.room(room.value)?.name ?? ''));
    room.addEventListener('change', name);
    name();
    const submit = (event) => {
      event.preventDefault();
      this.#make(room.value, until.value, make);
    };
    return h('form', { class: 'making', on: { submit } }, h('p', {}, h('label', { for: 'host-room' }, say('hosts.room')), room), h('p', {}, h('label', { for: 'host-until' }, say('hosts.until')), until), make);
  }

  async #make(room, hours, button) {
    const expires = hours ? { expires: new Date(Date.now() + hours * HOUR).toISOString().replace(/\.\d+Z/, 'Z') } : {};
    button.disabled = true;
    const answer = await api.post('/api/host-links', { room, ...expires });
    button.disabled = false;
    setText(this.problem, answer.status === 201 ? '' : refusal(this.#app, answer));
    if (answer.status === 201) {
      this.#show(answer.json);
      this.list.read();
    }
  }

  /** The only time that the link is known. */
  #show(link) {
    const room = this.#app.day.room(link.room)?.name ?? link.room;
    this.card.replaceChildren(
      h(
        'section',
        { class: 'printed' },
        h('p', { class: 'quiet' }, this.#app.day.event.name),
        h('h3', { dir: 'auto' }, room),
        h('p', {}, say('hosts.scan')),
        code(link.qr, say('hosts.codeOf', room)),
        h('p', { class: 'url' }, link.url),
        h('p', { class: 'quiet' }, say('hosts.holds', moment(link.expires))),
      ),
      h(
        'p',
        { class: 'row' },
        h('button', { type: 'button', class: 'primary', on: { click: () => print() } }, say('hosts.print')),
        h('button', { type: 'button', on: { click: () => this.card.replaceChildren() } }, say('hosts.put')),
      ),
      h('p', { class: 'quiet' }, say('hosts.once')),
    );
    this.card.scrollIntoView({ block: 'nearest' });
  }

  #row(link) {
    const room = this.#app.day.room(link.room)?.name ?? link.room;
    const used = link.seen ? say('hosts.seen', moment(link.seen)) : say('hosts.unused');
    return [
      h('div', { class: 'who' }, h('strong', { dir: 'auto' }, room), h('span', { class: 'quiet' }, say('hosts.holds', moment(link.expires)), ' · ', used, ' · ', say('hosts.by', link.createdBy))),
      twice(say('hosts.revoke'), say('hosts.sure', room), () => this.#revoke(link)),
    ];
  }

  async #revoke(link) {
    const answer = await api.post(`/api/host-links/${link.id}`, undefined, { method: 'DELETE' });
    setText(this.problem, answer.status === 204 || answer.status === 404 ? '' : refusal(this.#app, answer));
    this.list.read();
  }
}

function code(qr, words) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${qr.size} ${qr.size}`);
  svg.setAttribute('shape-rendering', 'crispEdges');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', words);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', qr.path);
  svg.append(path);
  return svg;
}
