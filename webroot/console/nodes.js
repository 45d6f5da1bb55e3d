/* How the nodes of a cluster stand: one line for each trouble, one quiet line when all is well, none for a lone node. */

import { h, sign } from './dom.js';
import { say } from './labels.js';

const CLOCK_MATTERS_MS = 1000;
const LAG_MATTERS_MS = 5000; // for so long another node may show less than this one

/** What is known of the nodes, from one answer of /health/ready to the next. */
export class Nodes {
  #now = null;
  #shown = []; // what this node showed, and when: the first is the newest that others should have by now

  /** Takes an answer, ready or not; one that did not come changes nothing. */
  heard({ status, json }) {
    if (status === 200 || json.missing) {
      this.#now = json;
      this.#note(json.cluster?.revision ?? 0, performance.now());
    }
  }

  #note(revision, at) {
    this.#shown.push({ revision, at });
    while (this.#shown.length > 1 && at - this.#shown[1].at >= LAG_MATTERS_MS) {
      this.#shown.shift();
    }
  }

  /** One item for each trouble, the gravest first. */
  troubles() {
    const missing = this.#now?.missing ?? [];
    const cluster = this.#now?.cluster;
    return [...(missing.includes('journal') ? [item('journal', 'cancelled', '✕', say('nodes.journal'), say('nodes.journal.do'))] : []), ...(cluster ? [...own(cluster, missing), ...cluster.others.flatMap((other) => this.#of(other, cluster)), ...ofDatabase(cluster)] : [])];
  }

  /** Said quietly where several nodes are well. */
  calm() {
    const cluster = this.#now?.cluster;
    if (!cluster || cluster.members < 2 || this.troubles().length) {
      return '';
    }
    return say(cluster.members === 2 ? 'nodes.both' : 'nodes.all', cluster.members);
  }

  #of(other, cluster) {
    if (other.silent) {
      return [item(`silent-${other.node}`, 'cancelled', '✕', say('nodes.silent', other.node, amount(other.lastHeardMillis)), say('nodes.silent.do'))];
    }
    const [first, newest] = [this.#shown[0], this.#shown.at(-1)];
    const lags = other.revision < first.revision && newest.at - first.at >= LAG_MATTERS_MS;
    return [...(lags ? [item(`lag-${other.node}`, 'late', '▲', say('nodes.lags', other.node, other.revision, cluster.revision), say('nodes.lags.do'))] : []), ...clock(other.node, cluster.node, other.clockAheadMillis)];
  }
}

function own(cluster, missing) {
  return [
    ...(cluster.halted ? [item('history', 'cancelled', '✕', say('nodes.history', cluster.node), say('nodes.history.do'), cluster.halted)] : []),
    ...(missing.includes('cluster') ? [item('cluster', 'cancelled', '✕', say('nodes.alone', cluster.node), say('nodes.alone.do'))] : []),
    ...(missing.includes('lag') ? [item('lag', 'late', '▲', say('nodes.behind', cluster.node, cluster.lag), say('nodes.lags.do'))] : []),
  ];
}

function ofDatabase(cluster) {
  return clock(say('nodes.database'), cluster.node, cluster.databaseClockAheadMillis);
}

/** A clock beside that of the node that answers. */
function clock(name, self, ahead) {
  if (typeof ahead !== 'number' || Math.abs(ahead) <= CLOCK_MATTERS_MS) {
    return [];
  }
  const words = say(ahead > 0 ? 'nodes.ahead' : 'nodes.slow', name, amount(Math.abs(ahead)), self);
  return [item(`clock-${name}`, 'late', '▲', words, say('nodes.clock.do'))];
}

/** A length of time in the largest unit that says enough. */
function amount(ms) {
  const seconds = ms / 1000;
  if (seconds < 90) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

function item(id, state, glyph, words, remedy, reason = '') {
  const element = h('p', { class: 'item still node', 'data-item': `node-${id}` }, sign(state, glyph, words), ' ', reason && [h('span', { class: 'quiet', lang: 'en' }, reason), ' '], h('span', { class: 'quiet' }, remedy));
  return { id: `node-${id}`, text: words + reason, element };
}
