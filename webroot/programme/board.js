/* The words that the screens say too: their classic scripts, loaded before, as one module of this page. */
/* What a screen has and a phone has not: a name, and drafts that its page is shown in the console with. */
window.screenName ??= '';
window.previewed ??= [];

export const {
  state,
  clock,
  eventNow,
  setClock,
  measured,
  ticked,
  say,
  hm,
  local,
  when,
  was,
  start,
  end,
  plannedStart,
  isOn,
  dayOf,
  glances,
  glance,
  nextBulletin,
  frameIndex,
  places,
  sign,
  lateSign,
  personSign,
  wasStart,
  told,
  person,
  part,
  element,
  content,
  directed,
  fill,
  fillTold,
  fillSigns,
  signElements,
  struck,
  setText,
  setHidden,
  setAll,
  dayLabel,
  renderBulletin,
  renderRooms
} = window;

/** A page that stands still at an instant keeps nothing and hears nothing. */
export const isFixed = document.body.dataset.fixed === 'yes';
