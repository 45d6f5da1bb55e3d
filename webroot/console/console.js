/* The console's entry: a login form, or the app with its views. */

import { App } from './app.js';
import { prepareLogin } from './login.js';

if (document.body.dataset.me) {
  new App().begin();
} else {
  prepareLogin();
  document.body.classList.add('alive');
}
