package org.callboard.interchange;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of a table can hold, and the headings by which it is known in English, French,
 * Spanish, Turkish, Dutch, German and Italian; earlier ones count before later ones.
 */
enum TableField {
  TITLE(
      "title sessiontitle proposaltitle talktitle papertitle eventtitle headline"
          + " titre intitule titulo titulosesion baslik oturumbasligi titel sessietitel titolo"
          + " name sessionname eventname nom nombre ad adi oturumadi naam nome"
          + " subject programme programitem item activity presentation talk lecture paper topic"
          + " sujet activite intervention actividad charla ponencia tema konu etkinlik sunum"
          + " onderwerp programmaonderdeel activiteit programmpunkt vortrag thema veranstaltung"
          + " session event sesion oturum sessie sitzung sessione seance what summary attivita"),
  SUBTITLE("subtitle soustitre subtitulo altbaslik ondertitel untertitel sottotitolo"),
  DATE(
      "date day startdate sessiondate eventdate fecha dia fechainicio jour datedebut tarih gun"
          + " baslangictarihi datum dag startdatum tag data giorno dates when"),
  START(
      "start starttime timestart starts startsat startdatetime startdateandtime begin begintime"
          + " begins beginsat from scheduledat dtstart time starttimes hour at times timeslot slot"
          + " debut heuredebut heuredudebut heurededebut heure horaire inicio horainicio"
          + " horadeinicio hora horario comienzo desde baslangic baslangicsaati baslama saat zaman"
          + " aanvang aanvangstijd begintijd starttijd tijd tijdstip van uur beginn anfang uhrzeit"
          + " zeit startzeit von inizio orainizio ora orario"),
  END_DATE("enddate datefin datedefin fechafin fechadefin bitistarihi einddatum enddatum datafine"),
  END(
      "end endtime timeend ends endsat enddatetime enddateandtime finish finishtime until to dtend"
          + " fin heurefin heuredefin horafin horadefin hasta bitis bitissaati eind einde eindtijd"
          + " tot ende endzeit bis fine orafine jusqua"),
  DURATION(
      "duration length durationminutes durationmin durationinminutes minutes mins min duree"
          + " duracion sure sureci duur lengte dauer lange durata scheduledduration"),
  ROOM(
      "room roomname venue location space stage hall place where auditorium sessionlocation"
          + " salle lieu emplacement espace sala lugar ubicacion espacio salon yer mekan oda"
          + " zaal ruimte locatie plaats lokaal raum ort saal buhne luogo aula rooms locations"),
  ROOM_ID("roomid venueid locationid raumid salleid"),
  PEOPLE(
      "speaker speakers speakername speakernames speakersnames presenter presenters presentedby"
          + " author authors lecturer panelist panelists panellist panellists who people by host"
          + " hosts intervenant intervenants orateur orateurs oratrice conferencier conferenciers"
          + " ponente ponentes orador oradores conferenciante presentador konusmaci konusmacilar"
          + " spreker sprekers inleider vortragende vortragender referent referenten referentin"
          + " sprecher sprecherin redner relatore relatori relatrice speakerin"),
  SPEAKER_ID("speakerid speakerids presenterid presenterids"),
  MODERATOR(
      "moderator moderators chair chairs sessionchair chairperson facilitator facilitators"
          + " moderateur moderatrice animateur moderador moderadora oturumbaskani kolaylastirici"
          + " voorzitter gespreksleider moderation moderatorin moderatore"),
  TYPE(
      "type sessiontype sessionformat eventtype format kind category categorie tipo formato"
          + " categoria tur oturumturu soort vorm art typ kategorie formaat"),
  LANGUAGE(
      "language languages lang sessionlanguage spokenlanguage langue langues idioma idiomas lengua"
          + " dil diller taal talen sprache sprachen lingua"),
  DESCRIPTION(
      "description abstract details content body descriptif resume descripcion resumen aciklama"
          + " ozet beschrijving omschrijving samenvatting beschreibung zusammenfassung descrizione"
          + " text synopsis note notes"),
  ORGANISER(
      "organiser organizer organisers organizers organisation organization hostedby organisedby"
          + " organizedby organisateur organizador organizadora duzenleyen organisator"
          + " veranstalter organizzatore"),
  ID("id sessionid uid code guid proposalid talkid eventid eventkey key reference identifier"),
  ALL_DAY("alldayevent allday isallday journeeentiere todoeldia tumgun heledag ganztagig"),
  STATUS("status state sessionstatus statut etat estado durum toestand stato");

  private static final Pattern MARKS = Pattern.compile("\\p{M}++");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*+\\)|\\[[^\\]]*+\\]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]++");
  private static final Pattern LAST_NUMBER = Pattern.compile("\\d{1,2}$");
  private static final Pattern PREFIX =
      Pattern.compile("^(?:session|event|talk|proposal|scheduled|slot|activity|sched|item)(?=.)");
  private static final int LONGEST = 60;

  private final List<String> headings;

  TableField(String headings) {
    this.headings = List.of(headings.split(" "));
  }

  /** The word for it in a mapping file. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TableField> ofWord(String word) {
    String key = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(field -> field.word().equals(key)).findFirst();
  }

  /** How good a heading is for this field, 0 for the best; empty where it is none. */
  Optional<Integer> rank(String heading) {
    if (heading.length() > LONGEST) {
      return Optional.empty();
    }
    String key = folded(heading);
    int exact = headings.indexOf(isRepeatable() ? LAST_NUMBER.matcher(key).replaceAll("") : key);
    int loose = headings.indexOf(PREFIX.matcher(key).replaceFirst(""));
    int rank = exact >= 0 ? exact : loose >= 0 ? loose + headings.size() : -1;
    return rank < 0 ? Optional.empty() : Optional.of(rank);
  }

  /** Whether several columns may hold it. */
  boolean isRepeatable() {
    return this == PEOPLE || this == MODERATOR;
  }

  /** Letters and figures only, without accents, so that "Heure de début" is heurededebut. */
  static String folded(String heading) {
    String bare = BRACKETS.matcher(heading).replaceAll(" ");
    String plain = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    return NO_WORD
        .matcher(plain.toLowerCase(Locale.ROOT).replace('ı', 'i').replace("ß", "ss"))
        .replaceAll("");
  }
}
