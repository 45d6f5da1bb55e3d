/* Who may log in: accounts made, given a new password, and removed, by admins. */

import { Listing, refusal, twice } from './access.js';
import * as api from './api.js';
import { rooms } from './describe.js';
import { h, setText } from './dom.js';
import { say, word } from './labels.js';

const ROLES = ['organiser', 'duty', 'host', 'admin'];

/** Without i, l, o, 0 and 1, which are read for one another. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

export const view = {
  id: 'accounts',
  title: 'accounts.title',
  roles: ['admin'],
  mount: (element, app) => new AccountsView(element, app),
};

class AccountsView {
  #app;

  constructor(element, app) {
    this.#app = app;
    this.list = new Listing(app, '/api/accounts', '', (account) => this.#row(account));
    this.card = h('div', { class: 'once', role: 'status' });
    this.problem = h('p', { class: 'problem', role: 'alert' });
    element.append(h('h2', { class: 'heading' }, say('accounts.title')), this.#form(), this.problem, this.card, h('h3', {}, say('accounts.list')), this.list.element);
    this.list.read();
  }

  update() {}

  unmount() {
    this.card.replaceChildren();
  }

  #form() {
    const name = h('input', { id: 'account-name', type: 'text', required: true, maxlength: 40, pattern: '[a-z0-9][a-z0-9._\\-]*', autocapitalize: 'none', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'account-rule' });
    const role = h('select', { id: 'account-role' }, ROLES.map((each) => h('option', { value: each }, word('accountRole', each))));
    const boxes = this.#app.day.rooms.map((room) => h('label', { class: 'check' }, h('input', { type: 'checkbox', value: room.id }), room.name));
    const places = h('fieldset', { hidden: true }, h('legend', {}, say('accounts.rooms')), boxes);
    role.addEventListener('change', () => (places.hidden = role.value !== 'host'));
    const chosen = () => [...places.querySelectorAll('input:checked')].map((box) => box.value);
    const submit = async (event) => {
      event.preventDefault();
      const account = { user: name.value, role: role.value, ...(role.value === 'host' ? { rooms: chosen() } : {}) };
      const answer = await api.post('/api/accounts', account);
      setText(this.problem, answer.status === 201 ? '' : refusal(this.#app, answer));
      if (answer.status === 201) {
        name.value = '';
        this.#show(answer.json.user, answer.json.password);
        this.list.read();
      }
    };
    return h(
      'form',
      { class: 'making', on: { submit } },
      h('p', {}, h('label', { for: 'account-name' }, say('login.user')), name, h('small', { id: 'account-rule', class: 'quiet' }, say('accounts.rule'))),
      h('p', {}, h('label', { for: 'account-role' }, say('accounts.role')), role),
      places,
      h('button', { type: 'submit', class: 'primary' }, say('accounts.make')),
    );
  }

  #show(user, password) {
    this.card.replaceChildren(
      h('section', { class: 'printed' }, h('p', {}, say('accounts.passwordOf', user)), h('p', { class: 'password' }, password)),
      h('p', { class: 'row' }, h('button', { type: 'button', on: { click: () => this.card.replaceChildren() } }, say('hosts.put'))),
      h('p', { class: 'quiet' }, say('accounts.once')),
    );
    this.card.scrollIntoView({ block: 'nearest' });
  }

  #row(account) {
    const isOwn = account.user === this.#app.me.user;
    return [
      h('div', { class: 'who' }, h('strong', {}, account.user), h('span', { class: 'quiet' }, word('accountRole', account.role), account.rooms.length ? ` · ${rooms(this.#app.day, account.rooms)}` : '', isOwn ? ` · ${say('accounts.you')}` : '')),
      !isOwn && twice(say('accounts.newPassword'), say('accounts.sureNew', account.user), () => this.#renew(account.user)),
      !isOwn && twice(say('accounts.remove'), say('accounts.sureRemove', account.user), () => this.#remove(account.user)),
    ];
  }

  async #renew(user) {
    const password = made();
    const answer = await api.post(`/api/accounts/${encodeURIComponent(user)}`, { password }, { method: 'PATCH' });
    setText(this.problem, answer.status === 200 ? '' : refusal(this.#app, answer));
    if (answer.status === 200) {
      this.#show(user, password);
    }
  }

  async #remove(user) {
    const answer = await api.post(`/api/accounts/${encodeURIComponent(user)}`, undefined, { method: 'DELETE' });
    setText(this.problem, answer.status === 204 || answer.status === 404 ? '' : refusal(this.#app, answer));
    this.list.read();
  }
}

/** A password of 99 bits that can be read out and typed, as the server makes them: five groups of four. */
function made() {
  const letters = [];
  while (letters.length < 20) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 248) {
      letters.push(READABLE[byte % 31]); // 248 is 8 times 31, so each letter is as likely
    }
  }
  return letters.join('').match(/.{4}/g).join('-');
}
