/* The views of the console, in the order in which they are offered: one line each. */

import { view as day } from './day.js';

export const views = [
  day,
];
