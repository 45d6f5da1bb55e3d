/* How the nodes of a cluster stand: one line for each trouble, one quiet line when all is well, none for a lone node. */

import { h, sign } from './dom.js';
import { say } from './labels.js';

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
    return [
      ...(missing.includes('journal') ? [item('journal', 'cancelled', '✕', say('nodes.journal'), say('nodes.journal.do'))] : []),
      ...(cluster ? own(cluster, missing) : []),
      ...clocks(this.#now?.clocks ?? [], this.#now?.clockWrong, cluster?.node ?? say('nodes.this')),
      ...(cluster?.others ?? []).flatMap((other) => this.#of(other, cluster)),
    ];
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
    return lags ? [item(`lag-${other.node}`, 'late', '▲', say('nodes.lags', other.node, other.revision, cluster.revision), say('nodes.lags.do'))] : [];
  }
}

function own(cluster, missing) {
  return [
    ...(cluster.halted ? [item('history', 'cancelled', '✕', say('nodes.history', cluster.node), say('nodes.history.do'), cluster.halted)] : []),
    ...(missing.includes('cluster') ? [item('cluster', 'cancelled', '✕', say('nodes.alone', cluster.node), say('nodes.alone.do'))] : []),
    ...(missing.includes('lag') ? [item('lag', 'late', '▲', say('nodes.behind', cluster.node, cluster.lag), say('nodes.lags.do'))] : []),
  ];
}

/** One line for all clocks that differ from that of the node that answers, and another where it is that one. */
function clocks(differing, isOwnWrong, self) {
  if (!differing.length) {
    return [];
  }
  if (isOwnWrong) {
    const ahead = -differing[0].aheadMillis;
    return [item('clock', 'cancelled', '✕', say(ahead > 0 ? 'nodes.wrong.ahead' : 'nodes.wrong.behind', self, amount(Math.abs(ahead))), say('nodes.wrong.do'))];
  }
  const each = differing.map(({ of, aheadMillis }) => say(aheadMillis > 0 ? 'nodes.clock.ahead' : 'nodes.clock.behind', of === 'database' ? say('nodes.database') : of, amount(Math.abs(aheadMillis))));
  return [item('clock', 'late', '▲', say('nodes.clock', self, each.join(', ')), say('nodes.clock.do'))];
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
