/* The login form. It is in the page when that arrives, so that password managers find it. */

import * as api from './api.js';
import { part } from './dom.js';
import { say } from './labels.js';

export function prepareLogin() {
  const form = part('login');
  part('problem').textContent = sessionStorage.getItem('callboard.said') ?? '';
  sessionStorage.removeItem('callboard.said');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    enter(form);
  });
}

async function enter(form) {
  const button = form.querySelector('button');
  const label = button.textContent;
  button.disabled = true;
  button.textContent = say('login.entering');
  part('problem').textContent = '';
  const { user, password } = form.elements;
  const answer = await api.post('/api/login', { user: user.value, password: password.value });
  if (answer.status === 200) {
    location.reload(); // a new page: it holds the day, and password managers see that it worked
    return;
  }
  button.disabled = false;
  button.textContent = label;
  part('problem').textContent = wordsFor(answer);
  password.select();
  password.focus();
}

function wordsFor(answer) {
  switch (answer.status) {
    case 400:
    case 401:
      return say('login.wrong');
    case 429:
      return say('login.tooMany', answer.retryAfter);
    case 0:
      return say('login.unreachable');
    default:
      return say('shell.failed', answer.json.detail ?? answer.status);
  }
}
