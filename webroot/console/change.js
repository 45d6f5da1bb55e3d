/* The one flow of a change: preview, before and after, publish, undo in sight for 30 s. */

import * as api from './api.js';

export class Changing {
  #app;

  constructor(app) {
    this.#app = app;
  }

  async ask(request) {
    const key = api.newKey();
    const preview = await api.post('/api/changes?preview=true', request);
    if (preview.status !== 200 || !confirm(JSON.stringify(preview.json.effects))) {
      return { published: false, revision: null, answer: preview };
    }
    const answer = await api.post('/api/changes', request, { key });
    this.#app.day.heardOf(answer.json.revision ?? 0);
    return { published: answer.status === 201, revision: answer.json.revision ?? null, answer };
  }
}
