/*
 * What is said often, in every language of the screens, bound to data: {title}, {room}, {room2} and {time} are picked,
 * never typed. The words are what people read on screens, so they are all here, whatever language the console has.
 */

export const LANGUAGES = ['en', 'fr', 'es', 'tr', 'nl'];

const LONGEST_HEADLINE = 60;

export const templates = [
  {
    id: 'moved',
    level: 'notice',
    binds: ['session', 'room'],
    texts: {
      en: ['{title} is now in {room}', 'Please go to {room}.'],
      fr: ['{title} : désormais en {room}', 'Merci de vous rendre en {room}.'],
      es: ['{title}: ahora en {room}', 'Por favor, diríjase a {room}.'],
      tr: ['{title} artık {room} salonunda', 'Lütfen {room} salonuna gidin.'],
      nl: ['{title} is nu in {room}', 'Ga naar {room}.'],
    },
  },
  {
    id: 'resume',
    level: 'notice',
    binds: ['time'],
    texts: {
      en: ['We start again at {time}', 'Please be back in the rooms at {time}.'],
      fr: ['Nous reprenons à {time}', 'Merci d’être de retour dans les salles à {time}.'],
      es: ['Reanudamos a las {time}', 'Por favor, vuelvan a las salas a las {time}.'],
      tr: ['Saat {time} itibarıyla devam ediyoruz', 'Lütfen {time} olduğunda salonlarda olun.'],
      nl: ['We gaan verder om {time}', 'Wees om {time} weer in de zalen.'],
    },
  },
  {
    id: 'full',
    level: 'urgent',
    binds: ['room', 'room2'],
    texts: {
      en: ['{room} is full: overflow in {room2}', 'Go to {room2}; you can follow everything there.'],
      fr: ['{room} est complète : suite en {room2}', 'Rendez-vous en {room2} ; vous pourrez tout y suivre.'],
      es: ['{room} está completa: siga en {room2}', 'Diríjase a {room2}; allí podrá seguirlo todo.'],
      tr: ['{room} dolu: {room2} salonundan izleyin', '{room2} salonuna gidin; her şeyi oradan izleyebilirsiniz.'],
      nl: ['{room} is vol: volg het in {room2}', 'Ga naar {room2}; daar kunt u alles volgen.'],
    },
  },
  {
    id: 'doctor',
    level: 'urgent',
    binds: ['room'],
    texts: {
      en: ['Is there a doctor? Come to {room}', 'Somebody needs medical help. Others: please keep the way free.'],
      fr: ['Un médecin est demandé en {room}', 'Quelqu’un a besoin d’aide médicale. Merci de laisser le passage libre.'],
      es: ['¿Hay un médico? Acuda a {room}', 'Alguien necesita atención médica. Los demás: dejen el paso libre, por favor.'],
      tr: ['Doktor var mı? {room} salonuna gelin', 'Birinin tıbbi yardıma ihtiyacı var. Diğerleri lütfen yolu açık tutsun.'],
      nl: ['Is er een arts? Kom naar {room}', 'Iemand heeft medische hulp nodig. Anderen: houd de doorgang vrij.'],
    },
  },
  {
    id: 'child',
    level: 'urgent',
    binds: ['room'],
    texts: {
      en: ['A child is waiting for its parents', 'Please come to {room}, or ask any member of staff.'],
      fr: ['Un enfant attend ses parents', 'Présentez-vous en {room} ou adressez-vous au personnel.'],
      es: ['Un niño espera a sus padres', 'Acudan a {room} o pregunten al personal.'],
      tr: ['Bir çocuk ailesini bekliyor', 'Lütfen {room} salonuna gelin ya da görevlilere sorun.'],
      nl: ['Een kind wacht op zijn ouders', 'Kom naar {room} of vraag een medewerker.'],
    },
  },
  {
    id: 'found',
    level: 'notice',
    binds: ['room'],
    texts: {
      en: ['Something of yours was found', 'Have you lost something? Ask in {room}.'],
      fr: ['Un objet a été trouvé', 'Vous avez perdu quelque chose ? Demandez en {room}.'],
      es: ['Se ha encontrado un objeto', '¿Ha perdido algo? Pregunte en {room}.'],
      tr: ['Bir eşya bulundu', 'Bir şey mi kaybettiniz? {room} salonunda sorun.'],
      nl: ['Er is iets gevonden', 'Iets kwijt? Vraag het in {room}.'],
    },
  },
  {
    id: 'leave',
    level: 'safety',
    binds: [],
    texts: {
      en: ['Leave the building now', 'Use the nearest exit. Leave your things. Follow the staff.'],
      fr: ['Quittez le bâtiment maintenant', 'Prenez la sortie la plus proche. Laissez vos affaires. Suivez le personnel.'],
      es: ['Salga del edificio ahora', 'Use la salida más cercana. Deje sus cosas. Siga al personal.'],
      tr: ['Binayı şimdi terk edin', 'En yakın çıkışı kullanın. Eşyalarınızı bırakın. Görevlileri izleyin.'],
      nl: ['Verlaat nu het gebouw', 'Neem de dichtstbijzijnde uitgang. Laat uw spullen achter. Volg het personeel.'],
    },
  },
  {
    id: 'stay',
    level: 'safety',
    binds: [],
    texts: {
      en: ['Stay where you are', 'Stay inside, away from doors and windows. Wait for the staff.'],
      fr: ['Restez où vous êtes', 'Restez à l’intérieur, loin des portes et des fenêtres. Attendez le personnel.'],
      es: ['Quédese donde está', 'Permanezca dentro, lejos de puertas y ventanas. Espere al personal.'],
      tr: ['Olduğunuz yerde kalın', 'İçeride, kapı ve pencerelerden uzakta kalın. Görevlileri bekleyin.'],
      nl: ['Blijf waar u bent', 'Blijf binnen, weg van deuren en ramen. Wacht op het personeel.'],
    },
  },
  {
    id: 'drill',
    level: 'safety',
    mode: 'exercise',
    binds: [],
    texts: {
      en: ['This is a drill. Leave the building', 'Use the nearest exit and wait outside. There is no danger.'],
      fr: ['Ceci est un exercice. Sortez', 'Prenez la sortie la plus proche et attendez dehors. Il n’y a aucun danger.'],
      es: ['Esto es un simulacro. Salga', 'Use la salida más cercana y espere fuera. No hay peligro.'],
      tr: ['Bu bir tatbikattır. Binadan çıkın', 'En yakın çıkışı kullanın ve dışarıda bekleyin. Tehlike yok.'],
      nl: ['Dit is een oefening. Ga naar buiten', 'Neem de dichtstbijzijnde uitgang en wacht buiten. Er is geen gevaar.'],
    },
  },
];

/** When it is over, in every language of the screens. */
export const ALL_CLEAR = {
  en: 'All clear. The programme goes on.',
  fr: 'Fin de l’alerte. Le programme continue.',
  es: 'Fin de la alerta. El programa continúa.',
  tr: 'Tehlike geçti. Program devam ediyor.',
  nl: 'Alles veilig. Het programma gaat verder.',
};

/** As people count them: an accent or a flag is not two. */
export function lengthOf(text) {
  return [...text].length;
}

function bind(text, values) {
  return text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? '…');
}

/** A long title is cut so that the headline fits the screens. */
function headline(text, values) {
  const whole = bind(text, values);
  const over = lengthOf(whole) - LONGEST_HEADLINE;
  if (over <= 0 || !values.title) {
    return whole;
  }
  const title = [...values.title].slice(0, Math.max(8, lengthOf(values.title) - over - 1)).join('').trimEnd();
  return bind(text, { ...values, title: `${title}…` });
}

/** The texts of a template in every language, with what was picked filled in. */
export function filled(template, values) {
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const [head, detail] = template.texts[language];
      return [language, { headline: headline(head, values), detail: bind(detail, values) }];
    }),
  );
}
